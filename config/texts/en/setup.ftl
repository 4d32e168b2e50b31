setup-title = Setting up { $title }
setup-kept = ✓ { $what } stays in use.
setup-chosen = ➜ { $what } will be used.
setup-made = ＋ { $what } will be created.
setup-confirm = Set up
setup-done = Done: { $made ->
    [0] nothing had to be created
    [one] one channel or role created
   *[other] { $made } channels and roles created
}, { $kept } kept. You are an organiser of this marathon. Nothing has been announced yet.
announce-button = Announce…
announce-preview = The announcement goes to { $channel }, where { $members ->
    [one] one member
   *[other] { $members } members
} of this server can read it. { $sessions ->
    [one] One session becomes a server event
   *[other] { $sessions } sessions become server events
} and all reminders start to run.
announce-confirm = Announce now
announce-done = Announced. Applications can come in.
