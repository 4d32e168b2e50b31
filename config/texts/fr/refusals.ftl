# Un message par refus, nommé d’après sa classe. Un fait inconnu est le mot « none ».

refusal-unknown-zone = « { $zone } » n’est pas un fuseau horaire connu ici. { $nearest ->
    [none] Donnez une ville, un pays ou un nom comme Africa/Nairobi.
   *[other] Peut-être l’un de ceux-ci : { $nearest }.
}
refusal-several-zones = « { $text } » connaît plusieurs heures. Précisez laquelle : { $zones }.
refusal-imaginary-time = Il n’y a pas de { $wall } dans { $zone } : les horloges avancent à ce moment-là. Peut-être { $before } ou { $after }.
refusal-ambiguous-time = { $wall } existe deux fois dans { $zone }, parce que les horloges reculent : à { $first } et à { $second }. Précisez lequel.
refusal-not-allowed = Il faut pour cela l’un de ces rôles dans le marathon : { $needs }. Un organisateur peut le donner.
refusal-unknown-marathon = { $known ->
    [none] Il n’y a encore aucun marathon ici. Prenez un programme avec `marathon programme import FILE`.
   *[other] { $key ->
        [none] Précisez quel marathon : { $known }.
       *[other] Il n’y a pas de marathon « { $key } » ici. Il y a : { $known }.
    }
}
refusal-unknown-session = Il n’y a pas de séance { $number } dans ce programme. { $known ->
    [none] Il n’a encore aucune séance.
   *[other] Il y a : { $known }.
}
refusal-applications-closed = Les candidatures ne sont pas ouvertes en ce moment. Ouverture : { $opens } ; clôture : { $closes }.
refusal-already-applied = Vous avez déjà déposé une candidature, le { $applied }. `/me` montre où vous en êtes.
refusal-check-in-not-open = Le pointage n’est pas encore ouvert. Il ouvre le { $opens } ; revenez à ce moment-là.
refusal-check-in-closed = Le pointage a fermé le { $closed }. Si vous étiez là, dites-le à un organisateur : votre présence peut encore être enregistrée.
refusal-wrong-code = Ce n’est pas le code affiché en ce moment. { $tries_left ->
    [0] Plus d’essai pour l’instant.
    [1] Encore un essai.
   *[other] Encore { $tries_left } essais.
}
refusal-too-many-wrong-codes = Trop de codes erronés. Veuillez réessayer le { $again }.
refusal-unknown-participant = { $several ->
    [none] « { $text } » ne désigne aucune personne ayant une place ici. Donnez un numéro, une adresse e-mail ou le nom exact.
   *[other] « { $text } » convient à plusieurs personnes : { $several }. Donnez le numéro ou l’adresse e-mail.
}
refusal-unknown-evidence = Il n’y a pas ici d’élément { $number } qui puisse être retiré.
refusal-unknown-import = Aucun rapport n’a été importé sous le numéro { $number }.
refusal-already-decided = Le numéro { $number } a déjà été tranché, le { $decided }. Rien n’a été modifié.
refusal-appeal-not-possible = Un recours sur cette séance est possible du { $opens } au { $until }.
refusal-appeal-waiting = Votre recours du { $since } sur cette séance attend un organisateur. Vous apprendrez la réponse ici.
refusal-recording-not-counted = { $until ->
    [none] Ce programme ne compte pas les enregistrements.
   *[other] Les enregistrements de cette séance comptaient jusqu’au { $until }.
}
refusal-no-place = Vous n’avez pas de place dans ce marathon ; vous ne pouvez donc pas pointer. `/me` montre où en est votre candidature.
refusal-session-cancelled = La séance { $number }, { $title }, est annulée. Rien n’est enregistré pour elle.
refusal-bad-value = « { $value } » ne convient pas pour le champ « { $field } » : { $expected ->
    [email-address] il faut une adresse e-mail comme nom@example.org.
    [when] indiquez par exemple 2025-09-16 15:00, tomorrow 15:00, tuesday 15:00, ou un décalage comme +1d ou +90m.
    [when-unambiguous] on ne sait pas quel nombre est le jour. Écrivez année, mois, jour : 2025-09-16 15:00.
    [when-time] l’heure manque. Ajoutez-la, comme dans 2025-09-16 15:00.
    [when-exists] ce jour ou cette heure n’existe pas dans le calendrier.
    [session-minutes] une séance dure de 5 minutes à 24 heures (1440 minutes).
    [quiet-hours] dites de quelle heure à quelle heure, comme 22:00-07:00, ou - pour aucune.
    [web-address] il faut une adresse web qui commence par https://.
   *[other] il est attendu : { $expected }.
}
refusal-value-missing = Le champ « { $field } » ne peut pas rester vide.
refusal-bad-length = { $minimum ->
    [0] Le champ « { $field } » peut avoir { $maximum } caractères au plus ; le vôtre en a { $length }.
    [1] Le champ « { $field } » peut avoir { $maximum } caractères au plus ; le vôtre en a { $length }.
   *[other] Le champ « { $field } » doit avoir de { $minimum } à { $maximum } caractères, dont des lettres ; le vôtre en a { $length }.
}
refusal-bad-number = Le champ « { $field } » doit être compris entre { $minimum } et { $maximum } ; { $number } ne l’est pas.
refusal-bad-characters = Le champ « { $field } » ne peut pas contenir ces caractères : { $characters }
refusal-unknown-choice = « { $value } » n’est pas un choix possible pour le champ « { $field } ». Choisissez parmi : { $choices }.
refusal-unknown-country = Aucun pays ne s’appelle « { $value } ». { $nearest ->
    [none] Veuillez en choisir un dans la liste.
   *[other] Peut-être l’un de ceux-ci : { $nearest }.
}
refusal-consent-missing = Rien n’est conservé sans votre accord à la note sur la protection des données.
refusal-email-twice = { $email } figure déjà à la ligne { $line }. Gardez la ligne voulue.
refusal-no-application = Vous n’avez pas de candidature dans ce marathon. `/apply` permet de demander une place.
refusal-not-possible-now = Ce n’est pas possible dans l’état actuel de la candidature ({ $status }). Possible maintenant : { $possible }.
refusal-no-offer = Il n’y a pas de proposition à laquelle répondre ({ $status }).
refusal-offer-expired = La proposition a expiré le { $deadline }.
refusal-offer-still-open = La proposition vaut jusqu’au { $deadline } et ne peut pas expirer avant.
refusal-fields-fixed = Ces champs ne peuvent plus être modifiés, car la sélection s’est fondée sur eux : { $fields }.
refusal-name-frozen = Le nom sur le certificat est fixé depuis le { $since }. Un organisateur peut le corriger, avec un motif.
refusal-reason-needed = Il faut un motif : il est conservé avec l’auteur et le moment de la décision, pour que chacun puisse la comprendre plus tard.
refusal-no-free-place = Aucune place n’est libre : { $taken } sur { $capacity } sont prises.
refusal-attended-in-group = La présence aux sessions { $sessions } du groupe actuel est enregistrée et ne compterait pas dans un autre. Si cette preuve est erronée, retirez-la d’abord.
refusal-capacity-too-low = { $capacity } places ne suffisent pas : { $taken } sont déjà occupées ou proposées.
refusal-unknown-application = Il n’y a pas de candidature numéro { $number } dans ce marathon.
refusal-no-proposal = Il n’y a pas de proposition à approuver. { $newest ->
    [none] Commencez par en faire une.
   *[other] La plus récente est le numéro { $newest }.
}
refusal-already-approved = La proposition { $number } a été approuvée par { $by } le { $at }.
refusal-proposal-outdated = Les candidatures ont changé depuis la proposition { $number }. Veuillez en faire une nouvelle.
refusal-bad-serial = « { $text } » n’est pas un numéro de certificat. { $problem ->
    [length] Il a { $length } caractères ; { $expected } sont attendus.
    [characters] Ceux-ci n’apparaissent pas dans les numéros : { $characters }.
   *[other] Veuillez vérifier s’il contient une faute de frappe.
}
refusal-certificate-revoked = Le certificat { $serial } a été révoqué le { $revoked } : { $reason }. C’est définitif.
refusal-certificate-superseded = Le certificat { $serial } a été remplacé le { $superseded } par { $by }.
refusal-missing-glyphs = Aucune police installée ne peut afficher { $characters } dans « { $text } ». Ces paquets le pourraient : { $packages }.
refusal-marathon-exists = Un marathon « { $key } » existe déjà. Donnez une autre clé au programme, ou reportez-le à d’autres dates avec une autre clé.
refusal-nobody-to-tell = Cela n’atteindrait personne : personne n’appartient à ce public maintenant, ou personne n’y est joint de cette façon.
refusal-said-already = Ces mots ont déjà été dits aujourd’hui aux mêmes personnes de la même façon : rien n’est dit deux fois.
refusal-not-failed = L’envoi { $number } n’a pas échoué, ou est inconnu ici : seul ce qui a échoué est retenté.
refusal-nothing-to-announce = « { $key } » n’est encore installé sur aucun serveur : `/setup` d’abord.
refusal-bound-elsewhere = « { $key } » vit sur un autre serveur. Prenez le programme sous une autre clé pour celui-ci.
refusal-broken-template = Le modèle du certificat ne peut pas être composé : { $message }. { $hints ->
    [none] {""}
   *[other] Indication : { $hints }.
}
refusal-bad-credential = { $problem ->
    [signature] La signature ne correspond pas : cette attestation a été modifiée après sa signature, ou n’a jamais été signée ici.
    [key] Cette attestation a été signée avec une clé qui n’est pas la nôtre.
    [algorithm] Cette attestation est signée autrement que les nôtres (RS256).
   *[other] Ce n’est pas une attestation signée. Veuillez remettre le fichier qui se termine par .jwt, sans le modifier.
}
refusal-move-into-past = { $start } est passé. Donnez à la séance une heure encore à venir.
refusal-sessions-collide = Les mêmes personnes ont la séance { $number }, { $title }, de { $start } à { $end }. Choisissez une autre heure, ou déplacez d’abord celle-là.
refusal-session-unchanged = La séance { $number } est déjà ainsi. Rien n’a été modifié.
refusal-already-cancelled = La séance { $number }, { $title }, est annulée depuis le { $cancelled }.
refusal-not-cancelled = La séance { $number }, { $title }, n’est pas annulée : il n’y a rien à rétablir.
refusal-not-while-cancelled = La séance { $number }, { $title }, est annulée. Rétablissez-la d’abord, puis déplacez-la.
refusal-session-over = La séance { $number } s’est terminée le { $ended } et ne peut pas être déplacée : ce que l’on sait des personnes présentes appartient à ce moment-là.
refusal-number-taken = La séance { $number } existe : { $title }. Le prochain numéro libre est { $free }.
refusal-changed-meanwhile = Entre-temps, { $by } a { $verb ->
    [moved] déplacé
    [cancelled] annulé
    [restored] rétabli
   *[other] modifié
} la séance { $number }, { $at }. Elle est maintenant { $status ->
    [cancelled] annulée (elle était prévue le { $start })
   *[other] prévue le { $start }
}. Rien de votre modification n’a été fait : regardez-la de nouveau.
refusal-unknown-rule = Il n’y a pas de règle d’obtention « { $key } ». Il y a : { $known }.
refusal-not-over-yet = Le marathon ne se termine pas avant le { $ends }. Les certificats en attestent la totalité : la liste se fait ensuite.
refusal-no-list = Il n’y a pas de telle liste à approuver. { $newest ->
    [none] Préparez-en d’abord une.
   *[other] La plus récente est le numéro { $newest }.
}
refusal-four-eyes = La liste { $number } a été préparée par { $by }. Un autre organisateur doit l’approuver : quatre yeux.
refusal-own-list = Vous figurez vous-même sur la liste { $number }. Une personne qui n’y figure pas doit l’approuver.
refusal-list-approved = La liste { $number } a été approuvée par { $by } le { $at }.
refusal-list-changed = Depuis la préparation de la liste { $number }, { $changed ->
    [none] la règle a changé
   *[other] des éléments ou des noms ont changé (personnes numéro { $changed })
}. Son approbation ne tient plus. Veuillez préparer une nouvelle liste et la faire approuver.
refusal-not-approved = Rien n’est délivré avant qu’un autre organisateur ait approuvé la liste de « { $rule } ».
refusal-names-missing = Ces personnes n’ont pas de nom pour un certificat : { $persons }. Rien n’a été délivré.
refusal-unknown-certificate = Il n’y a pas de certificat { $serial } ici.
refusal-not-carried = Les éléments d’aujourd’hui ne fondent pas un certificat à la place de { $serial } ({ $status }). Il peut être révoqué.
refusal-files-not-kept = Les fichiers ne peuvent pas être écrits dans { $folder } : { $reason }. { $issued } certificats sont délivrés et valent ; il en reste { $left }. Faites de la place, puis délivrez de nouveau : personne n’en reçoit deux.
refusal-file-changed = Le fichier { $file } du certificat { $serial } manque ou n’est pas celui qui a été délivré. Restaurez-le depuis une copie.
refusal-unknown-person = Personne ayant une place ici n’est « { $text } ».
refusal-wrong-link-code = Aucune candidature n’a ce code. Copiez-le de la lettre tel quel, par exemple 12-K7QPXW2MNA.
refusal-account-in-use = Ce compte Discord ou cette candidature est déjà relié. Un organisateur peut vérifier.
refusal-cancel-first = La séance { $number }, { $title }, a lieu. Annulez-la d’abord, afin que tout le monde l’apprenne, puis supprimez-la.
refusal-has-evidence = La présence de { $people ->
    [1] une personne
   *[other] { $people } personnes
} est enregistrée pour la séance { $number }, et les enregistrements sont conservés. Elle reste annulée.

# Ce que les refus nomment : champs, actions possibles sur une candidature, rôles

field-name = nom
field-email = adresse e-mail
field-organisation = organisation
field-country = pays
field-kind = type d’organisation
field-function = domaine d’activité
field-gender = genre
field-zone = fuseau horaire
field-language = langue
field-cohort = groupe
field-time = heure
field-reason = motif
field-text = description
field-file = adresse d’un justificatif
field-people = personnes
field-proof = justificatif
field-verdict = décision
field-score = note
field-title = titre
field-topic = sujet
field-speakers = intervenants
field-venue = lieu
field-join-url = lien de connexion
field-duration = durée

can-start = commencer
can-submit = envoyer
can-edit = corriger
can-withdraw = retirer
can-select = sélectionner
can-offer = proposer une place
can-accept = accepter
can-decline = décliner
can-wait = mettre sur la liste d’attente
can-admit = admettre
can-reject = rejeter
can-expire = laisser expirer
can-reinstate = remettre sur la liste d’attente

role-organiser = organisateur
role-approver = approbateur
role-speaker = intervenant
role-auditor = auditeur

refusal-file-too-large = Le fichier fait { $megabytes } Mo ; { $maximum } Mo au plus sont acceptés. Une photo ou une page de PDF suffit : rien n’est encore enregistré.
refusal-file-not-taken = Le fichier « { $name } » ne peut pas être accepté. Envoyez l’un de ceux-ci : { $kinds }. Une capture d’écran ou une photo convient : rien n’est encore enregistré.
