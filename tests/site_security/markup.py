"""What may stand on a page: elements, attributes and addresses, as a browser would read them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import html5lib

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element


def words(text: str) -> set[str]:
    return set(text.split())


SHELL = words(
    "html head meta link title script body header nav main footer div article a p ul ol li h1 h2 h3 h4 h5 h6 form label input button "
    "fieldset legend select option noscript span dl dt dd table caption thead tbody tr th td "
    "details summary figure figcaption pre code section strong"
) | {f"{{http://www.w3.org/2000/svg}}{name}" for name in words("svg title desc rect line text")}
MARKDOWN = words("p a strong em code pre ul ol li blockquote hr br table thead tbody tr th td")
ATTRIBUTES = words(
    "lang dir charset http-equiv name property content rel type href src id class role tabindex title start scope rowspan colspan "
    "data-level "
    "aria-label aria-labelledby aria-current action method for value autocomplete spellcheck enterkeyhint hidden data-search "
    "data-search-before data-search-results data-search-more data-sortable data-sorted data-key aria-hidden focusable "
    "x y width height x1 y1 x2 y2 "
    "data-unit data-unit-choice data-pad type checked open "
    "data-severity data-size-switch aria-pressed "
    "data-printed data-address data-date data-was defer "
    "data-search-waiting data-search-box data-search-said aria-live aria-autocomplete aria-expanded aria-controls aria-keyshortcuts"
)
SCHEMES = {"", "http", "https", "mailto", "tel"}
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):")


def scheme(address: str) -> str:
    """Return the scheme that a browser takes from an address, which drops tabs and line ends and what stands before."""
    found = _SCHEME.match(re.sub(r"[\t\n\r]", "", address).lstrip("".join(map(chr, range(33)))).lower())
    return found[1] if found else ""


def faults(tree: Element, elements: set[str]) -> Iterator[str]:
    """Yield everything on a page or in a part of one that text must never become."""
    for element in tree.iter():
        if callable(element.tag):
            yield f"comment {element.text}"
            continue
        if element.tag not in elements:
            yield f"element {element.tag}"
        for name, value in element.attrib.items():
            if name not in ATTRIBUTES:
                yield f"attribute {name} of {element.tag}"
            if name in ("href", "src", "action") and scheme(value) not in SCHEMES:
                yield f"address {value}"
        if element.tag == "script" and element.get("type") == "application/ld+json":
            yield from (f"data block {element.text}" for mark in "<>&" if mark in (element.text or ""))
        elif element.tag == "script" and ((element.text or "").strip() or not (element.get("src") or "").startswith("../assets/")):
            yield f"script {element.get('src')} {element.text}"


def part(html: str) -> Element:
    """Return a part of a page as a browser reads it."""
    tree: Element = html5lib.parseFragment(html, namespaceHTMLElements=False)
    tree.tag = "p"
    return tree
