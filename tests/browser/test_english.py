"""The golden site in English in a browser: scripts speak English, too, and what they show of the disclosures says that it is Chinese."""

from __future__ import annotations

from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest
from playwright.sync_api import expect

from generator.views.language import SOURCE, speak
from tests.accessibility.axe import violations
from tests.projects import build, own_project

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

GOLDEN = Path(__file__).parents[1] / "site" / "content"
DISCLOSURE = "2032/archives/budget/"

pytestmark = pytest.mark.xdist_group("english_in_browser")


class Handler(SimpleHTTPRequestHandler):
    """The site as any web server offers it."""

    def log_message(self, *_: object) -> None: ...


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    files = {path.relative_to(GOLDEN).as_posix(): path.read_text(encoding="utf-8") for path in GOLDEN.rglob("*") if path.is_file()}
    files["site.yml"] += "语言: en\n"
    site = build(own_project(tmp_path_factory.mktemp("english"), files))
    speak(SOURCE)
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(site)))
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda fault: faults.append(str(fault)))
    yield page
    context.close()
    assert faults == []


def test_the_search_answers_in_english(page: Page, address: str) -> None:
    page.goto(f"{address}search/?q={quote('馆藏')}")
    expect(page.locator(".search-status")).to_contain_text("Found ")
    expect(page.locator(".search-status")).to_contain_text("“馆藏”")
    expect(page.locator("#search-kind")).to_contain_text("Departmental budget (")
    assert page.locator(".search-result h2").first.get_attribute("lang") == SOURCE
    page.goto(f"{address}search/?q={quote('火星探测')}")
    expect(page.locator(".search-status")).to_have_text("Nothing contains “火星探测”. Try other or fewer words, or remove a filter.")


def test_the_box_of_the_header_offers_names_in_english_words(page: Page, address: str) -> None:
    page.goto(address)
    page.locator("#header-search-q").press_sequentially("基本")
    expect(page.locator("[data-search-said]")).to_contain_text("choose with the up and down arrows")
    assert page.locator("#header-search-list li").first.get_attribute("lang") == SOURCE


def test_amounts_are_shown_in_another_unit_wherever_they_stand(page: Page, address: str) -> None:
    page.goto(address + DISCLOSURE)
    corrected = page.locator("dd.amount", has=page.locator(".correction-mark"))
    expect(corrected).to_have_text("200.00万元 corrected")
    page.get_by_label("元 (yuan)", exact=True).check()
    expect(page.locator(".unit-choice__status")).to_have_text("Amounts are now shown in 元 (yuan); nothing was rounded.")
    expect(corrected).to_have_text("2,000,000元 corrected")
    expect(page.locator("#t-income .unit")).to_have_text("元 (yuan); printed in 万元 (10,000 yuan)")


def test_sorting_is_told_in_english(page: Page, address: str) -> None:
    page.goto(f"{address}2032/")
    page.get_by_role("button", name="Sort by Total expenditure").click()
    expect(page.locator("[data-sorted]")).to_have_text("Sorted by Total expenditure, descending")


@pytest.mark.parametrize("place", ["", DISCLOSURE, "2032/", "departments/archives/", "search/", "completeness/", "data/", "glossary/"])
@pytest.mark.parametrize("width", [320, 1280])
def test_an_english_page_is_as_open_as_a_chinese_one(page: Page, address: str, place: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(address + place)
    assert page.evaluate("() => document.documentElement.scrollWidth") <= width
    assert violations(page) == []
