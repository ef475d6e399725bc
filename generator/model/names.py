"""Names of departments and units as texts print them: with a code before them, abbreviated, or with a character lost."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_CODED = re.compile(r"\s*(?P<code>[0-9]{3,9})\s*(?P<name>\D.*?)\s*")
_OFFICE = re.compile(r"[（(]?(?:本级|机关本级)[）)]?$")
_SHORTEST = 8
"""Characters; in shorter names a lost character makes another name too easily."""
_OFTEN_LEFT_OUT = frozenset("和与及、省市县区的（）()“”")


@lru_cache(maxsize=4096)
def split_code(text: str) -> tuple[str, str] | None:
    """Return the code and the name of “101001 某某市档案馆本级”, or None where there is no code before a name."""
    match = _CODED.fullmatch(text)
    return (match["code"], match["name"]) if match else None


@lru_cache(maxsize=4096)
def own_name(name: str) -> str:
    """Return a unit's name without blanks and without the 本级 that sets a department's own office apart."""
    return _OFFICE.sub("", "".join(name.split()))


def misspellings(text: str, name: str, known: Iterable[str]) -> Iterator[tuple[int, str]]:
    """Yield where ``text`` prints ``name`` with one inner character lost or two changed about, and what it prints.

    One half of such a name is whole, so only what stands beside a half is looked at. What begins one of the ``known``
    names is right.
    """
    if len(name) < _SHORTEST:
        return
    half = len(name) // 2
    head, tail = name[:half], name[half:]
    found = [(at, head + each) for at in _alone(text, head, tail, half) if not any(text.startswith(other, at) for other in known)
             for each in _spoilt(tail, 0, len(tail) - 1) if text.startswith(each, at + half)]  # fmt: skip
    found += [(at - len(each), each + tail) for at in _alone(text, tail, head, -half)
              for each in _spoilt(head, 1, half) if at >= len(each) and text.startswith(each, at - len(each))]  # fmt: skip
    for start, printed in found:
        if not any(text.startswith(other, start) for other in known):
            yield start, printed


def _alone(text: str, half: str, other: str, distance: int) -> list[int]:
    """Return where one half of a name stands and the other does not, which belongs at this distance from it."""
    places = []
    at = text.find(half)
    while at >= 0:
        if not text.startswith(other, at + distance):
            places.append(at)
        at = text.find(half, at + 1)
    return places


@cache
def _spoilt(part: str, first: int, end: int) -> tuple[str, ...]:
    """Return a part of a name with one of the characters from ``first`` to before ``end`` lost, or changed about with the next."""
    lost = [
        part[:at] + part[at + 1 :] for at in range(first, end) if part[at] not in _OFTEN_LEFT_OUT and part[at] not in part[at + 1 : at + 2]
    ]
    turned = [part[:at] + part[at + 1] + part[at] + part[at + 2 :] for at in range(first, end - 1) if part[at] != part[at + 1]]
    return (*lost, *turned)
