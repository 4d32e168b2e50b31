mail-greeting = Hola, { $name }:
mail-subject-waiting = { $marathon }: está usted en la lista de espera
mail-subject-offered = { $marathon }: se le ofrece una plaza
mail-subject-accepted = { $marathon }: tiene usted una plaza
mail-subject-declined = { $marathon }: ha renunciado usted a la plaza
mail-subject-expired = { $marathon }: la oferta ha caducado
mail-subject-rejected = { $marathon }: su solicitud
mail-subject-withdrawn = { $marathon }: su solicitud se ha retirado
mail-waiting = Ocupa usted el puesto { $rank } de la lista de espera de { $marathon }. Cuando queda libre una plaza, se ofrece según la regla publicada y se le avisa enseguida.
mail-offered = Se le ofrece una plaza en { $marathon }. Responda antes del { $deadline }; después pasa a la persona siguiente.
mail-accepted = Tiene usted una plaza en { $marathon }. ¡Le damos la bienvenida!
mail-declined = Ha devuelto usted la plaza en { $marathon }. Pasa a la persona siguiente. Gracias por avisar.
mail-expired = La oferta de una plaza en { $marathon } no se respondió a tiempo y la plaza ha pasado a la persona siguiente.
mail-rejected = Su solicitud para { $marathon } no ha sido aceptada. { $why ->
    [none] {""}
   *[other] El motivo: { $why }
}
mail-withdrawn = Su solicitud para { $marathon } se ha retirado. No se le enviará nada más al respecto.
mail-page = Su página personal, en la que puede responder y ver su situación. No comparta esta dirección:
    { $page }
mail-code = Si usa Discord, vincule allí su cuenta con su solicitud mediante
    /link code:{ $code }
mail-end = { $organiser }

link-done = Su cuenta de Discord está ahora vinculada con su solicitud. `/me` muestra su situación.

cure-no-mail-server = No hay ningún servidor de correo definido. `marathon applications mail-merge` escribe las cartas para su propio programa de correo; o defina MARATHON_SMTP_HOST y MARATHON_SMTP_FROM.
cure-mail = El servidor de correo rechazó la carta de forma definitiva. Pida otra dirección a la persona: `/applications show` la muestra.

mail-subject-appeal-upheld = { $marathon }: su reclamación sobre la sesión { $number } ha sido aceptada
mail-subject-appeal-rejected = { $marathon }: su reclamación sobre la sesión { $number } está resuelta
mail-appeal-upheld = Su reclamación sobre la sesión { $number } de { $marathon } ha sido aceptada: su presencia cuenta. El motivo de los organizadores: { $reason }
mail-appeal-rejected = Su reclamación sobre la sesión { $number } de { $marathon } no ha sido aceptada. El motivo de los organizadores: { $reason }
mail-subject-cohort-changed = { $marathon }: está usted en otro grupo
mail-cohort-changed =
    Está usted ahora en otro grupo de { $marathon }: { $cohort ->
        [none] cualquiera en el que haya sitio
       *[other] «{ $cohort }»
    }. El motivo de los organizadores: { $why } En su página están las nuevas horas, y su calendario las sigue por sí solo.
mail-subject-reminder-session = { $marathon }: sesión { $number }, { $time }
mail-subject-reminder-offer-expires = { $marathon }: todavía se le ofrece una plaza
mail-subject-reminder-survey-due = { $marathon }: la encuesta está por entregar
mail-subject-reminder-certificates-ready = { $marathon }: el curso ha terminado
mail-reminder-session = { $words ->
    [none] La sesión { $number } de { $marathon }, «{ $title }», comienza: { $time }.
   *[other] { $words }

    «{ $title }» comienza: { $time }.
}{ $venue ->
    [none] {""}
   *[other] { " " }Lugar: { $venue }.
}{ $join ->
    [none] {""}
   *[other] { " " }Para entrar: { $join }
}
mail-reminder-offer-expires = La plaza en { $marathon } que se le ofrece es suya si la acepta antes del { $time }. Después pasa a la persona siguiente.
mail-reminder-survey-due = La encuesta de { $marathon } está abierta hasta el { $time }. Sin ella puede no emitirse el certificado.
mail-reminder-certificates-ready = { $marathon } ha terminado. Su página muestra si lo ha finalizado y, una vez emitido, su certificado.
mail-subject-at-risk = { $marathon }: lo que queda por hacer
mail-at-risk = aún puede obtener «{ $rule }» en { $marathon }. Lo registrado hasta ahora:
    { $why }
    Si falta algo, su página permite indicarlo.
mail-subject-certificate-yours = { $marathon }: su certificado está listo
mail-certificate-yours = su certificado de { $marathon } está listo.{ $link ->
    [none] {""}
   *[other] {" "}Está aquí, solo para usted, en PDF:
        { $link }
}
    Cualquiera puede comprobarlo, por su número { $serial }, en
    { $verify }
mail-subject-certificate-replaced = { $marathon }: su nuevo certificado
mail-certificate-replaced = tiene un nuevo certificado de { $marathon } en lugar del anterior, que sigue siendo comprobable como sustituido.{ $link ->
    [none] {""}
   *[other] {" "}Está aquí, solo para usted, en PDF:
        { $link }
}
    Cualquiera puede comprobarlo, por su número { $serial }, en
    { $verify }
