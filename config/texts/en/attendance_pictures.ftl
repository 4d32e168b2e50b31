# The heat map of people and sessions, and the curve of presence.

attendance-map-title = { $title }: attendance of { $people ->
    [one] one participant
   *[other] { $people } participants
} in { $sessions ->
    [one] one session
   *[other] { $sessions } sessions
}
attendance-map-order = { $people } people, a row each: most presence at the top
attendance-map-empty = There is nothing to draw: no session is over yet, or nobody has a place.
attendance-map-not-theirs = another cohort’s session
attendance-map-person = No. { $id }
attendance-map-said = One row a participant, most presence at the top. { $named ->
    [yes] Keep the picture safe: it holds names.
   *[no] { "" }
}
presence-title = Session { $number }, { $title }: people present
presence-checked-title = Session { $number }, { $title }: check-ins
presence-minutes = Minutes from the start of the session
presence-people = People present
presence-check-ins = Check-ins in a minute
presence-check-in = check-ins in a minute
presence-curve = people present
presence-session = the session
presence-empty = There is nothing to draw: neither presence nor check-ins were recorded for this session.
