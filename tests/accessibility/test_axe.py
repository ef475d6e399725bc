"""axe-core finds nothing on any kind of page, however it is looked at and in whatever state."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.accessibility.axe import violations
from tests.accessibility.readers import KINDS, MODES

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    from tests.accessibility.readers import Site


# A disclosure's tables and findings are made alike: the light page shows all of them, the others enough of each to see how they look.
ENOUGH = """() => {
  document.querySelectorAll(".found-list > li:nth-child(n + 6)").forEach((each) => each.remove());
  [...document.querySelectorAll(".page > .data-table")].slice(8).forEach((each) => each.remove());
}"""


@pytest.mark.parametrize("mode", [mode for mode in MODES if mode != "large"])
@pytest.mark.parametrize("kind", KINDS)
def test_nothing_is_violated(site: Site, kind: str, mode: str) -> None:
    page = site.open(kind, mode)
    page.locator("details").evaluate_all("all => all.forEach(each => { each.open = true; })")
    if mode != "light":
        page.evaluate(ENOUGH)
    found = violations(page)
    page.close()
    assert found == []


def _unit(page: Page) -> None:
    page.get_by_role("radio", name="亿元").check()
    page.get_by_role("status").filter(has_text="亿元").wait_for()


def _filtered(page: Page) -> None:
    choices = page.get_by_text("筛选和排列")
    if choices.is_visible():  # On a phone they are folded away.
        choices.click()
    page.get_by_label("年度").select_option("2021")
    page.wait_for_url("**year=2021**")


def _suggested(page: Page) -> None:
    page.get_by_role("combobox", name="搜索").press_sequentially("三公")
    page.get_by_role("option").first.wait_for()


def _sorted(page: Page) -> None:
    page.get_by_role("button", name="按项目数排序").click()


def _skipping(page: Page) -> None:
    page.keyboard.press("Tab")


def _targeted(page: Page) -> None:
    page.goto(f"{page.url}#t-public-expenses-reception-amount")


STATES: dict[str, tuple[str, Callable[[Page], None]]] = {
    "another unit": ("budget", _unit),
    "a filtered search": ("found", _filtered),
    "suggestions": ("about", _suggested),
    "a sorted table": ("2020/", _sorted),
    "the skip link": ("about", _skipping),
    "a figure that was led to": ("budget", _targeted),
}
"""What readers do, and on which page."""


@pytest.mark.parametrize("mode", ["light", "dark", "large on a phone"])
@pytest.mark.parametrize("state", STATES)
def test_nothing_is_violated_by_what_readers_do(site: Site, state: str, mode: str) -> None:
    kind, act = STATES[state]
    page = site.open(kind, mode)
    act(page)
    if mode != "light":
        page.evaluate(ENOUGH)
    found = violations(page)
    page.evaluate("localStorage.removeItem('mingzhang-unit')")
    page.close()
    assert found == []


@pytest.mark.parametrize(
    ("rule", "markup"),
    [
        ("image-alt", "<img src='data:,'>"),
        ("color-contrast-enhanced", "<p style='color: #666'>文字</p>"),
        ("scrollable-region-focusable", "<div style='overflow: auto; height: 2em'><p style='height: 20em'>长</p></div>"),
        ("target-size", "<a href='#a' style='display: block; height: 9px'>甲</a><a href='#b' style='display: block; height: 9px'>乙</a>"),
        ("landmark-unique", "<nav><a href='#a'>甲</a></nav><nav><a href='#a'>甲</a></nav>"),
    ],
)
def test_a_planted_fault_is_noticed(blank: Page, rule: str, markup: str) -> None:
    blank.set_content(f"<!doctype html><html lang='zh-CN'><title>甲</title><main><h1 id='a'>甲</h1>{markup}<p id='b'>乙</p></main>")
    assert rule in {line.split(":")[0] for line in violations(blank)}
