"""Which rows of a statement stand under which: codes under their beginnings. The same codes return in every statement and year."""

from __future__ import annotations

from functools import lru_cache

from generator.model.format import Classification

CODE_LENGTHS = {Classification.FUNCTION: (3, 5, 7), Classification.ECONOMY: (3, 5)}
"""How many digits the codes of 类, 款 and 项 have."""

Under = tuple[tuple[int, tuple[int, ...]], ...]
"""The numbers of rows that have rows right under them, each with theirs."""


@lru_cache(maxsize=4096)
def outline(codes: tuple[str, ...], lengths: tuple[int, ...]) -> tuple[tuple[int, ...], Under] | None:
    """Return the rows that stand under none, and those that have rows right under them; None where a code is no code.

    Of a code that stands twice, the first row has what stands under it.
    """
    if any(len(code) not in lengths for code in codes):
        return None
    children: dict[str, list[int]] = {code: [] for code in codes}
    tops: list[int] = []
    for number, code in enumerate(codes):
        above = next((code[:end] for end in (5, 3) if end < len(code) and code[:end] in children), None)
        (tops if above is None else children[above]).append(number)
    first = {code: number for number, code in reversed(list(enumerate(codes)))}
    under = [(number, tuple(children[code])) for number, code in enumerate(codes) if children[code] and first[code] == number]
    return tuple(tops), tuple(under)
