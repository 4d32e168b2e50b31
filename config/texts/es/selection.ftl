income-low = ingresos bajos
income-lower-middle = ingresos medianos bajos
income-upper-middle = ingresos medianos altos
income-high = ingresos altos
income-unclassified = sin clasificar por el Banco Mundial
income-not-listed = no figura en la lista del Banco Mundial

reason-income-priority = Grupo de prioridad { $group }{ $groups ->
    [0] {""}
   *[other] {" "}de { $groups }
} por país: { $country } ({ $income }).
reason-income-override = El programa considera { $country } como { $income }: { $why }
reason-kind-priority = Grupo de prioridad { $group } por tipo de organización: { $kind }.
reason-function-priority = Grupo de prioridad { $group } por área de trabajo: { $function }.
reason-first-come = Por orden de solicitud: puesto { $place }{ $of ->
    [0] {""}
   *[other] {" "}de { $of }
} entre iguales.
reason-lot = Por sorteo (semilla { $seed }): puesto { $place }{ $of ->
    [0] {""}
   *[other] {" "}de { $of }
} entre iguales.
reason-within-places = Puesto { $claim }{ $of ->
    [0] {""}
   *[other] {" "}de { $of }
} para { $places } plazas → una plaza.
reason-low-income-quota = Una plaza, porque { $needed } plazas son para ingresos bajos y medianos bajos.
reason-gender-quota = Una plaza, porque { $needed } plazas son para cada género.
reason-kept-for-low-income = Sin plaza: { $needed } plazas se reservan para ingresos bajos y medianos bajos.
reason-kept-for-balance = Sin plaza: { $needed } plazas se reservan para el equilibrio de género.
reason-country-cap = Puesto { $place }{ $of ->
    [0] {""}
   *[other] {" "}de { $of }
} de { $country }, de donde { $cap } personas pueden tener plaza.
reason-organisation-cap = Puesto { $place }{ $of ->
    [0] {""}
   *[other] {" "}de { $of }
} de la misma organización, de la que { $cap } personas pueden tener plaza.
reason-full = Puesto { $claim }{ $of ->
    [0] {""}
   *[other] {" "}de { $of }
} para { $places } plazas: fueron a puestos mejores.
reason-waiting-list = → lista de espera, puesto { $rank }{ $of ->
    [0] {""}
   *[other] {" "}de { $of }
}.

status-draft = borrador
status-applied = presentada
status-waiting = en espera
status-offered = plaza ofrecida
status-accepted = aceptada
status-declined = renunciada
status-expired = caducada
status-rejected = rechazada
status-withdrawn = retirada

select-none = Ninguna solicitud espera decisión. Cuando se presenten solicitudes, `/applications select` propone a quién se asignan las plazas.
select-title = Propuesta { $number }
select-summary = { $applications ->
    [1] Una solicitud
   *[other] { $applications } solicitudes
}: a **{ $offered }** se les ofrece plaza, **{ $waiting }** esperan{ $rejected ->
    [0] {""}
   *[other] , **{ $rejected }** se rechazan
}. Todavía no se ha comunicado nada a nadie: se comunica cuando usted lo apruebe, y cada oferta vale { $days ->
    [1] un día
   *[other] { $days } días
}.
select-changes = { $changes ->
    [1] Una decisión se cambió a mano.
   *[other] { $changes } decisiones se cambiaron a mano.
}
select-income = Grupo de ingresos: con plaza de solicitadas
select-kind = Tipo: con plaza de solicitadas
select-country = País: con plaza de solicitadas
select-region = Región de la OMS: con plaza de solicitadas
select-quotas = Cupos: alcanzados de exigidos
select-quota-low-income-quota = Ingresos bajos y medianos bajos
select-quota-gender-quota = Género: { $of }
select-approve = Aprobar y comunicar
select-change = Cambiar una decisión
select-approved = La propuesta { $number } está aprobada: a { $offered } se les ofrece plaza hasta el { $deadline }, { $waiting } esperan, { $rejected } se rechazan. Se está comunicando ahora.
select-seed-needed = El programa sortea y no indica semilla. Publique una e indíquela: `/applications select seed:…`
select-change-title = Cambiar una decisión
select-change-number = Número de la solicitud
select-change-decision = La nueva decisión
select-change-reason = Motivo
select-changed = Solicitud { $application }: { $decision ->
    [offer] se ofrece una plaza
    [wait] espera
   *[reject] rechazada
} cuando se apruebe la propuesta { $number }.
decision-offer = Ofrecer una plaza
decision-wait = Lista de espera
decision-reject = Rechazar
event-offer = Ofrecer una plaza fuera de turno
event-admit = Dar la plaza sin preguntar de nuevo
event-reject = Rechazar
event-reinstate = Devolver a la lista de espera

decide-done = Solicitud { $number }: { $status }.{ $next ->
    [0] {""}
    [1] {" "}La plaza se ha ofrecido a la persona siguiente.
   *[other] {" "}Plazas ofrecidas a las personas siguientes: { $next }.
}
offer-done = { $count ->
    [0] No hay plazas libres, o nadie espera: no se ha ofrecido nada.
    [1] Se ha ofrecido una plaza.
   *[other] Se han ofrecido { $count } plazas.
}
list-empty = No hay solicitudes así.
list-page = Página { $page } de { $pages }, { $count } solicitudes
list-earlier = Anteriores
list-later = Siguientes
list-same-email = el mismo correo que { $numbers }
show-title = Solicitud { $number }: { $status }
show-person = Persona
show-statements = Declarado
show-reasons = Por qué está así
show-history = Historial
show-nothing = La selección aún no la ha examinado.
stats-title = { $count ->
    [1] Una solicitud
   *[other] { $count } solicitudes
}
stats-status = Estado
stats-income = Grupo de ingresos
stats-kind = Tipo
stats-function = Área de trabajo
stats-country = País
stats-region = Región de la OMS
export-done = { $count ->
    [1] Una solicitud
   *[other] { $count } solicitudes
}, con estos campos y ningún otro: { $fields }
export-unknown = No hay ningún campo { $unknown }. Hay: { $fields }.
name-corrected = Solicitud { $number }: el nombre del certificado es ahora «{ $name }».

# Los nombres que la propia OMS da a sus regiones.
region-AFR = Región de África
region-AMR = Región de las Américas
region-EMR = Región del Mediterráneo Oriental
region-EUR = Región de Europa
region-SEAR = Región de Asia Sudoriental
region-WPR = Región del Pacífico Occidental
region-elsewhere = en ninguna región de la OMS
cohort-done =
    La solicitud { $number } está ahora en el grupo { $cohort } y se ha avisado a la persona.{ $next ->
        [0] { "" }
        [1] { " " }La plaza se ha ofrecido a la persona siguiente.
       *[other] { " " }Plazas ofrecidas a las personas siguientes: { $next }.
    }
cohort-same = La solicitud { $number } ya está en el grupo { $cohort }; no se ha cambiado nada.
capacity-done = Plazas: { $before } → { $after }. { $free ->
    [0] Ninguna está libre.
    [1] Una está libre; `/applications offer` la ofrece a la lista de espera.
   *[other] { $free } están libres; `/applications offer` las ofrece a la lista de espera.
}
