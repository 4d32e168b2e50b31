# القاعدة المنشورة بكلمات بسيطة: جملة لكل متطلب.

rule-sessions = حضور { $needed } على الأقل من الجلسات البالغ عددها { $of }.
rule-share = حضور { $percent }% على الأقل من الجلسات: { $needed } من { $of }.
rule-required = { $count ->
    [one] الحضور في الجلسة { $numbers } إلزامي.
    [two] الحضور في الجلستين { $numbers } إلزامي.
   *[other] الحضور في الجلسات { $numbers } إلزامي.
}
rule-minutes = مدة حضور مسجّلة لا تقل بالدقائق عن { $minutes }.
rule-assessment = نتيجة لا تقل عن { $mark }% في التقييم{ $attempts ->
    [none] {""}
    [one] ، في محاولة واحدة
   *[other] ، وأقصى عدد للمحاولات { $attempts }
}.
rule-survey = تسليم الاستبيان.
rule-deadline = وكل ذلك قبل { $deadline }.
rule-cancelled-need-unchanged = لا تغيّر الجلسة الملغاة شيئًا من المطلوب؛ والجلسة الإلزامية التي تُلغى لا تعود مطلوبة.
rule-cancelled-need-reduced = عن كل جلسة ملغاة ينقص المطلوب جلسة؛ والجلسة الإلزامية التي تُلغى لا تعود مطلوبة.
rule-cancelled-count-as-attended = تُحتسب الجلسة الملغاة كأن الجميع حضروها.
rule-added-need-unchanged = الجلسة المضافة لاحقًا فرصة إضافية ولا تزيد المطلوب.
rule-added-need-raised = عن كل جلسة تضاف لاحقًا يزيد المطلوب جلسة.
rule-added-do-not-count = الجلسة المضافة لاحقًا لا تُحتسب.
rule-excused = الغياب بعذر يُحتسب ضمن الجلسات المطلوبة ويظهر على أنه بعذر.

# لماذا كانت حالة الشخص كما هي: جملة لكل رمز.

completion-why-withdrawn = انسحاب منذ { $at }.
completion-why-sessions-met = المطلوب { $needed } من { $of } من الجلسات؛ والمحتسب { $have }.
completion-why-sessions-short = المطلوب { $needed } من { $of } من الجلسات؛ ولديكم { $have }. { $left ->
    [zero] لم يبق شيء منها.
    [one] بقيت واحدة: { $may_miss ->
        [zero] لا يجوز أن تفوتكم.
       *[other] يجوز أن تفوتكم.
    }
   *[other] بقي { $left }: { $may_miss ->
        [zero] لا يجوز أن تفوتكم أي منها
       *[other] يجوز أن يفوتكم منها { $may_miss }
    }.
}{ $make_good ->
    [zero] {""}
    [one] {" "}ويجب تعويض جلسة فائتة.
    [two] {" "}ويجب تعويض جلستين فائتتين.
   *[other] {" "}وعدد الجلسات الفائتة الواجب تعويضها { $make_good }.
}
completion-why-sessions-out-of-reach = المطلوب { $needed } من { $of } من الجلسات؛ ولديكم { $have } وأقصى ما يمكن بلوغه { $possible }.
completion-why-session-cancelled = أُلغيت الجلسة { $number }. { $effect ->
    [need-reduced] فينقص المطلوب جلسة.
    [count-as-attended] وتُحتسب كأن الجميع حضروها.
   *[other] ولا يغيّر ذلك شيئًا من المطلوب.
}
completion-why-recording-open = يمكن تعويض الجلسة { $number } بمشاهدة التسجيل حتى { $until }.
completion-why-question-open = لم يقرر أحد المنظِّمين بعد بشأن الجلسة { $number }.
completion-why-required-met = الجلسة { $number } إلزامية ومحتسبة.
completion-why-required-left = الجلسة { $number } إلزامية ولم تُعقد بعد.
completion-why-required-to-make-good = الجلسة { $number } إلزامية وقد فاتت ولا يزال تعويضها ممكنًا.
completion-why-required-missed = الجلسة { $number } إلزامية وقد فاتت.
completion-why-required-waived = كانت الجلسة { $number } إلزامية ولم تعد مطلوبة لأنها أُلغيت.
completion-why-minutes-met = المطلوب بالدقائق { $needed }؛ والمسجّل { $have }.
completion-why-minutes-short = المطلوب بالدقائق { $needed }؛ ولديكم { $have } ولا يزال بلوغ { $possible } ممكنًا.
completion-why-minutes-out-of-reach = المطلوب بالدقائق { $needed }؛ ولديكم { $have } وأقصى ما يمكن بلوغه { $possible }.
completion-why-score-passed = اجتزتم التقييم بنسبة { $best }%؛ والمطلوب { $pass_mark }%.
completion-why-score-missing = { $best ->
    [none] لم يُجرَ التقييم بعد؛ والمطلوب { $pass_mark }%.
   *[other] أفضل نتيجة حتى الآن { $best }%؛ والمطلوب { $pass_mark }%.
}{ $attempts_left ->
    [none] {""}
    [one] {" "}بقيت محاولة واحدة.
    [two] {" "}بقيت محاولتان.
   *[other] {" "}المحاولات المتبقية: { $attempts_left }.
}{ $until ->
    [none] {""}
   *[other] {" "}وتُحتسب قبل { $until }.
}
completion-why-score-out-of-reach = { $best ->
    [none] لم يُجرَ التقييم في موعده؛ والمطلوب { $pass_mark }%.
   *[other] أفضل نتيجة { $best }%؛ والمطلوب { $pass_mark }%، ولا تُحتسب محاولة أخرى.
}
completion-why-survey-done = سُلّم الاستبيان.
completion-why-survey-missing = لم يُسلَّم الاستبيان بعد{ $until ->
    [none] {""}
   *[other] ، وموعده قبل { $until }
}.
completion-why-survey-out-of-reach = لم يُسلَّم الاستبيان قبل { $until }.
at-risk-text = لا يزال بإمكانك بلوغ «{ $rule }». المسجَّل حتى الآن:
at-risk-end = يعرض `/me` كل ما هو مسجَّل عنك. إن كان ينقص شيء، فزرّه يتيح لك الإبلاغ عنه.
