"""Which language each part of a page is in, for pages whose interface is not Chinese: what was disclosed stays Chinese and says so.

No word of another language's catalogue needs Chinese characters (units and names of data aside), so Chinese characters tell what was
disclosed. An element says it for all that it holds, if nothing in it is in the page's own language; inside mixed text the run says it.
A page's title or an option can hold no element: mixed, it says the language that it has more of. A Chinese voice reads Latin words,
too, where an English one passes over Chinese characters.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.views.language import SOURCE, spoken

_PART = re.compile(r"<!--.*?-->|<!.*?>|<(?:script|style)\b.*?</(?:script|style)>|<[^>]+>|[^<]+", re.DOTALL | re.IGNORECASE)
_TAG = re.compile(r"<(?P<end>/?)(?P<name>[a-zA-Z][\w-]*)(?P<attributes>[^>]*?)(?P<closed>/?)>", re.DOTALL)
_VOID = frozenset(("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"))
_AROUND = {"title": "", "desc": "", "option": "", "textarea": "", "text": "tspan"}
"""What says the language of a run inside these elements; where nothing can, the element says what most of it is."""
_READ_ALOUD = re.compile(r'\s(?:aria-label|alt|placeholder)="(?P<words>[^"]*)"')
_SPEAKS_LATER = re.compile(r'\s(?:role="status"|aria-live=)')
"""What scripts fill in the page's language."""
_SAYS = re.compile(r"\slang=")
_HAN = "\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u31c0-\u31ef\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af"
_CHINESE = re.compile(f"[{_HAN}]")
_ENTITY = re.compile(r"&(?:#\w+|\w+);")
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]{2}|\b[AIa]\b")
_WORD = re.compile(r"[A-Za-z\u00c0-\u024f]+")
_MARKS = "\u3001-\u3003\u3008-\u3020\uff01-\uff5e"
_RUN = re.compile(f"(?:−?[0-9][0-9,.]*)?[{_HAN}《（〔【](?:[^A-Za-z<>&]*[{_HAN}{_MARKS}])?")
_CHINESE_HERE = f' lang="{SOURCE}"'


def with_tongues(html: str) -> str:
    """Return the page; where the interface is not Chinese, with ``lang`` at everything that is."""
    if spoken() == SOURCE:
        return html
    page = _Page(_PART.findall(html))
    inside: list[str] = []
    for position, part in enumerate(page.parts):
        if inside:
            inside = _followed(inside, part)
        elif position in page.wholly:
            name = page.wholly[position]
            page.parts[position] = part if _SAYS.search(part) else f"<{name}{_CHINESE_HERE}{part[len(name) + 1 :]}"
            inside = [name]
        elif part[0] != "<" and (name := page.around.get(position, "span")) and _CHINESE.search(part):
            page.parts[position] = _with_runs(part, name)
    return "".join(page.parts)


def _with_runs(text: str, name: str) -> str:
    """Return a mixed text with its Chinese in elements of this name."""
    runs = _RUN.sub(rf"<{name}{_CHINESE_HERE}>\g<0></{name}>", text)
    # Inside a flexible box each run would be an item of its own.
    return f"<{name}>{runs}</{name}>" if _RUN.sub("", text).strip() else runs


def _followed(inside: list[str], part: str) -> list[str]:
    """Return the open elements after a part, from the one that said its language inwards."""
    tag = _TAG.fullmatch(part)
    if tag is None or tag["name"].lower() in _VOID or tag["closed"]:
        return inside
    return inside[:-1] if tag["end"] else [*inside, tag["name"]]


@dataclass(slots=True)
class _Element:
    """An element: where its tag stands among the parts, and whether it holds Chinese and the page's own language."""

    name: str
    start: int
    chinese: bool = False
    own: bool = False

    def hear(self, text: str) -> None:
        self.chinese |= _CHINESE.search(text) is not None
        self.own |= _LATIN.search(_ENTITY.sub("", text)) is not None


class _Page:
    """The parts of a page, and which of them say a language.

    ``wholly`` are the names of the elements that hold Chinese and nothing else or say their language themselves, by the position
    of their tags; ``around`` is what goes around the runs of special texts, by theirs.
    """

    def __init__(self, parts: list[str]) -> None:
        self.parts = parts
        self.wholly: dict[int, str] = {}
        self.around: dict[int, str] = {}
        self.open: list[_Element] = [_Element("", -1)]
        for position, part in enumerate(parts):
            tag = _TAG.fullmatch(part) if part[0] == "<" else None
            if tag is None:
                self._text(position, part)
            elif tag["end"]:
                self._end(tag["name"].lower())
            else:
                self._start(position, tag)

    def _text(self, position: int, part: str) -> None:
        element = self.open[-1]
        if part[0] != "<":
            element.hear(part)
        if element.name in _AROUND:
            self.around[position] = _AROUND[element.name]

    def _start(self, position: int, tag: re.Match[str]) -> None:
        element = _Element(tag["name"].lower(), position)
        for found in _READ_ALOUD.finditer(tag["attributes"]):
            element.hear(found["words"])
        element.own |= _SPEAKS_LATER.search(tag["attributes"]) is not None
        self.open.append(element)
        if element.name in _VOID or tag["closed"]:
            # What such an element is called cannot say its language for others.
            self.open.pop()
            self.open[-1].own |= element.own

    def _end(self, name: str) -> None:
        """Close the innermost element of this name, and with it what was left open inside."""
        while len(self.open) > 1:
            element = self.open.pop()
            said = element.name != "html" and _SAYS.search(self.parts[element.start])
            if said or (element.chinese and (not element.own or self._mostly_chinese(element))):
                self.wholly[element.start] = self.parts[element.start][1 : 1 + len(element.name)]
            self.open[-1].chinese |= element.chinese
            self.open[-1].own |= element.own
            if element.name == name:
                return

    def _mostly_chinese(self, element: _Element) -> bool:
        """Return whether an element that can hold no other has more Chinese characters than Latin words."""
        text = self.parts[element.start + 1] if _AROUND.get(element.name) == "" else ""
        return len(_CHINESE.findall(text)) > len(_WORD.findall(_ENTITY.sub("", text)))
