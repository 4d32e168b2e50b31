# Reports of meeting platforms: what an organiser hears about a file. One message a problem, named after its code.

report-no-times = { $file } has no join and leave times, only totals. Time before and after the session cannot be cut off, so the figures are upper limits. Say yes to record them, or export the report with join and leave times (in Zoom: without “Show unique users”).
report-open-interval = { $file }: { $rows ->
    [one] one person has no “left” line, or joined twice without leaving
   *[other] { $rows } people have no “left” line, or joined twice without leaving
}. Only what the list proves is counted.
report-aggregate-only = { $file } states one total a person, not each joining and leaving. Where somebody took a break and was there before or after the session too, the minutes are a range.
report-ambiguous-time = { $file }: { $rows ->
    [one] the times of line { $line } fall
   *[other] the times of { $rows } lines (first: line { $line }) fall
} into the hour that the clock change repeats; the minutes are a range.
report-unreadable-row = { $file }: { $rows ->
    [one] line { $line } has no times that can be read, and credits nobody.
   *[other] { $rows } lines (first: line { $line }) have no times that can be read, and credit nobody.
}
report-unknown-value = { $file }: “{ $text }” in line { $line } is not known{ $rows ->
    [one] {""}
   *[other] {" "}({ $rows } lines)
}; such lines credit nobody.
report-nobody-in-session = { $file }: nobody in it was there during the session. Is it the report of this session?
report-wrong-zone = { $file } misses the session by { $hours } hours: its times are { $direction ->
    [earlier] earlier
   *[later] later
}. Was it exported in another time zone than the one you gave?
report-wrong-day = { $day ->
    [none] { $file } is not of this session’s day: “{ $example }” is another day however it is read. Nothing is recorded.
   *[other] { $file } is of another day: { $day }, { $days } days { $direction ->
        [earlier] before
       *[later] after
    } this session. Nothing is recorded.
}
report-ambiguous-dates = { $file }: day and month of “{ $example }” can be read in two ways, and neither the other dates nor the session’s date settles it. Say which comes first.
report-not-attendance = { $file } is a list of registrations, which is not attendance. Export the attendee report instead (in Zoom: Reports → Webinar → Attendee report, or Reports → Usage → participants with join and leave times). Nothing is recorded.
report-unknown-heading = { $file }: these headings are not known: { $headings }. { $missing ->
    [none] Say what they mean.
   *[other] Still needed: { $missing }. Say which heading is which.
} The answer is remembered. Nothing is recorded.
report-unknown-report = { $file } is no attendance report that is known here: reports of Zoom, Microsoft Teams, Webex, Google Meet and BigBlueButton are. Nothing is recorded.
report-unknown-zone = “{ $zone }” is not a time zone that is known here. { $nearest ->
    [none] Give a name such as Africa/Nairobi.
   *[other] Perhaps one of these: { $nearest }.
}
report-no-rows = { $file } has headings but nobody who was there. Nothing is recorded.
report-empty-file = { $file } is empty. Nothing is recorded.
report-too-large = { $file } is too large for an attendance report. Nothing is recorded.
report-not-a-table = { $file } is not a table but a picture, a PDF or a web page. Export the report as CSV or XLSX. Nothing is recorded.
report-unreadable-file = { $file } cannot be read: it is damaged, locked with a password, or an old .xls file. Export the report again as CSV or XLSX. Nothing is recorded.

match-email-differs = a known name with an unknown e-mail
match-email-name-conflict = one person’s e-mail with another’s name
match-ambiguous-name = the name fits several people
match-no-match = nobody is registered by this name or e-mail
