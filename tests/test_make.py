"""Make's own set-up: which Python it takes, and what it says where there is none that will do."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


def a_python(folder: Path, name: str, *, version: str, complete: bool = True) -> None:
    """A program that answers as an interpreter of that version does, with or without the means for environments."""
    major, minor = version.split(".")
    (folder / name).write_text(
        "#!/bin/sh\n"
        'case "$2" in\n'
        f"    *print*) echo {version} ;;\n"
        f"    *version_info*) [ {major}{minor} -ge 311 ] ;;\n"
        f"    *ensurepip*) {'true' if complete else 'false'} ;;\n"
        "esac\n"
    )
    (folder / name).chmod(0o755)


def find(folder: Path, **environ: str) -> tuple[int, str, str]:
    """What scripts/find-python answers when only the interpreters of ``folder`` are there."""
    done = subprocess.run(
        ["/bin/sh", str(ROOT / "scripts" / "find-python")],
        env={"PATH": str(folder), "SYSTEM_PYTHON": "none", **environ},
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout, done.stderr


def test_first_python_that_will_do_is_taken(tmp_path: Path) -> None:
    a_python(tmp_path, "python3", version="3.9")
    a_python(tmp_path, "python3.13", version="3.13", complete=False)
    a_python(tmp_path, "python3.12", version="3.12")
    assert find(tmp_path) == (0, "python3.12\n", "")


def test_python_without_venv_says_what_to_install(tmp_path: Path) -> None:
    a_python(tmp_path, "python3", version="3.11", complete=False)
    assert find(tmp_path) == (
        1,
        "",
        "Python 3.11 is here, but cannot make virtual environments: install its venv package "
        "(Debian and Ubuntu: sudo apt install python3.11-venv), then run make again.\n",
    )


def test_older_python_is_named(tmp_path: Path) -> None:
    a_python(tmp_path, "python3", version="3.9")
    assert find(tmp_path) == (
        1,
        "",
        "Marathon needs Python 3.11 or newer; found only: python3 (3.9). "
        "Install a newer one, or name it: make PYTHON=/path/to/python3.\n",
    )


def test_no_python_at_all(tmp_path: Path) -> None:
    assert find(tmp_path) == (
        1,
        "",
        "Marathon needs Python 3.11 or newer, and none was found. Install it (Debian and Ubuntu: "
        "sudo apt install python3 python3-venv), or name it: make PYTHON=/path/to/python3.\n",
    )


def test_named_python_is_tried_alone(tmp_path: Path) -> None:
    a_python(tmp_path, "python3", version="3.12")
    a_python(tmp_path, "mine", version="3.10")
    assert find(tmp_path, PYTHON="mine")[0] == 1


def test_make_alone_lists_what_it_can_do() -> None:
    done = subprocess.run(["make"], cwd=ROOT, capture_output=True, text=True, check=True)
    named = [line.split()[1] for line in done.stdout.splitlines() if line.startswith("  make ")]
    assert named == ["help", "demo", "install", "test", "check", "readers", "soak", "bench", "lock", "clean"]


@pytest.mark.parametrize("script", [".ci/run", ".ci/prepare", "scripts/find-python"])
def test_script_can_be_started(script: str) -> None:
    shell = "bash" if script.startswith(".ci") else "sh"
    assert os.access(ROOT / script, os.X_OK)
    assert subprocess.run([shell, "-n", str(ROOT / script)], check=False).returncode == 0


def test_interpreter_of_these_tests_would_do() -> None:
    done = subprocess.run(
        ["/bin/sh", str(ROOT / "scripts" / "find-python")],
        env={"PATH": os.environ["PATH"], "PYTHON": sys.executable},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == f"{sys.executable}\n"
