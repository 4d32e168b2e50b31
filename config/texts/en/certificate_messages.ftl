# Said when certificates are there, and when one of them no longer stands.

certificates-ready-title = The certificates are ready
certificates-ready-text = `/me` shows yours, if you have one: as a PDF, and as a signed credential that anybody can verify.
certificate-replaced-text = You have a new certificate, number { $serial }, in place of the one before. `/me` shows it; the old one stays verifiable as superseded.
desk-note-unsupported = Certificate { $kind } no longer stands on the evidence: completion is now “{ $reason }”. Look at it with `/completion person`, then revoke or replace the certificate.

# Organisers: the list, its approval, certificates

completion-no-place = This person has no place in the marathon.
completion-prepare = Prepare this list for approval
completion-near = Near the line
completion-open = Undecided, and could change a status
completion-open-text = { $appeals ->
    [0] No appeal
    [one] One appeal
   *[other] { $appeals } appeals
} (`/attendance appeals`), { $reviews ->
    [0] no doubtful name
    [one] one doubtful name
   *[other] { $reviews } doubtful names
} in a meeting report (`/attendance review`).
completion-last = The list prepared last
completion-list-none = None yet.
completion-list-waiting = List { $number } with { $people } persons waits for approval by another organiser. Hash { $hash }…
completion-list-approved = List { $number } with { $people } persons is approved. Hash { $hash }…
completion-list-fallen = List { $number } fell: evidence or rule changed after it was prepared.
completion-prepared = List { $number } is prepared: { $people } persons. Another organiser with the role approver now uses `/completion approve`. Hash: `{ $hash }`
completion-approve = Approve list { $number }
completion-approved = List { $number } with { $people } persons is approved. Next: `/certificates issue`.
completion-scored = { $percent } % in attempt { $attempt } is recorded.
certificates-no-address = Certificates need a public address: whoever runs the bot sets MARATHON_PUBLIC_URL first.
certificates-preview = Under “{ $rule }” { $people ->
    [one] one person has
   *[other] { $people } persons have
} completed. Everybody on the approved list who has no certificate gets one; nobody gets two. They are told once, in the channel.
certificates-issue = Issue certificates
certificates-issued = { $new } certificates are issued; { $already } were there already. { $inexact ->
    [none] {""}
   *[other] Right on paper, but with names that cannot be copied letter for letter: { $inexact }
}
certificates-count = { $valid } certificates are valid; { $others } are superseded or revoked.
certificates-unsupported = { $count } no longer stand on the evidence: { $serials }. Revoke or replace them.
certificate-revoke = Revoke…
certificate-revoke-reason = Reason (everybody will see it)
certificate-revoked = Certificate { $serial } is revoked.
certificate-replace = Replace…
certificate-replace-reason = Reason, such as a corrected name
certificate-replaced = Certificate { $old } is superseded. In its place: { $new }.

# Holders

certificate-yours = Your certificate
certificate-none = There is no valid certificate of yours here.
certificate-text = Your certificate as a PDF, and as a signed credential for programs. Anybody can check it at { $url }. [Add it to LinkedIn]({ $linkedin })

rule-title = The completion rule, version { $version }
rule-frozen = Fixed since { $since }.
rule-none = This marathon has no completion rule.
