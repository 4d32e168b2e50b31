check-in-button = Estoy aquí
check-in-field = Registro de presencia
check-in-open-title = Sesión { $number }: el registro de presencia está abierto
check-in-open-text = Pulse el botón mientras participa. Abierto hasta { $closes }.
check-in-closed-title = { $because ->
    [moved] La sesión { $number } se ha movido: el registro de presencia se abrirá de nuevo entonces
    [cancelled] La sesión { $number } se ha cancelado: el registro de presencia está cerrado
   *[over] La sesión { $number } ha terminado
}
check-in-closed-text = El registro de presencia está cerrado. `/me` muestra lo que se registró para usted.
check-in-kept = ✅ Su presencia en la sesión { $number }, { $title }, queda registrada a las { $at }. Se ha guardado.
check-in-already = ✅ Su presencia en la sesión { $number }, { $title }, ya estaba registrada a las { $at }. No tiene que hacer nada más.
check-in-late = Es después del comienzo de la sesión; el programa dice si cuenta.
