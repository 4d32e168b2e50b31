# Said when certificates are there, and when one of them no longer stands.

certificates-ready-title = The certificates are ready
certificates-ready-text = `/me` shows yours, if you have one: as a PDF, and as a signed credential that anybody can verify.
desk-note-unsupported = Certificate { $kind } no longer stands on the evidence: completion is now “{ $reason }”. Look at it with `/completion person`, then revoke or replace the certificate.
