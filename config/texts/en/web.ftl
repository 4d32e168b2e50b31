# The web face: public pages and calendar feeds.

# Calendar feeds. The prefix stands before the title of a cancelled session, in every client that hides STATUS.
feed-cancelled-prefix = Cancelled:{" "}
feed-speakers = Speakers:{" "}
feed-join = Join:{" "}
feed-join-label = Join the session
feed-alarm = The session starts soon.
feed-present = You were present.
feed-partial = You were present for a part of this session.
feed-excused = You are excused from this session.
feed-personal-name = { $marathon } (yours)

# Every page
page-skip = Skip to the content
page-languages = Languages

# The list of marathons
index-title = Training marathons
index-none = No marathon is announced here yet. Come back later, or ask the people who gave you this address.
index-sessions = { $count ->
    [one] one session
   *[other] { $count } sessions
}
index-span = { $from } to { $to }

# A marathon's page
marathon-next = Next session
marathon-next-none = No session is planned after this moment.
marathon-now = Now
marathon-programme = Programme
marathon-empty = The sessions are not published yet. Subscribe to the calendar: they will appear there by themselves.
marathon-zone-label = Show times in
marathon-zone-own = your time zone ({ $zone })
marathon-zone-programme = the programme’s time zone ({ $zone })
marathon-zone-shown = Times are in { $zone }.
marathon-column-number = No.
marathon-column-session = Session
marathon-column-when = When
marathon-column-duration = Length
marathon-column-speakers = Speakers
marathon-column-venue = Where
marathon-duration = { $count ->
    [one] one minute
   *[other] { $count } minutes
}
marathon-cancelled = Cancelled
marathon-subscribe = Subscribe to the calendar
marathon-subscribe-how = A subscribed calendar follows every change by itself. Google and Outlook look for changes a few times a day; late changes are also said in the chat.
marathon-subscribe-app = Apple, Thunderbird and other calendar apps
marathon-subscribe-google = Google Calendar
marathon-subscribe-outlook = Outlook on the web
marathon-subscribe-address = Or copy this address into your calendar program:
marathon-apply = How to apply
marathon-apply-chat = Places are given by application. Join the chat server of this marathon and use the command /apply there.
marathon-apply-open-chat = Open the chat server
marathon-apply-opens = Applications open on { $moment }.
marathon-apply-until = Applications are open until { $moment }.
marathon-apply-open = Applications are open.
marathon-apply-closed = Applications closed on { $moment }.
marathon-website = More about this marathon
marathon-print = Printed programmes do not follow changes. The page is at { $url }.

# Refusals
missing-title = Nothing here
missing-text = There is no such page or calendar. A personal calendar address stops working when its holder asks for a new one.
failed-title = Something broke
failed-text = This page could not be made. Try again in a minute; if it stays so, tell the organisers this number: { $reference }
