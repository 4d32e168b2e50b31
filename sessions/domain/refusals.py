"""Refusals: a "no" as a value, one of a closed set, with its facts. Faces turn it into a sentence by ``match``.

Every refusal is a frozen data class whose name says what is refused; its fields are the facts the sentence needs.
"""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class UnknownZone:
    """The zone is not an IANA name that the installed zone data knows."""

    zone: str
    nearest: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SeveralZones:
    """The city or country named keeps several times; which of these zones is meant?"""

    text: str
    zones: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ImaginaryTime:
    """The wall time falls into the hour that a clock change skips."""

    wall: datetime
    zone: str
    before: datetime
    after: datetime
    """The same time moved out of the gap by its length, to before it and to after it: one of them may be meant."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AmbiguousTime:
    """The wall time falls into the hour that a clock change repeats; the two moments it may mean."""

    wall: datetime
    zone: str
    first: datetime
    second: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class NotAllowed:
    """The actor does not hold a role that this needs."""

    needs: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class UnknownMarathon:
    key: str
    known: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class UnknownSession:
    number: int
    known: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ApplicationsClosed:
    opens: datetime | None
    closes: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AlreadyApplied:
    applied: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckInNotOpen:
    opens: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckInClosed:
    closed: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class WrongCode:
    """The code of the moment is not the one shown now or the one just before it."""

    tries_left: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TooManyWrongCodes:
    """Too many wrong codes by this person; no code is taken before ``again``."""

    again: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class UnknownParticipant:
    """Nobody with a place is meant by this text, or several are (``several``)."""

    text: str
    several: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class UnknownEvidence:
    """There is no evidence of this number in the marathon that could be withdrawn."""

    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class UnknownImport:
    """No report was taken in under this number."""

    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AlreadyDecided:
    """Somebody decided this before, or took it back; nothing more changes."""

    number: int
    decided: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class AppealNotPossible:
    """Outside the programme's window for appeals about a session: from its end until ``until``."""

    opens: datetime
    until: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class AppealWaiting:
    """The person's appeal about this session is not decided yet."""

    since: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class FileTooLarge:
    """A file that goes with an appeal may be ``maximum`` megabytes large."""

    megabytes: int
    maximum: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FileNotTaken:
    """Not one of the kinds of file that are kept."""

    name: str
    kinds: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordingNotCounted:
    """The programme counts no recordings, or its time for them is over (``until``)."""

    until: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NoPlace:
    """The person holds no place in this marathon."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionCancelled:
    number: int
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BadValue:
    """A value a person typed that cannot be taken; ``expected`` is a code the faces have words for."""

    field: str
    value: str
    expected: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ValueMissing:
    """A field of a form that cannot be left empty."""

    field: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BadLength:
    """Shorter or longer than a field may be, in characters; or too few letters among them."""

    field: str
    length: int
    minimum: int
    maximum: int


@dataclass(frozen=True, slots=True, kw_only=True)
class BadNumber:
    """Smaller or larger than a number may be."""

    field: str
    number: int
    minimum: int
    maximum: int


@dataclass(frozen=True, slots=True, kw_only=True)
class BadCharacters:
    """Characters that a field cannot hold (a line break, a digit in a name): each once, in order."""

    field: str
    characters: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class UnknownChoice:
    field: str
    value: str
    choices: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class UnknownCountry:
    """No country has this code or name; ``nearest``: (ISO 3166-1 alpha-2, English name) of what may be meant."""

    value: str
    nearest: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentMissing:
    """Nothing personal is kept without consent to the privacy note."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EmailTwice:
    """Another row of the same file has this e-mail address already: which one is meant?"""

    email: str
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class NoApplication:
    """The person has not applied to this marathon."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NotPossibleNow:
    """What was asked does not go with the application's status; ``possible``: the events that do."""

    status: str
    event: str
    possible: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NoOffer:
    """There is no offer to answer."""

    status: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferExpired:
    deadline: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferStillOpen:
    """An offer cannot expire before its deadline."""

    deadline: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldsFixed:
    """What selection judged (country, kind, function …) cannot be edited once selection has been made."""

    fields: tuple[str, ...]
    status: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NameFrozen:
    """The name on the certificate is the organisers' to correct since then, with a reason."""

    since: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class ReasonNeeded:
    """A decision against the order of selection is kept with its reason."""

    event: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NoFreePlace:
    capacity: int
    taken: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AttendedInGroup:
    """Presence in sessions that only the present group has would no longer count in another."""

    cohort: str
    sessions: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CapacityTooLow:
    """A capacity below the places that are held or offered already."""

    capacity: int
    taken: int


@dataclass(frozen=True, slots=True, kw_only=True)
class UnknownApplication:
    """No application of this marathon has this number."""

    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class NoProposal:
    """There is nothing to approve: no proposal was made, or it was replaced by a newer one (``newest``)."""

    number: int | None
    newest: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AlreadyApproved:
    """Another organiser approved this proposal first."""

    number: int
    by: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposalOutdated:
    """Applications changed since the proposal was made, so that it no longer says what would be decided."""

    number: int
    changed: tuple[int, ...]
    """Numbers of the applications that were sent, edited or withdrawn since."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BadSerial:
    """What was typed is no certificate's serial. ``problem``: ``characters``, ``length`` or ``check`` (a typo)."""

    text: str
    problem: str
    characters: tuple[str, ...] = ()
    length: int = 0
    expected: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class CertificateRevoked:
    """The certificate is revoked already, which is final."""

    serial: str
    revoked: datetime
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CertificateSuperseded:
    """The certificate was replaced; what is to be changed is the one in its place."""

    serial: str
    superseded: datetime
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MissingGlyphs:
    """No installed font can show these characters of a text; the Debian packages that would."""

    text: str
    characters: tuple[str, ...]
    scripts: tuple[str, ...]
    packages: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WrongLinkCode:
    """No application has this personal code."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountInUse:
    """The Discord account, or the application, is tied already."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MarathonExists:
    """A marathon of this key is in the database already."""

    key: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NothingToAnnounce:
    """The marathon is bound to no guild yet: set it up first."""

    key: str


@dataclass(frozen=True, slots=True)
class NobodyToTell:
    """The audience of a message is nobody, or nobody of it is reached by the means."""


@dataclass(frozen=True, slots=True)
class SaidAlready:
    """The same words were said today to the same people by the same means."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NotFailed:
    """The ledger has no failed delivery of this number: only what has failed is tried again."""

    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class BoundElsewhere:
    """The marathon lives in another guild."""

    key: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BrokenTemplate:
    """The certificate's template cannot be set; in the words of the program that sets it."""

    message: str
    hints: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class BadCredential:
    """What was handed in is no credential signed here. ``problem``: ``form``, ``algorithm``, ``key`` (not one of
    ours) or ``signature`` (it was changed)."""

    problem: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveIntoPast:
    """A session cannot be given a time that has passed."""

    start: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionsCollide:
    """The same people have another session at that time."""

    number: int
    title: str
    start: datetime
    end: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionUnchanged:
    """What was asked for is how the session is already."""

    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AlreadyCancelled:
    number: int
    title: str
    cancelled: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class NotCancelled:
    """There is nothing to restore: the session takes place."""

    number: int
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NotWhileCancelled:
    """A cancelled session cannot be moved: restore it first."""

    number: int
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionOver:
    """A session that is over cannot be moved: its evidence belongs to the time it was held."""

    number: int
    ended: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberTaken:
    """A session of the same people has this number; ``free`` is the next one that is not taken."""

    number: int
    title: str
    free: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CancelFirst:
    """A session is taken out of the programme only after its people were told that it is off."""

    number: int
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HasEvidence:
    """Somebody's presence is recorded for the session, and records are kept."""

    number: int
    people: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangedMeanwhile:
    """Somebody changed the session after it was shown: ``verb`` is what they did (``moved``, ``cancelled`` …), and
    ``start`` and ``status`` how it is now. ``account``: the Discord account of who did it, where it is known."""

    number: int
    verb: str
    by: str
    account: int | None
    at: datetime
    start: datetime
    status: str


@dataclass(frozen=True, slots=True, kw_only=True)
class UnknownRule:
    """The programme has no completion rule of this key."""

    key: str
    known: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NotOverYet:
    """Certificates state a whole marathon: no list is made before its last session is over."""

    ends: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class NoList:
    """There is no list of this number to approve, or it was replaced by a newer one (``newest``)."""

    number: int | None
    newest: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FourEyes:
    """Whoever prepared a list does not approve it."""

    number: int
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnList:
    """Nobody approves a list that names them."""

    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ListApproved:
    """The list was approved already."""

    number: int
    by: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class ListChanged:
    """The evidence, the rule or a name changed since the list was prepared: an approval of it has fallen."""

    number: int
    changed: tuple[int, ...]
    """Persons by number; empty when the rule itself changed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NotApproved:
    """Nothing is issued before a second organiser has approved the list."""

    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NamesMissing:
    """These persons of the list have no name that a certificate could bear."""

    persons: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class UnknownCertificate:
    """No certificate of this marathon has this serial."""

    serial: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NotCarried:
    """The evidence of today does not carry a new certificate in place of this one."""

    serial: str
    status: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FilesNotKept:
    """A certificate's files could not be written; what was issued before stands, the rest waits for another try."""

    folder: str
    reason: str
    issued: int
    left: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FileChanged:
    """A certificate's file in the folder is missing, or is no longer the one that was issued."""

    serial: str
    file: str


@dataclass(frozen=True, slots=True, kw_only=True)
class UnknownPerson:
    """Nobody with a place here is meant by this."""

    text: str


Refusal = (
    UnknownZone
    | SeveralZones
    | ImaginaryTime
    | AmbiguousTime
    | NotAllowed
    | UnknownMarathon
    | UnknownSession
    | ApplicationsClosed
    | AlreadyApplied
    | CheckInNotOpen
    | CheckInClosed
    | WrongCode
    | TooManyWrongCodes
    | UnknownParticipant
    | UnknownEvidence
    | UnknownImport
    | AlreadyDecided
    | AppealNotPossible
    | AppealWaiting
    | FileTooLarge
    | FileNotTaken
    | RecordingNotCounted
    | NoPlace
    | SessionCancelled
    | BadValue
    | ValueMissing
    | BadLength
    | BadNumber
    | BadCharacters
    | UnknownChoice
    | UnknownCountry
    | ConsentMissing
    | EmailTwice
    | NoApplication
    | NotPossibleNow
    | NoOffer
    | OfferExpired
    | OfferStillOpen
    | FieldsFixed
    | NameFrozen
    | ReasonNeeded
    | NoFreePlace
    | AttendedInGroup
    | CapacityTooLow
    | UnknownApplication
    | NoProposal
    | AlreadyApproved
    | ProposalOutdated
    | BadSerial
    | CertificateRevoked
    | CertificateSuperseded
    | MissingGlyphs
    | WrongLinkCode
    | AccountInUse
    | MarathonExists
    | NothingToAnnounce
    | NobodyToTell
    | SaidAlready
    | NotFailed
    | BoundElsewhere
    | BrokenTemplate
    | BadCredential
    | MoveIntoPast
    | SessionsCollide
    | SessionUnchanged
    | AlreadyCancelled
    | NotCancelled
    | NotWhileCancelled
    | SessionOver
    | NumberTaken
    | CancelFirst
    | HasEvidence
    | ChangedMeanwhile
    | UnknownRule
    | NotOverYet
    | NoList
    | FourEyes
    | OwnList
    | ListApproved
    | ListChanged
    | NotApproved
    | NamesMissing
    | UnknownCertificate
    | NotCarried
    | FilesNotKept
    | FileChanged
    | UnknownPerson
)
