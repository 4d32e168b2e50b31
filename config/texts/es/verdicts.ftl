# Por qué una decisión es la que es: un mensaje por código. Breves: varios caben en una línea.

why-check-in = registro de presencia { $at }
why-check-in-late = registro de presencia { $at }, después de { $until }, que no cuenta
why-check-in-outside = registro de presencia { $at }, cuando no estaba abierto
why-minutes-enough = { $sources } { $spans } = { $minutes } de { $length } min ≥ { $share } %
why-minutes-short = { $sources } { $spans } = { $minutes } de { $length } min, menos del { $share } %
why-minutes-range = { $sources } { $spans } = { $minutes_min } a { $minutes_max } de { $length } min: el informe no dice si eso es el { $share } %
why-statement = un organizador declaró { $at }: { $verdict ->
    [present] presente
    [excused] justificado
   *[absent] ausente
}{ $reason ->
    [none] {""}
   *[other] {" "}(«{ $reason }»)
}
why-statement-not-counted = una declaración de un organizador { $at }, que este programa no cuenta
why-group = visionado en grupo, refrendado, { $at }
why-group-waiting = visionado en grupo declarado { $at }, a la espera de la firma de un organizador
why-recording = se vio la grabación, { $at }
why-recording-too-late = se vio la grabación { $at }, después de { $until }
why-recording-not-allowed = se vio la grabación { $at }, lo que este programa no cuenta
why-together-met = en conjunto es suficiente: { $kinds }
why-together-missing = aún falta: { $kinds }
why-withdrawn = { $count ->
    [1] se retiró una constancia
   *[other] se retiraron { $count } constancias
}
why-not-over = la presencia aún se puede demostrar hasta { $until }
why-session-cancelled = la sesión se canceló
why-no-evidence = no se registró nada

evidence-check-in = registro de presencia
evidence-presence = canal de voz
evidence-report = informe de reunión
evidence-statement = declaración de un organizador
evidence-group = visionado en grupo
evidence-recording = grabación

platform-zoom-meeting = Zoom
platform-zoom-webinar = Zoom
platform-zoom-unique-users = Zoom
platform-zoom-registration = Zoom
platform-teams-list = Teams
platform-teams-report-2021 = Teams
platform-teams-report = Teams
platform-webex = Webex
platform-google-meet = Google Meet
platform-bbb = BigBlueButton
platform-other = informe de reunión
