import json

import pytest

from sessions.credentials.contents import read_content
from sessions.domain.certificates import CertificateKind, content_hash, document
from tests.sessions.credentials.builders import a_content


@pytest.mark.parametrize(
    "content",
    [a_content(), a_content(kind=CertificateKind.COMPLETION, theme=None, score=87.5, pass_mark=70.0, name="王小明")],
    ids=["participation", "completion"],
)
def test_a_stored_content_is_read_back_whole_and_with_the_same_hash(content: object) -> None:
    assert isinstance(content, type(a_content()))
    read = read_content(json.loads(json.dumps(document(content))))
    assert read == content
    assert content_hash(read) == content_hash(content)


def test_a_document_that_lacks_something_is_an_error() -> None:
    stored = document(a_content())
    del stored["name"]
    with pytest.raises(ValueError, match="name"):
        read_content(stored)
