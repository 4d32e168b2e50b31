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
reminder-applications-close = Applications close { $time }. **Apply with `/apply`.**
reminder-offer-expires = The place that is offered to you in **{ $title }** is yours to take until { $time }. After that it goes to the next person.
reminder-survey-due = The survey is still open until { $time }. Without it a certificate may not be issued: `/me` shows what you still need.
reminder-certificates-ready = The course is complete. `/me` shows whether you have completed it, and your certificate once it is issued.
reminder-late = _This should have come at { $due }._

announcement-apply = **Apply with `/apply`.** Every time above is shown in your own zone.
announcement-feed = Calendar: { $url }

session-planned = Session { $number } is new in the programme
session-moved = Session { $number } has a new time
session-cancelled = Session { $number } is cancelled
session-restored = Session { $number } takes place after all
session-edited = Session { $number } has changed
moved-before = It was planned for
moved-why = Why
moved-by-zone-data = The clock on the wall in { $zone } stays the same; the country has changed its rules of time.

clock-change-title = From session { $number } on, it is another hour for some of you
clock-change-text = Clocks are changed between two sessions; the programme itself does not move. Session { $number } begins { $at } on your clock. Compared with the sessions before:
clock-change-later = • { $minutes ->
    [60] one hour later
   *[other] { $minutes } minutes later
}: { $places }
clock-change-earlier = • { $minutes ->
    [60] one hour earlier
   *[other] { $minutes } minutes earlier
}: { $places }

reach-title = Session { $number } has a new time: is your calendar right?
reach-field = Calendars
reach-text = { $current } of { $calendars } personal calendars have fetched the new time so far. If yours shows another, go by the time above; calendar programs look when they like, some only once a day.

completion-notice-title = The last session is over
completion-notice-text = Thank you for being part of it. `/me` shows your attendance and whether you have completed the marathon.

places-given-title = The places are being offered
places-given-text = { $places ->
    [one] One applicant is offered a place.
   *[other] { $places } applicants are offered a place.
} `/me` shows whether you are among them and lets you answer; everybody else sees their rank on the waiting list.

programme-none-here = No marathon is set up in this server yet. Somebody who may manage the server can do it with `/setup`.
programme-next = **Next session**
programme-cancelled = (cancelled)

# The organisers' desk
desk-note-title = Something needs you
desk-note-too-late = This could no longer be said in time. Nobody has heard it:
desk-note-failed = This could not be said. { $cure } (`{ $reason }`)
desk-note-zone-data = The rules of time of a zone have changed, and a planned hour no longer exists there, or exists twice. Give it a time with `/programme move`:
desk-note-night = Last night’s keeping of the record
desk-note-record-whole = The record agrees with its journal: { $entries } entries, { $rows } rows. { $backup ->
    [made] It was backed up as `{ $file }`.
    [server] Marathon does not back up a database server: its own tools do (`pg_dump`).
    [failed] It could not be backed up.
   *[off] Nightly backups are switched off.
} Newest hash of the journal, which proves later that nothing was cut off (`marathon journal verify --head`):
    `{ $head }`
desk-note-record-broken = The record does not agree with its journal. { $fault } Leave everything as it is, put the newest backups aside, and see with `marathon journal verify` what was changed; `marathon restore` goes back to a backup.
desk-note-backup-failed = Last night’s backup could not be made. { $failure } Make room on the disk and see that Marathon may write in the folder `MARATHON_BACKUPS_DIR`; `marathon backup` makes a backup at once, and the next night tries again.
desk-note-dms-paused = { $cure } (`{ $reason }`)
desk-note-item = • “{ $kind }” { $session }, due { $due }
desk-note-more = … and { $count } more: `/reminders ledger`

# What an organiser can do when something could not be said, by the reason's first word
cure-gone = What it was to be written to (a channel, a message or a role) has been deleted: `/setup` makes it anew, then `/reminders ledger` sends it again.
cure-forbidden = The bot may not do that here: give its role “View Channel”, “Send Messages” and “Embed Links” in this channel and place it above the roles it gives, then `/reminders ledger` sends it again.
cure-not-set-up = Marathon does not know where to write it: `/setup` makes what is missing, then `/reminders ledger` sends it again.
cure-refused = Discord does not accept it as it is. The log of the bot says why; please report it.
cure-no-connection = Discord could not be reached for several minutes: `/reminders ledger` sends it again.
cure-discord = Discord answered with errors of its own for several minutes: `/reminders ledger` sends it again.
cure-unknown-guild = The bot does not see this server: invite it again.
cure-events-full = This server has 100 scheduled events that are not over, which is as many as Discord keeps: delete some, then `/reminders ledger` sends it again.
cure-broken = The bot made an error while writing it. The log of the bot says which; please report it.
cure-nothing-to-say = There was nothing left to say: what it was about has changed or is gone.
cure-nothing-to-update = The message that it was to change is gone.
cure-no-means = It was to be sent in a way that this installation does not have.
cure-no-dms = Discord does not let the bot open more direct messages for a while. They wait and are sent later, as far as they are still of use; posts in the channels go on.
cure-closed-dms = This person takes no direct messages from this server: tell them by other means (`/applications show` names their address), or ask them to allow direct messages, then `/reminders ledger` sends it again.
cure-dm-pace = It waits for its turn: direct messages are opened slowly, so that Discord does not block the bot.
