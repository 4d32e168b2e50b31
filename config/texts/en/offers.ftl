application-waiting = You are number { $rank } on the waiting list. When a place frees, it is offered by the published rule, and you hear of it here. `/me` shows where you stand at any time.
application-offered = **A place is offered to you.** Please answer until { $deadline }; after that it goes to the next person.
application-accepted = You have a place. Welcome! The course’s channels are open to you now, and `/me` has your sessions in your own time and a calendar to subscribe to.
application-accepted-calendar = Your own calendar, with the join links; keep the address to yourself: { $url }
application-declined = You have given the offered place back. It goes to the next person. Thank you for saying so.
application-expired = The offer of a place was not answered in time, and the place has gone to the next person.
application-rejected = Your application was not successful. { $why ->
    [none] {""}
   *[other] The reason: { $why }
}
application-withdrawn = Your application is withdrawn. Nothing more will be sent about it.

cohort-changed = You are in another group now: { $cohort ->
    [none] whichever has room
   *[other] “{ $cohort }”
}. The organisers’ reason: { $why } `/me` has your sessions in your own time, and your calendar follows by itself.

offer-accept = Take the place
offer-decline = Decline
offer-accepted = The place is yours. Welcome! `/me` shows your sessions in your own time.
offer-declined = You have given the place back; it goes to the next person. Thank you for saying so.
