# La regla publicada, en palabras sencillas: una frase por exigencia.

rule-sessions = Presencia en al menos { $needed } de las { $of } sesiones.
rule-share = Presencia en al menos el { $percent } % de las sesiones: { $needed } de { $of }.
rule-required = { $count ->
    [1] Es obligatoria la presencia en la sesión { $numbers }.
   *[other] Es obligatoria la presencia en las sesiones { $numbers }.
}
rule-minutes = Al menos { $minutes } minutos de presencia registrada.
rule-assessment = Un resultado de al menos { $mark } % en la evaluación{ $attempts ->
    [none] {""}
    [1] , en un solo intento
   *[other] , en un máximo de { $attempts } intentos
}.
rule-survey = La encuesta está entregada.
rule-deadline = Todo ello antes del { $deadline }.
rule-cancelled-need-unchanged = Una sesión cancelada no cambia nada de lo exigido; una sesión obligatoria que se cancela deja de exigirse.
rule-cancelled-need-reduced = Por cada sesión cancelada se exige una menos; una sesión obligatoria que se cancela deja de exigirse.
rule-cancelled-count-as-attended = Una sesión cancelada cuenta como si todas las personas hubieran estado presentes.
rule-added-need-unchanged = Una sesión añadida más tarde es una oportunidad más y no aumenta nada.
rule-added-need-raised = Por cada sesión añadida más tarde se exige una más.
rule-added-do-not-count = Una sesión añadida más tarde no cuenta.
rule-excused = Una ausencia justificada cuenta para las sesiones exigidas y figura como justificada.

# Por qué la situación de una persona es la que es: una frase por código.

completion-why-withdrawn = Retirada desde el { $at }.
completion-why-sessions-met = Se exigían { $needed } de { $of } sesiones; se cuentan { $have }.
completion-why-sessions-short = Se exigen { $needed } de { $of } sesiones; usted tiene { $have }. { $left ->
    [0] No queda ninguna.
    [1] Queda una: { $may_miss ->
        [0] no puede faltar a ella.
       *[other] puede faltar a ella.
    }
   *[other] Quedan { $left }: { $may_miss ->
        [0] no puede faltar a ninguna
       *[other] puede faltar a { $may_miss }
    }.
}{ $make_good ->
    [0] {""}
    [1] {" "}Debe recuperar una sesión perdida.
   *[other] {" "}Debe recuperar { $make_good } sesiones perdidas.
}
completion-why-sessions-out-of-reach = Se exigían { $needed } de { $of } sesiones; usted tiene { $have } y puede llegar a { $possible }.
completion-why-session-cancelled = La sesión { $number } se canceló. { $effect ->
    [need-reduced] Se exige una menos.
    [count-as-attended] Cuenta como si todas las personas hubieran estado presentes.
   *[other] Eso no cambia nada de lo exigido.
}
completion-why-recording-open = La sesión { $number } se puede recuperar con la grabación hasta el { $until }.
completion-why-question-open = Un organizador tiene aún que decidir sobre la sesión { $number }.
completion-why-required-met = La sesión { $number } es obligatoria y se cuenta.
completion-why-required-left = La sesión { $number } es obligatoria y está por celebrarse.
completion-why-required-to-make-good = La sesión { $number } es obligatoria, se perdió y aún se puede recuperar.
completion-why-required-missed = La sesión { $number } es obligatoria y se perdió.
completion-why-required-waived = La sesión { $number } era obligatoria y ya no se exige, porque se canceló.
completion-why-minutes-met = Se exigían { $needed } minutos; hay { $have } registrados.
completion-why-minutes-short = Se exigen { $needed } minutos; usted tiene { $have } y aún puede llegar a { $possible }.
completion-why-minutes-out-of-reach = Se exigían { $needed } minutos; usted tiene { $have } y puede llegar a { $possible }.
completion-why-score-passed = La evaluación está superada con { $best } %; se exigía { $pass_mark } %.
completion-why-score-missing = { $best ->
    [none] La evaluación está pendiente; se exige { $pass_mark } %.
   *[other] El mejor resultado hasta ahora es { $best } %; se exige { $pass_mark } %.
}{ $attempts_left ->
    [none] {""}
    [1] {" "}Queda un intento.
   *[other] {" "}Intentos restantes: { $attempts_left }.
}{ $until ->
    [none] {""}
   *[other] {" "}Cuenta antes del { $until }.
}
completion-why-score-out-of-reach = { $best ->
    [none] La evaluación no se hizo a tiempo; se exigía { $pass_mark } %.
   *[other] El mejor resultado es { $best } %; se exigía { $pass_mark } %, y ya no cuenta ningún otro intento.
}
completion-why-survey-done = La encuesta está entregada.
completion-why-survey-missing = Falta entregar la encuesta{ $until ->
    [none] {""}
   *[other] {" "}antes del { $until }
}.
completion-why-survey-out-of-reach = La encuesta no se entregó antes del { $until }.
at-risk-text = Aún puede obtener «{ $rule }». Lo registrado hasta ahora:
at-risk-end = `/me` muestra todo lo que está registrado sobre usted. Si falta algo, su botón permite indicarlo.
