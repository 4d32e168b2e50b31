me-status-none = You have not applied. `/apply` asks for a place.
me-status-draft = Your application is begun and not sent. `/apply` goes on with it.
me-status-applied = Your application is in. You will hear when places are given.
me-status-waiting = { $rank ->
    [0] You are on the waiting list.
   *[other] You are number { $rank } on the waiting list.
}
me-waiting-until = A place that frees until { $until } is offered to the next person by the published rule, and you hear of it at once.
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

# What somebody chooses for their reminders

me-reminders = Reminders
reminders-title = Your reminders
reminders-by-channel = Reminders reach you **in the channel**, as everybody.
reminders-by-dm = Reminders reach you **by direct message**, besides the posts in the channel.
reminders-muted = **Nothing of this marathon is sent to you**, and no post mentions you by name. Posts that mention everybody you can mute in Discord: right-click the channel, “Mute channel”.
reminders-refused = ⚠️ Since { $at } your reminders are in the channel again: Discord did not let a direct message through to you. Allow direct messages from members of this server (its menu → Privacy Settings), then choose them once more.
reminders-quiet = { $quiet ->
    [none] No quiet hours: direct messages come at any hour.
   *[other] Quiet hours { $quiet } ({ $zone }): what would come then waits until they end, or comes just before, if waiting would be too late.
}
reminders-snoozed = Snoozed until { $until }: what is still of use then comes then.
reminders-choose-dm = Send me direct messages
reminders-choose-channel = Only in the channel
reminders-choose-quiet = Quiet hours
reminders-quiet-field = From and until, such as 22:00-07:00; or -
reminders-mute = Mute this marathon
reminders-unmute = Unmute
reminders-which-pick = Which reminders you want
reminders-snooze-pick = Snooze
reminders-snooze = { $days ->
    [0] End the snooze
    [one] Nothing for a day
   *[other] Nothing for { $days } days
}
reminders-hello = Your reminders come here from now on. `/me` on the server changes that: which of them, quiet hours, a pause, or back to the channel.
reminder-rule-lead = { $count } { $unit ->
    [days] { $count ->
        [one] day
       *[other] days
    }
    [hours] { $count ->
        [one] hour
       *[other] hours
    }
   *[minutes] { $count ->
        [one] minute
       *[other] minutes
    }
} before { $anchor ->
    [session] a session begins
    [survey-due] the survey is due
   *[certificates-ready] certificates are ready
}{ $audience ->
    [not-checked-in] , if you have not checked in
    [missed-last] , if you missed the last one
   *[other] {""}
}
reminder-rule-now = { $anchor ->
    [session] When a session begins
    [survey-due] When the survey is due
   *[certificates-ready] When certificates are ready
}{ $audience ->
    [not-checked-in] , if you have not checked in
    [missed-last] , if you missed the last one
   *[other] {""}
}
reminder-rule-wall = { $at } { $own ->
    [yes] in your zone
   *[other] in the programme’s zone
}, { $days ->
    [0] on the day
    [one] the day before
   *[other] { $days } days before
}{ $audience ->
    [not-checked-in] , if you have not checked in
    [missed-last] , if you missed the last one
   *[other] {""}
}

# One press on a reminder

reminder-calendar = Add to calendar
reminder-absent = I can’t come
reminder-coming = I can come after all
reminder-mute = Mute this marathon
reminder-unmute = Unmute
reminder-calendar-here = Open the file to put this session into your calendar, or [add it to Google Calendar]({ $google }). A copy follows no change of the programme.
reminder-calendar-feed = A calendar that follows every change:
reminder-absent-noted = Noted: you cannot come to session { $number }, { $start }. The organisers see it, you are not reminded of it any more, and it counts neither for nor against you: if you come after all, just check in.
reminder-coming-noted = Noted: you can come to session { $number }, { $start }, after all. See you there.
reminder-muted = Muted: nothing of this marathon is sent to you any more, and no post mentions you by name. `/me` → Reminders changes that at any time.
