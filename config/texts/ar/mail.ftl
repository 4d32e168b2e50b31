mail-greeting = تحية طيبة { $name }،
mail-subject-waiting = { $marathon }: أنتم على قائمة الانتظار
mail-subject-offered = { $marathon }: يُعرض عليكم مقعد
mail-subject-accepted = { $marathon }: لكم مقعد
mail-subject-declined = { $marathon }: اعتذرتم عن المقعد
mail-subject-expired = { $marathon }: انتهت مهلة العرض
mail-subject-rejected = { $marathon }: طلبكم
mail-subject-withdrawn = { $marathon }: سُحب طلبكم
mail-subject-appeal-upheld = { $marathon }: قُبل تظلّمكم بشأن الجلسة { $number }
mail-subject-appeal-rejected = { $marathon }: بُتّ في تظلّمكم بشأن الجلسة { $number }
mail-subject-cohort-changed = { $marathon }: أنتم في مجموعة أخرى
mail-waiting = ترتيبكم { $rank } على قائمة انتظار { $marathon }. وعندما يشغر مقعد يُعرض وفق القاعدة المنشورة، وتُبلَّغون فورًا.
mail-offered = يُعرض عليكم مقعد في { $marathon }. يُرجى الرد قبل { $deadline }؛ وبعد ذلك ينتقل إلى الشخص التالي.
mail-accepted = لكم مقعد في { $marathon }. أهلًا بكم!
mail-declined = أعدتم المقعد في { $marathon }. وينتقل إلى الشخص التالي. شكرًا لإبلاغنا.
mail-expired = لم يُردّ على عرض المقعد في { $marathon } في الموعد، فانتقل المقعد إلى الشخص التالي.
mail-rejected = لم يُقبل طلبكم في { $marathon }. { $why ->
    [none] {""}
   *[other] السبب: { $why }
}
mail-withdrawn = سُحب طلبكم في { $marathon }. ولن نرسل إليكم شيئًا آخر بشأنه.
mail-appeal-upheld = قُبل تظلّمكم بشأن الجلسة { $number } من { $marathon }: ويُحتسب حضوركم. تعليل المنظِّمين: { $reason }
mail-appeal-rejected = لم يُقبل تظلّمكم بشأن الجلسة { $number } من { $marathon }. تعليل المنظِّمين: { $reason }
mail-cohort-changed =
    أنتم الآن في مجموعة أخرى من { $marathon }: { $cohort ->
        [none] أي مجموعة فيها متسع
       *[other] «{ $cohort }»
    }. تعليل المنظِّمين: { $why } وفي صفحتكم المواعيد الجديدة، ويتبعها تقويمكم من تلقاء نفسه.
mail-page = صفحتكم الخاصة، وفيها يمكنكم الرد ومعرفة وضعكم. يُرجى الاحتفاظ بالعنوان لأنفسكم:
    { $page }
mail-code = إن كنتم تستخدمون Discord فاربطوا حسابكم هناك بطلبكم بالأمر
    /link code:{ $code }
mail-end = { $organiser }

link-done = رُبط حسابكم في Discord بطلبكم. ويبيّن `/me` وضعكم.

cure-no-mail-server = لم يُضبط خادم بريد. يكتب `marathon applications mail-merge` الرسائل لبرنامج بريدكم؛ أو اضبطوا MARATHON_SMTP_HOST وMARATHON_SMTP_FROM.
cure-mail = رفض خادم البريد الرسالة نهائيًا. اطلبوا من الشخص عنوانًا آخر: يبيّنه `/applications show`.
mail-subject-reminder-session = { $marathon }: الجلسة { $number }، { $time }
mail-subject-reminder-offer-expires = { $marathon }: لا يزال المقعد معروضًا عليكم
mail-subject-reminder-survey-due = { $marathon }: حان موعد الاستبيان
mail-subject-reminder-certificates-ready = { $marathon }: اكتملت الدورة
mail-reminder-session = { $words ->
    [none] الجلسة { $number } من { $marathon }، «{ $title }»، تبدأ في { $time }.
   *[other] { $words }

    «{ $title }»، تبدأ في { $time }.
}{ $venue ->
    [none] {""}
   *[other] { " " }المكان: { $venue }.
}{ $join ->
    [none] {""}
   *[other] { " " }للانضمام: { $join }
}
mail-reminder-offer-expires = المقعد المعروض عليكم في { $marathon } لكم إن قبلتموه قبل { $time }. وبعد ذلك ينتقل إلى الشخص التالي.
mail-reminder-survey-due = استبيان { $marathon } مفتوح حتى { $time }. ومن دونه قد لا تصدر شهادة.
mail-reminder-certificates-ready = اكتملت { $marathon }. وتبيّن صفحتكم هل أتممتموها، وشهادتكم متى صدرت.
mail-subject-at-risk = { $marathon }: ما بقي عليك فعله
mail-at-risk = لا يزال بإمكانك بلوغ «{ $rule }» في { $marathon }. المسجَّل حتى الآن:
    { $why }
    إن كان ينقص شيء، فصفحتك تتيح لك الإبلاغ عنه.
mail-subject-certificate-yours = { $marathon }: شهادتك جاهزة
mail-certificate-yours = شهادتك في { $marathon } جاهزة.{ $link ->
    [none] {""}
   *[other] {" "}هي هنا لك وحدك، بصيغة PDF:
        { $link }
}
    يمكن لأي شخص التحقق منها برقمها { $serial } على العنوان
    { $verify }
mail-subject-certificate-replaced = { $marathon }: شهادتك الجديدة
mail-certificate-replaced = لديك شهادة جديدة في { $marathon } بدلًا من السابقة، التي يبقى التحقق منها ممكنًا بوصفها مستبدلة.{ $link ->
    [none] {""}
   *[other] {" "}هي هنا لك وحدك، بصيغة PDF:
        { $link }
}
    يمكن لأي شخص التحقق منها برقمها { $serial } على العنوان
    { $verify }
