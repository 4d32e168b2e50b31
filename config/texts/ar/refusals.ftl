# رسالة لكل رفض تحمل اسم صنفه. والحقيقة المجهولة هي الكلمة none.

refusal-unknown-zone = «{ $zone }» ليست منطقة زمنية معروفة هنا. { $nearest ->
    [none] اذكروا مدينة أو بلدًا أو اسمًا مثل Africa/Nairobi.
   *[other] لعلها إحدى هذه: { $nearest }.
}
refusal-several-zones = في «{ $text }» أكثر من توقيت. حددوا أيها: { $zones }.
refusal-imaginary-time = لا وجود للموعد { $wall } في { $zone }: إذ تُقدَّم الساعة حينئذ. لعله { $before } أو { $after }.
refusal-ambiguous-time = يتكرر { $wall } مرتين في { $zone } لأن الساعة تُؤخَّر: في { $first } وفي { $second }. حددوا المقصود.
refusal-not-allowed = يتطلب هذا أحد الأدوار التالية في الماراثون: { $needs }. ويمكن لمنظِّم أن يمنحه.
refusal-unknown-marathon = { $known ->
    [none] لا يوجد ماراثون هنا بعد. أدخلوا برنامجًا بالأمر `marathon programme import FILE`.
   *[other] { $key ->
        [none] حددوا أي ماراثون: { $known }.
       *[other] لا يوجد هنا ماراثون «{ $key }». الموجود: { $known }.
    }
}
refusal-unknown-session = لا توجد جلسة { $number } في هذا البرنامج. { $known ->
    [none] وليس فيه جلسات بعد.
   *[other] الموجود: { $known }.
}
refusal-applications-closed = لا تُقبل الطلبات الآن. تُفتح في: { $opens }؛ وتُغلق في: { $closes }.
refusal-already-applied = سبق أن قدّمتم طلبًا في { $applied }. ويبيّن `/me` وضعكم.
refusal-check-in-not-open = لم يُفتح تسجيل الحضور بعد. ويُفتح في { $opens }؛ يُرجى العودة حينئذ.
refusal-check-in-closed = أُغلق تسجيل الحضور في { $closed }. وإن كنتم حاضرين فأبلغوا أحد المنظِّمين: فلا يزال تسجيل حضوركم ممكنًا.
refusal-wrong-code = ليس هذا هو الرمز المعروض الآن. { $tries_left ->
    [zero] لا محاولات أخرى لبعض الوقت.
    [one] بقيت محاولة واحدة.
    [two] بقيت محاولتان.
   *[other] المحاولات المتبقية: { $tries_left }.
}
refusal-too-many-wrong-codes = رموز خاطئة كثيرة. يُرجى المحاولة من جديد في { $again }.
refusal-unknown-participant = { $several ->
    [none] لا يدل «{ $text }» على أحد له مقعد هنا. اذكروا رقمًا أو بريدًا إلكترونيًا أو الاسم بدقة.
   *[other] يصدق «{ $text }» على عدة أشخاص: { $several }. اذكروا الرقم أو البريد الإلكتروني.
}
refusal-unknown-evidence = لا يوجد هنا سجل { $number } يمكن سحبه.
refusal-unknown-import = لم يُدخَل تقرير بالرقم { $number }.
refusal-already-decided = سبق البت في الرقم { $number } في { $decided }. ولم يتغيّر شيء.
refusal-appeal-not-possible = يمكن التظلّم بشأن هذه الجلسة من { $opens } حتى { $until }.
refusal-appeal-waiting = تظلّمكم المقدم في { $since } بشأن هذه الجلسة ينتظر أحد المنظِّمين. وسيصلكم الرد هنا.
refusal-recording-not-counted = { $until ->
    [none] لا يحتسب هذا البرنامج التسجيلات.
   *[other] كانت تسجيلات هذه الجلسة تُحتسب حتى { $until }.
}
refusal-no-place = ليس لكم مقعد في هذا الماراثون، فلا يمكنكم تسجيل الحضور. ويبيّن `/me` وضع طلبكم.
refusal-session-cancelled = أُلغيت الجلسة { $number }، { $title }. ولا يُسجَّل لها شيء.
refusal-bad-value = لا يصلح «{ $value }» في خانة «{ $field }»: { $expected ->
    [email-address] يجب أن يكون بريدًا إلكترونيًا مثل name@example.org.
    [when] اكتبوه هكذا: 2025-09-16 15:00 أو tomorrow 15:00 أو tuesday 15:00، أو خطوة مثل +1d أو +90m.
    [when-unambiguous] ليس واضحًا أي رقم هو اليوم. اكتبوا السنة فالشهر فاليوم: 2025-09-16 15:00.
    [when-time] الساعة ناقصة. أضيفوها كما في 2025-09-16 15:00.
    [when-exists] لا يوجد هذا اليوم أو هذه الساعة في التقويم.
    [session-minutes] تدوم الجلسة من 5 دقائق إلى 24 ساعة (1440 دقيقة).
    [web-address] يجب أن يكون عنوانًا يبدأ بـ https://.
   *[other] المتوقع { $expected }.
}
refusal-value-missing = لا يمكن ترك خانة «{ $field }» فارغة.
refusal-bad-length = يجب أن يكون في خانة «{ $field }» من { $minimum } إلى { $maximum } من المحارف، ومنها حروف؛ وفيما كتبتم { $length }.
refusal-bad-characters = لا تقبل خانة «{ $field }» هذه المحارف: { $characters }
refusal-unknown-choice = ليس «{ $value }» من خيارات خانة «{ $field }». اختاروا من: { $choices }.
refusal-unknown-country = لا يوجد بلد باسم «{ $value }». { $nearest ->
    [none] يُرجى الاختيار من القائمة.
   *[other] لعله أحد هذه: { $nearest }.
}
refusal-consent-missing = لا يُحتفظ بشيء من دون موافقتكم على إشعار الخصوصية.
refusal-email-twice = { $email } موجود في السطر { $line }. أبقوا السطر المقصود.
refusal-no-application = ليس لكم طلب في هذا الماراثون. يُطلب المقعد بالأمر `/apply`.
refusal-not-possible-now = لا يصح هذا والطلب على حاله ({ $status }). الممكن الآن: { $possible }.
refusal-no-offer = لا يوجد عرض للرد عليه ({ $status }).
refusal-offer-expired = انتهت مهلة العرض في { $deadline }.
refusal-offer-still-open = يسري العرض حتى { $deadline } ولا تنتهي مهلته قبل ذلك.
refusal-fields-fixed = لم يعد تغيير هذه الخانات ممكنًا لأن الاختيار جرى على أساسها: { $fields }.
refusal-name-frozen = الاسم في الشهادة ثابت منذ { $since }. ويمكن لمنظِّم تصحيحه مع ذكر السبب.
refusal-reason-needed = يحتاج هذا القرار إلى سبب: فهو يخالف ترتيب الاختيار.
refusal-no-free-place = لا مقعد شاغرًا: شُغل { $taken } من { $capacity }.
refusal-capacity-too-low = عدد المقاعد { $capacity } قليل: فقد شُغل أو عُرض منها { $taken }.
refusal-unknown-application = لا يوجد طلب بالرقم { $number } في هذا الماراثون.
refusal-no-proposal = لا يوجد مقترح للاعتماد. { $newest ->
    [none] أعدّوا واحدًا أولًا.
   *[other] أحدثها الرقم { $newest }.
}
refusal-already-approved = اعتمد { $by } المقترح { $number } في { $at }.
refusal-proposal-outdated = تغيّرت الطلبات منذ إعداد المقترح { $number }. يُرجى إعداد مقترح جديد.
refusal-bad-serial = ليس «{ $text }» رقم شهادة. { $problem ->
    [length] فيه من المحارف { $length }؛ والمتوقع { $expected }.
    [characters] لا ترد هذه المحارف في الأرقام: { $characters }.
   *[other] يُرجى التحقق من وجود خطأ في الكتابة.
}
refusal-certificate-revoked = أُلغيت الشهادة { $serial } في { $revoked }: { $reason }. وهذا نهائي.
refusal-certificate-superseded = استُبدلت الشهادة { $serial } في { $superseded } وحلّت محلها { $by }.
refusal-missing-glyphs = لا يعرض أي خط مثبّت { $characters } في «{ $text }». وتعرضها هذه الحزم: { $packages }.
refusal-marathon-exists = يوجد ماراثون «{ $key }». أعطوا البرنامج مفتاحًا آخر، أو ضعوه في تواريخ أخرى بمفتاح آخر.
refusal-nobody-to-tell = لن يصل هذا إلى أحد: لا أحد ينتمي إلى هذا الجمهور الآن، أو لا يمكن الوصول إلى أحد منه بهذه الطريقة.
refusal-said-already = قيلت هذه الكلمات اليوم للأشخاص أنفسهم بالطريقة نفسها: لا يُقال شيء مرتين.
refusal-not-failed = لم يفشل الإرسال { $number } أو ليس معروفًا هنا: لا يُعاد إلا ما فشل.
refusal-nothing-to-announce = لم يُعَدّ «{ $key }» في خادم بعد: `/setup` أولًا.
refusal-bound-elsewhere = «{ $key }» في خادم آخر. أدخلوا البرنامج لهذا الخادم بمفتاح آخر.
refusal-broken-template = لا يمكن تنضيد قالب الشهادة: { $message }. { $hints ->
    [none] {""}
   *[other] تلميح: { $hints }.
}
refusal-bad-credential = { $problem ->
    [signature] لا يطابق التوقيع: فقد غُيّرت هذه الوثيقة بعد توقيعها، أو لم تُوقَّع هنا قط.
    [key] وُقّعت هذه الوثيقة بمفتاح ليس لنا.
    [algorithm] وُقّعت هذه الوثيقة بغير طريقتنا (RS256).
   *[other] ليست هذه وثيقة موقّعة. يُرجى تقديم الملف المنتهي بـ .jwt من دون تغيير.
}
refusal-move-into-past = لقد مضى { $start }. حددوا للجلسة موعدًا قادمًا.
refusal-sessions-collide = للأشخاص أنفسهم الجلسة { $number }، { $title }، من { $start } إلى { $end }. اختاروا موعدًا آخر أو انقلوا تلك أولًا.
refusal-session-unchanged = الجلسة { $number } على هذا النحو من قبل. ولم يتغيّر شيء.
refusal-already-cancelled = الجلسة { $number }، { $title }، ملغاة منذ { $cancelled }.
refusal-not-cancelled = الجلسة { $number }، { $title }، ليست ملغاة: فلا شيء يُستعاد.
refusal-not-while-cancelled = الجلسة { $number }، { $title }، ملغاة. استعيدوها أولًا ثم انقلوها.
refusal-session-over = انتهت الجلسة { $number } في { $ended } ولا يمكن نقلها: فما يُعرف عن الحاضرين يخص ذلك الوقت.
refusal-number-taken = الجلسة { $number } موجودة: { $title }. والرقم الشاغر التالي { $free }.
refusal-changed-meanwhile = في هذه الأثناء { $verb ->
    [moved] نقل
    [cancelled] ألغى
    [restored] استعاد
   *[other] غيّر
} { $by } الجلسة { $number } في { $at }. وهي الآن { $status ->
    [cancelled] ملغاة (كان موعدها { $start })
   *[other] في { $start }
}. ولم يُنفَّذ شيء مما طلبتم: انظروا إليها من جديد.
refusal-unknown-rule = لا توجد قاعدة إتمام «{ $key }». الموجود: { $known }.
refusal-not-over-yet = لا ينتهي الماراثون قبل { $ends }. والشهادات تفيد عنه كله، فتُعدّ القائمة بعد ذلك.
refusal-no-list = لا توجد قائمة كهذه للاعتماد. { $newest ->
    [none] أعدّوا واحدة أولًا.
   *[other] أحدثها الرقم { $newest }.
}
refusal-four-eyes = أعدّ { $by } القائمة { $number }. ويجب أن يعتمدها منظِّم آخر: أربع عيون.
refusal-own-list = اسمكم في القائمة { $number }. ويجب أن يعتمدها من ليس فيها.
refusal-list-approved = اعتمد { $by } القائمة { $number } في { $at }.
refusal-list-changed = منذ إعداد القائمة { $number } { $changed ->
    [none] تغيّرت القاعدة
   *[other] تغيّرت سجلات أو أسماء (أرقام الأشخاص { $changed })
}. ولم يعد اعتمادها قائمًا. يُرجى إعداد قائمة جديدة واعتمادها.
refusal-not-approved = لا يصدر شيء قبل أن يعتمد منظِّم آخر قائمة «{ $rule }».
refusal-names-missing = ليس لهؤلاء الأشخاص اسم للشهادة: { $persons }. ولم يصدر شيء.
refusal-unknown-certificate = لا توجد هنا شهادة { $serial }.
refusal-not-carried = لا تسند سجلات اليوم شهادة محل { $serial } ({ $status }). ويمكن إلغاؤها.
refusal-files-not-kept = لا يمكن كتابة الملفات في { $folder }: { $reason }. صدر وسرى من الشهادات { $issued }؛ وبقي { $left }. أفسحوا مكانًا ثم أصدروا من جديد: ولا يحصل أحد على اثنتين.
refusal-file-changed = الملف { $file } للشهادة { $serial } مفقود أو ليس هو الذي صدر. استعيدوه من نسخة.
refusal-unknown-person = لا أحد ممن لهم مقعد هنا هو «{ $text }».
refusal-wrong-link-code = لا يحمل أي طلب هذا الرمز. انسخوه من الرسالة كما هو، مثل 12-K7QPXW2MNA.
refusal-account-in-use = هذا الحساب في Discord أو هذا الطلب مربوط من قبل. ويمكن لمنظِّم النظر في الأمر.
refusal-cancel-first = ستُعقد الجلسة { $number }، { $title }. ألغوها أولًا ليعلم الناس، ثم احذفوها.
refusal-has-evidence = سُجّل في الجلسة { $number } حضور، وعدد الأشخاص { $people }، والسجلات تُحفظ. فتبقى ملغاة.
refusal-attended-in-group = سُجّل حضور في الجلسات { $sessions } من المجموعة الحالية ولن يُحتسب في غيرها. اسحبوا ذلك السجل أولًا إن كان خطأ.
refusal-file-too-large = حجم الملف { $megabytes } ميغابايت؛ والأقصى { $maximum } ميغابايت. وتكفي صورة أو صفحة من ملف PDF: ولم يُحفظ شيء بعد.
refusal-file-not-taken = لا يمكن قبول الملف «{ $name }». أرسلوا أحد هذه الأنواع: { $kinds }. وتكفي لقطة شاشة أو صورة: ولم يُحفظ شيء بعد.

# ما تذكره حالات الرفض: الخانات وما يمكن فعله بالطلب والأدوار

field-name = الاسم
field-email = البريد الإلكتروني
field-organisation = المؤسسة
field-country = البلد
field-kind = نوع المؤسسة
field-function = مجال العمل
field-gender = الجنس
field-zone = المنطقة الزمنية
field-language = اللغة
field-cohort = المجموعة
field-time = الموعد
field-reason = السبب
field-text = الوصف
field-file = عنوان المستند
field-people = الأشخاص
field-proof = المستند
field-verdict = القرار
field-score = الدرجة
field-title = العنوان
field-topic = الموضوع
field-speakers = المتحدثون
field-venue = المكان
field-join-url = رابط الانضمام
field-duration = المدة

can-start = بدء
can-submit = إرسال
can-edit = تصحيح
can-withdraw = سحب
can-select = اختيار
can-offer = عرض مقعد
can-accept = قبول
can-decline = اعتذار
can-wait = وضع على قائمة الانتظار
can-admit = قبول مباشر
can-reject = رفض
can-expire = ترك المهلة تنتهي
can-reinstate = إعادة إلى قائمة الانتظار

role-organiser = منظِّم
role-approver = معتمِد
role-speaker = متحدث
role-auditor = مدقّق
refusal-bad-number = يجب أن تكون خانة «{ $field }» من { $minimum } إلى { $maximum }؛ وليس { $number } كذلك.
