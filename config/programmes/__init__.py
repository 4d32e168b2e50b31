"""The programme files that ship with Marathon."""

from importlib import resources


def names() -> tuple[str, ...]:
    """The names of the programmes that ship, in alphabetical order."""
    files = resources.files(__name__).iterdir()
    return tuple(sorted(file.name.removesuffix(".toml") for file in files if file.name.endswith(".toml")))


def read(name: str) -> bytes:
    """The file of a programme that ships; ``KeyError`` for a name that is not one of ``names()``."""
    if name not in names():
        raise KeyError(name)
    return resources.files(__name__).joinpath(f"{name}.toml").read_bytes()
