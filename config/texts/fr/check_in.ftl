check-in-button = Je suis là
check-in-field = Pointage
check-in-open-title = Séance { $number } : le pointage est ouvert
check-in-open-text = Appuyez sur le bouton pendant que vous participez. Ouvert jusqu’à { $closes }.
check-in-closed-title = { $because ->
    [moved] La séance { $number } est déplacée : le pointage rouvrira à ce moment-là
    [cancelled] La séance { $number } est annulée : le pointage est fermé
   *[over] La séance { $number } est terminée
}
check-in-closed-text = Le pointage est fermé. `/me` montre ce qui a été enregistré pour vous.
check-in-kept = ✅ Votre présence à la séance { $number }, { $title }, est notée à { $at }. C’est enregistré.
check-in-already = ✅ Votre présence à la séance { $number }, { $title }, était déjà notée à { $at }. Vous n’avez rien d’autre à faire.
check-in-late = C’est après le début de la séance ; le programme dit si cela compte.
