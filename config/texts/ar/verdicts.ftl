# لماذا كان القرار كما هو: رسالة لكل رمز. موجزة، إذ يقف عدد منها في سطر واحد.

why-check-in = تسجيل حضور { $at }
why-check-in-late = تسجيل حضور { $at }، بعد { $until }، ولا يُحتسب
why-check-in-outside = تسجيل حضور { $at }، ولم يكن مفتوحًا
why-minutes-enough = { $sources } { $spans } = { $minutes } من { $length } د ≥ { $share }%
why-minutes-short = { $sources } { $spans } = { $minutes } من { $length } د، أقل من { $share }%
why-minutes-range = { $sources } { $spans } = من { $minutes_min } إلى { $minutes_max } من { $length } د: لا يبيّن التقرير هل يبلغ ذلك { $share }%
why-statement = أفاد منظِّم { $at }: { $verdict ->
    [present] حاضر
    [excused] بعذر
   *[absent] غائب
}{ $reason ->
    [none] {""}
   *[other] {" "}(«{ $reason }»)
}
why-statement-not-counted = إفادة منظِّم { $at } لا يحتسبها هذا البرنامج
why-group = مشاهدة جماعية موقّع عليها، { $at }
why-group-waiting = مشاهدة جماعية أُعلنت { $at }، بانتظار توقيع منظِّم
why-recording = شوهد التسجيل، { $at }
why-recording-too-late = شوهد التسجيل { $at }، بعد { $until }
why-recording-not-allowed = شوهد التسجيل { $at }، ولا يحتسبه هذا البرنامج
why-together-met = هذا كافٍ مجتمعًا: { $kinds }
why-together-missing = لا يزال ينقص: { $kinds }
why-withdrawn = { $count ->
    [one] سُحب سجل واحد
    [two] سُحب سجلان
   *[other] السجلات المسحوبة: { $count }
}
why-not-over = لا يزال إثبات الحضور ممكنًا حتى { $until }
why-session-cancelled = أُلغيت الجلسة
why-no-evidence = لم يُسجَّل شيء

evidence-check-in = تسجيل حضور
evidence-presence = قناة صوتية
evidence-report = تقرير اجتماع
evidence-statement = إفادة منظِّم
evidence-group = مشاهدة جماعية
evidence-recording = تسجيل

platform-zoom-meeting = Zoom
platform-zoom-webinar = Zoom
platform-zoom-unique-users = Zoom
platform-zoom-registration = Zoom
platform-teams-list = Teams
platform-teams-report-2021 = Teams
platform-teams-report = Teams
platform-webex = Webex
platform-google-meet = Google Meet
platform-bbb = BigBlueButton
platform-other = تقرير اجتماع
