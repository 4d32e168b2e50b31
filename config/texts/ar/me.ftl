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
completion-reach = المطلوب { $needed } من { $of } من الجلسات؛ ولديكم { $have }. { $left ->
    [zero] لم يبق شيء منها.
    [one] بقيت واحدة؛ ويجوز أن يفوتكم { $miss }.
   *[other] بقي { $left }؛ ويجوز أن يفوتكم منها { $miss }.
}
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
