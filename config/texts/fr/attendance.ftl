# La présence : rapports importés, déclarations, file des questions ouvertes, et ce que chacun peut dire de la sienne.

import-preview = { $recognised } reconnues, { $waiting } à décider par vous, { $staff } lignes d’hôtes et d’intervenants laissées de côté, { $registered } inscriptions sans présence. Rien n’est encore enregistré.
import-recognised = Reconnues
import-waiting = À décider par vous
import-nothing = Rien de ceci ne peut être enregistré.
import-confirm = Enregistrer
import-gone = Cet aperçu est trop ancien, ou le bot a été redémarré. Rien n’a été enregistré : veuillez envoyer le fichier de nouveau.
import-same = Ces fichiers ont déjà été enregistrés ; rien n’a été modifié.
import-done = Import { $number } : { $kept } lignes enregistrées, { $already } déjà connues, { $withdrawn } retirées auparavant et laissées ainsi. { $waiting } noms attendent dans `/attendance review`. Pour l’annuler : `/attendance undo`.
import-heading = Écrivez ce que signifie un en-tête sous la forme EN-TÊTE=CHAMP, plusieurs séparés par un point-virgule. Champs : { $fields }.
mark-done = { $count ->
    [1] Une personne
   *[other] { $count } personnes
} à la séance { $number } : { $verdict }. Élément { $evidence }.
withdraw-done = L’élément { $evidence } est retiré, par l’élément { $number }. Tous deux restent au dossier.
undo-done = L’import { $number } est annulé : { $rows ->
    [1] un élément est retiré
   *[other] { $rows } éléments sont retirés
}. Il peut être refait.
missing-nobody = Personne ne manque.
person-none = Ce compte n’a pas de place dans le marathon.
person-evidence = élément { $numbers }
attendance-exported = { $lines } lignes. Gardez le fichier en lieu sûr : il contient des noms.
review-empty = Rien n’attend de décision.
review-rows = { $rows ->
    [1] Une ligne
   *[other] { $rows } lignes
} dans un rapport de la séance { $number }. De qui s’agit-il ?
review-left = { $count ->
    [1] La dernière question ouverte
   *[other] { $count } questions ouvertes
}
review-someone = Quelqu’un d’autre…
review-person = Numéro, adresse e-mail ou nom exact
review-nobody = Personne
review-staff = Hôte ou intervenant
review-later = Plus tard
review-done = { $answer ->
    [credit] « { $name } » est compté.
    [staff] « { $name } » est laissé de côté comme hôte ou intervenant.
   *[nobody] « { $name } » n’est attribué à personne.
} { $remembered ->
    [yes] Cela vaut aussi pour les fichiers suivants.
   *[no] { "" }
}
check-in-code-title = Pointage
check-in-code-label = Les six chiffres que montre l’intervenant
code-shown = Séance { $number } : **{ $code }**, le suivant dans { $seconds ->
    [1] une seconde
   *[other] { $seconds } secondes
} ({ $until }). Le code précédent est accepté encore une minute.
code-not-asked = Ce programme ne demande pas de code : le bouton seul suffit.
prompt-middle = Séance { $number } : êtes-vous toujours là ?
prompt-end = Séance { $number } : pointage de fin
prompt-posted = Le pointage est publié.
me-appeals = Vos recours
own-appeal = Contester une décision
own-group = Nous avons regardé ensemble
own-recording = J’ai regardé l’enregistrement
own-field-session = Numéro de la séance
own-field-text = Que s’est-il passé ?
own-field-file = Adresse d’un justificatif (https://…)
own-field-people = Les autres : e-mail ou nom, un par ligne
own-field-proof = Qu’est-ce qui montre que vous l’avez vu ?
own-field-reason = Motif ; le participant le lit
appeal-made = Votre recours sur la séance { $number } est enregistré. Un organisateur décide ; `/me` montre la réponse.
appeal-open = ❔ Séance { $number } : en attente d’un organisateur
appeal-upheld = ✅ Séance { $number } : recours accepté. { $reason }
appeal-rejected = ▫️ Séance { $number } : recours non retenu. { $reason }
appeal-left = { $count ->
    [1] Le dernier en attente
   *[other] { $count } en attente
}
appeal-uphold = Accepter : était présent
appeal-reject = Rejeter
appeal-answered = La réponse est enregistrée ; le participant la lit dans `/me`.
group-declared = Enregistré : { $count } personnes ont regardé la séance { $number } ensemble. Cela compte dès qu’un organisateur a signé.
recording-kept = Enregistré : vous avez regardé l’enregistrement de la séance { $number }.
group-asked = { $name } indique que ces personnes ont regardé la séance { $number } ensemble :
group-sign = Signer
group-refuse = Non confirmé
group-settled = C’est enregistré.
own-field-upload = Un fichier qui le montre
own-field-upload-about = { $kinds }, { $megabytes } Mo au plus ; seuls les organisateurs le voient.
appeal-answer-upheld =
    Votre recours sur la séance { $number } est accepté : vous comptez comme présent(e). Le motif des organisateurs : { $reason }
    `/me` montre où vous en êtes.
appeal-answer-rejected =
    Votre recours sur la séance { $number } n’est pas retenu. Le motif des organisateurs : { $reason }
    `/me` montre où vous en êtes.

attendance-announced = 🗓 a dit le { $at } ne pas pouvoir venir
attendance-announced-title = Ont dit ne pas pouvoir venir
