"""Lists inside running text, whatever numbers them: 一、（一）1.（1）① 一是 第一."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from generator.model.numerals import read_numeral
from generator.model.prose import standing

_CHINESE = "[一二三四五六七八九十]{1,3}"
# “1.5” and “3、4月” begin no item, and “第（三）项” only refers to one.
_ITEM = re.compile(
    rf"(?:^(?P<indent>[ \t]*(?:[-+*>] +)?)|(?<=[。；;：:，,！]))[ \t　]*(?:\*\*)?"
    rf"(?:(?P<bracketed>[（(])(?P<inner>{_CHINESE}|[0-9]{{1,2}})[）)]"
    rf"|(?P<word>{_CHINESE})(?P<is>是)|第(?P<ordinal>{_CHINESE})(?=[，,])"
    r"|(?P<circled>[①-⑳])"
    rf"|(?P<plain>{_CHINESE}|[0-9]{{1,2}})(?P<mark>[、.．)）])(?![0-9]))",
    re.MULTILINE,
)
LISTED = standing(r"[、.．)）是，,①-⑳](?:(?<=[一二三四五六七八九十0-9][、.．)）])(?![0-9])|(?<=[一二三四五六七八九十][是，,])|(?<=[①-⑳]))")
"""What stands in every text that has a list; what is looked for in every disclosure must be found fast."""
_ANYWHERE = ("是", "第", "①")
_HEADS = ("bracketed", "word", "ordinal", "circled", "plain")
_BULLET = re.compile(r"(?P<indent>[ \t]*)[-+*] +")


@dataclass(frozen=True, slots=True)
class Item:
    """The head of one item: its number, the characters that print it, and the offset where they stand."""

    number: int
    text: str
    start: int


@lru_cache(maxsize=4096)
def enumerations(text: str) -> tuple[tuple[Item, ...], ...]:
    """Return the lists of a text, each the items of one style at one indentation; a list ends where its style begins again with 1."""
    lists: list[list[Item]] = []
    current: dict[tuple[str, str], list[Item]] = {}
    for match in _ITEM.finditer(text):
        style, printed = _style(match)
        number = read_numeral(printed)
        if not number:
            continue
        indent = match["indent"]
        # Only Markdown's own lists are nested by indentation; words and circles run on through lines and sentences alike.
        where = "" if style in _ANYWHERE else "inline" if indent is None else indent if style.startswith("1") else ""
        key = (style, where)
        if number == 1 or key not in current:
            current[key] = []
            lists.append(current[key])
        start = min(match.start(name) for name in _HEADS if match[name] is not None)
        current[key].append(Item(number, text[start : match.end()], start))
    return tuple(map(tuple, lists))


def _style(match: re.Match[str]) -> tuple[str, str]:
    if match["inner"]:
        return ("（1）" if match["inner"].isascii() else "（一）"), match["inner"]
    if match["word"]:
        return "是", match["word"]
    if match["ordinal"]:
        return "第", match["ordinal"]
    if match["circled"]:
        return "①", match["circled"]
    plain = match["plain"]
    bracket = ")" if match["mark"] in ")）" else "、"
    return ("1" if plain.isascii() else "一") + bracket, plain


def bullets(text: str, start: int) -> int:
    """Return how many bullets of one indentation stand together from the line that begins at ``start``."""
    first = _BULLET.match(text, start)
    if first is None:
        return 0
    count, indent = 0, len(first["indent"])
    for line in text[start:].split("\n"):
        bullet = _BULLET.match(line)
        if bullet and len(bullet["indent"]) < indent:
            break
        if bullet and len(bullet["indent"]) == indent:
            count += 1
        elif line.strip() and not line.startswith(" " * (indent + 1)):
            break
    return count
