# Ce qui est dit quand les certificats sont là, et quand l’un d’eux n’est plus fondé.

certificates-ready-title = Les certificats sont prêts
certificates-ready-text = `/me` montre le vôtre, si vous en avez un : en PDF, et sous forme d’attestation numérique signée que chacun peut vérifier.
desk-note-unsupported = Le certificat { $kind } n’est plus fondé sur les éléments enregistrés : l’état est désormais « { $reason } ». Examinez-le avec `/completion person`, puis révoquez ou remplacez le certificat.

# Organisateurs : la liste, son approbation, les certificats

completion-no-place = Cette personne n’a pas de place dans le marathon.
completion-prepare = Préparer cette liste pour approbation
completion-near = Près du seuil
completion-last = La dernière liste préparée
completion-list-none = Aucune pour l’instant.
completion-list-waiting = La liste { $number }, de { $people } personnes, attend l’approbation d’un autre organisateur. Empreinte { $hash }…
completion-list-approved = La liste { $number }, de { $people } personnes, est approuvée. Empreinte { $hash }…
completion-list-fallen = La liste { $number } est caduque : des éléments ou la règle ont changé depuis sa préparation.
completion-prepared = La liste { $number } est prête : { $people } personnes. Un autre organisateur ayant le rôle d’approbateur utilise maintenant `/completion approve`. Empreinte : `{ $hash }`
completion-approve = Approuver la liste { $number }
completion-approved = La liste { $number }, de { $people } personnes, est approuvée. Ensuite : `/certificates issue`.
completion-scored = { $percent } % à la tentative { $attempt } : c’est enregistré.
certificates-no-address = Les certificats ont besoin d’une adresse publique : la personne qui exploite le bot doit d’abord définir MARATHON_PUBLIC_URL.
certificates-preview = Selon « { $rule } », { $people ->
    [0] personne n’a
    [1] une personne a
    [one] { $people } personne a
   *[other] { $people } personnes ont
} terminé. Chaque personne de la liste approuvée qui n’a pas encore de certificat en reçoit un ; personne n’en reçoit deux. L’annonce est faite une fois, dans le canal.
certificates-issue = Délivrer les certificats
certificates-issued = { $new } certificats délivrés ; { $already } existaient déjà. { $inexact ->
    [none] {""}
   *[other] Justes sur le papier, mais avec des noms qui ne se copient pas lettre pour lettre : { $inexact }
}
certificates-count = { $valid } certificats en cours de validité ; { $others } remplacés ou révoqués.
certificates-unsupported = { $count } ne sont plus fondés sur les éléments enregistrés : { $serials }. Révoquez-les ou remplacez-les.
certificate-revoke = Révoquer…
certificate-revoke-reason = Motif (tout le monde le verra)
certificate-revoked = Le certificat { $serial } est révoqué.
certificate-replace = Remplacer…
certificate-replace-reason = Motif, par exemple un nom corrigé
certificate-replaced = Le certificat { $old } est remplacé. Le nouveau : { $new }.

# Titulaires

certificate-yours = Votre certificat
certificate-none = Il n’y a ici aucun certificat valable à votre nom.
certificate-text = Votre certificat en PDF, et sous forme d’attestation numérique signée pour les logiciels. Chacun peut le vérifier à l’adresse { $url }. [L’ajouter à LinkedIn]({ $linkedin })

rule-title = La règle d’obtention, version { $version }
rule-frozen = Fixée depuis le { $since }.
rule-none = Ce marathon n’a pas de règle d’obtention.
certificate-replaced-text = Vous avez un nouveau certificat, numéro { $serial }, à la place du précédent. `/me` le montre ; l’ancien reste vérifiable comme remplacé.
completion-open = Non tranché, et pourrait changer un statut
completion-open-text = Recours : { $appeals } (`/attendance appeals`) ; noms douteux dans un rapport de réunion : { $reviews } (`/attendance review`).
