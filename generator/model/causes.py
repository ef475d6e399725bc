"""Why two figures that should agree differ: what a mistyped amount usually looks like."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.model.money import Money

_TEN_THOUSAND = Decimal(10_000)
_ROUGHLY = Decimal("0.005")


def likely_cause(expected: Money, actual: Money, rows: Mapping[str, Money] | None = None, previous: Money | None = None) -> str:
    """Return the likely cause in words, or the empty string where none can be told.

    ``rows`` are named amounts of which one may have been left out, ``previous`` is last year's figure for the same item.
    """
    right, wrong = expected.yuan, actual.yuan
    gap = abs(right - wrong)
    if previous is not None and wrong == previous.yuan:
        return "与上年的数字相同，可能没有更新"
    for name, row in (rows or {}).items():
        if row.yuan and gap == abs(row.yuan):
            return f"差额正好等于“{name}”，可能漏列或者重复列了这一行"
    if right and wrong:
        ratio = max(right, wrong) / min(right, wrong) if right * wrong > 0 else Decimal(0)
        if abs(ratio / _TEN_THOUSAND - 1) < _ROUGHLY:
            return "相差约一万倍，可能把元写成了万元，或者相反"
        if ratio in (Decimal(10), Decimal(100), Decimal(1000)):
            return "相差整十倍，可能多写或者少写了一位数字"
    if _transposed(f"{expected.amount}", f"{actual.amount}"):
        return "两个数字只有相邻两位对调，可能抄错了"
    return ""


def _transposed(one: str, other: str) -> bool:
    """Return whether two spellings differ by two neighbouring digits that changed places (their difference is a multiple of 9)."""
    if len(one) != len(other):
        return False
    unlike = [position for position, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
    if len(unlike) != 2:  # noqa: PLR2004 - a transposition is two digits
        return False
    first, second = unlike
    between = one[first + 1 : second].replace(".", "")
    return not between and one[first] == other[second] and one[second] == other[first]
