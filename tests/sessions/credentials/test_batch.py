import hashlib
import unicodedata
from collections.abc import Iterator
from contextlib import closing

from sessions.credentials.batch import Job, MadePdf, Unmade, set_batch, set_one
from sessions.credentials.pdf import Typesetter
from sessions.domain.refusals import MissingGlyphs
from sessions.domain.serials import mint_serial
from tests.sessions.credentials.builders import a_content, some_words

NAMES = ["Ngozi Okafor", unicodedata.normalize("NFC", "Ụ̀gọ́chukwu Ọ̀bị"), "Zoë \ue000", *(f"Ana {n}" for n in range(20))]


def a_job(number: int, name: str) -> Job:
    content = a_content(serial=mint_serial(bytes([number] * 10)), name=name)
    return Job(content=content, words=some_words(content))


def jobs() -> Iterator[Job]:
    for number, name in enumerate(NAMES):
        yield a_job(number, name)


def test_a_batch_gives_in_order_what_each_job_gives_alone() -> None:
    with Typesetter() as typesetter:
        alone = [set_one(typesetter, job) for job in jobs()]
    assert list(set_batch(jobs())) == alone
    assert [type(made) for made in alone[:4]] == [MadePdf, MadePdf, Unmade, MadePdf]


def test_what_is_made_carries_its_hash_and_what_is_not_its_refusal() -> None:
    with Typesetter() as typesetter:
        first, _, third = (set_one(typesetter, job) for job in list(jobs())[:3])
    assert isinstance(first, MadePdf)
    assert (first.sha256, first.exact) == (hashlib.sha256(first.pdf).hexdigest(), True)
    assert third == Unmade(
        serial=mint_serial(bytes([2] * 10)),
        refusal=MissingGlyphs(
            text="Certificate of Participation – Zoë \ue000",
            characters=("\ue000",),
            scripts=(),
            packages=("fonts-noto",),
        ),
    ) or third == Unmade(
        serial=mint_serial(bytes([2] * 10)),
        refusal=MissingGlyphs(text="Zoë \ue000", characters=("\ue000",), scripts=(), packages=("fonts-noto",)),
    )


def test_no_jobs_start_no_process() -> None:
    assert list(set_batch(())) == []


def test_a_batch_that_is_left_early_ends() -> None:
    with closing(set_batch(a_job(number, "Ana") for number in range(200))) as made:
        assert next(made).serial == mint_serial(bytes(10))
    assert list(made) == []
