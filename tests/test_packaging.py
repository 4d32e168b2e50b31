"""The wheel is the product: everything it needs is in it, and it runs in an empty environment outside the tree."""

import json
import os
import re
import shutil
import subprocess
import sys
import sysconfig
import tomllib
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
ROOMS = ("bot", "config", "sessions")
LOCKS = ("requirements-build.lock", "requirements.lock", "requirements-dev.lock", "tests/calendars/requirements.lock")

pytestmark = pytest.mark.xdist_group("wheel")


def run(*command: str | Path, cwd: Path = ROOT, **environ: str) -> subprocess.CompletedProcess[str]:
    """A command without this tree on Python's path; fails the test when the command fails."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "MARATHON_"))}
    done = subprocess.run(
        [str(part) for part in command], cwd=cwd, env={**kept, **environ}, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done


def tracked(*folders: str) -> list[str]:
    """Every file of ours, as version control knows it."""
    listed = run("git", "ls-files", "--cached", "--others", "--exclude-standard", "--", *folders).stdout
    return sorted(name for name in listed.splitlines() if (ROOT / name).is_file())


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from a clean copy of the tree with the build tools that are installed here."""
    source, built = tmp_path_factory.mktemp("source"), tmp_path_factory.mktemp("built")
    for name in tracked(*ROOMS, "pyproject.toml", "README.md", "LICENSE"):
        (source / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, source / name)
    pip = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation", "--no-index"]
    run(*pip, "--wheel-dir", built, source)
    (made,) = built.glob("*.whl")
    return made


@pytest.fixture(scope="session")
def environment(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty environment with the wheel in it; what it depends on is borrowed from the tests' own environment."""
    folder = tmp_path_factory.mktemp("outside") / "environment"
    run(sys.executable, "-m", "venv", "--without-pip", folder)
    python = folder / "bin" / "python"
    run(sys.executable, "-m", "pip", "--python", python, "install", "--quiet", "--no-deps", "--no-index", wheel)
    libraries = sysconfig.get_path("purelib", vars={"base": str(folder), "platbase": str(folder)})
    borrowed = {sysconfig.get_path("purelib"), sysconfig.get_path("platlib")}
    (Path(libraries) / "borrowed.pth").write_text("\n".join(sorted(borrowed)) + "\n")
    return folder


def test_wheel_carries_every_file_of_its_rooms(wheel: Path) -> None:
    carried = {name for name in zipfile.ZipFile(wheel).namelist() if name.startswith(ROOMS)}
    assert sorted(carried) == tracked(*ROOMS)


def test_code_runs_from_the_wheel(environment: Path, tmp_path: Path) -> None:
    script = "import bot, config, sessions; print(*(room.__file__ for room in (bot, config, sessions)), sep='\\n')"
    files = run(environment / "bin" / "python", "-c", script, cwd=tmp_path).stdout.splitlines()
    assert [Path(file).is_relative_to(environment) for file in files] == [True, True, True]


def test_installed_command_knows_its_version_and_its_programmes(environment: Path, tmp_path: Path) -> None:
    version = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["version"]
    marathon = environment / "bin" / "marathon"
    assert run(marathon, "--version", cwd=tmp_path).stdout.startswith(f"marathon {version}, Python 3.")
    checked = run(marathon, "check", "who-cgmp-2025", cwd=tmp_path)
    assert checked.stdout.split()[-1] == "who-cgmp-2025"
    assert list(tmp_path.iterdir()) == []


def test_installed_wheel_rehearses_a_small_marathon(environment: Path, tmp_path: Path) -> None:
    told = run(
        *(environment / "bin" / "marathon", "rehearse", "--participants", "5", "--seed", "7", "--json"),
        *("--report", "report"),
        cwd=tmp_path,
    )
    summary = json.loads(told.stdout)
    assert (summary["marathon"], summary["participants"], summary["sessions"]) == ("who-cgmp-2025", 5, 8)
    assert (summary["deliveries"]["lost"], summary["deliveries"]["doubled"]) == (0, 0)
    assert sum(summary["completion"].values()) == 5
    assert sorted(
        path.name for path in (tmp_path / "report").iterdir() if path.suffix in {".html", ".ics", ".csv"}
    ) == [
        "calendar.ics",
        "completion.csv",
        "report.html",
    ]


def pins(lock: str) -> dict[str, str]:
    """Package → version, as the lock file has them."""
    lines = re.findall(r"^([A-Za-z0-9_.-]+)(?:\[.*?\])?==(\S+)", (ROOT / lock).read_text(), re.MULTILINE)
    return {normal(name): version for name, version in lines}


def normal(name: str) -> str:
    """A package's name as PEP 503 compares it."""
    return re.sub(r"[-_.]+", "-", name).lower()


@pytest.mark.parametrize("lock", LOCKS)
def test_lock_pins_every_package_by_hash_and_names_no_index(lock: str) -> None:
    text = (ROOT / lock).read_text()
    blocks = re.split(r"\n(?=\S)", text.strip())
    assert [block.splitlines()[0] for block in blocks if "--hash=sha256:" not in block] == []
    assert re.findall(r"(?i)https?:|file:|--(?:extra-)?index-url|--find-links|^-", text, re.MULTILINE) == []


def test_tests_run_with_the_versions_that_are_shipped() -> None:
    shipped, tested = pins("requirements.lock"), pins("requirements-dev.lock")
    assert {name: tested.get(name) for name in shipped} == shipped


def test_lock_knows_every_dependency() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]

    def named(requirements: list[str]) -> set[str]:
        return {normal(re.split(r"[\[<>=! ]", one)[0]) for one in requirements}

    assert named(project["dependencies"]) - set(pins("requirements.lock")) == set()
    assert named(project["optional-dependencies"]["dev"]) - set(pins("requirements-dev.lock")) == set()
