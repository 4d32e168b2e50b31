mail-greeting = Bonjour { $name },
mail-subject-waiting = { $marathon } : vous êtes sur la liste d’attente
mail-subject-offered = { $marathon } : une place vous est proposée
mail-subject-accepted = { $marathon } : vous avez une place
mail-subject-declined = { $marathon } : vous avez décliné
mail-subject-expired = { $marathon } : la proposition a expiré
mail-subject-rejected = { $marathon } : votre candidature
mail-subject-withdrawn = { $marathon } : votre candidature est retirée
mail-waiting = Vous êtes au rang { $rank } de la liste d’attente de { $marathon }. Quand une place se libère, elle est proposée selon la règle publiée et vous en êtes informé(e) aussitôt.
mail-offered = Une place vous est proposée dans { $marathon }. Veuillez répondre avant le { $deadline } ; ensuite, elle va à la personne suivante.
mail-accepted = Vous avez une place dans { $marathon }. Bienvenue !
mail-declined = Vous avez rendu la place dans { $marathon }. Elle va à la personne suivante. Merci de l’avoir signalé.
mail-expired = La proposition d’une place dans { $marathon } est restée sans réponse dans le délai, et la place est allée à la personne suivante.
mail-rejected = Votre candidature à { $marathon } n’a pas été retenue. { $why ->
    [none] {""}
   *[other] Le motif : { $why }
}
mail-withdrawn = Votre candidature à { $marathon } est retirée. Plus rien ne vous sera envoyé à ce sujet.
mail-subject-cohort-changed = { $marathon } : vous êtes dans un autre groupe
mail-cohort-changed = vous êtes désormais dans un autre groupe de { $marathon } : { $cohort ->
    [none] celui qui a de la place
   *[other] « { $cohort } »
}. Raison donnée par les organisateurs : { $why } Votre page indique les nouveaux horaires, et votre calendrier suit de lui-même.
mail-subject-reminder-session = { $marathon } : séance { $number }, { $time }
mail-subject-reminder-offer-expires = { $marathon } : une place vous est encore proposée
mail-subject-reminder-survey-due = { $marathon } : le questionnaire arrive à échéance
mail-subject-reminder-certificates-ready = { $marathon } : le cours est terminé
mail-reminder-session = { $words ->
    [none] la séance { $number } de { $marathon }, « { $title } », commence le { $time }.
   *[other] { $words }

    « { $title } » commence le { $time }.
}{ $venue ->
    [none] {""}
   *[other] { " " }Lieu : { $venue }.
}{ $join ->
    [none] {""}
   *[other] { " " }Pour participer : { $join }
}
mail-reminder-offer-expires = la place de { $marathon } qui vous est proposée est à vous jusqu’au { $time }. Ensuite, elle revient à la personne suivante.
mail-reminder-survey-due = le questionnaire de { $marathon } est ouvert jusqu’au { $time }. Sans lui, un certificat peut ne pas être délivré.
mail-reminder-certificates-ready = { $marathon } est terminé. Votre page montre si vous l’avez achevé, et votre certificat dès qu’il est délivré.
mail-page = Votre page personnelle, où vous pouvez répondre et voir où vous en êtes. Veuillez garder cette adresse pour vous :
    { $page }
mail-code = Si vous utilisez Discord, reliez-y votre compte à votre candidature avec
    /link code:{ $code }
mail-end = { $organiser }

link-done = Votre compte Discord est maintenant relié à votre candidature. `/me` montre où vous en êtes.

cure-no-mail-server = Aucun serveur de messagerie n’est défini. `marathon applications mail-merge` écrit les lettres pour votre propre programme de messagerie ; ou définissez MARATHON_SMTP_HOST et MARATHON_SMTP_FROM.
cure-mail = Le serveur de messagerie a définitivement refusé la lettre. Demandez une autre adresse à la personne : `/applications show` la nomme.

mail-subject-appeal-upheld = { $marathon } : votre recours sur la séance { $number } est accepté
mail-subject-appeal-rejected = { $marathon } : votre recours sur la séance { $number } est tranché
mail-appeal-upheld = Votre recours sur la séance { $number } de { $marathon } est accepté : vous comptez comme présent(e). Le motif des organisateurs : { $reason }
mail-appeal-rejected = Votre recours sur la séance { $number } de { $marathon } n’est pas retenu. Le motif des organisateurs : { $reason }
mail-subject-at-risk = { $marathon }: ce qui reste à faire
mail-at-risk = vous pouvez encore obtenir « { $rule } » dans { $marathon }. Ce qui est enregistré jusqu’ici :
    { $why }
    S’il manque quelque chose, votre page permet de le signaler.
mail-subject-certificate-yours = { $marathon }: votre certificat est prêt
mail-certificate-yours = votre certificat de { $marathon } est prêt.{ $link ->
    [none] {""}
   *[other] {" "}Le voici, pour vous seul, en PDF :
        { $link }
}
    Chacun peut le vérifier, par son numéro { $serial }, à l’adresse
    { $verify }
mail-subject-certificate-replaced = { $marathon }: votre nouveau certificat
mail-certificate-replaced = vous avez un nouveau certificat de { $marathon } à la place du précédent, qui reste vérifiable comme remplacé.{ $link ->
    [none] {""}
   *[other] {" "}Le voici, pour vous seul, en PDF :
        { $link }
}
    Chacun peut le vérifier, par son numéro { $serial }, à l’adresse
    { $verify }
