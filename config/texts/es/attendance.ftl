# La presencia: informes importados, declaraciones, preguntas abiertas, y lo que cada cual puede decir de la suya.

import-preview = { $recognised } reconocidas, { $waiting } por decidir, { $staff } filas de anfitriones y ponentes excluidas, { $registered } inscripciones sin presencia. Todavía no se ha registrado nada.
import-recognised = Reconocidas
import-waiting = Por decidir
import-nothing = Nada de esto se puede registrar.
import-confirm = Registrar
import-gone = Esta vista previa es demasiado antigua, o el bot se ha reiniciado. No se ha registrado nada: vuelva a subir el archivo.
import-same = Estos archivos ya se habían registrado; no se ha cambiado nada.
import-done = Importación { $number }: { $kept } filas registradas, { $already } ya conocidas, { $withdrawn } retiradas antes y dejadas así. { $waiting } nombres esperan en `/attendance review`. Para deshacerla: `/attendance undo`.
import-heading = Escriba el significado de un encabezado como ENCABEZADO=CAMPO; varios, separados por punto y coma. Campos: { $fields }.
mark-done = { $count ->
    [1] Una persona
   *[other] { $count } personas
} en la sesión { $number }: { $verdict }. Constancia { $evidence }.
withdraw-done = La constancia { $evidence } se ha retirado mediante la constancia { $number }. Ambas permanecen en el registro.
undo-done = La importación { $number } se ha deshecho: { $rows ->
    [1] se ha retirado una constancia
   *[other] se han retirado { $rows } constancias
}. Se puede importar de nuevo.
missing-nobody = No falta nadie.
person-none = Esta cuenta no tiene plaza en el maratón.
person-evidence = constancia { $numbers }
attendance-exported = { $lines } líneas. Guarde bien el archivo: contiene nombres.
review-empty = No hay nada pendiente de decisión.
review-rows = { $rows ->
    [1] Una fila
   *[other] { $rows } filas
} en un informe de la sesión { $number }. ¿De quién?
review-left = { $count ->
    [1] La última pregunta abierta
   *[other] { $count } preguntas abiertas
}
review-someone = Otra persona…
review-person = Número, correo electrónico o nombre exacto
review-nobody = Nadie
review-staff = Anfitrión o ponente
review-later = Más tarde
review-done = { $answer ->
    [credit] «{ $name }» se cuenta.
    [staff] «{ $name }» se excluye como anfitrión o ponente.
   *[nobody] «{ $name }» no se atribuye a nadie.
} { $remembered ->
    [yes] Vale también para archivos posteriores.
   *[no] { "" }
}
check-in-code-title = Registro de presencia
check-in-code-label = Las seis cifras que muestra el ponente
code-shown = Sesión { $number }: **{ $code }**, el siguiente dentro de { $seconds ->
    [1] un segundo
   *[other] { $seconds } segundos
} ({ $until }). El código anterior se acepta todavía un minuto.
code-not-asked = Este programa no pide código: basta con el botón.
prompt-middle = Sesión { $number }: ¿sigue usted ahí?
prompt-end = Sesión { $number }: registro de presencia al final
prompt-posted = El registro de presencia está publicado.
me-appeals = Sus reclamaciones
own-appeal = Reclamar contra una decisión
own-group = Lo vimos en grupo
own-recording = Vi la grabación
own-field-session = Número de la sesión
own-field-text = ¿Qué ocurrió?
own-field-file = Dirección de un justificante (https://…)
own-field-people = Los demás: correo o nombre, uno por línea
own-field-proof = ¿Qué muestra que la vio?
own-field-reason = Motivo; el participante lo lee
own-field-upload = Un archivo que lo muestre
own-field-upload-about = { $kinds }, { $megabytes } MB como máximo; solo lo ven los organizadores.
appeal-made = Su reclamación sobre la sesión { $number } se ha guardado. Decide un organizador; `/me` muestra la respuesta.
appeal-open = ❔ Sesión { $number }: a la espera de un organizador
appeal-upheld = ✅ Sesión { $number }: aceptada. { $reason }
appeal-rejected = ▫️ Sesión { $number }: no aceptada. { $reason }
appeal-answer-upheld =
    Su reclamación sobre la sesión { $number } ha sido aceptada: su presencia cuenta. El motivo de los organizadores: { $reason }
    `/me` muestra su situación.
appeal-answer-rejected =
    Su reclamación sobre la sesión { $number } no ha sido aceptada. El motivo de los organizadores: { $reason }
    `/me` muestra su situación.
appeal-left = { $count ->
    [1] La última pendiente
   *[other] { $count } pendientes
}
appeal-uphold = Aceptar: estuvo presente
appeal-reject = Rechazar
appeal-answered = La respuesta se ha guardado; el participante la lee en `/me`.
group-declared = Guardado: { $count } personas vieron juntas la sesión { $number }. Cuenta en cuanto un organizador lo firme.
recording-kept = Guardado: usted vio la grabación de la sesión { $number }.
group-asked = { $name } indica que estas personas vieron juntas la sesión { $number }:
group-sign = Firmar
group-refuse = No confirmado
group-settled = Se ha guardado.
attendance-announced = 🗓 avisó { $at } de que no puede asistir
attendance-announced-title = Avisaron de que no pueden asistir
