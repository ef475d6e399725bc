"""Which rows of a statement stand under which: codes under their beginnings. The same codes return in every statement and year."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from generator.model.format import Classification

if TYPE_CHECKING:
    from collections.abc import Sequence

CODE_LENGTHS = {Classification.FUNCTION: (3, 5, 7), Classification.ECONOMY: (3, 5)}
"""How many digits the codes of 类, 款 and 项 have."""

Under = tuple[tuple[int, tuple[int, ...]], ...]
"""The numbers of rows that have rows right under them, each with theirs."""


@lru_cache(maxsize=4096)
def grouped_outline(codes: tuple[str, ...], total: int | None, between: tuple[int, ...], lengths: tuple[int, ...]) -> Under | None:
    """Return what stands under what in rows with these codes, the total over the highest codes; None where a code is no code.

    Rows ``between`` have no code and begin a new group, whose codes are their own.
    """
    groups: list[list[int]] = [[]]
    for number, code in enumerate(codes):
        if code:
            groups[-1].append(number)
        elif number in between:
            groups.append([])
    tops: list[int] = []
    pairs: list[tuple[int, tuple[int, ...]]] = []
    for group in groups:
        found = _outline([codes[each] for each in group], lengths)
        if found is None:
            return None
        tops += [group[each] for each in found[0]]
        pairs += [(group[parent], tuple([group[each] for each in children])) for parent, children in found[1]]
    return ((total, tuple(tops)), *pairs) if total is not None and tops and len(groups) == 1 else tuple(pairs)


def _outline(codes: Sequence[str], lengths: tuple[int, ...]) -> tuple[tuple[int, ...], Under] | None:
    """Return the rows that stand under none, and those that have rows right under them; None where a code is no code.

    Of a code that stands twice, the first row has what stands under it.
    """
    if not {len(code) for code in codes}.issubset(lengths):
        return None
    children: dict[str, list[int]] = {code: [] for code in codes}
    tops: list[int] = []
    for number, code in enumerate(codes):
        group, field = len(code) > len("20101"), len(code) > len("201")
        above = children.get(code[:5]) if group else None
        if above is None and field:
            above = children.get(code[:3])
        (tops if above is None else above).append(number)
    first = {code: number for number, code in reversed(list(enumerate(codes)))}
    return tuple(tops), tuple([(first[code], tuple(inner)) for code, inner in children.items() if inner])
