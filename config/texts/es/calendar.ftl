# El calendario de un participante, en el chat.
calendar-address = `{ $address }`
calendar-ways = Añádalo a [Google Calendar](<{ $google }>) o a [Outlook](<{ $outlook }>); otros programas aceptan la propia dirección.
calendar-secret = No comparta esta dirección: muestra sus enlaces de conexión.
calendar-renew = Nueva dirección de calendario
calendar-renew-preview = Recibirá una dirección nueva y la anterior dejará de funcionar de inmediato. Habrá que volver a suscribir cada calendario que use la anterior.
calendar-renew-confirm = Anular la dirección anterior
calendar-renewed = Esta es su nueva dirección de calendario. La anterior ya no funciona.
