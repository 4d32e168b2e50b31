me-status-none = No ha presentado ninguna solicitud. `/apply` sirve para pedir una plaza.
me-status-draft = Su solicitud está empezada y sin enviar. `/apply` la continúa.
me-status-applied = Su solicitud se ha recibido. Se le avisará cuando se asignen las plazas.
me-status-waiting = { $rank ->
    [0] Está en la lista de espera.
   *[other] Ocupa el puesto { $rank } de la lista de espera.
}
me-waiting-until = Toda plaza que quede libre hasta el { $until } se ofrece a la persona siguiente según la regla publicada, y usted lo sabrá enseguida.
me-status-offered = Se le ofrece una plaza. Responda antes de que caduque la oferta.
me-status-accepted = Tiene una plaza.
me-status-declined = Renunció a la plaza que se le ofreció.
me-status-expired = La oferta de una plaza caducó sin respuesta.
me-status-rejected = Su solicitud no fue aceptada.
me-status-withdrawn = Se ha retirado.
me-name = Nombre en el certificado
me-sessions = Sus sesiones
me-calendar = Su calendario
me-language-kept = A partir de ahora le escribimos en español: aquí, por correo electrónico y en su calendario.

completion-on-track = Por buen camino.
completion-at-risk = En riesgo.
completion-out-of-reach = Ya no es alcanzable.
completion-complete = Finalizado.
completion-withdrawn = Retirada.
completion-reach = Se exigen { $needed } de { $of } sesiones; usted tiene { $have }. { $left ->
    [0] No queda ninguna.
    [1] Queda una; puede faltar a { $miss }.
   *[other] Quedan { $left }; puede faltar a { $miss }.
}
completion-people = { $count ->
    [0] Nadie tiene plaza todavía.
    [1] Un participante.
   *[other] { $count } participantes.
}

verdict-present = Presente
verdict-partial = En parte
verdict-absent = Ausente
verdict-excused = Justificado
verdict-open = Por decidir
attendance-nobody = Nadie tiene plaza todavía.
and-more = … y { $count } más.
me-cohort-changed =
    { $cohort ->
        [none] Está en cualquier grupo en el que haya sitio.
       *[other] Su grupo es «{ $cohort }».
    }
