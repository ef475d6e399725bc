"""Every link of the shipped site leads somewhere on it, below any path, and every page has the bones that readers need."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING
from urllib.parse import unquote, urljoin, urlsplit

import html5lib
import pytest

from tests.projects import build, shipped_project

if TYPE_CHECKING:
    from pathlib import Path
    from xml.etree.ElementTree import Element

HOST = "https://open.example"


@cache
def parsed(path: Path) -> Element:
    tree: Element = html5lib.parse(path.read_bytes(), namespaceHTMLElements=False, transport_encoding="utf-8")
    return tree


def pages(site: Path) -> list[Path]:
    return sorted(site.rglob("*.html"))


def references(page: Path) -> list[str]:
    tree = parsed(page)
    return [value for element in tree.iter() for name in ("href", "src", "action") if (value := element.get(name)) is not None]


def ids(page: Path) -> set[str | None]:
    return {element.get("id") for element in parsed(page).iter()}


def dead(site: Path, base: str) -> list[str]:
    """Return every reference that leads to no file or anchor when the site lies below ``base``; 404 may stand at any depth."""
    found = []
    for page in pages(site):
        name = page.relative_to(site).as_posix()
        own = f"{base}{'lost/in/depth/' if name == '404.html' else name.removesuffix('index.html')}"
        for reference in references(page):
            if reference.startswith("#"):
                found += [] if reference[1:] in ids(page) else [f"{name}: {reference}"]
                continue
            parts = urlsplit(urljoin(HOST + own, reference))
            inside = f"{parts.scheme}://{parts.netloc}" == HOST and parts.path.startswith(base)
            path = site / unquote(parts.path.removeprefix(base))
            target = path / "index.html" if parts.path.endswith("/") else path
            if not inside or not target.is_file() or (parts.fragment and unquote(parts.fragment) not in ids(target)):
                found.append(f"{name}: {reference}")
    return found


def test_every_link_leads_to_a_file_and_an_anchor(shipped_site: Path) -> None:
    assert len(pages(shipped_site)) >= 20
    assert dead(shipped_site, "/") == []


def test_below_a_path_every_link_stays_below_it(tmp_path: Path) -> None:
    project = shipped_project(tmp_path)
    config = (project / "mkdocs.yml").read_text(encoding="utf-8")
    (project / "mkdocs.yml").write_text(f"site_url: {HOST}/a/b/\n{config}", encoding="utf-8")
    assert dead(build(project), "/a/b/") == []


def test_a_dead_link_is_seen(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text(
        '<a href="#here" id="here"></a><a href="#gone"></a><a href="gone/"></a><img src="//else.example/a">'
    )
    assert dead(tmp_path, "/") == ["index.html: #gone", "index.html: gone/", "index.html: //else.example/a"]


@pytest.fixture
def trees(shipped_site: Path) -> dict[str, Element]:
    return {page.relative_to(shipped_site).as_posix(): parsed(page) for page in pages(shipped_site)}


def test_every_page_has_one_first_level_heading(trees: dict[str, Element]) -> None:
    assert {name: len(tree.findall(".//h1")) for name, tree in trees.items()} == dict.fromkeys(trees, 1)


def test_headings_skip_no_level(trees: dict[str, Element]) -> None:
    for name, tree in trees.items():
        levels = [int(element.tag[1]) for element in tree.iter() if re.fullmatch("h[1-6]", str(element.tag))]
        assert all(after <= before + 1 for before, after in pairwise(levels)), name


def test_every_page_says_its_language_and_its_title(trees: dict[str, Element]) -> None:
    titles = {name: (tree.findtext("head/title") or "").strip() for name, tree in trees.items()}
    assert {tree.get("lang") for tree in trees.values()} == {"zh-CN"}
    assert all(titles.values())
    assert Counter(titles.values()).most_common(1)[0][1] == 1, "two pages have the same title"


def test_every_generated_page_is_described(trees: dict[str, Element]) -> None:
    hand_written = {"404.html", "about/index.html"}
    lacking = {name for name, tree in trees.items() if not tree.findall("head/meta[@name='description']")}
    assert lacking <= hand_written


def test_the_first_link_skips_to_the_text(trees: dict[str, Element]) -> None:
    for name, tree in trees.items():
        first = tree.find("body//a")
        assert first is not None, name
        assert (first.text, first.get("href")) == ("跳到正文", "#main")
        assert tree.find(".//main").get("id") == "main", name  # type: ignore[union-attr]  # a missing main fails as well


def test_no_id_is_used_twice(trees: dict[str, Element]) -> None:
    for name, tree in trees.items():
        count = Counter(element.get("id") for element in tree.iter() if element.get("id") is not None)
        assert [key for key in count if count[key] > 1] == [], name


def test_labels_and_descriptions_refer_to_what_is_there(trees: dict[str, Element]) -> None:
    for name, tree in trees.items():
        there = {element.get("id") for element in tree.iter()}
        named = [element.get(key) or "" for element in tree.iter() for key in ("for", "aria-labelledby", "aria-describedby")]
        referred = {each for names in named for each in names.split()}
        assert referred <= there, name


def test_tables_have_a_caption_and_every_header_a_scope(trees: dict[str, Element]) -> None:
    # The gallery shows a text with a table that its writer gave no caption.
    tables = [table for name, tree in trees.items() if name != "gallery/index.html" for table in tree.iter("table")]
    assert len(tables) > 40
    for table in tables:
        assert table.findtext("caption")
        assert all(header.get("scope") in ("row", "col", "rowgroup", "colgroup") for header in table.iter("th"))


def test_nothing_is_written_by_or_for_a_script_on_the_page(trees: dict[str, Element]) -> None:
    for name, tree in trees.items():
        assert [element for element in tree.iter() if element.get("style") or element.tag == "style"] == [], name
        assert not any((script.text or "").strip() for script in tree.iter("script") if script.get("type") != "application/ld+json"), name
