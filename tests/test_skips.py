"""The rule of tests/conftest.py: outside CI a test whose program is missing skips; in CI that is a failure."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]

SKIPPING = """
import pytest
from tests.shared_files import shared

def test_without_its_program():
    pytest.skip("chromium is not installed")

def test_without_its_sample():
    shared("no such sample")
"""


@pytest.mark.parametrize(("ci", "counts"), [("", "2 skipped"), ("true", "1 failed, 1 skipped")])
def test_skip_in_ci_is_a_failure_unless_the_shared_folder_is_absent(tmp_path: Path, ci: str, counts: str) -> None:
    (tmp_path / "test_skipping.py").write_text(SKIPPING)
    (tmp_path / "conftest.py").write_text("from tests.conftest import *\n")
    run = subprocess.run(
        [sys.executable, "-m", "pytest", "--rootdir", ".", "-c", str(ROOT / "pyproject.toml"), "-q", "."],
        cwd=tmp_path,
        env={**os.environ, "CI": ci, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.stdout.strip().splitlines()[-1].split(" in ")[0] == counts
