income-low = low income
income-lower-middle = lower-middle income
income-upper-middle = upper-middle income
income-high = high income
income-unclassified = not classified by the World Bank
income-not-listed = not listed by the World Bank

# WHO's own names of its regions.
region-AFR = African Region
region-AMR = Region of the Americas
region-EMR = Eastern Mediterranean Region
region-EUR = European Region
region-SEAR = South-East Asia Region
region-WPR = Western Pacific Region
region-elsewhere = in no WHO region

reason-income-priority = Priority group { $group }{ $groups ->
    [0] {""}
   *[other] {" "}of { $groups }
} by country: { $country } ({ $income }).
reason-income-override = The programme counts { $country } as { $income }: { $why }
reason-kind-priority = Priority group { $group } by kind of organisation: { $kind }.
reason-function-priority = Priority group { $group } by function: { $function }.
reason-first-come = By the moment of applying: place { $place }{ $of ->
    [0] {""}
   *[other] {" "}of { $of }
} among equals.
reason-lot = By the drawn lot (seed { $seed }): place { $place }{ $of ->
    [0] {""}
   *[other] {" "}of { $of }
} among equals.
reason-within-places = Claim { $claim }{ $of ->
    [0] {""}
   *[other] {" "}of { $of }
} for { $places } places → a place.
reason-low-income-quota = A place because { $needed } places are for low and lower-middle income.
reason-gender-quota = A place because { $needed } places are for each gender.
reason-kept-for-low-income = No place: { $needed } places are kept for low and lower-middle income.
reason-kept-for-balance = No place: { $needed } places are kept for balance of genders.
reason-country-cap = { $place }{ $of ->
    [0] {""}
   *[other] {" "}of { $of }
} from { $country }, of which { $cap } can have a place.
reason-organisation-cap = { $place }{ $of ->
    [0] {""}
   *[other] {" "}of { $of }
} from the same organisation, of which { $cap } can have a place.
reason-full = Claim { $claim }{ $of ->
    [0] {""}
   *[other] {" "}of { $of }
} for { $places } places: they went to higher claims.
reason-waiting-list = → waiting list { $rank }{ $of ->
    [0] {""}
   *[other] {" "}of { $of }
}.

status-draft = draft
status-applied = applied
status-waiting = waiting
status-offered = offered
status-accepted = accepted
status-declined = declined
status-expired = expired
status-rejected = rejected
status-withdrawn = withdrawn

select-none = No application waits for a decision. When people have applied, `/applications select` proposes who gets the places.
select-title = Proposal { $number }
select-summary = { $applications ->
    [one] One application
   *[other] { $applications } applications
}: **{ $offered }** are offered a place, **{ $waiting }** wait{ $rejected ->
    [0] {""}
   *[other] , **{ $rejected }** are rejected
}. Nobody has been told anything yet: they are told when you approve, and each offer stands { $days ->
    [one] one day
   *[other] { $days } days
}.
select-changes = { $changes ->
    [one] One decision was changed by hand.
   *[other] { $changes } decisions were changed by hand.
}
select-region = WHO region: placed of applied
select-income = Income group: placed of applied
select-kind = Kind: placed of applied
select-country = Country: placed of applied
select-quotas = Quotas: reached of needed
select-quota-low-income-quota = Low and lower-middle income
select-quota-gender-quota = Gender: { $of }
select-approve = Approve and tell people
select-change = Change one decision
select-approved = Proposal { $number } is approved: { $offered } are offered a place until { $deadline }, { $waiting } wait, { $rejected } are rejected. They are being told now.
select-seed-needed = The programme draws a lot and names no seed. Publish one and give it: `/applications select seed:…`
select-change-title = Change one decision
select-change-number = Number of the application
select-change-decision = What it shall be
select-change-reason = Reason
select-changed = Application { $application }: { $decision ->
    [offer] a place is offered
    [wait] waits
   *[reject] rejected
} when proposal { $number } is approved.
decision-offer = Offer a place
decision-wait = Waiting list
decision-reject = Reject
event-offer = Offer a place out of turn
event-admit = Give the place without asking back
event-reject = Reject
event-reinstate = Put back on the waiting list

decide-done = Application { $number }: { $status }.{ $next ->
    [0] {""}
    [one] {" "}The place was offered to the next person.
   *[other] {" "}{ $next } places were offered to the next persons.
}
cohort-done = Application { $number } is in the group { $cohort } now, and the person is told.{ $next ->
    [0] {""}
    [one] {" "}The place was offered to the next person.
   *[other] {" "}{ $next } places were offered to the next persons.
}
cohort-same = Application { $number } is in the group { $cohort } already; nothing was changed.
capacity-done = Places: { $before } → { $after }. { $free ->
    [0] None is free.
    [one] One is free; `/applications offer` offers it to the waiting list.
   *[other] { $free } are free; `/applications offer` offers them to the waiting list.
}
offer-done = { $count ->
    [0] No place is free, or nobody waits: nothing was offered.
    [one] One place was offered.
   *[other] { $count } places were offered.
}
list-empty = There are no such applications.
list-page = Page { $page } of { $pages }, { $count } applications
list-earlier = Earlier
list-later = Later
list-same-email = same e-mail as { $numbers }
show-title = Application { $number }: { $status }
show-person = Person
show-statements = Stated
show-reasons = Why it stands there
show-history = History
show-nothing = Selection has not judged it yet.
stats-title = { $count ->
    [one] One application
   *[other] { $count } applications
}
stats-status = Status
stats-region = WHO region
stats-income = Income group
stats-kind = Kind
stats-function = Function
stats-country = Country
export-done = { $count ->
    [one] One application
   *[other] { $count } applications
}, with these fields and no others: { $fields }
export-unknown = There is no field { $unknown }. There are: { $fields }.
name-corrected = Application { $number }: the name on the certificate is now “{ $name }”.
