"""axe-core finds nothing on any kind of page, however it is looked at and in whatever state."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.accessibility.axe import violations
from tests.accessibility.readers import KINDS, MODES

if TYPE_CHECKING:
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
