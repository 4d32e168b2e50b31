# What will follow a change of a session, before it is confirmed; and what was done.

change-title-move = Move session { $number }?
change-title-cancel = Cancel session { $number }?
change-title-restore = Restore session { $number }?
change-title-edit = Change session { $number }?
change-title-plan = Add session { $number }?

change-session = { $title }
change-time = { $time }, { $minutes } minutes
change-time-was = So far: { $time }
change-time-unmoved = The moment stays the same; only the zone is another.
change-field-title = Title: { $before } → { $after }
change-field-topic = Topic: { $before } → { $after }
change-field-speakers = Speakers: { $before } → { $after }
change-field-venue = Where: { $before } → { $after }
change-field-join-url = Link to join: { $before } → { $after }
change-field-duration = Minutes: { $before } → { $after }
change-nothing = –

change-heard = { $people ->
    [0] Nobody has a place in it yet.
    [one] This tells one person
   *[other] This tells { $people } people
}{ $people ->
    [0] {""}
   *[other] : { $chat } by a post in the sessions channel, { $calendars ->
        [0] and every calendar that follows the programme.
        [one] and every calendar that follows the programme, one personal calendar among them.
       *[other] and every calendar that follows the programme, { $calendars } personal calendars among them.
    }
}
change-unheard = The marathon is not announced yet, so nobody is told. { $people ->
    [0] {""}
    [one] One person has a place.
   *[other] { $people } people have a place.
}
change-silent = It is over, so that nobody is told.
change-night = { $night ->
    [0] Nobody has it between 00:00 and 06:00.
    [one] One of them has it between 00:00 and 06:00.
   *[other] { $night } of them have it between 00:00 and 06:00.
}{ $before ->
    [same] {""}
   *[other] { " " }(So far: { $before }.)
}
change-said = { $said ->
    [one] One reminder was said already; this post corrects it.
   *[other] { $said } reminders were said already; one post corrects them.
}
change-collision = At the same time, for other people: session { $number }, { $title } ({ $marathon }).
change-event-again = Discord cannot bring a cancelled event back: restoring makes a new one.

change-confirm-move = Move it
change-confirm-cancel = Cancel it
change-confirm-restore = Restore it
change-confirm-edit = Change it
change-confirm-plan = Add it
change-confirm-first = The first: { $time }
change-confirm-second = The second: { $time }

change-name-wall = Time
change-name-zone = Zone
change-name-which = Of the two
change-name-title = Title
change-name-topic = Topic
change-name-speakers = Speakers
change-name-venue = Where
change-name-link = Link to join
change-name-minutes = Minutes
change-name-number = Number
change-name-cohort = Cohort
change-name-reason = Reason (for the journal)

change-done-move = Session { $number } now begins { $time }.
change-done-cancel = Session { $number } is cancelled.
change-done-restore = Session { $number } takes place: { $time }.
change-done-edit = Session { $number } is changed.
change-done-plan = Session { $number } is added: { $time }.
change-removed = Session { $number } is removed from the programme and from every calendar.
change-confirm-remove = Remove session { $number }, { $title }, for good?
change-none = Nothing was changed.

reach-said = { $current } of { $calendars } personal calendars have session { $number } as it is now (changed { $changed }). Calendars fetch when they like: Google and Outlook within a day.
reach-none = No personal calendar has fetched yet, so there is none to count.
