me-status-none = Vous n’avez pas déposé de candidature. `/apply` permet de demander une place.
me-status-draft = Votre candidature est commencée et n’est pas envoyée. `/apply` la reprend.
me-status-applied = Votre candidature est reçue. Vous serez informé(e) quand les places seront attribuées.
me-status-waiting = { $rank ->
    [0] Vous êtes sur la liste d’attente.
   *[other] Vous êtes au rang { $rank } de la liste d’attente.
}
me-waiting-until = Toute place qui se libère jusqu’au { $until } est proposée à la personne suivante selon la règle publiée, et vous en êtes informé aussitôt.
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

# Ce que chacun choisit pour ses rappels

me-reminders = Rappels
reminders-title = Vos rappels
reminders-by-channel = Les rappels vous parviennent **dans le salon**, comme à tous.
reminders-by-dm = Les rappels vous parviennent **par message privé**, en plus des annonces du salon.
reminders-muted = **Rien de ce marathon ne vous est envoyé**, et aucune annonce ne vous nomme. Les annonces qui s’adressent à tous se mettent en sourdine dans Discord : clic droit sur le salon, « Rendre le salon muet ».
reminders-refused = ⚠️ Depuis { $at }, vos rappels sont de nouveau dans le salon : Discord n’a pas laissé passer de message privé. Autorisez les messages privés des membres de ce serveur (son menu → Paramètres de confidentialité), puis choisissez-les à nouveau.
reminders-quiet = { $quiet ->
    [none] Pas d’heures calmes : les messages privés arrivent à toute heure.
   *[other] Heures calmes { $quiet } ({ $zone }) : ce qui viendrait alors attend leur fin, ou arrive juste avant, si attendre était trop tard.
}
reminders-snoozed = En pause jusqu’au { $until } : ce qui est encore utile arrivera alors.
reminders-choose-dm = M’envoyer des messages privés
reminders-choose-channel = Seulement dans le salon
reminders-choose-quiet = Heures calmes
reminders-quiet-field = De … à …, comme 22:00-07:00 ; ou -
reminders-mute = Mettre ce marathon en sourdine
reminders-unmute = Rétablir les rappels
reminders-which-pick = Les rappels que vous voulez
reminders-snooze-pick = Pause
reminders-snooze = { $days ->
    [0] Terminer la pause
    [one] Rien pendant un jour
   *[other] Rien pendant { $days } jours
}
reminders-hello = Vos rappels arrivent désormais ici. `/me` sur le serveur permet d’en changer : lesquels, les heures calmes, une pause, ou de nouveau le salon.
reminder-rule-lead = { $count } { $unit ->
    [days] { $count ->
        [one] jour
       *[other] jours
    }
    [hours] { $count ->
        [one] heure
       *[other] heures
    }
   *[minutes] { $count ->
        [one] minute
       *[other] minutes
    }
} avant { $anchor ->
    [session] le début d’une séance
    [survey-due] l’échéance du questionnaire
   *[certificates-ready] que les certificats soient prêts
}{ $audience ->
    [not-checked-in] , si votre présence n’est pas enregistrée
    [missed-last] , si vous avez manqué la précédente
   *[other] {""}
}
reminder-rule-now = { $anchor ->
    [session] Au début d’une séance
    [survey-due] À l’échéance du questionnaire
   *[certificates-ready] Quand les certificats sont prêts
}{ $audience ->
    [not-checked-in] , si votre présence n’est pas enregistrée
    [missed-last] , si vous avez manqué la précédente
   *[other] {""}
}
reminder-rule-wall = { $at } { $own ->
    [yes] dans votre fuseau
   *[other] dans le fuseau du programme
}, { $days ->
    [0] le jour même
    [one] la veille
   *[other] { $days } jours avant
}{ $audience ->
    [not-checked-in] , si votre présence n’est pas enregistrée
    [missed-last] , si vous avez manqué la précédente
   *[other] {""}
}

# Un appui sur un rappel

reminder-calendar = Ajouter à l’agenda
reminder-absent = Je ne peux pas venir
reminder-coming = Je peux venir finalement
reminder-mute = Mettre ce marathon en sourdine
reminder-unmute = Rétablir les rappels
reminder-calendar-here = Ouvrez le fichier pour mettre cette séance dans votre agenda, ou [ajoutez-la à Google Agenda]({ $google }). Une copie ne suit aucun changement du programme.
reminder-calendar-feed = Un agenda qui suit chaque changement :
reminder-absent-noted = C’est noté : vous ne pouvez pas venir à la séance { $number }, { $start }. Les organisateurs le voient, elle ne vous est plus rappelée, et cela ne compte ni pour vous ni contre vous : si vous venez tout de même, enregistrez simplement votre présence.
reminder-coming-noted = C’est noté : vous pouvez venir finalement à la séance { $number }, { $start }. À bientôt.
reminder-muted = En sourdine : plus rien de ce marathon ne vous est envoyé, et aucune annonce ne vous nomme. `/me` → Rappels en change à tout moment.
