income-low = revenu faible
income-lower-middle = revenu intermédiaire, tranche inférieure
income-upper-middle = revenu intermédiaire, tranche supérieure
income-high = revenu élevé
income-unclassified = non classé par la Banque mondiale
income-not-listed = absent de la liste de la Banque mondiale

reason-income-priority = Groupe de priorité { $group }{ $groups ->
    [0] {""}
   *[other] {" "}sur { $groups }
} selon le pays : { $country } ({ $income }).
reason-income-override = Le programme classe { $country } en { $income } : { $why }
reason-kind-priority = Groupe de priorité { $group } selon le type d’organisation : { $kind }.
reason-function-priority = Groupe de priorité { $group } selon le domaine d’activité : { $function }.
reason-first-come = Selon le moment de la candidature : rang { $place }{ $of ->
    [0] {""}
   *[other] {" "}sur { $of }
} à égalité.
reason-lot = Selon le tirage au sort (graine { $seed }) : rang { $place }{ $of ->
    [0] {""}
   *[other] {" "}sur { $of }
} à égalité.
reason-within-places = Rang { $claim }{ $of ->
    [0] {""}
   *[other] {" "}sur { $of }
} pour { $places } places → une place.
reason-low-income-quota = Une place, car { $needed } places reviennent aux revenus faibles et intermédiaires de la tranche inférieure.
reason-gender-quota = Une place, car { $needed } places reviennent à chaque genre.
reason-kept-for-low-income = Pas de place : { $needed } places sont réservées aux revenus faibles et intermédiaires de la tranche inférieure.
reason-kept-for-balance = Pas de place : { $needed } places sont réservées à l’équilibre des genres.
reason-country-cap = Rang { $place }{ $of ->
    [0] {""}
   *[other] {" "}sur { $of }
} pour { $country }, dont { $cap } personnes peuvent avoir une place.
reason-organisation-cap = Rang { $place }{ $of ->
    [0] {""}
   *[other] {" "}sur { $of }
} pour la même organisation, dont { $cap } personnes peuvent avoir une place.
reason-full = Rang { $claim }{ $of ->
    [0] {""}
   *[other] {" "}sur { $of }
} pour { $places } places : elles sont allées à des rangs meilleurs.
reason-waiting-list = → liste d’attente, rang { $rank }{ $of ->
    [0] {""}
   *[other] {" "}sur { $of }
}.

status-draft = brouillon
status-applied = déposée
status-waiting = en attente
status-offered = place proposée
status-accepted = acceptée
status-declined = déclinée
status-expired = expirée
status-rejected = rejetée
status-withdrawn = retirée

select-none = Aucune candidature n’attend de décision. Une fois des candidatures déposées, `/applications select` propose à qui attribuer les places.
select-title = Proposition { $number }
select-summary = { $applications ->
    [1] Une candidature
   *[other] { $applications } candidatures
} : **{ $offered }** reçoivent une proposition de place, **{ $waiting }** attendent{ $rejected ->
    [0] {""}
   *[other] , **{ $rejected }** sont rejetées
}. Personne n’a encore rien appris : l’annonce est faite à votre approbation, et chaque proposition vaut { $days ->
    [1] un jour
   *[other] { $days } jours
}.
select-changes = { $changes ->
    [1] Une décision a été modifiée à la main.
   *[other] { $changes } décisions ont été modifiées à la main.
}
select-income = Groupe de revenu : placées sur déposées
select-kind = Type : placées sur déposées
select-country = Pays : placées sur déposées
select-quotas = Quotas : atteints sur demandés
select-quota-low-income-quota = Revenus faibles et intermédiaires de la tranche inférieure
select-quota-gender-quota = Genre : { $of }
select-approve = Approuver et annoncer
select-change = Modifier une décision
select-approved = La proposition { $number } est approuvée : { $offered } reçoivent une proposition de place jusqu’au { $deadline }, { $waiting } attendent, { $rejected } sont rejetées. L’annonce est en cours.
select-seed-needed = Le programme tire au sort et n’indique pas de graine. Publiez-en une et donnez-la : `/applications select seed:…`
select-change-title = Modifier une décision
select-change-number = Numéro de la candidature
select-change-decision = La nouvelle décision
select-change-reason = Motif
select-changed = Candidature { $application } : { $decision ->
    [offer] une place est proposée
    [wait] attend
   *[reject] rejetée
} dès que la proposition { $number } est approuvée.
decision-offer = Proposer une place
decision-wait = Liste d’attente
decision-reject = Rejeter
event-offer = Proposer une place hors tour
event-admit = Donner la place sans redemander
event-reject = Rejeter
event-reinstate = Remettre sur la liste d’attente

decide-done = Candidature { $number } : { $status }.{ $next ->
    [0] {""}
    [1] {" "}La place a été proposée à la personne suivante.
   *[other] {" "}Places proposées aux personnes suivantes : { $next }.
}
cohort-done = La candidature { $number } est désormais dans le groupe { $cohort }, et la personne en est informée.{ $next ->
    [0] {""}
    [1] {" "}La place a été proposée à la personne suivante.
   *[other] {" "}{ $next } places ont été proposées aux personnes suivantes.
}
cohort-same = La candidature { $number } est déjà dans le groupe { $cohort } ; rien n’a été changé.
capacity-done = Places : { $before } → { $after }. { $free ->
    [0] Aucune n’est libre.
    [1] Une est libre ; `/applications offer` la propose à la liste d’attente.
   *[other] { $free } sont libres ; `/applications offer` les propose à la liste d’attente.
}
offer-done = { $count ->
    [0] Aucune place n’est libre, ou personne n’attend : rien n’a été proposé.
    [1] Une place a été proposée.
   *[other] { $count } places ont été proposées.
}
list-empty = Il n’y a pas de telles candidatures.
list-page = Page { $page } sur { $pages }, { $count } candidatures
list-earlier = Précédentes
list-later = Suivantes
list-same-email = même e-mail que { $numbers }
show-title = Candidature { $number } : { $status }
show-person = Personne
show-statements = Déclaré
show-reasons = Pourquoi elle en est là
show-history = Historique
show-nothing = La sélection ne l’a pas encore examinée.
stats-title = { $count ->
    [1] Une candidature
   *[other] { $count } candidatures
}
stats-status = État
stats-income = Groupe de revenu
stats-kind = Type
stats-function = Domaine d’activité
stats-country = Pays
export-done = { $count ->
    [1] Une candidature
   *[other] { $count } candidatures
}, avec ces champs et aucun autre : { $fields }
export-unknown = Il n’y a pas de champ { $unknown }. Il y a : { $fields }.
name-corrected = Candidature { $number } : le nom sur le certificat est maintenant « { $name } ».

# Les noms que l’OMS donne elle-même à ses Régions.
region-AFR = Région africaine
region-AMR = Région des Amériques
region-EMR = Région de la Méditerranée orientale
region-EUR = Région européenne
region-SEAR = Région de l’Asie du Sud-Est
region-WPR = Région du Pacifique occidental
region-elsewhere = dans aucune Région de l’OMS
select-region = Région de l’OMS : placées sur déposées
stats-region = Région de l’OMS
