application-waiting = Vous êtes au rang { $rank } de la liste d’attente. Quand une place se libère, elle est proposée selon la règle publiée, et vous l’apprenez ici. `/me` montre à tout moment où vous en êtes.
application-offered = **Une place vous est proposée.** Veuillez répondre avant le { $deadline } ; ensuite, elle va à la personne suivante.
application-accepted = Vous avez une place. Bienvenue ! Les canaux du cours vous sont maintenant ouverts, et `/me` contient vos séances à l’heure de chez vous et un calendrier auquel vous abonner.
application-accepted-calendar = Votre propre calendrier, avec les liens de connexion ; gardez cette adresse pour vous : { $url }
application-declined = Vous avez rendu la place proposée. Elle va à la personne suivante. Merci de l’avoir signalé.
application-expired = La proposition d’une place est restée sans réponse dans le délai, et la place est allée à la personne suivante.
application-rejected = Votre candidature n’a pas été retenue. { $why ->
    [none] {""}
   *[other] Le motif : { $why }
}
application-withdrawn = Votre candidature est retirée. Plus rien ne vous sera envoyé à ce sujet.

cohort-changed = Vous êtes désormais dans un autre groupe : { $cohort ->
    [none] celui qui a de la place
   *[other] « { $cohort } »
}. Raison donnée par les organisateurs : { $why } `/me` indique vos sessions à votre heure, et votre calendrier suit de lui-même.

offer-accept = Prendre la place
offer-decline = Décliner
offer-accepted = La place est à vous. Bienvenue ! `/me` montre vos séances à l’heure de chez vous.
offer-declined = Vous avez rendu la place ; elle va à la personne suivante. Merci de l’avoir signalé.
