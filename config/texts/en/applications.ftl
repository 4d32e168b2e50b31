apply-title = Application for a place
apply-name = Name as on the certificate
    .hint = Exactly as it shall stand there, in your own script.
apply-email = E-mail address
    .hint = Only the organisers see it.
apply-organisation = Organisation
    .hint = Where you work; leave empty if you work for yourself.
apply-kind = Kind of organisation
apply-function = What you work in
apply-again = Correct
apply-send = Agree and send
apply-consent = Please check what you entered and choose your time zone and language. By sending you agree that the organisers keep these data to run the marathon and to issue your certificate.
apply-done = Your application is saved. { $places ->
    [one] There is one place.
   *[other] There are { $places } places.
} You will hear here when they are given; `/me` shows where you stand.

kind-manufacturer = Manufacturer
kind-regulator = Regulatory authority
kind-ministry = Ministry
kind-academia = University or research
kind-other = Other

function-development = Development
function-production = Production
function-quality-assurance = Quality assurance
function-quality-control = Quality control
function-regulatory = Regulatory affairs
function-other = Other

apply-any-cohort = Any group
apply-stated = What you stated
apply-edit = Correct
apply-withdraw = Withdraw
apply-edited = { $fields ->
    [none] Nothing has changed.
   *[other] Changed: { $fields }. It is saved.
}
apply-withdraw-preview = { $holds ->
    [true] You give your place back; it goes to the next person and cannot be had back by yourself.
   *[false] Your application is taken back.
} Shall it be withdrawn?
apply-withdraw-confirm = Yes, withdraw
apply-withdrawn = Your application is withdrawn.

gender-unsaid = I do not wish to state my gender
gender-woman = Woman
gender-man = Man
gender-another = Another gender

me-offer-until = Please answer until { $deadline }; after that the place goes to the next person.
me-data = My data
me-forget = Forget me
me-data-none = Nothing is held on you.
me-data-here = This is everything that is held on you.
me-forget-preview = Your name, addresses, organisation and the tie to your Discord account are erased for good, and a place you hold goes to the next person. **No certificate can be issued to you afterwards.** What happened in the course stays under a number that leads to nobody; of a certificate already issued only its number, status and checksum stay: **fetch your own copy first**, for it can still be verified, and we keep none. This cannot be undone.
me-forget-confirm = Yes, forget me
me-forgotten = You are forgotten. Nothing that names you is held any more.
