"""Refusals: a "no" as a value, one of a closed set, with its facts. Faces turn it into a sentence.

Every refusal is a frozen data class whose name says what is refused; its fields are the facts the sentence needs. A
file a noun; everybody imports them from here.
"""

from sessions.domain.refusals.applications import (
    AccountInUse,
    AlreadyApplied,
    AlreadyApproved,
    ApplicationsClosed,
    CapacityTooLow,
    EmailTwice,
    FieldsFixed,
    NameFrozen,
    NoApplication,
    NoFreePlace,
    NoOffer,
    NoPlace,
    NoProposal,
    NotPossibleNow,
    OfferExpired,
    OfferStillOpen,
    ProposalOutdated,
    UnknownApplication,
    WrongLinkCode,
)
from sessions.domain.refusals.attendance import (
    AlreadyDecided,
    AppealNotPossible,
    AppealWaiting,
    AttendedInGroup,
    CheckInClosed,
    CheckInNotOpen,
    RecordingNotCounted,
    TooManyWrongCodes,
    UnknownEvidence,
    UnknownImport,
    UnknownParticipant,
    WrongCode,
)
from sessions.domain.refusals.certificates import (
    BadCredential,
    BadSerial,
    BrokenTemplate,
    CertificateRevoked,
    CertificateSuperseded,
    FileChanged,
    FilesNotKept,
    FourEyes,
    ListApproved,
    ListChanged,
    MissingGlyphs,
    NamesMissing,
    NoList,
    NotApproved,
    NotCarried,
    NotOverYet,
    OwnList,
    UnknownCertificate,
    UnknownRule,
)
from sessions.domain.refusals.marathons import (
    BoundElsewhere,
    MarathonExists,
    NobodyToTell,
    NotAllowed,
    NotFailed,
    NothingToAnnounce,
    SaidAlready,
    UnknownMarathon,
    UnknownPerson,
)
from sessions.domain.refusals.sessions import (
    AlreadyCancelled,
    CancelFirst,
    ChangedMeanwhile,
    HasEvidence,
    MoveIntoPast,
    NotCancelled,
    NotWhileCancelled,
    NumberTaken,
    SessionCancelled,
    SessionOver,
    SessionsCollide,
    SessionUnchanged,
    UnknownSession,
)
from sessions.domain.refusals.times import AmbiguousTime, ImaginaryTime, SeveralZones, UnknownZone
from sessions.domain.refusals.values import (
    BadCharacters,
    BadLength,
    BadNumber,
    BadValue,
    ConsentMissing,
    FileNotTaken,
    FileTooLarge,
    ReasonNeeded,
    UnknownChoice,
    UnknownCountry,
    ValueMissing,
)

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

__all__ = [
    "AccountInUse",
    "AlreadyApplied",
    "AlreadyApproved",
    "AlreadyCancelled",
    "AlreadyDecided",
    "AmbiguousTime",
    "AppealNotPossible",
    "AppealWaiting",
    "ApplicationsClosed",
    "AttendedInGroup",
    "BadCharacters",
    "BadCredential",
    "BadLength",
    "BadNumber",
    "BadSerial",
    "BadValue",
    "BoundElsewhere",
    "BrokenTemplate",
    "CancelFirst",
    "CapacityTooLow",
    "CertificateRevoked",
    "CertificateSuperseded",
    "ChangedMeanwhile",
    "CheckInClosed",
    "CheckInNotOpen",
    "ConsentMissing",
    "EmailTwice",
    "FieldsFixed",
    "FileChanged",
    "FileNotTaken",
    "FileTooLarge",
    "FilesNotKept",
    "FourEyes",
    "HasEvidence",
    "ImaginaryTime",
    "ListApproved",
    "ListChanged",
    "MarathonExists",
    "MissingGlyphs",
    "MoveIntoPast",
    "NameFrozen",
    "NamesMissing",
    "NoApplication",
    "NoFreePlace",
    "NoList",
    "NoOffer",
    "NoPlace",
    "NoProposal",
    "NobodyToTell",
    "NotAllowed",
    "NotApproved",
    "NotCancelled",
    "NotCarried",
    "NotFailed",
    "NotOverYet",
    "NotPossibleNow",
    "NotWhileCancelled",
    "NothingToAnnounce",
    "NumberTaken",
    "OfferExpired",
    "OfferStillOpen",
    "OwnList",
    "ProposalOutdated",
    "ReasonNeeded",
    "RecordingNotCounted",
    "Refusal",
    "SaidAlready",
    "SessionCancelled",
    "SessionOver",
    "SessionUnchanged",
    "SessionsCollide",
    "SeveralZones",
    "TooManyWrongCodes",
    "UnknownApplication",
    "UnknownCertificate",
    "UnknownChoice",
    "UnknownCountry",
    "UnknownEvidence",
    "UnknownImport",
    "UnknownMarathon",
    "UnknownParticipant",
    "UnknownPerson",
    "UnknownRule",
    "UnknownSession",
    "UnknownZone",
    "ValueMissing",
    "WrongCode",
    "WrongLinkCode",
]
