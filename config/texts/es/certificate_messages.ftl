# Lo que se dice cuando hay certificados y cuando alguno deja de sostenerse.

certificates-ready-title = Los certificados están listos
certificates-ready-text = `/me` muestra el suyo, si lo tiene: en PDF y como credencial digital firmada que cualquiera puede verificar.
desk-note-unsupported = El certificado { $kind } ya no se sostiene con las constancias registradas: el estado es ahora «{ $reason }». Examínelo con `/completion person` y después revoque o sustituya el certificado.

# Organizadores: la lista, su aprobación, los certificados

completion-no-place = Esta persona no tiene plaza en el maratón.
completion-prepare = Preparar esta lista para su aprobación
completion-near = Cerca del límite
completion-last = La última lista preparada
completion-list-none = Ninguna todavía.
completion-list-waiting = La lista { $number }, con { $people } personas, espera la aprobación de otro organizador. Huella { $hash }…
completion-list-approved = La lista { $number }, con { $people } personas, está aprobada. Huella { $hash }…
completion-list-fallen = La lista { $number } ha decaído: cambiaron las constancias o la regla después de prepararla.
completion-prepared = La lista { $number } está preparada: { $people } personas. Ahora otro organizador con el rol de aprobador utiliza `/completion approve`. Huella: `{ $hash }`
completion-approve = Aprobar la lista { $number }
completion-approved = La lista { $number }, con { $people } personas, está aprobada. Después: `/certificates issue`.
completion-scored = Se ha registrado { $percent } % en el intento { $attempt }.
certificates-no-address = Los certificados necesitan una dirección pública: quien opera el bot debe definir antes MARATHON_PUBLIC_URL.
certificates-preview = Según «{ $rule }», { $people ->
    [1] una persona ha
   *[other] { $people } personas han
} finalizado. Cada persona de la lista aprobada que no tenga certificado recibe uno; nadie recibe dos. Se anuncia una vez, en el canal.
certificates-issue = Emitir los certificados
certificates-issued = Se han emitido { $new } certificados; { $already } ya existían. { $inexact ->
    [none] {""}
   *[other] Correctos en papel, pero con nombres que no se copian letra por letra: { $inexact }
}
certificates-count = { $valid } certificados vigentes; { $others } sustituidos o revocados.
certificates-unsupported = { $count } ya no se sostienen con las constancias registradas: { $serials }. Revóquelos o sustitúyalos.
certificate-revoke = Revocar…
certificate-revoke-reason = Motivo (lo verá todo el mundo)
certificate-revoked = El certificado { $serial } está revocado.
certificate-replace = Sustituir…
certificate-replace-reason = Motivo, por ejemplo un nombre corregido
certificate-replaced = El certificado { $old } está sustituido. En su lugar: { $new }.

# Titulares

certificate-yours = Su certificado
certificate-none = Aquí no hay ningún certificado vigente a su nombre.
certificate-text = Su certificado en PDF y como credencial digital firmada para programas. Cualquiera puede verificarlo en { $url }. [Añadirlo a LinkedIn]({ $linkedin })

rule-title = La regla de finalización, versión { $version }
rule-frozen = Fijada desde el { $since }.
rule-none = Este maratón no tiene regla de finalización.
certificate-replaced-text = Tiene un nuevo certificado, número { $serial }, en lugar del anterior. `/me` lo muestra; el antiguo sigue siendo comprobable como sustituido.
completion-open = Sin decidir, y podría cambiar un estado
completion-open-text = Reclamaciones: { $appeals } (`/attendance appeals`); nombres dudosos en un informe de reunión: { $reviews } (`/attendance review`).
