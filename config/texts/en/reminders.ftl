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

reminders-send-title = An extra message
reminders-send-text = What to say
reminders-send-preview = This is how it will look. It reaches { $count ->
    [one] one person
   *[other] { $count } people
}, { $by ->
    [dm] each by direct message, outside their quiet hours
   *[channel] by one post
}.
reminders-send-confirm = Send it
reminders-sent = It is on its way to { $count ->
    [one] one person
   *[other] { $count } people
}. `/reminders ledger` shows what becomes of it.
