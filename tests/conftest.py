"""Fixtures that every test may ask for, and the rule that nothing is skipped in CI."""

import os
from collections.abc import AsyncIterator, Generator
from pathlib import Path

import pytest

from sessions.storage.store import Store
from tests.builders import a_store
from tests.shared_files import ABSENT


@pytest.fixture
async def store() -> AsyncIterator[Store]:
    """An open store in memory."""
    async with a_store() as opened:
        yield opened


def _refuse_skip(report: pytest.TestReport | pytest.CollectReport) -> None:
    """In CI a skip is a failure: there every program that a test uses is installed (.ci/prepare)."""
    if not os.environ.get("CI") or not report.skipped or hasattr(report, "wasxfail"):
        return
    reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else str(report.longrepr)
    if ABSENT not in reason:
        report.outcome = "failed"
        report.longrepr = f"{report.nodeid} was skipped, and in CI a skip is a failure: {reason}"


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    _refuse_skip(report)
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    report = yield
    _refuse_skip(report)
    return report


@pytest.fixture(scope="session")
def signing_keys(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder whose first use makes the keys; the others of the run find them there."""
    return tmp_path_factory.mktemp("signing") / "keys"
