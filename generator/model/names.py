"""Names of departments and units as texts print them: with a code before them, abbreviated, or with a character lost."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_CODED = re.compile(r"\s*(?P<code>[0-9]{3,9})\s*(?P<name>\D.*?)\s*")
_OFFICE = re.compile(r"[（(]?(?:本级|机关本级)[）)]?$")
_SHORTEST = 8
"""Characters; in shorter names a lost character makes another name too easily."""
_OFTEN_LEFT_OUT = frozenset("和与及、省市县区的（）()“”")


def split_code(text: str) -> tuple[str, str] | None:
    """Return the code and the name of “101001 某某市档案馆本级”, or None where there is no code before a name."""
    match = _CODED.fullmatch(text)
    return (match["code"], match["name"]) if match else None


def own_name(name: str) -> str:
    """Return a unit's name without blanks and without the 本级 that sets a department's own office apart."""
    return _OFFICE.sub("", "".join(name.split()))


def misspellings(text: str, name: str, known: Iterable[str]) -> Iterator[tuple[int, str]]:
    """Yield where ``text`` prints ``name`` with one inner character lost or two changed about, and what it prints.

    What begins one of the ``known`` names is right.
    """
    if len(name) < _SHORTEST:
        return
    half = len(name) // 2
    # One half is always whole; looking for the halves first spares looking for every spoilt spelling.
    first, last = name[:half] in text, name[half:] in text
    for at, spoilt in _spoilt(name):
        start = text.find(spoilt) if (last if at < half else first) else -1
        if start >= 0 and not any(text.startswith(each, start) for each in known):
            yield start, spoilt


def _spoilt(name: str) -> Iterator[tuple[int, str]]:
    for at in range(1, len(name) - 1):
        if name[at] not in _OFTEN_LEFT_OUT and name[at] not in (name[at - 1], name[at + 1]):
            yield at, name[:at] + name[at + 1 :]
    for at in range(1, len(name) - 2):
        if name[at] != name[at + 1] and at + 1 != len(name) // 2:
            yield at, name[:at] + name[at + 1] + name[at] + name[at + 2 :]
