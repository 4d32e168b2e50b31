# The time-zone audit: its picture and the table under it.

audit-title = { $title }: local start of each session
audit-night = touches 00:00–06:00
audit-edge = 06:00–08:00 and 20:00–24:00
audit-day = 08:00–20:00
audit-weekend = weekend there
audit-next-day = +1, −1: on the day after, or before, the programme's date
audit-more = and { $count } more
audit-programme = Programme ({ $zone })
audit-people = { $label } ({ $count })

# /programme audit, over the picture
audit-empty = There is no session to look at: none is planned.
audit-quiet = Nobody has a session at night, and nobody's local hour moves during the course.
audit-at-night-people = Session { $number }: at night (some of it between 00:00 and 06:00) for { $count ->
    [one] one person
   *[other] { $count } people
} ({ $share })
audit-at-night-places = Session { $number }: at night (some of it between 00:00 and 06:00) in { $count ->
    [one] one place
   *[other] { $count } places
} ({ $share })
audit-moves-later = From session { $number } on, { $minutes } minutes later on the clocks of: { $places }
audit-moves-earlier = From session { $number } on, { $minutes } minutes earlier on the clocks of: { $places }
