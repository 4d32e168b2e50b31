error-not-allowed = Vous ne pouvez pas faire cela ici. Il faut un rôle qu’un organisateur peut donner.
error-internal = Une erreur s’est produite de notre côté. Veuillez réessayer ; si cela persiste, communiquez ce numéro à un organisateur : `{ $reference }`
error-button-gone = Ce bouton vient d’une version antérieure et n’a plus d’effet. Veuillez réutiliser la commande.
