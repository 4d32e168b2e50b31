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
me-zone-kept = Su huso horario es ahora { $zone }; allí son las { $local }.
me-reminders = Recordatorios
reminders-title = Sus recordatorios
reminders-by-channel = Los recordatorios le llegan **en el canal**, como a todos.
reminders-by-dm = Los recordatorios le llegan **por mensaje directo**, además de las publicaciones en el canal.
reminders-muted = **No se le envía nada de este maratón**, y ninguna publicación le menciona por su nombre. Las que mencionan a todos se pueden silenciar en Discord: clic derecho en el canal, «Silenciar canal».
reminders-refused = ⚠️ Desde el { $at } sus recordatorios están de nuevo en el canal: Discord no dejó pasar un mensaje directo. Permita los mensajes directos de miembros de este servidor (su menú → Ajustes de privacidad) y elíjalos otra vez.
reminders-quiet = { $quiet ->
    [none] Sin horas de silencio: los mensajes directos llegan a cualquier hora.
   *[other] Horas de silencio { $quiet } ({ $zone }): lo que llegaría entonces espera a que terminen, o llega justo antes si esperar fuera demasiado tarde.
}
reminders-snoozed = En pausa hasta { $until }: lo que entonces siga siendo útil llega entonces.
reminders-choose-dm = Enviarme mensajes directos
reminders-choose-channel = Solo en el canal
reminders-choose-quiet = Horas de silencio
reminders-quiet-field = Desde y hasta, como 22:00-07:00; o -
reminders-mute = Silenciar este maratón
reminders-unmute = Dejar de silenciar
reminders-which-pick = Qué recordatorios desea
reminders-snooze-pick = Pausa
reminders-snooze = { $days ->
    [0] Terminar la pausa
    [1] Nada durante un día
   *[other] Nada durante { $days } días
}
reminders-hello = Desde ahora sus recordatorios llegan aquí. `/me` en el servidor lo cambia: cuáles, horas de silencio, una pausa o de nuevo en el canal.
reminder-rule-lead = { $count } { $unit ->
    [days] { $count ->
        [1] día
       *[other] días
    }
    [hours] { $count ->
        [1] hora
       *[other] horas
    }
   *[minutes] { $count ->
        [1] minuto
       *[other] minutos
    }
} antes de que { $anchor ->
    [session] comience una sesión
    [survey-due] venza la encuesta
   *[certificates-ready] estén listos los certificados
}{ $audience ->
    [not-checked-in] , si no ha registrado su presencia
    [missed-last] , si faltó a la última
   *[other] {""}
}
reminder-rule-now = { $anchor ->
    [session] Cuando comienza una sesión
    [survey-due] Cuando vence la encuesta
   *[certificates-ready] Cuando están listos los certificados
}{ $audience ->
    [not-checked-in] , si no ha registrado su presencia
    [missed-last] , si faltó a la última
   *[other] {""}
}
reminder-rule-wall = { $at } { $own ->
    [yes] en su huso horario
   *[other] en el huso horario del programa
}, { $days ->
    [0] el mismo día
    [1] el día anterior
   *[other] { $days } días antes
}{ $audience ->
    [not-checked-in] , si no ha registrado su presencia
    [missed-last] , si faltó a la última
   *[other] {""}
}
reminder-calendar = Añadir al calendario
reminder-absent = No puedo asistir
reminder-coming = Al final puedo asistir
reminder-mute = Silenciar este maratón
reminder-unmute = Dejar de silenciar
reminder-calendar-here = Abra el archivo para poner esta sesión en su calendario, o [añádala a Google Calendar]({ $google }). Una copia no sigue los cambios del programa.
reminder-calendar-feed = Un calendario que sigue todos los cambios:
reminder-absent-noted = Anotado: no puede asistir a la sesión { $number }, { $start }. Los organizadores lo ven, ya no se le recuerda y no cuenta ni a favor ni en contra: si al final asiste, registre su presencia sin más.
reminder-coming-noted = Anotado: al final puede asistir a la sesión { $number }, { $start }. Hasta entonces.
reminder-muted = Silenciado: ya no se le envía nada de este maratón, y ninguna publicación le menciona por su nombre. `/me` → Recordatorios lo cambia en cualquier momento.
