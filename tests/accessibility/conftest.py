"""One browser and one served site for all tests of accessibility of a process."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.accessibility.readers import serve

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

    from tests.accessibility.readers import Site


@pytest.fixture(scope="session")
def site(browser: Browser, shipped_site: Path) -> Iterator[Site]:
    served = serve(browser, shipped_site)
    yield served
    served.close()


@pytest.fixture
def blank(browser: Browser) -> Iterator[Page]:
    """Return an empty page, on which a test sets up what should be noticed."""
    page = browser.new_page()
    yield page
    page.close()
