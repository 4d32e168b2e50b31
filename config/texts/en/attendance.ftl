# Attendance for organisers: reports taken in, statements, the queue of open questions.

import-preview = { $recognised } recognised, { $waiting } for you to decide, { $staff } rows of hosts and speakers left out, { $registered } registrations without attendance. Nothing is recorded yet.
import-recognised = Recognised
import-waiting = For you to decide
import-nothing = Nothing can be recorded from this.
import-confirm = Record this
import-gone = This preview is too old, or the bot was restarted. Nothing was recorded: please upload the file again.
import-same = These files were recorded before; nothing was changed.
import-done = Import { $number }: { $kept } rows recorded, { $already } known before, { $withdrawn } withdrawn earlier and left so. { $waiting } names wait in `/attendance review`. Take it back with `/attendance undo`.
import-heading = Write what a heading means as HEADING=FIELD, several with a semicolon between. Fields: { $fields }.
mark-done = { $count ->
    [one] One person
   *[other] { $count } people
} in session { $number }: { $verdict }. Evidence { $evidence }.
withdraw-done = Evidence { $evidence } is withdrawn, by evidence { $number }. Both stay in the record.
undo-done = Import { $number } is undone: { $rows ->
    [one] one piece of evidence is withdrawn
   *[other] { $rows } pieces of evidence are withdrawn
}. It can be imported again.
missing-nobody = Nobody is missing.
person-none = This account holds no place in the marathon.
person-evidence = evidence { $numbers }
attendance-exported = { $lines } lines. Keep the file safe: it holds names.
review-empty = Nothing waits for a decision.
review-rows = { $rows ->
    [one] One row
   *[other] { $rows } rows
} in a report of session { $number }. Whose?
review-left = { $count ->
    [one] The last open question
   *[other] { $count } open questions
}
review-someone = Somebody else…
review-person = Number, e-mail address or exact name
review-nobody = Nobody
review-staff = Host or speaker
review-later = Later
review-done = { $answer ->
    [credit] “{ $name }” is credited.
    [staff] “{ $name }” is left out as host or speaker.
   *[nobody] “{ $name }” is nobody’s.
} { $remembered ->
    [yes] This holds for later files too.
   *[no] { "" }
}
check-in-code-title = Check-in
check-in-code-label = The six digits that the speaker shows
code-shown = Session { $number }: **{ $code }**, the next in { $seconds ->
    [one] one second
   *[other] { $seconds } seconds
} ({ $until }). The code before is still taken for a minute.
code-not-asked = This programme does not ask for a code: the button alone is enough.
prompt-middle = Session { $number }: are you still here?
prompt-end = Session { $number }: check-in at the end
prompt-posted = The check-in is posted.
me-appeals = Your appeals
own-appeal = Contest a verdict
own-group = We watched together
own-recording = I watched the recording
own-field-session = Session number
own-field-text = What happened?
own-field-upload = A file that shows it
own-field-upload-about = { $kinds }, at most { $megabytes } MB; nobody but the organisers sees it.
own-field-file = Or the address of one (https://…)
own-field-people = The others: e-mail or exact name, a line each
own-field-proof = What shows that you watched it?
own-field-reason = Reason; the participant reads it
appeal-made = Your appeal about session { $number } is saved. An organiser decides; `/me` shows the answer.
appeal-open = ❔ Session { $number }: waiting for an organiser
appeal-upheld = ✅ Session { $number }: upheld. { $reason }
appeal-rejected = ▫️ Session { $number }: not upheld. { $reason }
appeal-answer-upheld = Your appeal about session { $number } is upheld: you count as present. The organisers’ reason: { $reason }
    `/me` shows where you stand.
appeal-answer-rejected = Your appeal about session { $number } is not upheld. The organisers’ reason: { $reason }
    `/me` shows where you stand.
appeal-left = { $count ->
    [one] The last one that waits
   *[other] { $count } wait
}
appeal-uphold = Uphold: was present
appeal-reject = Reject
appeal-answered = The answer is saved; the participant is told, and reads it in `/me`.
group-declared = Saved: { $count } people watched session { $number } together. It counts once an organiser has signed.
recording-kept = Saved: you watched the recording of session { $number }.
group-asked = { $name } says that these people watched session { $number } together:
group-sign = Sign
group-refuse = Not confirmed
group-settled = This is saved.

attendance-announced = 🗓 said { $at } that they cannot come
attendance-announced-title = Said they cannot come
