"""Which language each part of a page is in, for pages whose interface is not Chinese: what was disclosed stays Chinese and says so.

No word of another language's catalogue needs Chinese characters (units and names of data aside), so Chinese characters tell what was
disclosed. An element says it for all that it holds, if nothing in it is in the page's own language; inside mixed text the run says it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.views.language import SOURCE, spoken

if TYPE_CHECKING:
    from collections.abc import Sequence

_PART = re.compile(r"<!--.*?-->|<!.*?>|<(?:script|style)\b.*?</(?:script|style)>|<[^>]+>|[^<]+", re.DOTALL | re.IGNORECASE)
_TAG = re.compile(r"<(?P<end>/?)(?P<name>[a-zA-Z][\w-]*)(?P<attributes>[^>]*?)(?P<closed>/?)>", re.DOTALL)
_VOID = frozenset(("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"))
_AROUND = {"title": "", "desc": "", "option": "", "textarea": "", "text": "tspan"}
"""What says the language of a run inside these elements; where nothing can, mixed text in them is not told apart."""
_READ_ALOUD = re.compile(r'\s(?:aria-label|alt|placeholder)="(?P<words>[^"]*)"')
_SPEAKS_LATER = re.compile(r'\s(?:role="status"|aria-live=|lang=)')
"""What scripts fill in the page's language, and what says its language already."""
_HAN = "\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u31c0-\u31ef\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af"
_CHINESE = re.compile(f"[{_HAN}]")
_ENTITY = re.compile(r"&(?:#\w+|\w+);")
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]{2}|\b[AIa]\b")
_MARKS = "\u3001-\u3003\u3008-\u3020\uff01-\uff5e"
_RUN = re.compile(f"(?:−?[0-9][0-9,.]*)?[{_HAN}《（〔【](?:[^A-Za-z<>&]*[{_HAN}{_MARKS}])?")
_CHINESE_HERE = f' lang="{SOURCE}"'


@dataclass(slots=True)
class _Element:
    """An open element: where its tag stands among the parts, and whether it holds Chinese and the page's own language."""

    name: str
    start: int
    chinese: bool = False
    own: bool = False


def with_tongues(html: str) -> str:
    """Return the page; where the interface is not Chinese, with ``lang`` at everything that is."""
    if spoken() == SOURCE:
        return html
    parts = _PART.findall(html)
    wholly, around = _wholly_chinese(parts)
    inside: list[str] = []
    for position, part in enumerate(parts):
        if inside:
            inside = _followed(inside, part)
        elif position in wholly:
            name = wholly[position]
            parts[position] = f"<{name}{_CHINESE_HERE}{part[len(name) + 1 :]}"
            inside = [name]
        elif part[0] != "<" and (name := around.get(position, "span")) and _CHINESE.search(part):
            runs = _RUN.sub(rf"<{name}{_CHINESE_HERE}>\g<0></{name}>", part)
            # Inside a flexible box each run would be an item of its own.
            parts[position] = f"<{name}>{runs}</{name}>" if _RUN.sub("", part).strip() else runs
    return "".join(parts)


def _followed(inside: list[str], part: str) -> list[str]:
    """Return the open elements after a part, from the one that said its language inwards."""
    tag = _TAG.fullmatch(part)
    if tag is None or tag["name"].lower() in _VOID or tag["closed"]:
        return inside
    return inside[:-1] if tag["end"] else [*inside, tag["name"]]


def _wholly_chinese(parts: Sequence[str]) -> tuple[dict[int, str], dict[int, str]]:
    """Return the names of the elements that hold Chinese and nothing else, and what goes around runs of special texts, by position."""
    wholly, around = {}, {}
    open_elements: list[_Element] = []
    for position, part in enumerate(parts):
        tag = _TAG.fullmatch(part) if part[0] == "<" else None
        if tag is None:
            if part[0] != "<" and open_elements:
                _hear(open_elements[-1], part)
                if open_elements[-1].name in _AROUND:
                    around[position] = _AROUND[open_elements[-1].name]
            continue
        name = tag["name"].lower()
        if tag["end"]:
            while open_elements:
                element = open_elements.pop()
                if element.chinese and not element.own:
                    wholly[element.start] = parts[element.start][1 : 1 + len(element.name)]
                if open_elements:
                    open_elements[-1].chinese |= element.chinese
                    open_elements[-1].own |= element.own
                if element.name == name:
                    break
            continue
        element = _Element(name, position)
        for found in _READ_ALOUD.finditer(tag["attributes"]):
            _hear(element, found["words"])
        element.own |= _SPEAKS_LATER.search(tag["attributes"]) is not None
        if name in _VOID or tag["closed"]:
            if open_elements:
                open_elements[-1].own |= element.own
        else:
            open_elements.append(element)
    return wholly, around


def _hear(element: _Element, text: str) -> None:
    element.chinese |= _CHINESE.search(text) is not None
    element.own |= _LATIN.search(_ENTITY.sub("", text)) is not None
