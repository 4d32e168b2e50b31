check-in-button = I am here
check-in-field = Check-in
check-in-open-title = Session { $number }: check-in is open
check-in-open-text = Press the button while you take part. Open until { $closes }.
check-in-closed-title = { $because ->
    [moved] Session { $number } has been moved: check-in opens again then
    [cancelled] Session { $number } is cancelled: check-in is closed
   *[over] Session { $number } is over
}
check-in-closed-text = Check-in is closed. `/me` shows what was recorded for you.
check-in-kept = ✅ You are checked in to session { $number }, { $title }, at { $at }. This is saved.
check-in-already = ✅ You were already checked in to session { $number }, { $title }, at { $at }. Nothing more is needed.
check-in-late = This is after the session's start; the programme says whether it counts.
