"""What every test may ask for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import sync_playwright

from tests.projects import build, shipped_project

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser

CHROMIUM = "/usr/bin/chromium"


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let the golden site's expected outcome be written anew."""
    parser.addoption("--update-golden", action="store_true", help="write tests/site/expected anew, to be read in the diff")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Return Chromium, opened once a process: Playwright does not run twice in one."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def shipped_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the site of the shipped content, built once; no test changes it."""
    return build(shipped_project(tmp_path_factory.mktemp("shipped")))
