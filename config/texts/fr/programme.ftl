# Le programme et ce qui est dit de ses séances dans les canaux. Les heures arrivent comme horodatages de Discord.

session-length = { $minutes } minutes
session-speakers = Intervenants : { $speakers }
session-venue = Lieu : { $venue }
session-join = Rejoindre : { $url }

lead-days = { $days ->
    [1] un jour
   *[other] { $days } jours
}
lead-hours = { $hours ->
    [1] une heure
   *[other] { $hours } heures
}
lead-minutes = { $minutes ->
    [1] une minute
   *[other] { $minutes } minutes
}

reminder-before = La séance { $number } commence dans { $lead }
reminder-now = La séance { $number } commence maintenant
reminder-applications-close = Les candidatures se terminent le { $time }. **Demandez une place avec `/apply`.**
reminder-offer-expires = La place qui vous est proposée dans **{ $title }** est à vous jusqu’au { $time }. Ensuite, elle revient à la personne suivante.
reminder-survey-due = Le questionnaire est encore ouvert jusqu’au { $time }. Sans lui, un certificat peut ne pas être délivré : `/me` montre ce qu’il vous reste à faire.
reminder-certificates-ready = Le cours est terminé. `/me` montre si vous l’avez suivi jusqu’au bout, et votre certificat une fois délivré.
reminder-late = _Ce message aurait dû arriver à { $due }._

announcement-apply = **Demandez une place avec `/apply`.** Toutes les heures ci-dessus s’affichent à l’heure de chez vous.
announcement-feed = Calendrier : { $url }

session-planned = La séance { $number } est nouvelle dans le programme
session-moved = La séance { $number } a un nouvel horaire
session-cancelled = La séance { $number } est annulée
session-restored = La séance { $number } a finalement lieu
session-edited = La séance { $number } a changé
moved-before = Elle était prévue le
moved-why = Pourquoi
moved-by-zone-data = L’heure affichée à l’horloge dans { $zone } reste la même ; le pays a changé ses règles horaires.

clock-change-title = À partir de la séance { $number }, l’heure change pour certains d’entre vous
clock-change-text = Des changements d’heure ont lieu entre deux séances ; le programme lui-même ne bouge pas. La séance { $number } commence le { $at } à votre horloge. Par rapport aux séances précédentes :
clock-change-later = • { $minutes ->
    [60] une heure plus tard
   *[other] { $minutes } minutes plus tard
} : { $places }
clock-change-earlier = • { $minutes ->
    [60] une heure plus tôt
   *[other] { $minutes } minutes plus tôt
} : { $places }

reach-title = La séance { $number } a un nouvel horaire : votre calendrier est-il à jour ?
reach-field = Calendriers
reach-text = { $current } calendriers personnels sur { $calendars } ont reçu le nouvel horaire jusqu’ici. Si le vôtre en montre un autre, fiez-vous à l’heure ci-dessus ; les programmes de calendrier vérifient quand ils veulent, certains une seule fois par jour.

completion-notice-title = La dernière séance est terminée
completion-notice-text = Merci d’avoir été des nôtres. `/me` montre votre présence et si vous avez terminé le marathon.

places-given-title = Les places sont proposées
places-given-text = { $places ->
    [1] Une place est proposée à un candidat.
   *[other] Places proposées : { $places }.
} `/me` montre si l’une d’elles est pour vous et vous permet de répondre ; toutes les autres personnes y voient leur rang sur la liste d’attente.

programme-none-here = Aucun marathon n’est encore installé sur ce serveur. Une personne qui peut gérer le serveur peut le faire avec `/setup`.
programme-next = **Prochaine séance**
programme-cancelled = (annulée)

# Le bureau des organisateurs
desk-note-title = Quelque chose demande votre attention
desk-note-too-late = Ceci n’a pas pu être dit à temps. Personne ne l’a entendu :
desk-note-failed = Ceci n’a pas pu être dit. { $cure } (`{ $reason }`)
desk-note-zone-data = Les règles horaires d’un fuseau ont changé, et une heure prévue n’y existe plus, ou y existe deux fois. Donnez-lui un horaire avec `/programme move` :
desk-note-dms-paused = { $cure } (`{ $reason }`)
desk-note-item = • « { $kind } » { $session }, prévu le { $due }
desk-note-more = … et { $count } de plus : `/reminders ledger`

# Ce qu’un organisateur peut faire quand quelque chose n’a pas pu être dit, selon le premier mot de la raison
cure-gone = Ce à quoi il fallait écrire (un canal, un message ou un rôle) a été supprimé : `/setup` le recrée, puis `/reminders ledger` renvoie le message.
cure-forbidden = Le bot n’en a pas le droit ici : donnez à son rôle « Voir le salon », « Envoyer des messages » et « Intégrer des liens » dans ce canal, placez-le au-dessus des rôles qu’il attribue, puis `/reminders ledger` renvoie le message.
cure-not-set-up = Marathon ne sait pas où l’écrire : `/setup` crée ce qui manque, puis `/reminders ledger` renvoie le message.
cure-refused = Discord ne l’accepte pas tel quel. Le journal du bot dit pourquoi ; merci de le signaler.
cure-no-connection = Discord est resté injoignable plusieurs minutes : `/reminders ledger` renvoie le message.
cure-discord = Discord a répondu par ses propres erreurs pendant plusieurs minutes : `/reminders ledger` renvoie le message.
cure-unknown-guild = Le bot ne voit pas ce serveur : invitez-le de nouveau.
cure-events-full = Ce serveur a 100 événements programmés non terminés, le maximum de Discord : supprimez-en, puis `/reminders ledger` renvoie le message.
cure-broken = Le bot a commis une erreur en l’écrivant. Le journal du bot dit laquelle ; merci de le signaler.
cure-nothing-to-say = Il n’y avait plus rien à dire : l’objet a changé ou a disparu.
cure-nothing-to-update = Le message à modifier n’existe plus.
cure-no-means = Il devait être envoyé par un moyen dont cette installation ne dispose pas.
desk-note-night = La conservation des données, la nuit dernière
desk-note-record-whole =
    Les données concordent avec leur journal : { $entries } entrées, { $rows } lignes. { $backup ->
        [made] Elles ont été sauvegardées sous `{ $file }`.
        [server] Marathon ne sauvegarde pas un serveur de base de données : ses propres outils le font (`pg_dump`).
        [failed] Elles n’ont pas pu être sauvegardées.
       *[off] Les sauvegardes nocturnes sont désactivées.
    } Dernière empreinte du journal, qui prouvera plus tard que rien n’a été coupé (`marathon journal verify --head`) :
    `{ $head }`
desk-note-record-broken = Les données ne concordent pas avec leur journal. { $fault } Laissez tout en l’état, mettez de côté les dernières sauvegardes et voyez avec `marathon journal verify` ce qui a été modifié ; `marathon restore` revient à une sauvegarde.
desk-note-backup-failed = La sauvegarde de la nuit dernière n’a pas pu être faite. { $failure } Faites de la place sur le disque et vérifiez que Marathon peut écrire dans le dossier `MARATHON_BACKUPS_DIR` ; `marathon backup` en fait une tout de suite, et la nuit prochaine réessaiera.
cure-no-dms = Discord ne laisse pas le bot ouvrir davantage de messages privés pour l’instant. Ils attendent et sont envoyés plus tard, tant qu’ils sont utiles ; les annonces dans les salons continuent.
cure-closed-dms = Cette personne ne reçoit pas de messages privés de ce serveur : prévenez-la autrement (`/applications show` nomme son adresse), ou demandez-lui de les autoriser, puis `/reminders ledger` renvoie le message.
cure-dm-pace = Il attend son tour : les messages privés sont ouverts lentement, pour que Discord ne bloque pas le bot.
