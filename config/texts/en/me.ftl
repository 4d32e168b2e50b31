me-status-none = You have not applied. `/apply` asks for a place.
me-status-draft = Your application is begun and not sent. `/apply` goes on with it.
me-status-applied = Your application is in. You will hear when places are given.
me-status-waiting = { $rank ->
    [0] You are on the waiting list.
   *[other] You are number { $rank } on the waiting list.
}
me-status-offered = A place is offered to you. Please answer before the offer expires.
me-status-accepted = You have a place.
me-status-declined = You declined the place that was offered.
me-status-expired = The offer of a place expired unanswered.
me-status-rejected = Your application was not successful.
me-status-withdrawn = You withdrew.
me-cohort-changed = { $cohort ->
    [none] You are in whichever group has room.
   *[other] Your group is “{ $cohort }”.
}
me-zone-kept = Your time zone is { $zone } now; it is { $local } there.
me-name = Name on the certificate
me-sessions = Your sessions
me-calendar = Your calendar
me-language-kept = You are written to in English from now on: here, by e-mail and in your calendar.

completion-on-track = On track.
completion-at-risk = At risk.
completion-out-of-reach = No longer within reach.
completion-complete = Complete.
completion-withdrawn = Withdrawn.
completion-reach = { $needed } of { $of } sessions are needed; you have { $have }. { $left ->
    [0] None is left.
    [one] One is left; you may miss { $miss }.
   *[other] { $left } are left; you may miss { $miss }.
}
completion-people = { $count ->
    [0] Nobody has a place yet.
    [one] One participant.
   *[other] { $count } participants.
}

verdict-present = Present
verdict-partial = In part
verdict-absent = Absent
verdict-excused = Excused
verdict-open = To be decided
attendance-nobody = Nobody has a place yet.
and-more = … and { $count } more.
