mail-greeting = Dear { $name },
mail-subject-waiting = { $marathon }: you are on the waiting list
mail-subject-offered = { $marathon }: a place is offered to you
mail-subject-accepted = { $marathon }: you have a place
mail-subject-declined = { $marathon }: you have declined
mail-subject-expired = { $marathon }: the offer has expired
mail-subject-rejected = { $marathon }: your application
mail-subject-withdrawn = { $marathon }: your application is withdrawn
mail-waiting = you are number { $rank } on the waiting list of { $marathon }. When a place frees, it is offered by the published rule, and you are told at once.
mail-offered = a place in { $marathon } is offered to you. Please answer until { $deadline }; after that it goes to the next person.
mail-accepted = you have a place in { $marathon }. Welcome!
mail-declined = you have given the place in { $marathon } back. It goes to the next person. Thank you for saying so.
mail-expired = the offer of a place in { $marathon } was not answered in time, and the place has gone to the next person.
mail-rejected = your application for { $marathon } was not successful. { $why ->
    [none] {""}
   *[other] The reason: { $why }
}
mail-withdrawn = your application for { $marathon } is withdrawn. Nothing more will be sent about it.
mail-subject-appeal-upheld = { $marathon }: your appeal about session { $number } is upheld
mail-subject-appeal-rejected = { $marathon }: your appeal about session { $number } is decided
mail-appeal-upheld = your appeal about session { $number } of { $marathon } is upheld: you count as present. The organisers’ reason: { $reason }
mail-appeal-rejected = your appeal about session { $number } of { $marathon } is not upheld. The organisers’ reason: { $reason }
mail-subject-cohort-changed = { $marathon }: you are in another group
mail-cohort-changed = you are in another group of { $marathon } now: { $cohort ->
    [none] whichever has room
   *[other] “{ $cohort }”
}. The organisers’ reason: { $why } Your page has the new times, and your calendar follows by itself.
mail-subject-reminder-session = { $marathon }: session { $number }, { $time }
mail-subject-reminder-offer-expires = { $marathon }: a place is still offered to you
mail-subject-reminder-survey-due = { $marathon }: the survey is due
mail-subject-reminder-certificates-ready = { $marathon }: the course is complete
mail-reminder-session = { $words ->
    [none] session { $number } of { $marathon }, “{ $title }”, begins { $time }.
   *[other] { $words }

    “{ $title }” begins { $time }.
}{ $venue ->
    [none] {""}
   *[other] { " " }Where: { $venue }.
}{ $join ->
    [none] {""}
   *[other] { " " }To join: { $join }
}
mail-reminder-offer-expires = the place in { $marathon } that is offered to you is yours to take until { $time }. After that it goes to the next person.
mail-reminder-survey-due = the survey of { $marathon } is open until { $time }. Without it a certificate may not be issued.
mail-reminder-certificates-ready = { $marathon } is complete. Your page shows whether you have completed it, and your certificate once it is issued.
mail-subject-at-risk = { $marathon }: what is still to be done
mail-at-risk = you can still reach “{ $rule }” in { $marathon }. As recorded so far:
    { $why }
    If something is missing in what is recorded, your page lets you say so.
mail-subject-certificate-yours = { $marathon }: your certificate is ready
mail-certificate-yours = your certificate of { $marathon } is ready.{ $link ->
    [none] {""}
   *[other] {" "}It is here for you alone, as a PDF:
        { $link }
}
    Anybody can check it, by its number { $serial }, at
    { $verify }
mail-subject-certificate-replaced = { $marathon }: your new certificate
mail-certificate-replaced = you have a new certificate of { $marathon }, in place of the one before, which stays verifiable as superseded.{ $link ->
    [none] {""}
   *[other] {" "}It is here for you alone, as a PDF:
        { $link }
}
    Anybody can check it, by its number { $serial }, at
    { $verify }
mail-page = Your own page, on which you can answer and see where you stand. Please keep the address to yourself:
    { $page }
mail-code = If you use Discord, tie your account to your application there with
    /link code:{ $code }
mail-end = { $organiser }

link-done = Your Discord account is tied to your application now. `/me` shows where you stand.

cure-no-mail-server = No mail server is set. `marathon applications mail-merge` writes the letters for your own mail program; or set MARATHON_SMTP_HOST and MARATHON_SMTP_FROM.
cure-mail = The mail server refused the letter for good. Ask the person for another address: `/applications show` names it.
