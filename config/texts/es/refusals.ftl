# Un mensaje por negativa, con el nombre de su clase. Un dato desconocido es la palabra «none».

refusal-unknown-zone = «{ $zone }» no es un huso horario conocido aquí. { $nearest ->
    [none] Indique una ciudad, un país o un nombre como Africa/Nairobi.
   *[other] Quizá uno de estos: { $nearest }.
}
refusal-several-zones = En «{ $text }» rigen varias horas. Diga cuál: { $zones }.
refusal-imaginary-time = No existen las { $wall } en { $zone }: los relojes se adelantan entonces. Quizá { $before } o { $after }.
refusal-ambiguous-time = { $wall } se da dos veces en { $zone }, porque los relojes se atrasan: a las { $first } y a las { $second }. Diga cuál es.
refusal-not-allowed = Para esto hace falta uno de estos roles en el maratón: { $needs }. Un organizador puede darlo.
refusal-unknown-marathon = { $known ->
    [none] Todavía no hay ningún maratón aquí. Incorpore un programa con `marathon programme import FILE`.
   *[other] { $key ->
        [none] Diga qué maratón: { $known }.
       *[other] No hay ningún maratón «{ $key }» aquí. Hay: { $known }.
    }
}
refusal-unknown-session = No hay sesión { $number } en este programa. { $known ->
    [none] Todavía no tiene sesiones.
   *[other] Hay: { $known }.
}
refusal-applications-closed = Ahora no se admiten solicitudes. Apertura: { $opens }; cierre: { $closes }.
refusal-already-applied = Ya presentó una solicitud, el { $applied }. `/me` muestra su situación.
refusal-check-in-not-open = El registro de presencia aún no está abierto. Se abre el { $opens }; vuelva entonces.
refusal-check-in-closed = El registro de presencia se cerró el { $closed }. Si estuvo allí, dígaselo a un organizador: su presencia aún se puede registrar.
refusal-wrong-code = No es el código que se muestra ahora. { $tries_left ->
    [0] No hay más intentos por un rato.
    [1] Un intento más.
   *[other] { $tries_left } intentos más.
}
refusal-too-many-wrong-codes = Demasiados códigos incorrectos. Inténtelo de nuevo el { $again }.
refusal-unknown-participant = { $several ->
    [none] «{ $text }» no corresponde a nadie que tenga plaza aquí. Indique un número, un correo electrónico o el nombre exacto.
   *[other] «{ $text }» corresponde a varias personas: { $several }. Indique el número o el correo electrónico.
}
refusal-unknown-evidence = No hay aquí ninguna constancia { $number } que se pueda retirar.
refusal-unknown-import = No se importó ningún informe con el número { $number }.
refusal-already-decided = El número { $number } ya se decidió, el { $decided }. No se ha cambiado nada.
refusal-appeal-not-possible = Se puede reclamar sobre esta sesión del { $opens } al { $until }.
refusal-appeal-waiting = Su reclamación del { $since } sobre esta sesión espera a un organizador. Recibirá aquí la respuesta.
refusal-recording-not-counted = { $until ->
    [none] Este programa no cuenta las grabaciones.
   *[other] Las grabaciones de esta sesión contaban hasta el { $until }.
}
refusal-no-place = No tiene plaza en este maratón, por lo que no puede registrar su presencia. `/me` muestra la situación de su solicitud.
refusal-session-cancelled = La sesión { $number }, { $title }, está cancelada. No se registra nada para ella.
refusal-bad-value = «{ $value }» no sirve para el campo «{ $field }»: { $expected ->
    [email-address] debe ser un correo electrónico como nombre@example.org.
    [when] escríbalo como 2025-09-16 15:00, tomorrow 15:00, tuesday 15:00, o como un paso del tipo +1d o +90m.
    [when-unambiguous] no está claro qué número es el día. Escriba año, mes y día: 2025-09-16 15:00.
    [when-time] falta la hora. Añádala, como en 2025-09-16 15:00.
    [when-exists] ese día u hora no existe en el calendario.
    [session-minutes] una sesión dura de 5 minutos a 24 horas (1440 minutos).
    [web-address] debe ser una dirección web que empiece por https://.
   *[other] se espera { $expected }.
}
refusal-value-missing = El campo «{ $field }» no puede quedar vacío.
refusal-bad-length = El campo «{ $field }» debe tener de { $minimum } a { $maximum } caracteres, entre ellos letras; el suyo tiene { $length }.
refusal-bad-characters = El campo «{ $field }» no admite estos caracteres: { $characters }
refusal-unknown-choice = «{ $value }» no es una opción para el campo «{ $field }». Elija una de estas: { $choices }.
refusal-unknown-country = Ningún país se llama «{ $value }». { $nearest ->
    [none] Elija uno de la lista.
   *[other] Quizá uno de estos: { $nearest }.
}
refusal-consent-missing = No se conserva nada sin su consentimiento al aviso de privacidad.
refusal-email-twice = { $email } ya figura en la línea { $line }. Conserve la línea correcta.
refusal-no-application = No tiene ninguna solicitud en este maratón. `/apply` sirve para pedir una plaza.
refusal-not-possible-now = No es posible en el estado actual de la solicitud ({ $status }). Posible ahora: { $possible }.
refusal-no-offer = No hay ninguna oferta que responder ({ $status }).
refusal-offer-expired = La oferta caducó el { $deadline }.
refusal-offer-still-open = La oferta vale hasta el { $deadline } y no puede caducar antes.
refusal-fields-fixed = Estos campos ya no se pueden cambiar, porque la selección se basó en ellos: { $fields }.
refusal-name-frozen = El nombre del certificado está fijado desde el { $since }. Un organizador puede corregirlo, indicando el motivo.
refusal-reason-needed = Esta decisión exige un motivo: va en contra del orden de la selección.
refusal-no-free-place = No hay plazas libres: { $taken } de { $capacity } están ocupadas.
refusal-capacity-too-low = { $capacity } plazas son pocas: { $taken } están ya ocupadas u ofrecidas.
refusal-unknown-application = No hay ninguna solicitud número { $number } en este maratón.
refusal-no-proposal = No hay ninguna propuesta que aprobar. { $newest ->
    [none] Haga primero una.
   *[other] La más reciente es la número { $newest }.
}
refusal-already-approved = La propuesta { $number } fue aprobada por { $by } el { $at }.
refusal-proposal-outdated = Las solicitudes han cambiado desde la propuesta { $number }. Haga una nueva.
refusal-bad-serial = «{ $text }» no es un número de certificado. { $problem ->
    [length] Tiene { $length } caracteres; se esperan { $expected }.
    [characters] Estos no aparecen en los números: { $characters }.
   *[other] Compruebe si hay un error de escritura.
}
refusal-certificate-revoked = El certificado { $serial } fue revocado el { $revoked }: { $reason }. Es definitivo.
refusal-certificate-superseded = El certificado { $serial } fue sustituido el { $superseded } por { $by }.
refusal-missing-glyphs = Ninguna fuente instalada puede mostrar { $characters } en «{ $text }». Estos paquetes sí: { $packages }.
refusal-marathon-exists = Ya existe un maratón «{ $key }». Dé otra clave al programa, o páselo a otras fechas con otra clave.
refusal-nobody-to-tell = Esto no llegaría a nadie: ahora nadie pertenece a este público, o no se llega así a nadie de él.
refusal-said-already = Estas palabras ya se dijeron hoy a las mismas personas de la misma forma: nada se dice dos veces.
refusal-not-failed = El envío { $number } no ha fallado, o no se conoce aquí: solo se repite lo que ha fallado.
refusal-nothing-to-announce = «{ $key }» aún no está instalado en ningún servidor: primero `/setup`.
refusal-bound-elsewhere = «{ $key }» vive en otro servidor. Para este, incorpore el programa con otra clave.
refusal-broken-template = La plantilla del certificado no se puede componer: { $message }. { $hints ->
    [none] {""}
   *[other] Indicación: { $hints }.
}
refusal-bad-credential = { $problem ->
    [signature] La firma no coincide: esta credencial se modificó después de firmarse, o nunca se firmó aquí.
    [key] Esta credencial se firmó con una clave que no es nuestra.
    [algorithm] Esta credencial está firmada de un modo distinto al nuestro (RS256).
   *[other] Esto no es una credencial firmada. Entregue el archivo que termina en .jwt, sin modificarlo.
}
refusal-move-into-past = { $start } ya ha pasado. Dé a la sesión una hora futura.
refusal-sessions-collide = Las mismas personas tienen la sesión { $number }, { $title }, de { $start } a { $end }. Elija otra hora o mueva antes esa sesión.
refusal-session-unchanged = La sesión { $number } ya es así. No se ha cambiado nada.
refusal-already-cancelled = La sesión { $number }, { $title }, está cancelada desde el { $cancelled }.
refusal-not-cancelled = La sesión { $number }, { $title }, no está cancelada: no hay nada que restablecer.
refusal-not-while-cancelled = La sesión { $number }, { $title }, está cancelada. Restablézcala primero y después muévala.
refusal-session-over = La sesión { $number } terminó el { $ended } y no se puede mover: lo que se sabe de quiénes estuvieron pertenece a ese momento.
refusal-number-taken = La sesión { $number } existe: { $title }. El siguiente número libre es { $free }.
refusal-changed-meanwhile = Entretanto, { $by } { $verb ->
    [moved] movió
    [cancelled] canceló
    [restored] restableció
   *[other] modificó
} la sesión { $number }, { $at }. Ahora está { $status ->
    [cancelled] cancelada (estaba prevista para el { $start })
   *[other] prevista para el { $start }
}. No se ha hecho nada de lo suyo: revísela de nuevo.
refusal-unknown-rule = No hay ninguna regla de finalización «{ $key }». Hay: { $known }.
refusal-not-over-yet = El maratón no termina antes del { $ends }. Los certificados dan fe de su totalidad, por lo que la lista se hace después.
refusal-no-list = No hay tal lista que aprobar. { $newest ->
    [none] Prepare primero una.
   *[other] La más reciente es la número { $newest }.
}
refusal-four-eyes = La lista { $number } la preparó { $by }. Debe aprobarla otro organizador: cuatro ojos.
refusal-own-list = Usted figura en la lista { $number }. Debe aprobarla alguien que no figure en ella.
refusal-list-approved = La lista { $number } fue aprobada por { $by } el { $at }.
refusal-list-changed = Desde que se preparó la lista { $number }, { $changed ->
    [none] ha cambiado la regla
   *[other] han cambiado constancias o nombres (personas número { $changed })
}. Su aprobación ya no vale. Prepare una lista nueva y haga que se apruebe.
refusal-not-approved = No se emite nada antes de que otro organizador haya aprobado la lista de «{ $rule }».
refusal-names-missing = Estas personas no tienen nombre para un certificado: { $persons }. No se ha emitido nada.
refusal-unknown-certificate = No hay ningún certificado { $serial } aquí.
refusal-not-carried = Las constancias de hoy no sostienen un certificado en lugar de { $serial } ({ $status }). Se puede revocar.
refusal-files-not-kept = No se pueden escribir los archivos en { $folder }: { $reason }. { $issued } certificados están emitidos y valen; quedan { $left }. Libere espacio y emita de nuevo: nadie recibe dos.
refusal-file-changed = El archivo { $file } del certificado { $serial } falta o no es el que se emitió. Restáurelo desde una copia.
refusal-unknown-person = Nadie que tenga plaza aquí es «{ $text }».
refusal-wrong-link-code = Ninguna solicitud tiene este código. Cópielo de la carta tal como figura, por ejemplo 12-K7QPXW2MNA.
refusal-account-in-use = Esta cuenta de Discord o esta solicitud ya está vinculada. Un organizador puede revisarlo.
refusal-cancel-first = La sesión { $number }, { $title }, se celebra. Cancélela primero, para que todos lo sepan, y después elimínela.
refusal-has-evidence = Hay presencia registrada de { $people ->
    [1] una persona
   *[other] { $people } personas
} en la sesión { $number }, y los registros se conservan. Sigue cancelada.
refusal-file-too-large = El archivo ocupa { $megabytes } MB; se admiten como máximo { $maximum } MB. Basta una foto o una página de un PDF: todavía no se ha guardado nada.
refusal-file-not-taken = El archivo «{ $name }» no se puede admitir. Envíe uno de estos: { $kinds }. Sirve una captura de pantalla o una foto: todavía no se ha guardado nada.

# Lo que nombran las negativas: campos, acciones posibles, roles

field-name = nombre
field-email = correo electrónico
field-organisation = organización
field-country = país
field-kind = tipo de organización
field-function = área de trabajo
field-gender = género
field-zone = huso horario
field-language = idioma
field-cohort = grupo
field-time = hora
field-reason = motivo
field-text = descripción
field-file = dirección de un justificante
field-people = personas
field-proof = justificante
field-verdict = decisión
field-score = nota
field-title = título
field-topic = tema
field-speakers = ponentes
field-venue = lugar
field-join-url = enlace de conexión
field-duration = duración

can-start = comenzar
can-submit = enviar
can-edit = corregir
can-withdraw = retirar
can-select = seleccionar
can-offer = ofrecer una plaza
can-accept = aceptar
can-decline = renunciar
can-wait = poner en lista de espera
can-admit = admitir
can-reject = rechazar
can-expire = dejar caducar
can-reinstate = devolver a la lista de espera

role-organiser = organizador
role-approver = aprobador
role-speaker = ponente
role-auditor = auditor
refusal-attended-in-group = Hay presencia registrada en las sesiones { $sessions } del grupo actual y no contaría en otro. Si es un error, retire antes esa constancia.
refusal-bad-number = El campo «{ $field }» debe estar entre { $minimum } y { $maximum }; { $number } no lo está.
