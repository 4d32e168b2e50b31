# El sitio: páginas públicas y calendarios.

# Calendarios. El prefijo va ante el título de una sesión cancelada en los programas que ocultan STATUS.
feed-cancelled-prefix = Cancelada:{" "}
feed-speakers = Ponentes:{" "}
feed-join = Entrar:{" "}
feed-join-label = Entrar en la sesión
feed-alarm = La sesión comienza pronto.
feed-present = Su presencia está registrada.
feed-partial = Su presencia está registrada en una parte de esta sesión.
feed-excused = Su ausencia en esta sesión está justificada.
feed-personal-name = { $marathon } (el suyo)

# Todas las páginas
page-skip = Ir al contenido
page-languages = Idiomas

# La lista de maratones
index-title = Maratones de formación
index-none = Aquí no hay todavía ningún maratón anunciado. Vuelva más tarde o pregunte a quienes le dieron esta dirección.
index-sessions = { $count ->
    [1] una sesión
   *[other] { $count } sesiones
}
index-span = del { $from } al { $to }

# La página de un maratón
marathon-next = Próxima sesión
marathon-next-none = No hay ninguna sesión prevista después de este momento.
marathon-now = Ahora
marathon-programme = Programa
marathon-empty = Las sesiones no se han publicado todavía. Suscríbase al calendario: aparecerán allí por sí solas.
marathon-zone-label = Mostrar las horas en
marathon-zone-own = su huso horario ({ $zone })
marathon-zone-programme = el huso horario del programa ({ $zone })
marathon-zone-shown = Las horas son las de { $zone }.
marathon-column-number = N.º
marathon-column-session = Sesión
marathon-column-when = Cuándo
marathon-column-duration = Duración
marathon-column-speakers = Ponentes
marathon-column-venue = Lugar
marathon-duration = { $count ->
    [1] un minuto
   *[other] { $count } minutos
}
marathon-cancelled = Cancelada
marathon-subscribe = Suscribirse al calendario
marathon-subscribe-how = Un calendario suscrito sigue por sí solo todos los cambios. Google y Outlook consultan unas pocas veces al día; los cambios de última hora se anuncian también en el chat.
marathon-subscribe-app = Apple, Thunderbird y otros calendarios
marathon-subscribe-google = Google Calendar
marathon-subscribe-outlook = Outlook en la web
marathon-subscribe-address = O copie esta dirección en su programa de calendario:
marathon-apply = Cómo solicitar una plaza
marathon-apply-chat = Las plazas se asignan previa solicitud. Entre en el servidor de chat de este maratón y use allí el comando /apply.
marathon-apply-open-chat = Abrir el servidor de chat
marathon-apply-opens = El plazo de solicitud se abre el { $moment }.
marathon-apply-until = El plazo de solicitud está abierto hasta el { $moment }.
marathon-apply-open = El plazo de solicitud está abierto.
marathon-apply-closed = El plazo de solicitud se cerró el { $moment }.
marathon-website = Más sobre este maratón
marathon-print = Un programa impreso no sigue los cambios. La página está en { $url }.

# Negativas
missing-title = Aquí no hay nada
missing-text = No existe tal página ni tal calendario. La dirección de un calendario personal deja de funcionar cuando su titular pide otra.
failed-title = Algo ha fallado
failed-text = No se pudo crear esta página. Inténtelo de nuevo dentro de un minuto; si persiste, comunique este número a los organizadores: { $reference }
