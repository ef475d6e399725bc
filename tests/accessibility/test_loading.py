"""A page is light, asks nobody else, does not jump, and is all there without scripts."""

from __future__ import annotations

import re
import shutil
import time
from functools import partial
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest

from bench.synthesis import write_content
from tests.accessibility.readers import KINDS, on_the_wire
from tests.projects import ROOT, build

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page, Route

    from tests.accessibility.readers import Site

MOST = {"html": 40, "css": 12, "js": 15}
"""Kilobytes (of 1,024) as sent, on the first visit to the largest disclosure."""
_SHIFTS = """window.shifted = 0;
new PerformanceObserver((list) => list.getEntries().forEach(({ value }) => { window.shifted += value; }))
  .observe({ type: "layout-shift", buffered: true });"""


def test_the_largest_disclosure_is_light(site: Site) -> None:
    page = site.browser.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    largest = max(site.folder.glob("20*/*/*/index.html"), key=on_the_wire)
    page.goto(f"{site.address}{largest.parent.relative_to(site.folder).as_posix()}/", wait_until="networkidle")
    page.close()
    assert {urlsplit(url).netloc for url in asked} == {urlsplit(site.address).netloc}
    assert len(asked) <= 6
    weights: dict[str, int] = {}
    for url in asked:
        path = site.folder / urlsplit(url).path.lstrip("/")
        file = path / "index.html" if path.is_dir() else path
        kind = file.suffix.removeprefix(".")
        weights[kind] = weights.get(kind, 0) + on_the_wire(file)
    assert all(weights[kind] <= most * 1024 for kind, most in MOST.items()), weights
    assert sum(weights.values()) <= 60 * 1024


def _late(delay: int, route: Route) -> None:
    time.sleep(delay / 1000)
    route.continue_()


def shift_of(page: Page, address: str, delay: int = 0) -> float:
    """Return how far a page's parts jump while it loads, its scripts ``delay`` milliseconds late."""
    page.add_init_script(_SHIFTS)
    if delay:
        page.route("**/*.js", partial(_late, delay))
    page.goto(address, wait_until="networkidle")
    shifted: float = page.evaluate("window.shifted")
    return shifted


@pytest.mark.parametrize("kind", ["home", "performance", "completeness"])
def test_nothing_jumps_when_scripts_are_late(site: Site, kind: str) -> None:
    page = site.browser.new_page(viewport={"width": 390, "height": 844})
    assert shift_of(page, f"{site.address}{KINDS[kind]}", delay=400) == 0
    page.close()


@pytest.mark.parametrize("mode", ["light", "phone"])
def test_a_link_to_a_finding_lands_on_it_though_those_above_are_laid_out_late(site: Site, mode: str) -> None:
    page = site.open("performance", mode)
    page.add_init_script(_SHIFTS)
    page.goto(f"{page.url}?again#finding-70")
    page.wait_for_timeout(500)
    place: dict[str, float] = page.evaluate("document.querySelector('#finding-70').getBoundingClientRect().toJSON()")
    assert (0 <= place["top"] <= 40, page.evaluate("window.shifted")) == (True, 0)
    page.close()


def test_a_jump_is_noticed(site: Site) -> None:
    page = site.browser.new_page()
    jump = "<h1>甲</h1><p>乙</p><script>setTimeout(() => document.body.prepend(document.createElement('hr'), '丙'), 200)</script>"
    page.route("**/jump", lambda route: route.fulfill(body=f"<!doctype html>{jump}", content_type="text/html; charset=utf-8"))
    page.add_init_script(_SHIFTS)
    page.goto(f"{site.address}jump")
    page.wait_for_function("() => window.shifted > 0")
    page.close()


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind not in ("found", "nothing found", "gallery")])
def test_without_scripts_every_word_is_there_and_no_control_is_dead(site: Site, kind: str) -> None:
    page = site.open(kind, "no scripts")
    words = page.locator("main").inner_text()
    dead = page.locator("button:visible, select:visible, input:visible, [role=status]:visible")
    controls = [each.evaluate("each => each.form?.getAttribute('action') ?? each.outerHTML") for each in dead.all()]
    page.close()
    assert [control for control in controls if not control.endswith("search/")] == []
    with_scripts = site.open(kind)
    # Controls that need scripts are no words of the page.
    with_scripts.evaluate("document.querySelectorAll('main .js-only').forEach((each) => each.remove())")
    more = with_scripts.locator("main").inner_text()
    with_scripts.close()
    if kind != "search":
        assert re.sub(r"\s", "", words) == re.sub(r"\s", "", more)


def built(folder: Path, departments: int) -> Path:
    """Return the site of invented content with so many departments, without its search index."""
    write_content(folder / "content", departments)
    shutil.copytree(ROOT / "content/pages", folder / "content/pages")
    shutil.copytree(ROOT / "theme", folder / "theme")
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    (folder / "mkdocs.yml").write_text(settings.replace("content: content", "content: content\n      search: false"), encoding="utf-8")
    return build(folder)


def test_a_page_weighs_the_same_however_many_departments_there_are(tmp_path: Path) -> None:
    few, many = built(tmp_path / "few", 1), built(tmp_path / "many", 400)
    (disclosure,) = (path.relative_to(few).as_posix() for path in few.glob("2*/*/*/index.html"))
    grown = {name: on_the_wire(many / name) - on_the_wire(few / name) for name in (disclosure, "search/index.html", "about/index.html")}
    assert all(abs(bytes_) <= 32 for bytes_ in grown.values()), grown
    assert on_the_wire(many / "index.html") - on_the_wire(few / "index.html") <= 1024, "the home page lists a few, never all"
    assert len(list(many.glob("2*/*/*/index.html"))) == 400
