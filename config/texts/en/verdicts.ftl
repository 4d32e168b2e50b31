# Why a verdict is what it is: one message a code of AttendanceCode. Short: several stand in one line.

why-check-in = check-in { $at }
why-check-in-late = check-in { $at }, later than { $until }, which does not count
why-check-in-outside = check-in { $at }, when check-in was not open
why-minutes-enough = { $sources } { $spans } = { $minutes } of { $length } min ≥ { $share } %
why-minutes-short = { $sources } { $spans } = { $minutes } of { $length } min, fewer than { $share } %
why-minutes-range = { $sources } { $spans } = { $minutes_min } to { $minutes_max } of { $length } min: the report does not say whether that is { $share } %
why-statement = an organiser stated { $at }: { $verdict ->
    [present] present
    [excused] excused
   *[absent] absent
}{ $reason ->
    [none] {""}
   *[other] {" "}(“{ $reason }”)
}
why-statement-not-counted = an organiser’s statement { $at }, which this programme does not count
why-group = group viewing, countersigned, { $at }
why-group-waiting = group viewing declared { $at }, waiting for an organiser’s signature
why-recording = the recording was watched, { $at }
why-recording-too-late = the recording was watched { $at }, later than { $until }
why-recording-not-allowed = the recording was watched { $at }, which this programme does not count
why-together-met = together that is enough: { $kinds }
why-together-missing = still missing: { $kinds }
why-withdrawn = { $count ->
    [one] one piece of evidence was withdrawn
   *[other] { $count } pieces of evidence were withdrawn
}
why-not-over = presence can still be proven until { $until }
why-session-cancelled = the session was cancelled
why-no-evidence = nothing was recorded

evidence-check-in = check-in
evidence-presence = voice channel
evidence-report = meeting report
evidence-statement = organiser’s statement
evidence-group = group viewing
evidence-recording = recording

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
platform-other = meeting report
