# Le certificat, le relevé de formation et l’attestation numérique signée. Dates et nombres arrivent prêts.

certificate-heading-participation = Certificat de participation
certificate-heading-completion = Certificat de fin de formation
certificate-document-title = { $heading } – { $name }
certificate-document-description = { $title }, { $dates } : certificat et relevé de formation, numéro { $serial }
certificate-lead = Il est attesté que
certificate-statement-participation = a participé au marathon de formation
certificate-statement-completion = a suivi jusqu’au bout, avec évaluation, le marathon de formation
certificate-theme = « { $theme } »
certificate-span = { $first } – { $last }
certificate-dates = { $dates }  ·  { $sessions ->
    [1] une séance
    [one] { $sessions } séance
   *[other] { $sessions } séances
}, { $length }
certificate-presence = Présence enregistrée à { $attended } séances sur { $held }, { $length }
certificate-assessment = Évaluation réussie avec { $score } %{ $mark ->
    [none] {""}
   *[other] {" "}(note requise : { $mark } %)
}
certificate-rule = Délivré selon la règle d’obtention, version { $version } : { $rule }
certificate-issued = Délivré le { $day }
certificate-serial = Numéro du certificat
certificate-verify = Vérifier ce certificat à l’adresse
certificate-code-alt = Code QR qui mène à { $address }
certificate-logo-alt = Logo de { $issuer }
certificate-hours = { $hours ->
    [0] { $minutes } min
   *[other] { $minutes ->
        [0] { $hours } h
       *[other] { $hours } h { $minutes } min
    }
}

record-heading = Relevé de formation
record-course = Cours
record-theme = Thème
record-dates = Dates
record-rule = Règle
record-rule-text = Version { $version } : { $rule }
record-result = Évaluation
record-result-text = { $score } %{ $mark ->
    [none] {""}
   *[other] {" "}(note requise : { $mark } %)
}
record-number = N°
record-day = Date
record-topic = Sujet
record-trainers = Formateurs
record-basis = Présence par
record-score = Note
record-minutes = Minutes
record-score-value = { $score } %
record-total = { $attended } séances sur { $held }, { $length }
record-note-minutes = Lorsqu’une connexion a été mesurée, les minutes sont celles qui ont été mesurées. Sinon, la présence a été enregistrée à un moment donné et les minutes sont la durée de la séance.
record-note-connection = « Connexion » : le temps de connexion à la réunion a été mesuré ; rien n’est dit de ce qui s’est passé pendant ce temps.
record-page = Page {"{page}"} sur {"{pages}"}

basis-check-in = pointage
basis-connection = connexion
basis-statement = déclaration d’un organisateur
basis-group = visionnage en groupe
basis-recording = enregistrement
basis-excused = absence excusée
basis-cancelled = annulée, comptée

badge-description = { $heading } : { $title }, { $dates }. Délivré par { $issuer }.
badge-evidence = Relevé de formation
badge-evidence-text = { $presence }. { $rule }
badge-result = Évaluation
