"""Which languages there are texts in, for those who state one in a programme file or a setting."""

from bot.wording import name_language, own_lineage
from config import texts
from sessions.domain.programme import Programme


def has_texts(language: str) -> bool:
    return not set(texts.languages()).isdisjoint(own_lineage(language))


def note_languages(programme: Programme) -> list[str]:
    """A sentence for each language that the programme states and that has no texts, with what follows and the cure."""
    stated = {"language": programme.language}
    if programme.certificates is not None:
        stated["certificates.language"] = programme.certificates.language
    cure = f"so English is written. There are texts in {list_languages()}."
    return [
        f'{where} = "{language}": there are no texts in it, {cure}'
        for where, language in stated.items()
        if not has_texts(language)
    ]


def list_languages() -> str:
    return ", ".join(f"{one} ({name_language(one)})" for one in texts.languages())
