# El certificado, el historial de formación y la credencial firmada. Fechas y números llegan ya escritos.

certificate-heading-participation = Certificado de participación
certificate-heading-completion = Certificado de finalización
certificate-document-title = { $heading } – { $name }
certificate-document-description = { $title }, { $dates }: certificado e historial de formación, número { $serial }
certificate-lead = Se hace constar que
certificate-statement-participation = participó en el maratón de formación
certificate-statement-completion = finalizó, con evaluación, el siguiente maratón de formación
certificate-theme = «{ $theme }»
certificate-span = { $first } – { $last }
certificate-dates = { $dates }  ·  { $sessions ->
    [1] una sesión
   *[other] { $sessions } sesiones
}, { $length }
certificate-presence = Presencia registrada en { $attended } de { $held } sesiones, { $length }
certificate-assessment = Evaluación superada con { $score } %{ $mark ->
    [none] {""}
   *[other] {" "}(nota mínima: { $mark } %)
}
certificate-rule = Emitido según la regla de finalización, versión { $version }: { $rule }
certificate-issued = Emitido el { $day }
certificate-serial = Número del certificado
certificate-verify = Verifique este certificado en
certificate-code-alt = Código QR que conduce a { $address }
certificate-logo-alt = Logotipo de { $issuer }
certificate-hours = { $hours ->
    [0] { $minutes } min
   *[other] { $minutes ->
        [0] { $hours } h
       *[other] { $hours } h { $minutes } min
    }
}

record-heading = Historial de formación
record-course = Curso
record-theme = Tema
record-dates = Fechas
record-rule = Regla
record-rule-text = Versión { $version }: { $rule }
record-result = Evaluación
record-result-text = { $score } %{ $mark ->
    [none] {""}
   *[other] {" "}(nota mínima: { $mark } %)
}
record-number = N.º
record-day = Fecha
record-topic = Tema
record-trainers = Formadores
record-basis = Presencia por
record-score = Nota
record-minutes = Minutos
record-score-value = { $score } %
record-total = { $attended } de { $held } sesiones, { $length }
record-note-minutes = Cuando se midió una conexión, los minutos son los medidos. En los demás casos, la presencia se registró en un momento y los minutos son la duración de la sesión.
record-note-connection = «Conexión»: se midió el tiempo de conexión a la reunión; nada se afirma sobre lo que ocurrió entretanto.
record-page = Página {"{page}"} de {"{pages}"}

basis-check-in = registro de presencia
basis-connection = conexión
basis-statement = declaración de un organizador
basis-group = visionado en grupo
basis-recording = grabación
basis-excused = ausencia justificada
basis-cancelled = cancelada, contada

badge-description = { $heading }: { $title }, { $dates }. Emitido por { $issuer }.
badge-evidence = Historial de formación
badge-evidence-text = { $presence }. { $rule }
badge-result = Evaluación
