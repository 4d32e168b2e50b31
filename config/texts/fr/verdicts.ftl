# Pourquoi une décision est ce qu’elle est : un message par code. Courts : plusieurs tiennent sur une ligne.

why-check-in = pointage { $at }
why-check-in-late = pointage { $at }, après { $until }, ce qui ne compte pas
why-check-in-outside = pointage { $at }, alors que le pointage n’était pas ouvert
why-minutes-enough = { $sources } { $spans } = { $minutes } min sur { $length } ≥ { $share } %
why-minutes-short = { $sources } { $spans } = { $minutes } min sur { $length }, moins de { $share } %
why-minutes-range = { $sources } { $spans } = { $minutes_min } à { $minutes_max } min sur { $length } : le rapport ne dit pas si cela fait { $share } %
why-statement = un organisateur a déclaré { $at } : { $verdict ->
    [present] présent
    [excused] excusé
   *[absent] absent
}{ $reason ->
    [none] {""}
   *[other] {" "}(« { $reason } »)
}
why-statement-not-counted = une déclaration d’organisateur { $at }, que ce programme ne compte pas
why-group = visionnage en groupe, contresigné, { $at }
why-group-waiting = visionnage en groupe déclaré { $at }, en attente de la signature d’un organisateur
why-recording = l’enregistrement a été regardé, { $at }
why-recording-too-late = l’enregistrement a été regardé { $at }, après { $until }
why-recording-not-allowed = l’enregistrement a été regardé { $at }, ce que ce programme ne compte pas
why-together-met = ensemble, c’est suffisant : { $kinds }
why-together-missing = il manque encore : { $kinds }
why-withdrawn = { $count ->
    [1] un élément a été retiré
   *[other] { $count } éléments ont été retirés
}
why-not-over = la présence peut encore être prouvée jusqu’à { $until }
why-session-cancelled = la séance a été annulée
why-no-evidence = rien n’a été enregistré

evidence-check-in = pointage
evidence-presence = canal vocal
evidence-report = rapport de réunion
evidence-statement = déclaration d’un organisateur
evidence-group = visionnage en groupe
evidence-recording = enregistrement

platform-zoom-meeting = Zoom
platform-zoom-webinar = Zoom
platform-zoom-unique-users = Zoom
platform-zoom-registration = Zoom
platform-teams-list = Teams
platform-teams-report-2021 = Teams
platform-teams-report = Teams
platform-webex = Webex
platform-google-meet = Google Meet
platform-bbb = BigBlueButton
platform-other = rapport de réunion
