# A participant's calendar, in chat.
calendar-address = `{ $address }`
calendar-ways = Add it to [Google Calendar](<{ $google }>) or [Outlook](<{ $outlook }>); other programs take the address itself.
calendar-secret = Keep this address to yourself: it shows your join links.
calendar-renew = New calendar address
calendar-renew-preview = You will get a new address, and the old one stops working at once. Every calendar that has the old one must be subscribed to again.
calendar-renew-confirm = End the old address
calendar-renewed = This is your new calendar address. The old one no longer works.
