"""On paper and in a PDF nothing is cut, heads repeat, dark becomes light; and pictures of every kind of page for whoever looks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Literal

import pytest

from tests.accessibility.readers import KINDS
from tests.projects import ROOT

if TYPE_CHECKING:
    from playwright.sync_api import ViewportSize

    from tests.accessibility.readers import Site

ARTEFACTS = ROOT / "tests/artefacts/pages"
PAPER: ViewportSize = {"width": 718, "height": 1000}
_CUT = """() => [...document.querySelectorAll("main *")]
  .filter((each) => each.getBoundingClientRect().right > innerWidth + 1
    || (each.matches(".data-table") && getComputedStyle(each).overflowX !== "visible"))
  .map((each) => each.outerHTML.slice(0, 90))"""
_CHROME = ".site-header__nav, .size-switch, .page__contents, .pager, .search-box, .skip-link, .breadcrumb, .site-footer nav"


@pytest.mark.parametrize("colours", ["light", "dark"])
@pytest.mark.parametrize("kind", ["home", "budget", "performance", "completeness"])
def test_a_printed_page_is_whole_and_light(site: Site, kind: str, colours: Literal["light", "dark"]) -> None:
    page = site.browser.new_page(viewport=PAPER, color_scheme=colours)
    page.goto(f"{site.address}{KINDS[kind]}")
    page.emulate_media(media="print", color_scheme=colours)
    assert page.evaluate(_CUT) == []
    assert page.locator(_CHROME).locator("visible=true").count() == 0
    assert page.evaluate("getComputedStyle(document.documentElement).backgroundColor") == "rgb(255, 255, 255)"
    heads = page.locator("thead").evaluate_all("all => all.map(each => getComputedStyle(each).display)")
    assert set(heads) <= {"table-header-group"}
    page.close()


def test_a_pdf_says_where_it_is_from_and_when(site: Site) -> None:
    page = site.open("budget")
    pdf = page.pdf(prefer_css_page_size=True)
    assert 5 < len(re.findall(rb"/Type\s*/Page\b", pdf)) <= 25
    assert page.locator("[data-address]").text_content() == f"{site.address}{KINDS['budget']}"
    assert re.fullmatch(r"\d{4}年\d{1,2}月\d{1,2}日", page.locator("[data-date]").text_content() or "")
    page.close()


PICTURES: dict[str, dict[str, Any]] = {
    "desktop": {"viewport": {"width": 1280, "height": 900}},
    "phone": {"viewport": {"width": 390, "height": 844}},
    "dark": {"viewport": {"width": 1280, "height": 900}, "color_scheme": "dark"},
    "paper": {"viewport": PAPER},
}


@pytest.mark.parametrize("look", PICTURES)
def test_pictures_are_kept_for_whoever_looks(site: Site, look: str) -> None:
    context = site.browser.new_context(**PICTURES[look])
    page = context.new_page()
    if look == "paper":
        page.emulate_media(media="print")
    ARTEFACTS.mkdir(parents=True, exist_ok=True)
    sizes = []
    for kind, name in KINDS.items():
        if "?" not in name:
            page.goto(f"{site.address}{name}")
            sizes.append(len(page.screenshot(path=str(ARTEFACTS / f"{kind}-{look}.png"))))
    context.close()
    assert min(sizes) > 8_000
