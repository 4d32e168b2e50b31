# ما يقال عندما تكون الشهادات جاهزة، وعندما لا تعود إحداها قائمة.

certificates-ready-title = الشهادات جاهزة
certificates-ready-text = يعرض `/me` شهادتكم إن كانت لكم شهادة: ملف PDF ووثيقة رقمية موقّعة يمكن لأي شخص التحقق منها.
desk-note-unsupported = لم تعد الشهادة { $kind } قائمة على السجلات: فالحالة الآن «{ $reason }». راجعوها بالأمر `/completion person` ثم ألغوا الشهادة أو استبدلوها.

# المنظِّمون: القائمة واعتمادها والشهادات

completion-no-place = ليس لهذا الشخص مقعد في الماراثون.
completion-prepare = إعداد هذه القائمة للاعتماد
completion-near = قرب الحد المطلوب
completion-last = آخر قائمة أُعدّت
completion-list-none = لا شيء بعد.
completion-list-waiting = القائمة { $number } (عدد الأشخاص: { $people }) تنتظر اعتماد منظِّم آخر. البصمة { $hash }…
completion-list-approved = القائمة { $number } (عدد الأشخاص: { $people }) معتمدة. البصمة { $hash }…
completion-list-fallen = سقطت القائمة { $number }: فقد تغيّرت السجلات أو القاعدة بعد إعدادها.
completion-prepared = أُعدّت القائمة { $number }، وعدد الأشخاص فيها { $people }. والآن يستخدم منظِّم آخر له دور المعتمِد الأمر `/completion approve`. البصمة: `{ $hash }`
completion-approve = اعتماد القائمة { $number }
completion-approved = اعتُمدت القائمة { $number } (عدد الأشخاص: { $people }). الخطوة التالية: `/certificates issue`.
completion-scored = سُجّل: { $percent }% في المحاولة { $attempt }.
certificates-no-address = تحتاج الشهادات إلى عنوان عام: على مشغّل البوت أن يضبط MARATHON_PUBLIC_URL أولًا.
certificates-preview = بموجب «{ $rule }» بلغ عدد من أتمّوا: { $people }. كل من في القائمة المعتمدة وليست له شهادة يحصل على واحدة، ولا يحصل أحد على اثنتين. ويُعلَن ذلك مرة واحدة في القناة.
certificates-issue = إصدار الشهادات
certificates-issued = صدر من الشهادات: { $new }؛ وكان موجودًا من قبل: { $already }. { $inexact ->
    [none] {""}
   *[other] صحيحة على الورق لكن أسماءها لا تُنسخ حرفًا بحرف: { $inexact }
}
certificates-count = الشهادات السارية: { $valid }؛ والمستبدلة أو الملغاة: { $others }.
certificates-unsupported = ما لم يعد قائمًا على السجلات: { $count } ({ $serials }). ألغوها أو استبدلوها.
certificate-revoke = إلغاء…
certificate-revoke-reason = السبب (سيراه الجميع)
certificate-revoked = أُلغيت الشهادة { $serial }.
certificate-replace = استبدال…
certificate-replace-reason = السبب، مثل تصحيح الاسم
certificate-replaced = استُبدلت الشهادة { $old }. وحلّت محلها: { $new }.

# أصحاب الشهادات

certificate-yours = شهادتكم
certificate-none = لا توجد هنا شهادة سارية باسمكم.
certificate-text = شهادتكم ملف PDF ووثيقة رقمية موقّعة تقرؤها البرامج. ويمكن لأي شخص التحقق منها على { $url }. [أضيفوها إلى LinkedIn]({ $linkedin })

rule-title = قاعدة الإتمام، الإصدار { $version }
rule-frozen = ثابتة منذ { $since }.
rule-none = ليس لهذا الماراثون قاعدة إتمام.
certificate-replaced-text = لديك شهادة جديدة رقمها { $serial } بدلًا من السابقة. يعرضها `/me`؛ ويبقى التحقق من القديمة ممكنًا بوصفها مستبدلة.
completion-open = لم يُبَتّ فيه وقد يغيّر حالة
completion-open-text = الاعتراضات: { $appeals } (`/attendance appeals`)؛ الأسماء المشكوك فيها في تقرير اجتماع: { $reviews } (`/attendance review`).
