# Le site : pages publiques et calendriers.

# Calendriers. Le préfixe précède le titre d’une séance annulée dans chaque programme qui n’affiche pas STATUS.
feed-cancelled-prefix = Annulé :{" "}
feed-speakers = Intervenants :{" "}
feed-join = Rejoindre :{" "}
feed-join-label = Rejoindre la séance
feed-alarm = La séance commence bientôt.
feed-present = Votre présence est enregistrée.
feed-partial = Votre présence est enregistrée pour une partie de cette séance.
feed-excused = Votre absence à cette séance est excusée.
feed-personal-name = { $marathon } (le vôtre)

# Toutes les pages
page-skip = Aller au contenu
page-languages = Langues

# La liste des marathons
index-title = Marathons de formation
index-none = Aucun marathon n’est encore annoncé ici. Revenez plus tard, ou demandez aux personnes qui vous ont donné cette adresse.
index-sessions = { $count ->
    [1] une séance
    [one] { $count } séance
   *[other] { $count } séances
}
index-span = du { $from } au { $to }

# La page d’un marathon
marathon-next = Prochaine séance
marathon-next-none = Aucune séance n’est prévue après ce moment.
marathon-now = Maintenant
marathon-programme = Programme
marathon-empty = Les séances ne sont pas encore publiées. Abonnez-vous au calendrier : elles y apparaîtront d’elles-mêmes.
marathon-zone-label = Afficher les heures dans
marathon-zone-own = votre fuseau horaire ({ $zone })
marathon-zone-programme = le fuseau horaire du programme ({ $zone })
marathon-zone-shown = Les heures sont celles de { $zone }.
marathon-column-number = N°
marathon-column-session = Séance
marathon-column-when = Quand
marathon-column-duration = Durée
marathon-column-speakers = Intervenants
marathon-column-venue = Lieu
marathon-duration = { $count ->
    [1] une minute
    [one] { $count } minute
   *[other] { $count } minutes
}
marathon-cancelled = Annulée
marathon-subscribe = S’abonner au calendrier
marathon-subscribe-how = Un calendrier auquel on est abonné suit chaque changement de lui-même. Google et Outlook vérifient quelques fois par jour ; les changements de dernière minute sont aussi annoncés dans le chat.
marathon-subscribe-app = Apple, Thunderbird et autres calendriers
marathon-subscribe-google = Google Agenda
marathon-subscribe-outlook = Outlook sur le web
marathon-subscribe-address = Ou copiez cette adresse dans votre calendrier :
marathon-apply = Comment déposer une candidature
marathon-apply-chat = Les places sont attribuées sur candidature. Rejoignez le serveur de chat de ce marathon et utilisez-y la commande /apply.
marathon-apply-open-chat = Ouvrir le serveur de chat
marathon-apply-opens = Les candidatures ouvrent le { $moment }.
marathon-apply-until = Les candidatures sont ouvertes jusqu’au { $moment }.
marathon-apply-open = Les candidatures sont ouvertes.
marathon-apply-closed = Les candidatures sont closes depuis le { $moment }.
marathon-website = En savoir plus sur ce marathon
marathon-print = Un programme imprimé ne suit pas les changements. La page se trouve à { $url }.

# Refus
missing-title = Rien ici
missing-text = Il n’y a pas de telle page ni de tel calendrier. Une adresse de calendrier personnelle cesse de fonctionner quand la personne en demande une nouvelle.
failed-title = Une erreur s’est produite
failed-text = Cette page n’a pas pu être produite. Réessayez dans une minute ; si cela persiste, communiquez ce numéro aux organisateurs : { $reference }
