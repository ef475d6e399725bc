"""Nothing scrolls sideways however narrow the window or large the letters; what is touched is large enough; text is large and clear."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.accessibility.readers import CHOOSE_LARGE, KINDS
from tests.projects import ROOT

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.accessibility.readers import Site

STYLES = (ROOT / "theme/assets/base.css").read_text(encoding="utf-8")
# 320 CSS pixels are also 1280 at 400 %; letters of twice the size are those of a reader whose browser is set so.
NARROW = {"320 px": (320, 100), "200 % on a phone": (390, 200), "200 % on a desk": (1280, 200)}
_SIDEWAYS = """() => [...document.querySelectorAll("body *")]
  .filter((each) => each.getBoundingClientRect().right > innerWidth + 1 && !each.parentElement.closest(".data-table, .example, pre"))
  .map((each) => each.outerHTML.slice(0, 100))"""
# A link inside a sentence or beside a figure is as high as its line; everything that stands by itself is a target of its own.
_SMALL = """(size) => [...document.querySelectorAll("a[href], button, input, select, summary")]
  .filter((each) => each.checkVisibility({ visibilityProperty: true }))
  .filter((each) => !each.matches(".skip-link, .narrative a, p a, dd a, li p a, .found-list a"))
  .map((each) => {
    let { width, height } = (each.closest("label") ?? each).getBoundingClientRect();
    const drawn = getComputedStyle(each, "::after");
    if (drawn.position === "absolute") height = Math.max(height, parseFloat(drawn.height) || 0);
    return { width: Math.round(width), height: Math.round(height), what: each.outerHTML.slice(0, 90) };
  })
  .filter(({ width, height }) => height < size || width < Math.min(size, 44))
  .map(({ width, height, what }) => `${width} x ${height} ${what}`)"""


@pytest.mark.parametrize("kind", KINDS)
def test_the_page_never_scrolls_sideways(site: Site, kind: str) -> None:
    page = site.open(kind)
    page.locator("details").evaluate_all("all => all.forEach(each => { each.open = true; })")
    beyond = {}
    for way, (width, percent) in NARROW.items():
        page.set_viewport_size({"width": width, "height": 900})
        page.evaluate(f"document.documentElement.style.fontSize = '{112.5 * percent / 100}%'")
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            beyond[way] = page.evaluate(_SIDEWAYS)
    page.close()
    assert beyond == {}


@pytest.mark.parametrize(("mode", "size"), [("phone", 44), ("large on a phone", 60)])
@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "gallery"])
def test_what_is_touched_is_large_enough(site: Site, kind: str, mode: str, size: int) -> None:
    page = site.open(kind, mode)
    small = page.evaluate(_SMALL, size)
    page.close()
    assert small == []


def test_a_small_target_and_a_wide_page_are_noticed(blank: Page) -> None:
    blank.set_viewport_size({"width": 320, "height": 300})
    blank.set_content("<button>甲</button><p style='width: 400px'>乙</p>")
    assert [line.split("<")[1][:6] for line in blank.evaluate(_SMALL, 44)] == ["button"]
    assert [line[:2] for line in blank.evaluate(_SIDEWAYS)] == ["<p"]


@pytest.mark.parametrize(("mode", "body"), [("light", 18), ("phone", 18), ("large", 24)])
def test_letters_are_large(site: Site, mode: str, body: int) -> None:
    page = site.open("budget", mode)
    sizes = page.evaluate("""() => [...document.querySelectorAll("main *")]
      .filter((each) => [...each.childNodes].some((node) => node.nodeType === 3 && node.data.trim()))
      .map((each) => [each.closest(".narrative p") !== null, parseFloat(getComputedStyle(each).fontSize)])""")
    page.close()
    assert min(size for narrative, size in sizes if narrative) >= body
    assert min(size for _, size in sizes) >= 14


def test_the_larger_size_is_chosen_kept_and_there_before_anything_is_seen(site: Site) -> None:
    page = site.browser.new_page()
    page.goto(site.address)
    switch = page.get_by_role("button", name="关怀版")
    assert switch.get_attribute("aria-pressed") == "false"
    switch.click()
    assert switch.get_attribute("aria-pressed") == "true"
    page.route("**/mingzhang.js", lambda route: route.abort())
    page.goto(f"{site.address}years/")
    assert page.evaluate("getComputedStyle(document.documentElement).fontSize") == "24px"
    page.unroute("**/mingzhang.js")
    page.reload()
    page.get_by_role("button", name="关怀版").click()
    assert page.evaluate("getComputedStyle(document.documentElement).fontSize") == "18px"
    assert "mingzhang-size" in CHOOSE_LARGE
    page.close()


def tokens(block: str) -> dict[str, str]:
    """Return the colours of the light (``:root``) or dark part of the style sheet, by name."""
    light, dark = re.findall(r":root \{(.*?)\}", STYLES, re.DOTALL)[:2]
    found = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", light))
    return found | (dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", dark)) if block == "dark" else {})


def contrast(one: str, other: str) -> float:
    def luminance(colour: str) -> float:
        parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
        red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


TEXT = [(text, ground) for text in ("fg", "muted", "link") for ground in ("bg", "band", "warn-bg", "fault-bg")]
TEXT += [("accent", "bg"), ("on-accent", "accent"), ("on-hero", "hero"), ("on-hero-muted", "hero"), ("fg", "mark"), ("link", "mark")]
SHAPES = [(shape, "bg") for shape in ("line", "warn-line", "fault-line", "series-1", "series-2", "series-3")] + [("line", "band")]


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_text_stands_out_seven_to_one_and_shapes_three_to_one(theme: str) -> None:
    colours = tokens(theme)
    weak = [f"{one} on {other}" for one, other in TEXT if contrast(colours[one], colours[other]) < 7]
    weak += [f"{one} on {other}" for one, other in SHAPES if contrast(colours[one], colours[other]) < 3]
    for ground in ("bg", "band", "accent", "hero"):
        if max(contrast(colours[ring], colours[ground]) for ring in ("focus", "halo")) < 3:
            weak.append(f"focus on {ground}")
    assert weak == []


def test_contrast_is_that_of_the_guidelines() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)
