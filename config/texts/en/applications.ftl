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
apply-consent = Please check what you entered and choose your time zone. By sending you agree that the organisers keep these data to run the marathon and to issue your certificate.
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
