# El programa y lo que se dice de sus sesiones en los canales. Las horas llegan como marcas de tiempo de Discord.

session-length = { $minutes } minutos
session-speakers = Ponentes: { $speakers }
session-venue = Lugar: { $venue }
session-join = Entrar: { $url }

lead-days = { $days ->
    [1] un día
   *[other] { $days } días
}
lead-hours = { $hours ->
    [1] una hora
   *[other] { $hours } horas
}
lead-minutes = { $minutes ->
    [1] un minuto
   *[other] { $minutes } minutos
}

reminder-before = La sesión { $number } comienza dentro de { $lead }
reminder-now = La sesión { $number } comienza ahora
reminder-applications-close = El plazo de solicitud se cierra el { $time }. **Solicite una plaza con `/apply`.**
reminder-survey-due = La encuesta sigue abierta hasta el { $time }. Sin ella puede no emitirse el certificado: `/me` muestra lo que aún le falta.
reminder-certificates-ready = El curso ha terminado. `/me` muestra si lo ha finalizado y, una vez emitido, su certificado.
reminder-late = _Este mensaje debía haber llegado a las { $due }._

announcement-apply = **Solicite una plaza con `/apply`.** Todas las horas de arriba se muestran en su propio huso horario.
announcement-feed = Calendario: { $url }

session-planned = La sesión { $number } es nueva en el programa
session-moved = La sesión { $number } tiene nueva hora
session-cancelled = La sesión { $number } se cancela
session-restored = La sesión { $number } se celebra finalmente
session-edited = La sesión { $number } ha cambiado
moved-before = Estaba prevista para el
moved-why = Por qué
moved-by-zone-data = La hora del reloj en { $zone } sigue siendo la misma; el país ha cambiado sus reglas horarias.

clock-change-title = Desde la sesión { $number }, la hora cambia para algunas personas
clock-change-text = Entre dos sesiones se cambian los relojes; el programa en sí no se mueve. La sesión { $number } comienza el { $at } en su reloj. En comparación con las sesiones anteriores:
clock-change-later = • { $minutes ->
    [60] una hora más tarde
   *[other] { $minutes } minutos más tarde
}: { $places }
clock-change-earlier = • { $minutes ->
    [60] una hora antes
   *[other] { $minutes } minutos antes
}: { $places }

reach-title = La sesión { $number } tiene nueva hora: ¿está al día su calendario?
reach-field = Calendarios
reach-text = { $current } de { $calendars } calendarios personales han recibido la nueva hora hasta ahora. Si el suyo muestra otra, guíese por la hora de arriba; los programas de calendario consultan cuando quieren, algunos solo una vez al día.

completion-notice-title = La última sesión ha terminado
completion-notice-text = Gracias por haber participado. `/me` muestra su presencia y si ha finalizado el maratón.

places-given-title = Se están ofreciendo las plazas
places-given-text = { $places ->
    [1] Se ofrece una plaza a un solicitante.
   *[other] Plazas ofrecidas: { $places }.
} `/me` muestra si una es para usted y le permite responder; las demás personas ven allí su puesto en la lista de espera.

programme-none-here = Todavía no hay ningún maratón instalado en este servidor. Quien pueda gestionar el servidor puede hacerlo con `/setup`.
programme-next = **Próxima sesión**
programme-cancelled = (cancelada)

# La mesa de los organizadores
desk-note-title = Algo requiere su atención
desk-note-too-late = Esto ya no se pudo decir a tiempo. Nadie lo ha recibido:
desk-note-failed = Esto no se pudo decir. { $cure } (`{ $reason }`)
desk-note-zone-data = Las reglas horarias de un huso han cambiado, y allí una hora prevista ya no existe o existe dos veces. Dele una hora con `/programme move`:
desk-note-item = • «{ $kind }» { $session }, previsto para el { $due }
desk-note-more = … y { $count } más: `/reminders ledger`

# Lo que puede hacer un organizador cuando algo no se pudo decir
cure-gone = Aquello a lo que había que escribir (un canal, un mensaje o un rol) se ha eliminado: `/setup` lo crea de nuevo y después `/reminders ledger` lo envía otra vez.
cure-forbidden = El bot no puede hacerlo aquí: dé a su rol «Ver canal», «Enviar mensajes» e «Insertar enlaces» en este canal, colóquelo por encima de los roles que asigna y después `/reminders ledger` lo envía otra vez.
cure-not-set-up = Marathon no sabe dónde escribirlo: `/setup` crea lo que falta y después `/reminders ledger` lo envía otra vez.
cure-refused = Discord no lo acepta tal como está. El registro del bot dice por qué; le rogamos que lo notifique.
cure-no-connection = No se pudo contactar con Discord durante varios minutos: `/reminders ledger` lo envía otra vez.
cure-discord = Discord respondió con errores propios durante varios minutos: `/reminders ledger` lo envía otra vez.
cure-unknown-guild = El bot no ve este servidor: invítelo de nuevo.
cure-events-full = Este servidor tiene 100 eventos programados sin terminar, el máximo de Discord: elimine algunos y después `/reminders ledger` lo envía otra vez.
cure-broken = El bot cometió un error al escribirlo. El registro del bot dice cuál; le rogamos que lo notifique.
cure-nothing-to-say = Ya no había nada que decir: el asunto ha cambiado o ha desaparecido.
cure-nothing-to-update = El mensaje que debía modificarse ya no existe.
cure-no-means = Debía enviarse por un medio del que esta instalación no dispone.
cure-no-dms = Discord no permite por ahora que el bot abra mensajes directos: quienes querían uno lo encuentran en el canal.
desk-note-night = La conservación de los datos, anoche
desk-note-record-whole =
    Los datos concuerdan con su diario: { $entries } entradas, { $rows } filas. { $backup ->
        [made] Se hizo una copia de seguridad en `{ $file }`.
        [server] Marathon no hace copias de un servidor de bases de datos: lo hacen sus propias herramientas (`pg_dump`).
        [failed] No se pudo hacer la copia de seguridad.
       *[off] Las copias nocturnas están desactivadas.
    } Última huella del diario, que demostrará más tarde que no se cortó nada (`marathon journal verify --head`):
    `{ $head }`
desk-note-record-broken = Los datos no concuerdan con su diario. { $fault } Déjelo todo como está, aparte las últimas copias de seguridad y vea con `marathon journal verify` qué se modificó; `marathon restore` vuelve a una copia.
desk-note-backup-failed = No se pudo hacer la copia de seguridad de anoche. { $failure } Libere espacio en el disco y compruebe que Marathon puede escribir en la carpeta `MARATHON_BACKUPS_DIR`; `marathon backup` hace una copia de inmediato, y la próxima noche lo intenta de nuevo.
reminder-offer-expires = La plaza en **{ $title }** que se le ofrece es suya si la acepta antes del { $time }. Después pasa a la persona siguiente.
desk-note-dms-paused = { $cure } (`{ $reason }`)
cure-closed-dms = Esta persona no acepta mensajes directos de este servidor: avísela por otro medio (`/applications show` muestra su dirección), o pídale que los permita y después `/reminders ledger` lo envía otra vez.
cure-dm-pace = Espera su turno: los mensajes directos se abren despacio, para que Discord no bloquee el bot.
