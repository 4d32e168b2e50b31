# /reminders, for organisers

reminders-preview-title = What will be said in the next { $days ->
    [one] day
   *[other] { $days } days
}
reminders-ledger-title = What was said, the newest first
reminders-none-coming = Nothing is to be said in the next { $days ->
    [one] day
   *[other] { $days } days
}.
reminders-none-said = Nothing has been said yet.
reminders-more = … and { $count } more: fewer days show all.
reminders-retry = Try { $number } again
reminders-retried = Delivery { $number } is due again and is sent within a second.
