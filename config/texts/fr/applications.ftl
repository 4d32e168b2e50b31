apply-title = Demande de place
apply-name = Nom tel qu’il figurera sur le certificat
    .hint = Exactement comme il doit y figurer, dans votre propre écriture.
apply-email = Adresse e-mail
    .hint = Seuls les organisateurs la voient.
apply-organisation = Organisation
    .hint = Là où vous travaillez ; laissez vide si vous travaillez à votre compte.
apply-kind = Type d’organisation
apply-function = Votre domaine d’activité
apply-again = Corriger
apply-send = Accepter et envoyer
apply-consent = Veuillez vérifier ce que vous avez saisi et choisir votre fuseau horaire et votre langue. En envoyant, vous acceptez que les organisateurs conservent ces données pour organiser le marathon et délivrer votre certificat.
apply-done = Votre candidature est enregistrée. { $places ->
    [1] Il y a une seule place.
    [one] Il y a { $places } place.
   *[other] Il y a { $places } places.
} Vous apprendrez ici quand elles seront attribuées ; `/me` montre où vous en êtes.

kind-manufacturer = Fabricant
kind-regulator = Autorité de réglementation
kind-ministry = Ministère
kind-academia = Université ou recherche
kind-other = Autre

function-development = Développement
function-production = Production
function-quality-assurance = Assurance de la qualité
function-quality-control = Contrôle de la qualité
function-regulatory = Affaires réglementaires
function-other = Autre

apply-any-cohort = N’importe quel groupe
apply-stated = Ce que vous avez indiqué
apply-edit = Corriger
apply-withdraw = Se retirer
apply-edited = { $fields ->
    [none] Rien n’a changé.
   *[other] Modifié : { $fields }. C’est enregistré.
}
apply-withdraw-preview = { $holds ->
    [true] Vous rendez votre place ; elle va à la personne suivante et vous ne pourrez pas la reprendre vous-même.
   *[false] Votre candidature est retirée.
} Confirmez-vous le retrait ?
apply-withdraw-confirm = Oui, me retirer
apply-withdrawn = Votre candidature est retirée.

gender-unsaid = Je ne souhaite pas indiquer mon genre
gender-woman = Femme
gender-man = Homme
gender-another = Autre genre

me-offer-until = Veuillez répondre avant le { $deadline } ; ensuite, la place va à la personne suivante.
me-data = Mes données
me-forget = M’oublier
me-data-none = Aucune donnée n’est conservée à votre sujet.
me-data-here = Voici tout ce qui est conservé à votre sujet.
me-forget-preview = Votre nom, vos adresses, votre organisation et le lien avec votre compte Discord sont effacés définitivement, et la place que vous auriez va à la personne suivante. **Aucun certificat ne pourra plus vous être délivré.** Ce qui s’est passé pendant le cours reste sous un numéro qui ne mène à personne ; d’un certificat déjà délivré il ne reste que le numéro, l’état et la somme de contrôle : **téléchargez d’abord votre propre copie**, car elle peut toujours être vérifiée, et nous n’en gardons aucune. Cette opération est irréversible.
me-forget-confirm = Oui, m’oublier
me-forgotten = Vos données sont effacées. Plus rien de ce qui vous nomme n’est conservé.
