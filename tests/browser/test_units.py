"""The reader's choice of unit: exact, said aloud, remembered, and without anything moving under the eyes."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.projects import build, own_project

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

GOLDEN = Path(__file__).parents[1] / "site" / "content"
CHROMIUM = "/usr/bin/chromium"
POLICY = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'"
PAGE = "2032/archives/budget/"
PLACES = {"元": 0, "万元": 4, "亿元": 8}
AMOUNT = re.compile(r"−?\d[\d,]*(?:\.\d+)?(?P<unit>亿元|万元|元)?")
SHIFTS = """
    let sum = 0;
    new PerformanceObserver((list) => {
      for (const each of list.getEntries()) sum += each.value;
      window.shifted = sum;
    }).observe({ type: "layout-shift", buffered: true });
"""
LENGTHS = """
    (tables) => tables.map((table) => [...table.querySelectorAll("td.amount")].map((cell) => {
      const figure = cell.querySelector("span") ?? cell;
      const digits = figure.firstChild.data.trim().replace(/[元万亿]+$/, "") + (figure.dataset.pad ?? "");
      return [cell.parentElement.cells.length - cell.cellIndex, digits.split(".")[1]?.length ?? 0];
    }))
"""

pytestmark = pytest.mark.xdist_group("units_in_browser")


class Handler(SimpleHTTPRequestHandler):
    """The site under a policy without inline scripts and styles."""

    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", POLICY)
        super().end_headers()

    def log_message(self, *_: object) -> None: ...


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    files = {path.relative_to(GOLDEN).as_posix(): path.read_text(encoding="utf-8") for path in GOLDEN.rglob("*") if path.is_file()}
    site = build(own_project(tmp_path_factory.mktemp("units"), files))
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(site)))
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    page = browser.new_context().new_page()
    page.add_init_script(SHIFTS)
    page.goto(f"{address}{PAGE}")
    yield page
    page.context.close()


def figures(page: Page) -> list[tuple[str, str]]:
    """Return every amount in tables as it is shown, with the unit of its table as it was printed."""
    read = "all => all.map(each => [each.firstChild.textContent.trim(), each.closest('[data-unit]').dataset.unit])"
    return [(text, unit) for text, unit in page.locator("td.amount").evaluate_all(read)]


def in_yuan(text: str, unit: str) -> Decimal:
    match = AMOUNT.fullmatch(text)
    assert match is not None, text
    digits = text.removesuffix(match["unit"] or "").replace(",", "").replace("−", "-")
    return Decimal(digits).scaleb(PLACES[match["unit"] or unit])


def choose(page: Page, unit: str) -> None:
    page.locator(f".unit-choice input[value='{unit}']").check()


def test_every_amount_is_the_same_in_every_unit(page: Page) -> None:
    printed = figures(page)
    assert len(printed) > 40
    assert {unit for _, unit in printed} == {"元", "万元"}
    for unit in ("元", "亿元"):
        choose(page, unit)
        shown = figures(page)
        for (before, own), (after, _) in zip(printed, shown, strict=True):
            assert in_yuan(after, unit) == in_yuan(before, own), (before, own, after, unit)
            assert re.fullmatch(r"−?\d{1,3}(?:,\d{3})*(?:\.\d+)?(?:亿元|万元|元)?", after), after
    choose(page, "万元")
    assert figures(page) == printed


def test_captions_and_facts_follow_and_the_change_is_said(page: Page) -> None:
    choose(page, "元")
    expect(page.locator("#t-income caption")).to_contain_text("单位：元（原文万元）")
    expect(page.locator("#operating-amount")).to_contain_text("2,000,000元")
    expect(page.locator(".key-figures dd").first).to_have_text("13,000,000 元")
    expect(page.get_by_role("status")).to_have_text("金额已换算成元显示，数字没有四舍五入。")
    choose(page, "万元")
    expect(page.locator("#t-income caption")).to_have_text(re.compile("单位：万元$"))
    expect(page.get_by_role("status")).to_have_text("金额照原文以万元显示。")


def test_what_is_no_figure_stays_as_it_is(page: Page) -> None:
    words = page.locator("td.blank, td.withheld").all_inner_texts()
    choose(page, "亿元")
    assert page.locator("td.blank, td.withheld").all_inner_texts() == words
    assert {"空白", "不公开"} <= set(words)


def test_decimals_stand_under_decimals_in_every_unit(page: Page) -> None:
    def lengths() -> list[set[int]]:
        tables = page.locator("table[data-unit]").evaluate_all(LENGTHS)
        return [{length for own, length in table if own == column} for table in tables for column in {own for own, _ in table}]

    for unit in PLACES:
        choose(page, unit)
        assert all(len(each) == 1 for each in lengths()), unit


def test_the_choice_is_remembered_and_nothing_moves_when_the_page_comes_again(page: Page) -> None:
    choose(page, "亿元")
    page.reload()
    expect(page.locator(".unit-choice input[value='亿元']")).to_be_checked()
    expect(page.locator("#t-income-total-amount")).to_have_text("0.130000")
    page.wait_for_timeout(300)
    assert page.evaluate("window.shifted ?? 0") == 0
