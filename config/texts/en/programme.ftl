# The programme and what is said of its sessions in channels. Times come as Discord timestamps.

session-length = { $minutes } minutes
session-speakers = Speakers: { $speakers }
session-venue = Where: { $venue }
session-join = Join: { $url }

lead-days = { $days ->
    [one] one day
   *[other] { $days } days
}
lead-hours = { $hours ->
    [one] one hour
   *[other] { $hours } hours
}
lead-minutes = { $minutes ->
    [one] one minute
   *[other] { $minutes } minutes
}

reminder-before = Session { $number } begins in { $lead }
reminder-now = Session { $number } begins now
reminder-late = _This should have come at { $due }._

announcement-apply = **Apply with `/apply`.** Every time above is shown in your own zone.
announcement-feed = Calendar: { $url }

session-moved = Session { $number } has a new time
session-cancelled = Session { $number } is cancelled
session-restored = Session { $number } takes place after all
session-edited = Session { $number } has changed
moved-before = It was planned for

completion-notice-title = The last session is over
completion-notice-text = Thank you for being part of it. `/me` shows your attendance and whether you have completed the marathon.

places-given-title = Places have been given
places-given-text = { $places ->
    [one] One applicant has been given a place.
   *[other] { $places } applicants have been given a place.
} `/me` shows whether you are among them.

programme-none-here = No marathon is set up in this server yet. Somebody who may manage the server can do it with `/setup`.
programme-next = **Next session**
programme-cancelled = (cancelled)

# The organisers' desk
desk-note-title = Something needs you
desk-note-too-late = “{ $kind }” { $session } was due { $due } and could no longer be said in time. Nobody has heard it.
desk-note-failed = “{ $kind }” { $session } could not be said: { $reason }. Check that the channel exists and that the bot may write there; `/setup` repairs what was deleted.
