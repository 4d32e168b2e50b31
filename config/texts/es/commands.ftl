command-marathon = El programa, con cada hora en su propio huso horario
    .about = El programa, o la regla por la que se otorgan los certificados
command-me = Su plaza, sus horarios, su presencia y lo que aún le falta
    .show = Solo esta parte
command-apply = Solicitar una plaza en el maratón o modificar su solicitud
    .country = El país en el que trabaja
    .zone = Dónde vive, si allí rige otra hora; también la cambia más tarde
command-link = Vincular su cuenta de Discord con la solicitud que envió por otra vía
    .code = El código personal que figura en la carta

choice-programme = programa
choice-rule = regla
choice-reminders = Recordatorios
