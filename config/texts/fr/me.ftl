me-status-none = Vous n’avez pas déposé de candidature. `/apply` permet de demander une place.
me-status-draft = Votre candidature est commencée et n’est pas envoyée. `/apply` la reprend.
me-status-applied = Votre candidature est reçue. Vous serez informé(e) quand les places seront attribuées.
me-status-waiting = { $rank ->
    [0] Vous êtes sur la liste d’attente.
   *[other] Vous êtes au rang { $rank } de la liste d’attente.
}
me-status-offered = Une place vous est proposée. Veuillez répondre avant que la proposition n’expire.
me-status-accepted = Vous avez une place.
me-status-declined = Vous avez décliné la place proposée.
me-status-expired = La proposition d’une place a expiré sans réponse.
me-status-rejected = Votre candidature n’a pas été retenue.
me-status-withdrawn = Vous vous êtes retiré(e).
me-cohort-changed = { $cohort ->
    [none] Vous êtes dans le groupe qui aura de la place.
   *[other] Votre groupe est « { $cohort } ».
}
me-zone-kept = Votre fuseau horaire est désormais { $zone } ; il y est { $local }.
me-name = Nom sur le certificat
me-sessions = Vos séances
me-calendar = Votre calendrier
me-language-kept = Désormais, nous vous écrivons en français : ici, par e-mail et dans votre calendrier.

completion-on-track = En bonne voie.
completion-at-risk = En danger.
completion-out-of-reach = Plus atteignable.
completion-complete = Terminé.
completion-withdrawn = Retrait.
completion-reach = { $needed } séances sur { $of } sont demandées ; vous en avez { $have }. { $left ->
    [0] Il n’en reste aucune.
    [1] Il en reste une ; vous pouvez en manquer { $miss }.
   *[other] Il en reste { $left } ; vous pouvez en manquer { $miss }.
}
completion-people = { $count ->
    [0] Personne n’a encore de place.
    [1] Un participant.
    [one] { $count } participant.
   *[other] { $count } participants.
}

verdict-present = Présent
verdict-partial = En partie
verdict-absent = Absent
verdict-excused = Excusé
verdict-open = À décider
attendance-nobody = Personne n’a encore de place.
and-more = … et { $count } de plus.
