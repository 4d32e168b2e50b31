# Почему решение таково: сообщение на код. Коротко: в одной строке их несколько.

why-check-in = отметка { $at }
why-check-in-late = отметка { $at }, позже { $until }, не засчитывается
why-check-in-outside = отметка { $at }, когда она не была открыта
why-minutes-enough = { $sources } { $spans } = { $minutes } из { $length } мин ≥ { $share } %
why-minutes-short = { $sources } { $spans } = { $minutes } из { $length } мин, меньше { $share } %
why-minutes-range = { $sources } { $spans } = от { $minutes_min } до { $minutes_max } из { $length } мин: из отчёта не видно, { $share } % ли это
why-statement = организатор заявил { $at }: { $verdict ->
    [present] присутствие
    [excused] уважительная причина
   *[absent] отсутствие
}{ $reason ->
    [none] {""}
   *[other] {" "}(«{ $reason }»)
}
why-statement-not-counted = заявление организатора { $at }, которое в этой программе не засчитывается
why-group = просмотр в группе, заверен, { $at }
why-group-waiting = о просмотре в группе сообщено { $at }, ждёт подписи организатора
why-recording = запись просмотрена, { $at }
why-recording-too-late = запись просмотрена { $at }, позже { $until }
why-recording-not-allowed = запись просмотрена { $at }, в этой программе не засчитывается
why-together-met = вместе этого достаточно: { $kinds }
why-together-missing = ещё не хватает: { $kinds }
why-withdrawn = { $count ->
    [1] одна запись отозвана
   *[other] отозвано записей: { $count }
}
why-not-over = присутствие ещё можно подтвердить до { $until }
why-session-cancelled = занятие отменено
why-no-evidence = ничего не записано

evidence-check-in = отметка
evidence-presence = голосовой канал
evidence-report = отчёт о встрече
evidence-statement = заявление организатора
evidence-group = просмотр в группе
evidence-recording = запись

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
platform-other = отчёт о встрече
