"""Every page is HTML as the standard has it, and says what it is.

html5lib reads as browsers do and reports each error that they pass over; what it does not know of (which element may stand in
which, names that lead nowhere) stands here. ``make lighthouse`` asks html-validate as well, which needs Node.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

import html5lib
import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from xml.etree.ElementTree import Element

_REFERRING = ("for", "aria-labelledby", "aria-describedby", "aria-controls")
_PHRASING_ONLY = {
    "p",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "span",
    "dt",
    "summary",
    "caption",
    "a",
    "strong",
    "code",
    "button",
    "label",
    "legend",
}
_FLOW = {
    "address", "article", "aside", "blockquote", "details", "dialog", "div", "dl", "fieldset", "figure", "footer", "form", "header",
    "h1", "h2", "h3", "h4", "h5", "h6", "hr", "main", "nav", "ol", "p", "pre", "section", "table", "ul",
}  # fmt: skip
_ONLY_IN = {
    "li": {"ul", "ol"}, "dt": {"dl", "div"}, "dd": {"dl", "div"}, "figcaption": {"figure"}, "legend": {"fieldset"}, "summary": {"details"},
    "caption": {"table"}, "thead": {"table"}, "tbody": {"table"}, "tr": {"thead", "tbody", "tfoot"}, "td": {"tr"}, "th": {"tr"},
}  # fmt: skip
_ONLY_HOLDS = {
    "ul": {"li"},
    "ol": {"li"},
    "dl": {"div", "dt", "dd"},
    "tr": {"td", "th"},
    "table": {"caption", "colgroup", "thead", "tbody", "tfoot"},
}
_TOUCHED = {"a", "button", "input", "select", "textarea", "summary"}


def faults(text: str) -> Iterator[str]:
    """Yield what is not as the standard has it."""
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    tree: Element = parser.parse(text)
    yield from (f"line {line}: {code}" for (line, _), code, _ in parser.errors)
    ids = Counter(name for each in tree.iter() if (name := each.get("id")) is not None)
    yield from (f"id {name} {count} times" for name, count in ids.items() if count > 1)
    yield from (f"id {name!r} is blank or holds blanks" for name in ids if not name or re.search(r"\s", name))
    for each in _elements(tree):
        for attribute in _REFERRING:
            yield from (f"{attribute} {name} leads nowhere" for name in each.get(attribute, "").split() if name not in ids)
        for inner in each:
            yield from _nesting(each, inner)
        if each.tag in ("a", "button") and any(inner.tag in _TOUCHED for inner in each.iter() if inner is not each):
            yield f"{each.tag} holds another control"
        yield from (f"{each.tag} has {name}" for name in each.attrib if name == "style" or name.startswith("on"))


def _elements(tree: Element) -> list[Element]:
    """Return the elements of a page; comments are none, and have a function for a name."""
    return [each for each in tree.iter() if not callable(each.tag)]


def _nesting(outer: Element, inner: Element) -> Iterator[str]:
    if outer.tag in _PHRASING_ONLY and inner.tag in _FLOW and not (outer.tag in ("a", "caption", "summary") and inner.tag[0] == "h"):
        yield f"{inner.tag} in {outer.tag}"
    if outer.tag not in _ONLY_IN.get(inner.tag, {outer.tag}):
        yield f"{inner.tag} in {outer.tag}"
    if inner.tag not in _ONLY_HOLDS.get(outer.tag, {inner.tag}):
        yield f"{inner.tag} in {outer.tag}"


def particulars(text: str) -> Iterator[str]:
    """Yield what a page does not say of itself, or says twice."""
    tree: Element = html5lib.parse(text, namespaceHTMLElements=False)
    if tree.get("lang") != "zh-CN":
        yield "not zh-CN"
    counts = Counter(each.tag for each in tree.iter())
    yield from (f"{counts[tag]} {tag}" for tag in ("title", "h1", "main") if counts[tag] != 1)
    levels = [int(each.tag[1]) for each in tree.iter() if re.fullmatch("h[1-6]", str(each.tag))]
    yield from (f"h{deep} after h{level}" for level, deep in pairwise(levels) if deep > level + 1)


def test_every_page_is_valid(shipped_site: Path) -> None:
    pages = sorted(shipped_site.rglob("*.html"))
    found = {path.relative_to(shipped_site).as_posix(): list(faults(path.read_text(encoding="utf-8"))) for path in pages}
    assert {name: lines for name, lines in found.items() if lines} == {}
    assert len(found) > 100


def test_every_page_says_what_it_is(shipped_site: Path) -> None:
    pages = sorted(shipped_site.rglob("*.html"))
    found = {path.relative_to(shipped_site).as_posix(): list(particulars(path.read_text(encoding="utf-8"))) for path in pages}
    assert {name: lines for name, lines in found.items() if lines} == {}
    titles = Counter(match[1] for path in pages if (match := re.search("<title>(.*?)</title>", path.read_text(encoding="utf-8"))))
    assert [title for title, count in titles.items() if count > 1] == []


@pytest.mark.parametrize(
    ("fault", "markup"),
    [
        ("div in p", "<p><span><a>1</a></span></p><h2><div>1</div></h2>"),
        ("id a 2 times", "<p id=a>1</p><p id=a>2</p>"),
        ("for b leads nowhere", "<label for=b>1</label>"),
        ("a holds another control", "<a href=#x><input></a>"),
        ("p has style", "<p style='color: red'>1</p>"),
        ("p in ul", "<ul><p>1</p></ul>"),
        ("line 1: unexpected-end-tag", "</b>"),
    ],
)
def test_a_fault_is_noticed(fault: str, markup: str) -> None:
    found = list(faults(f"<!doctype html><html lang=zh-CN><title>甲</title><body>{markup}"))
    assert fault in found or (fault == "div in p" and "div in h2" in found)


def test_a_page_that_says_too_little_is_noticed() -> None:
    found = set(particulars("<!doctype html><html lang=zh><title>甲</title><h1>甲</h1><h3>乙</h3>"))
    assert found == {"not zh-CN", "0 main", "h3 after h1"}
