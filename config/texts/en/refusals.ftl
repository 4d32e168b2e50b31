# One message for each refusal, named after its class. A fact that is not known is the word "none".

refusal-unknown-zone = “{ $zone }” is not a time zone that is known here. { $nearest ->
    [none] Give a city, a country or a name such as Africa/Nairobi.
   *[other] Perhaps one of these: { $nearest }.
}
refusal-several-zones = “{ $text }” keeps several times. Say which: { $zones }.
refusal-imaginary-time = There is no { $wall } in { $zone }: the clocks go forward then. Perhaps { $before } or { $after }.
refusal-ambiguous-time = { $wall } comes twice in { $zone }, because the clocks go back: at { $first } and at { $second }. Say which one is meant.
refusal-not-allowed = This needs one of these roles in the marathon: { $needs }. An organiser can give it.
refusal-unknown-marathon = { $known ->
    [none] There is no marathon here yet. Take a programme in with `marathon programme import FILE`.
   *[other] { $key ->
        [none] Say which marathon: { $known }.
       *[other] There is no marathon “{ $key }” here. There are: { $known }.
    }
}
refusal-unknown-session = There is no session { $number } in this programme. { $known ->
    [none] It has no sessions yet.
   *[other] There are: { $known }.
}
refusal-applications-closed = Applications are not taken now. They open { $opens } and close { $closes }.
refusal-already-applied = You applied already, at { $applied }. `/me` shows where you stand.
refusal-check-in-not-open = Check-in is not open yet. It opens { $opens }; please come back then.
refusal-check-in-closed = Check-in closed { $closed }. If you were there, tell an organiser: your presence can still be recorded.
refusal-wrong-code = This is not the code shown now. { $tries_left ->
    [0] No more tries for a while.
    [one] One more try.
   *[other] { $tries_left } more tries.
}
refusal-too-many-wrong-codes = Too many wrong codes. Please try again at { $again }.
refusal-unknown-participant = { $several ->
    [none] Nobody with a place here is meant by “{ $text }”. Give a number, an e-mail address or the exact name.
   *[other] “{ $text }” fits several people: { $several }. Give the number or the e-mail address.
}
refusal-unknown-evidence = There is no evidence { $number } here that could be withdrawn.
refusal-unknown-import = No report was taken in under number { $number }.
refusal-already-decided = Number { $number } was decided before, at { $decided }. Nothing was changed.
refusal-appeal-not-possible = An appeal about this session is possible from { $opens } until { $until }.
refusal-file-too-large = The file has { $megabytes } MB; at most { $maximum } MB can be taken. A photo or a page of a PDF is enough: nothing was saved yet.
refusal-file-not-taken = The file “{ $name }” cannot be taken. Send one of these: { $kinds }. A screenshot or a photo will do: nothing was saved yet.
refusal-appeal-waiting = Your appeal of { $since } about this session is waiting for an organiser. You will hear of the answer here.
refusal-recording-not-counted = { $until ->
    [none] This programme does not count recordings.
   *[other] Recordings of this session counted until { $until }.
}
refusal-no-place = You have no place in this marathon, so you cannot check in. `/me` shows where your application stands.
refusal-session-cancelled = Session { $number }, { $title }, is cancelled. Nothing is recorded for it.
refusal-bad-value = “{ $value }” cannot be taken for { $field }: { $expected ->
    [email-address] it must be an e-mail address such as name@example.org.
    [when] say it as 2025-09-16 15:00, tomorrow 15:00, tuesday 15:00, or as a step such as +1d or +90m.
    [when-unambiguous] it is not clear which number is the day. Write year, month, day: 2025-09-16 15:00.
    [when-time] the time of day is missing. Add it, as in 2025-09-16 15:00.
    [when-exists] there is no such day or hour in the calendar.
    [session-minutes] a session lasts 5 minutes to 24 hours (1440 minutes).
    [quiet-hours] say from when until when, such as 22:00-07:00, or - for none.
    [web-address] it must be a web address that begins with https://.
   *[other] { $expected } is expected.
}
refusal-value-missing = { $field } cannot be left empty.
refusal-bad-length = { $minimum ->
    [0] { $field } can have at most { $maximum } characters; yours has { $length }.
    [1] { $field } can have at most { $maximum } characters; yours has { $length }.
   *[other] { $field } must have { $minimum } to { $maximum } characters, letters among them; yours has { $length }.
}
refusal-bad-number = { $field } must be { $minimum } to { $maximum }; { $number } is not.
refusal-bad-characters = { $field } cannot hold these characters: { $characters }
refusal-unknown-choice = “{ $value }” is no choice for { $field }. Choose one of: { $choices }.
refusal-unknown-country = No country is called “{ $value }”. { $nearest ->
    [none] Please choose one from the list.
   *[other] Perhaps one of these: { $nearest }.
}
refusal-consent-missing = Nothing is kept without your consent to the privacy note.
refusal-email-twice = { $email } stands in line { $line } already. Keep the row that is meant.
refusal-no-application = There is no application of yours in this marathon. `/apply` asks for a place.
refusal-not-possible-now = This does not go with the application as it stands ({ $status }). Possible now: { $possible }.
refusal-no-offer = There is no offer to answer ({ $status }).
refusal-offer-expired = The offer expired { $deadline }.
refusal-offer-still-open = The offer stands until { $deadline } and cannot expire before.
refusal-fields-fixed = These fields can no longer be changed, for selection has judged by them: { $fields }.
refusal-name-frozen = The name on the certificate has been fixed since { $since }. An organiser can correct it, with a reason.
refusal-reason-needed = This needs a reason: it is kept with who did it and when, so that everybody can understand it later.
refusal-no-free-place = No place is free: { $taken } of { $capacity } are taken.
refusal-attended-in-group = Presence in sessions { $sessions } of the present group is recorded and would not count in another one. Withdraw that evidence first if it is wrong.
refusal-capacity-too-low = { $capacity } places are too few: { $taken } are held or offered already.
refusal-unknown-application = There is no application number { $number } in this marathon.
refusal-no-proposal = There is no proposal to approve. { $newest ->
    [none] Make one first.
   *[other] The newest is number { $newest }.
}
refusal-already-approved = Proposal { $number } was approved by { $by } at { $at }.
refusal-proposal-outdated = Applications have changed since proposal { $number } was made. Please make a new one.
refusal-bad-serial = “{ $text }” is not the serial of a certificate. { $problem ->
    [length] It has { $length } characters; { $expected } are expected.
    [characters] These do not occur in serials: { $characters }.
   *[other] Please check it for a typing error.
}
refusal-certificate-revoked = Certificate { $serial } was revoked at { $revoked }: { $reason }. That is final.
refusal-certificate-superseded = Certificate { $serial } was replaced at { $superseded } by { $by }.
refusal-missing-glyphs = No installed font can show { $characters } in “{ $text }”. These packages would: { $packages }.
refusal-marathon-exists = A marathon “{ $key }” exists already. Give the programme another key, or lay it on other dates with another key.
refusal-nobody-to-tell = This would reach nobody: nobody belongs to this audience now, or nobody of it is reached that way.
refusal-said-already = These words were said today to the same people in the same way: nothing is said twice.
refusal-not-failed = Delivery { $number } has not failed, or is unknown here: only what has failed is tried again.
refusal-nothing-to-announce = “{ $key }” is not set up in a server yet: `/setup` first.
refusal-bound-elsewhere = “{ $key }” lives in another server. Take the programme in under another key for this one.
refusal-broken-template = The certificate’s template cannot be set: { $message }. { $hints ->
    [none] {""}
   *[other] Hint: { $hints }.
}
refusal-bad-credential = { $problem ->
    [signature] The signature does not fit: this credential was changed after it was signed, or was never signed here.
    [key] This credential was signed with a key that is not ours.
    [algorithm] This credential is signed in another way than ours are (RS256).
   *[other] This is not a signed credential. Please hand in the file that ends in .jwt, unchanged.
}
refusal-move-into-past = { $start } has passed. Give the session a time that is still to come.
refusal-sessions-collide = The same people have session { $number }, { $title }, from { $start } to { $end }. Choose another time, or move that one first.
refusal-session-unchanged = Session { $number } is like that already. Nothing was changed.
refusal-already-cancelled = Session { $number }, { $title }, has been cancelled since { $cancelled }.
refusal-not-cancelled = Session { $number }, { $title }, is not cancelled: there is nothing to restore.
refusal-not-while-cancelled = Session { $number }, { $title }, is cancelled. Restore it first, then move it.
refusal-session-over = Session { $number } was over { $ended } and cannot be moved: what is known of who was there belongs to that time.
refusal-number-taken = Session { $number } exists: { $title }. The next free number is { $free }.
refusal-changed-meanwhile = { $by } { $verb ->
    [moved] moved
    [cancelled] cancelled
    [restored] restored
   *[other] changed
} session { $number } meanwhile, { $at }. It is now { $status ->
    [cancelled] cancelled (it was planned for { $start })
   *[other] at { $start }
}. Nothing of yours was done: look at it again.
refusal-unknown-rule = There is no completion rule “{ $key }”. There are: { $known }.
refusal-not-over-yet = The marathon is not over before { $ends }. Certificates state the whole of it, so the list is made afterwards.
refusal-no-list = There is no such list to approve. { $newest ->
    [none] Prepare one first.
   *[other] The newest is number { $newest }.
}
refusal-four-eyes = List { $number } was prepared by { $by }. Another organiser has to approve it: four eyes.
refusal-own-list = You stand on list { $number } yourself. Somebody who does not has to approve it.
refusal-list-approved = List { $number } was approved by { $by } at { $at }.
refusal-list-changed = Since list { $number } was prepared, { $changed ->
    [none] the rule has changed
   *[other] evidence or names have changed (persons number { $changed })
}. An approval of it no longer stands. Please prepare a new list and have it approved.
refusal-not-approved = Nothing is issued before another organiser has approved the list for “{ $rule }”.
refusal-names-missing = These persons have no name for a certificate: { $persons }. Nothing was issued.
refusal-unknown-certificate = There is no certificate { $serial } here.
refusal-not-carried = The evidence of today does not carry a certificate in place of { $serial } ({ $status }). It can be revoked.
refusal-files-not-kept = The files cannot be written in { $folder }: { $reason }. { $issued } certificates are issued and stand; { $left } are left. Make room, then issue again: nobody gets two.
refusal-file-changed = The file { $file } of certificate { $serial } is missing or is not the one that was issued. Restore it from a copy.
refusal-unknown-person = Nobody with a place here is “{ $text }”.
refusal-wrong-link-code = No application has this code. Copy it from the letter as it stands there, such as 12-K7QPXW2MNA.
refusal-account-in-use = This Discord account or this application is tied already. An organiser can look into it.
refusal-cancel-first = Session { $number }, { $title }, takes place. Cancel it first, so that people hear of it, then remove it.
refusal-has-evidence = Presence of { $people ->
    [one] one person
   *[other] { $people } people
} is recorded for session { $number }, and records are kept. It stays cancelled.

# What refusals name: fields, what can be done with an application, roles

field-name = name
field-email = e-mail address
field-organisation = organisation
field-country = country
field-kind = kind of organisation
field-function = function
field-gender = gender
field-zone = time zone
field-language = language
field-cohort = group
field-time = time
field-reason = reason
field-text = description
field-file = address of a proof
field-people = people
field-proof = proof
field-verdict = verdict
field-score = score
field-title = title
field-topic = topic
field-speakers = speakers
field-venue = place
field-join-url = link to join
field-duration = length

can-start = begin
can-submit = send
can-edit = correct
can-withdraw = withdraw
can-select = select
can-offer = offer
can-accept = accept
can-decline = decline
can-wait = put on the waiting list
can-admit = admit
can-reject = reject
can-expire = let expire
can-reinstate = put back on the waiting list

role-organiser = organiser
role-approver = approver
role-speaker = speaker
role-auditor = auditor
