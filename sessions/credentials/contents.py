"""A certificate's content, read back from the JSON that ``domain.certificates.document`` made of it."""

from collections.abc import Mapping

from pydantic import TypeAdapter

from sessions.domain.certificates import CertificateContent

_ADAPTER = TypeAdapter(CertificateContent)


def read_content(document: Mapping[str, object]) -> CertificateContent:
    """The content; raises pydantic's ValidationError (a ValueError) when it is none."""
    return _ADAPTER.validate_python(document)
