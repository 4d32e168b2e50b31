command-marathon = Le programme, chaque horaire à l’heure de chez vous
    .about = Le programme, ou la règle selon laquelle les certificats sont délivrés
command-me = Votre place, vos horaires, votre présence et ce qu’il vous reste à faire
    .show = Seulement cette partie
command-apply = Demander une place dans le marathon, ou modifier votre candidature
    .country = Le pays où vous travaillez
    .zone = Où vous vivez, si l’heure y est autre ; la modifie aussi plus tard
command-link = Relier votre compte Discord à la candidature que vous avez envoyée ailleurs
    .code = Le code personnel qui figure dans la lettre

choice-programme = programme
choice-reminders = Rappels
choice-rule = règle
