# The certificate, its training record and the signed credential. Dates and numbers come ready in the language.

certificate-heading-participation = Certificate of Participation
certificate-heading-completion = Certificate of Completion
certificate-document-title = { $heading } – { $name }
certificate-document-description = { $title }, { $dates }: certificate and training record, number { $serial }
certificate-lead = This is to state that
certificate-statement-participation = took part in the training marathon
certificate-statement-completion = completed the following training marathon, with assessment
certificate-theme = “{ $theme }”
certificate-span = { $first } – { $last }
certificate-dates = { $dates }  ·  { $sessions ->
    [one] one session
   *[other] { $sessions } sessions
}, { $length }
certificate-presence = Presence recorded in { $attended } of { $held } sessions, { $length }
certificate-assessment = Assessment passed with { $score } %{ $mark ->
    [none] {""}
   *[other] {" "}(pass mark { $mark } %)
}
certificate-rule = Issued under the completion rule, version { $version }: { $rule }
certificate-issued = Issued on { $day }
certificate-serial = Certificate number
certificate-verify = Check this certificate at
certificate-code-alt = QR code that leads to { $address }
certificate-logo-alt = Logo of { $issuer }
certificate-hours = { $hours ->
    [0] { $minutes } min
   *[other] { $minutes ->
        [0] { $hours } h
       *[other] { $hours } h { $minutes } min
    }
}

record-heading = Training record
record-course = Course
record-theme = Theme
record-dates = Dates
record-rule = Rule
record-rule-text = Version { $version }: { $rule }
record-result = Assessment
record-result-text = { $score } %{ $mark ->
    [none] {""}
   *[other] {" "}(pass mark { $mark } %)
}
record-number = No.
record-day = Date
record-topic = Topic
record-trainers = Trainers
record-basis = Presence by
record-score = Score
record-minutes = Minutes
record-score-value = { $score } %
record-total = { $attended } of { $held } sessions, { $length }
record-note-minutes = Where a connection was measured, the minutes are those measured. Elsewhere presence was recorded at a moment, and the minutes are the session’s length.
record-note-connection = “Connection”: the time connected to the meeting was measured; nothing is said of what happened meanwhile.
record-page = Page {"{page}"} of {"{pages}"}

basis-check-in = check-in
basis-connection = connection
basis-statement = organiser’s statement
basis-group = group viewing
basis-recording = recording
basis-excused = excused
basis-cancelled = cancelled, counted

badge-description = { $heading }: { $title }, { $dates }. Issued by { $issuer }.
badge-evidence = Training record
badge-evidence-text = { $presence }. { $rule }
badge-result = Assessment
