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
