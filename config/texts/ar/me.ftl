me-status-none = لم تقدّموا طلبًا. يُطلب المقعد بالأمر `/apply`.
me-status-draft = بدأتم طلبكم ولم ترسلوه. يُستكمل بالأمر `/apply`.
me-status-applied = وصل طلبكم. وستُبلَّغون عند توزيع المقاعد.
me-status-waiting = { $rank ->
    [0] أنتم على قائمة الانتظار.
   *[other] ترتيبكم { $rank } على قائمة الانتظار.
}
me-waiting-until = كل مقعد يشغر حتى { $until } يُعرض على الشخص التالي وفق القاعدة المنشورة، وتُبلَّغون بذلك فورًا.
me-status-offered = يُعرض عليكم مقعد. يُرجى الرد قبل انتهاء مهلة العرض.
me-status-accepted = لكم مقعد.
me-status-declined = اعتذرتم عن المقعد المعروض.
me-status-expired = انتهت مهلة عرض المقعد دون رد.
me-status-rejected = لم يُقبل طلبكم.
me-status-withdrawn = انسحبتم.
me-name = الاسم في الشهادة
me-sessions = جلساتكم
me-calendar = تقويمكم
me-language-kept = من الآن فصاعدًا نخاطبكم بالعربية: هنا وفي البريد الإلكتروني وفي تقويمكم.
me-cohort-changed =
    { $cohort ->
        [none] أنتم في أي مجموعة فيها متسع.
       *[other] مجموعتكم «{ $cohort }».
    }

completion-on-track = على المسار الصحيح.
completion-at-risk = معرّض للخطر.
completion-out-of-reach = لم يعد ممكنًا.
completion-complete = اكتمل.
completion-withdrawn = انسحاب.
completion-people = { $count ->
    [zero] لا مقعد لأحد بعد.
    [one] مشارك واحد.
    [two] مشاركان.
    [few] { $count } مشاركين.
    [many] { $count } مشاركًا.
   *[other] { $count } مشارك.
}

verdict-present = حاضر
verdict-partial = جزئيًا
verdict-absent = غائب
verdict-excused = بعذر
verdict-open = قيد البت
attendance-nobody = لا مقعد لأحد بعد.
and-more = … و{ $count } غيرها.
me-zone-kept = منطقتكم الزمنية الآن { $zone }؛ والساعة هناك { $local }.
me-reminders = التذكيرات
reminders-title = تذكيراتكم
reminders-by-channel = تصلكم التذكيرات **في القناة** كما تصل الجميع.
reminders-by-dm = تصلكم التذكيرات **برسالة مباشرة**، إضافة إلى ما يُنشر في القناة.
reminders-muted = **لا يُرسل إليكم شيء من هذا الماراثون**، ولا تذكركم أي رسالة بالاسم. أما ما يُوجَّه إلى الجميع فيمكن كتمه في Discord: انقروا القناة بالزر الأيمن ثم «كتم القناة».
reminders-refused = ⚠️ منذ { $at } عادت تذكيراتكم إلى القناة: لم يسمح Discord بوصول رسالة مباشرة إليكم. اسمحوا بالرسائل المباشرة من أعضاء هذا الخادم (قائمته ← إعدادات الخصوصية) ثم اختاروها من جديد.
reminders-quiet = { $quiet ->
    [none] لا ساعات هدوء: تصل الرسائل المباشرة في أي ساعة.
   *[other] ساعات الهدوء { $quiet } ({ $zone }): ما كان سيصل خلالها ينتظر انتهاءها، أو يصل قبلها بقليل إن كان الانتظار متأخرًا جدًا.
}
reminders-snoozed = مؤجلة حتى { $until }: وما بقي مفيدًا يصل حينئذ.
reminders-choose-dm = أرسلوا إليّ رسائل مباشرة
reminders-choose-channel = في القناة فقط
reminders-choose-quiet = ساعات الهدوء
reminders-quiet-field = من وإلى، مثل 22:00-07:00؛ أو -
reminders-mute = كتم هذا الماراثون
reminders-unmute = إلغاء الكتم
reminders-which-pick = أي التذكيرات تريدون
reminders-snooze-pick = تأجيل
reminders-snooze = { $days ->
    [zero] إنهاء التأجيل
    [one] لا شيء ليوم واحد
    [two] لا شيء ليومين
    [few] لا شيء لمدة { $days } أيام
   *[other] لا شيء لمدة { $days } يومًا
}
reminders-hello = من الآن فصاعدًا تصل تذكيراتكم إلى هنا. ويغيّر ذلك `/me` في الخادم: أيها، وساعات الهدوء، والتوقف مؤقتًا، أو العودة إلى القناة.
reminder-rule-lead = قبل { $anchor ->
    [session] بدء الجلسة
    [survey-due] موعد الاستبيان
   *[certificates-ready] صدور الشهادات
} بـ { $unit ->
    [days] { $count ->
        [few] { $count } أيام
       *[other] { $count } يوم
    }
    [hours] { $count ->
        [few] { $count } ساعات
       *[other] { $count } ساعة
    }
   *[minutes] { $count ->
        [few] { $count } دقائق
       *[other] { $count } دقيقة
    }
}{ $audience ->
    [not-checked-in] ، إن لم تسجّلوا حضوركم
    [missed-last] ، إن فاتتكم السابقة
   *[other] {""}
}
reminder-rule-now = { $anchor ->
    [session] عند بدء الجلسة
    [survey-due] عند موعد الاستبيان
   *[certificates-ready] عند صدور الشهادات
}{ $audience ->
    [not-checked-in] ، إن لم تسجّلوا حضوركم
    [missed-last] ، إن فاتتكم السابقة
   *[other] {""}
}
reminder-rule-wall = { $at } { $own ->
    [yes] بتوقيتكم
   *[other] بتوقيت البرنامج
}، { $days ->
    [zero] في اليوم نفسه
    [one] في اليوم السابق
    [two] قبل يومين
    [few] قبل { $days } أيام
   *[other] قبل { $days } يومًا
}{ $audience ->
    [not-checked-in] ، إن لم تسجّلوا حضوركم
    [missed-last] ، إن فاتتكم السابقة
   *[other] {""}
}
reminder-calendar = إضافة إلى التقويم
reminder-absent = لا أستطيع المجيء
reminder-coming = أستطيع المجيء بعد كل شيء
reminder-mute = كتم هذا الماراثون
reminder-unmute = إلغاء الكتم
reminder-calendar-here = افتحوا الملف لوضع هذه الجلسة في تقويمكم، أو [أضيفوها إلى تقويم Google]({ $google }). ولا تتبع النسخة أي تغيير في البرنامج.
reminder-calendar-feed = تقويم يتبع كل تغيير:
reminder-absent-noted = سُجّل: لا تستطيعون المجيء إلى الجلسة { $number }، { $start }. يرى المنظِّمون ذلك، ولن تُذكَّروا بها بعد الآن، ولا يُحتسب لكم ولا عليكم: وإن جئتم فسجّلوا حضوركم فحسب.
reminder-coming-noted = سُجّل: تستطيعون المجيء إلى الجلسة { $number }، { $start }. إلى اللقاء.
reminder-muted = كُتم: لن يُرسل إليكم شيء من هذا الماراثون بعد الآن، ولن تذكركم أي رسالة بالاسم. ويغيّر ذلك في أي وقت `/me` ← التذكيرات.
