"""How rules say that a figure is not what others make it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.model.entry import words
from generator.model.money import Money
from generator.rules.rule import Outcome, Remark

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.findings.finding import Severity
    from generator.model.entry import Mismatch, Sums
    from generator.rules.rule import Said


def remark(mismatch: Mismatch, cure: str, severity: Severity | None = None) -> Remark:
    """Return the remark on one mismatch: at the whole, with the parts as the places that it clashes with."""
    gap, whole, parts = mismatch.gap, mismatch.whole, mismatch.parts
    distance = words(Money(abs(gap.amount), gap.unit))
    others = f"{parts[0].name}是{parts[0]}" if len(parts) == 1 else f"各项（{mismatch.names}）之和是{words(mismatch.expected)}"
    return Remark(
        whole.place,
        f"{mismatch.where}{whole.name}是{whole}，{others}，相差{distance}",
        cure,
        tuple(part.place for part in parts),
        expected=words(mismatch.expected),
        actual=str(whole),
        difference=f"{gap.amount:+,}{gap.unit.value}",
        formula=mismatch.formula,
        cause=mismatch.cause,
        severity=severity,
    )


def excess(mismatch: Mismatch, cure: str) -> Remark:
    """Return the remark on a part that is greater than its whole: at the part, with the whole as the place it clashes with."""
    whole, (part,) = mismatch.whole, mismatch.parts
    distance = words(Money(abs(mismatch.gap.amount), mismatch.gap.unit))
    return Remark(
        part.place,
        f"{mismatch.where}{part.name}是{part}，{whole.name}只有{whole}，多出{distance}",
        cure,
        (whole.place,),
        expected=f"不超过{whole}",
        actual=str(part),
        difference=f"+{distance}",
        formula=f"{part.name} ≤ {whole.name}",
    )


def verdict(sums: Iterable[Sums], cure: str) -> Iterator[Said]:
    """Yield the sums, a remark on every one that is wrong, or else why there is nothing to judge."""
    made = missing = 0
    wrong: list[Mismatch] = []
    for each in sums:
        yield each
        made, missing = made + each.made, missing + each.missing
        if each.mismatches:
            wrong += each.wrong
    for mismatch in wrong:
        yield remark(mismatch, cure)
    if not wrong and missing:
        yield Outcome.NO_DATA
    elif not made:
        yield Outcome.NOT_APPLICABLE
