# الشهادة وسجل التدريب والوثيقة الرقمية الموقّعة. تأتي التواريخ والأعداد جاهزة.

certificate-heading-participation = شهادة مشاركة
certificate-heading-completion = شهادة إتمام
certificate-document-title = { $heading } – { $name }
certificate-document-description = { $title }، { $dates }: شهادة وسجل تدريب، الرقم { $serial }
certificate-lead = نفيد بأن
certificate-statement-participation = قد شارك (شاركت) في الماراثون التدريبي
certificate-statement-completion = قد أتمّ (أتمّت)، مع التقييم، الماراثون التدريبي التالي
certificate-theme = «{ $theme }»
certificate-span = { $first } – { $last }
certificate-dates = { $dates }  ·  { $sessions ->
    [zero] لا جلسات
    [one] جلسة واحدة
    [two] جلستان
    [few] { $sessions } جلسات
    [many] { $sessions } جلسة
   *[other] { $sessions } جلسة
}، { $length }
certificate-presence = التواجد المسجَّل: { $attended } من { $held } من الجلسات، { $length }
certificate-assessment = اجتياز التقييم بنسبة { $score }%{ $mark ->
    [none] {""}
   *[other] {" "}(درجة النجاح { $mark }%)
}
certificate-rule = صدرت بموجب قاعدة الإتمام، الإصدار { $version }: { $rule }
certificate-issued = صدرت في { $day }
certificate-serial = رقم الشهادة
certificate-verify = التحقق من هذه الشهادة على
certificate-code-alt = رمز استجابة سريعة يؤدي إلى { $address }
certificate-logo-alt = شعار { $issuer }
certificate-hours = { $hours ->
    [0] { $minutes } د
   *[other] { $minutes ->
        [0] { $hours } س
       *[other] { $hours } س { $minutes } د
    }
}

record-heading = سجل التدريب
record-course = الدورة
record-theme = الموضوع
record-dates = التواريخ
record-rule = القاعدة
record-rule-text = الإصدار { $version }: { $rule }
record-result = التقييم
record-result-text = { $score }%{ $mark ->
    [none] {""}
   *[other] {" "}(درجة النجاح { $mark }%)
}
record-number = الرقم
record-day = التاريخ
record-topic = الموضوع
record-trainers = المدرِّبون
record-basis = أساس التسجيل
record-score = الدرجة
record-minutes = الدقائق
record-score-value = { $score }%
record-total = { $attended } من { $held } من الجلسات، { $length }
record-note-minutes = حيثما قيس الاتصال، فالدقائق هي ما قيس. وفيما عدا ذلك سُجّل التواجد في لحظة، والدقائق هي مدة الجلسة.
record-note-connection = «الاتصال»: قيس وقت الاتصال بالاجتماع؛ ولا يُقال شيء عما جرى أثناءه.
record-page = الصفحة {"{page}"} من {"{pages}"}

basis-check-in = إثبات الوجود
basis-connection = اتصال
basis-statement = إفادة منظِّم
basis-group = مشاهدة جماعية
basis-recording = تسجيل
basis-excused = غياب بعذر
basis-cancelled = أُلغيت، محتسبة

badge-description = { $heading }: { $title }، { $dates }. صدرت عن { $issuer }.
badge-evidence = سجل التدريب
badge-evidence-text = { $presence }. { $rule }
badge-result = التقييم
