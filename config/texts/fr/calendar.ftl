# Le calendrier d’un participant, dans le chat.
calendar-address = `{ $address }`
calendar-ways = Ajoutez-le à [Google Agenda](<{ $google }>) ou à [Outlook](<{ $outlook }>) ; les autres programmes prennent l’adresse elle-même.
calendar-secret = Gardez cette adresse pour vous : elle montre vos liens de connexion.
calendar-renew = Nouvelle adresse de calendrier
calendar-renew-preview = Vous recevrez une nouvelle adresse et l’ancienne cessera aussitôt de fonctionner. Il faudra réabonner chaque calendrier qui utilise l’ancienne.
calendar-renew-confirm = Désactiver l’ancienne adresse
calendar-renewed = Voici votre nouvelle adresse de calendrier. L’ancienne ne fonctionne plus.
