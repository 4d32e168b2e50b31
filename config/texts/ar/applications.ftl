apply-title = طلب مقعد
apply-name = الاسم كما سيظهر في الشهادة
    .hint = كما ينبغي أن يُكتب فيها تمامًا، وبخطّكم.
apply-email = عنوان البريد الإلكتروني
    .hint = لا يراه إلا المنظِّمون.
apply-organisation = المؤسسة
    .hint = مكان عملكم؛ اتركوه فارغًا إن كنتم تعملون لحسابكم الخاص.
apply-kind = نوع المؤسسة
apply-function = مجال عملكم
apply-again = تصحيح
apply-send = أوافق وأرسِل
apply-consent = يُرجى التحقق مما أدخلتموه واختيار المنطقة الزمنية واللغة. بالإرسال توافقون على أن يحتفظ المنظِّمون بهذه البيانات لتسيير الماراثون وإصدار شهادتكم.
apply-done = حُفظ طلبكم. { $places ->
    [zero] لا توجد مقاعد.
    [one] يوجد مقعد واحد.
    [two] يوجد مقعدان.
    [few] توجد { $places } مقاعد.
    [many] يوجد { $places } مقعدًا.
   *[other] يوجد { $places } مقعد.
} ستُبلَّغون هنا عند توزيع المقاعد؛ والأمر `/me` يبيّن وضعكم.

kind-manufacturer = جهة مصنِّعة
kind-regulator = سلطة تنظيمية
kind-ministry = وزارة
kind-academia = جامعة أو مؤسسة بحثية
kind-other = غير ذلك

function-development = التطوير
function-production = الإنتاج
function-quality-assurance = ضمان الجودة
function-quality-control = مراقبة الجودة
function-regulatory = الشؤون التنظيمية
function-other = غير ذلك

apply-any-cohort = أي مجموعة
apply-stated = ما ذكرتموه
apply-edit = تصحيح
apply-withdraw = انسحاب
apply-edited = { $fields ->
    [none] لم يتغيّر شيء.
   *[other] تغيّر ما يلي: { $fields }. وقد حُفظ.
}
apply-withdraw-preview = { $holds ->
    [true] ستُعيدون مقعدكم، فينتقل إلى الشخص التالي ولا يمكنكم استعادته بأنفسكم.
   *[false] سيُسحب طلبكم.
} هل تؤكدون الانسحاب؟
apply-withdraw-confirm = نعم، أنسحب
apply-withdrawn = سُحب طلبكم.

gender-unsaid = لا أرغب في ذكر جنسي
gender-woman = امرأة
gender-man = رجل
gender-another = غير ذلك

me-offer-until = يُرجى الرد قبل { $deadline }؛ وبعد ذلك ينتقل المقعد إلى الشخص التالي.
me-data = بياناتي
me-forget = محو بياناتي
me-data-none = لا يُحتفظ بأي بيانات عنكم.
me-data-here = هذا كل ما يُحتفظ به عنكم.
me-forget-preview = يُمحى نهائيًا اسمكم وعناوينكم ومؤسستكم والصلة بحسابكم في Discord، وينتقل المقعد الذي تشغلونه إلى الشخص التالي. **ولن يمكن بعد ذلك إصدار أي شهادة لكم.** ويبقى ما جرى في الدورة تحت رقم لا يدل على أحد؛ أما الشهادة التي صدرت فيظل التحقق منها ممكنًا. ولا رجوع عن ذلك.
me-forget-confirm = نعم، امحوا بياناتي
me-forgotten = مُحيت بياناتكم. ولم يعد يُحتفظ بأي شيء يدل عليكم.
