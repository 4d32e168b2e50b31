application-waiting = Ocupa usted el puesto { $rank } de la lista de espera. Cuando queda libre una plaza, se ofrece según la regla publicada y se le avisa aquí. `/me` muestra su situación en todo momento.
application-offered = **Se le ofrece una plaza.** Responda antes del { $deadline }; después pasa a la persona siguiente.
application-accepted = Tiene una plaza. ¡Le damos la bienvenida! Los canales del curso ya están abiertos para usted, y `/me` contiene sus sesiones en su propia hora y un calendario al que suscribirse.
application-declined = Ha devuelto la plaza ofrecida. Pasa a la persona siguiente. Gracias por avisar.
application-expired = La oferta de una plaza no se respondió a tiempo y la plaza ha pasado a la persona siguiente.
application-rejected = Su solicitud no ha sido aceptada. { $why ->
    [none] {""}
   *[other] El motivo: { $why }
}
application-withdrawn = Su solicitud se ha retirado. No se le enviará nada más al respecto.

offer-accept = Aceptar la plaza
offer-decline = Renunciar
offer-accepted = La plaza es suya. ¡Le damos la bienvenida! `/me` muestra sus sesiones en su propia hora.
offer-declined = Ha devuelto la plaza; pasa a la persona siguiente. Gracias por avisar.
cohort-changed =
    Ahora está en otro grupo: { $cohort ->
        [none] cualquiera en el que haya sitio
       *[other] «{ $cohort }»
    }. El motivo de los organizadores: { $why } `/me` muestra sus sesiones en su propia hora, y su calendario las sigue por sí solo.
application-accepted-calendar = Su propio calendario, con los enlaces de conexión; no comparta la dirección: { $url }
