"""The keyboard alone reaches and leaves everything, and whoever uses it always sees where it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.accessibility.readers import KINDS

if TYPE_CHECKING:
    from typing import Any

    from playwright.sync_api import Page

    from tests.accessibility.readers import Site

WALKED = [*(kind for kind in KINDS if kind not in ("performance", "nothing found", "gallery", "rules")), "gallery"]
_SEEN = """(page) => {
  const each = document.activeElement;
  const style = getComputedStyle(each);
  const box = [...each.getClientRects()].find(({ width, height }) => width && height) ?? each.getBoundingClientRect();
  const x = Math.min(Math.max(box.x + Math.min(box.width, innerWidth - box.x) / 2, 0), innerWidth - 1);
  const y = Math.min(Math.max(box.y + Math.min(box.height, 20) / 2, 0), innerHeight - 1);
  const top = document.elementFromPoint(x, y);
  return {
    end: each === document.body,
    name: `${each.tagName} ${(each.innerText || each.value || each.id).slice(0, 30)}`,
    ring: parseFloat(style.outlineWidth) >= 3 && style.outlineStyle !== "none",
    inside: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
    free: each === top || each.contains(top) || (top?.contains(each) ?? false),
  };
}"""
_STOPS = """() => [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex='0']")]
  // A group of them is one stop: the chosen one, or the first.
  .filter((each) => each.type !== "radio" || each === ["[type=radio]:checked", "[type=radio]"]
    .map((which) => document.querySelector(`[name="${each.name}"]${which}`)).find(Boolean))
  .filter((each) => each.checkVisibility({ visibilityProperty: true })).length"""


def walk(page: Page, key: str = "Tab") -> tuple[list[str], list[str]]:
    """Return the names of all stops from one end of the page to the other, and what is wrong with some of them."""
    stops: list[str] = []
    faults: list[str] = []
    for _ in range(1500):
        page.keyboard.press(key)
        seen: dict[str, Any] = page.evaluate(_SEEN)
        if seen["end"]:
            return stops, faults
        stops.append(seen["name"])
        faults += [f"{seen['name']}: {word}" for word in ("ring", "inside", "free") if not seen[word]]
    return stops, [*faults, "no end"]


@pytest.mark.parametrize("kind", WALKED)
def test_every_stop_is_reached_seen_and_left(site: Site, kind: str) -> None:
    page = site.open(kind)
    if kind in ("search", "found"):
        page.get_by_role("searchbox").wait_for()
    stops, faults = walk(page)
    count = page.evaluate(_STOPS)
    page.close()
    assert stops[0] == "A 跳到正文"
    assert faults == []
    assert len(stops) == count


def test_the_way_back_is_as_clear_on_a_phone(site: Site) -> None:
    page = site.open("completeness", "phone")
    page.locator("a").last.focus()
    stops, faults = walk(page, "Shift+Tab")
    page.close()
    assert faults == []
    assert stops[-1] == "A 跳到正文"


def test_the_main_part_is_few_stops_away(site: Site) -> None:
    page = site.open("budget")
    before = "() => [...document.querySelectorAll('a, button, input')].filter((each) => !each.closest('main, footer')).length"
    assert page.evaluate(before) <= 12
    page.close()


def test_a_table_is_a_stop_and_a_region_only_while_it_must_scroll(site: Site) -> None:
    page = site.open("completeness")
    table = page.locator(".data-table").first
    assert [table.get_attribute(name) for name in ("role", "tabindex", "aria-labelledby")] == [None, None, None]
    page.set_viewport_size({"width": 390, "height": 800})
    page.wait_for_function("() => document.querySelector('.data-table').tabIndex === 0")
    assert [table.get_attribute(name) for name in ("role", "tabindex")] == ["region", "0"]
    assert page.get_by_role("region", name="2026年公开情况").count() == 1
    page.set_viewport_size({"width": 1280, "height": 800})
    page.wait_for_function("() => document.querySelector('.data-table').tabIndex !== 0")
    page.close()


@pytest.mark.parametrize(
    ("fault", "markup"),
    [
        ("ring", "<a href='#a' style='outline: none'>甲</a>"),
        ("free", "<a href='#a'>甲</a><div style='position: fixed; inset: 0; background: #fff'></div>"),
        ("inside", "<a href='#a' style='position: fixed; left: -99px; width: 9px'>甲</a>"),
    ],
)
def test_a_stop_that_nobody_sees_is_noticed(blank: Page, fault: str, markup: str) -> None:
    blank.set_content(f"<style>:focus-visible {{ outline: 3px solid }}</style>{markup}")
    assert f"A 甲: {fault}" in walk(blank)[1]
