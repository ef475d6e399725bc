"""What a year adds up to, honest about the figures that are lacking or in doubt."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING

from generator.model.headlines import EXPENDITURE, figure_of
from generator.model.kinds import Kind
from generator.model.money import Money, MoneyUnit
from generator.views.headlines import sum_of
from generator.views.language import noted, say
from generator.views.marks import Marks
from generator.views.wording import amount

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.check import Report
    from generator.model.disclosure import Disclosure

_CENT = Decimal("0.01")
_ADDED = {
    Kind.BUDGET: noted("由{count}份部门预算的支出合计直接相加，单位不同的已经换算"),
    Kind.ACCOUNTS: noted("由{count}份部门决算的支出合计直接相加，单位不同的已经换算"),
}


@dataclass(frozen=True, slots=True)
class Total:
    """The expenditure of all disclosures of one kind: the sum, how many print it, how many do not, how many are in doubt."""

    kind: Kind
    amount: Money | None
    listed: int
    lacking: int
    doubtful: int

    @property
    def figure(self) -> str:
        """Return the sum in 万元 without its unit, as 约1,234.56 where the printed figures have more digits."""
        if self.amount is None:
            return say("没有列出")
        rounded = Money(self.amount.amount.quantize(_CENT, ROUND_HALF_UP), self.amount.unit)
        digits = amount(rounded)
        return digits if rounded.amount == self.amount.amount else say("约{amount}", amount=digits)

    @property
    def unit(self) -> str:
        """Return the unit of the sum; empty where there is none."""
        return self.amount.unit.value if self.amount else ""

    @property
    def words(self) -> str:
        """Return the sum with its unit."""
        return f"{self.figure}{self.unit}"

    @property
    def caution(self) -> str:
        """Return what the sum leaves out and why it may be off, as one clause."""
        words = [say(_ADDED[self.kind], count=self.listed)] if self.listed else []
        words += [say("{count}份没有列出或者不公开，没有计入", count=self.lacking)] if self.lacking else []
        words += [say("{count}份的这个数有检查结果", count=self.doubtful)] if self.doubtful else []
        return say("；").join(words)


def expenditure(disclosures: Sequence[Disclosure], report: Report) -> list[Total]:
    """Return the expenditure of each kind that has a figure; budgets and accounts are never added together."""
    totals = []
    for kind in (Kind.BUDGET, Kind.ACCOUNTS):
        own = [disclosure for disclosure in disclosures if disclosure.kind is kind]
        spots = [(disclosure, spot) for disclosure in own if (spot := figure_of(disclosure.text, EXPENDITURE))]
        printed = [(disclosure, spot, figure) for disclosure, spot in spots if isinstance(figure := getattr(*spot), Money)]
        doubtful = sum(bool(Marks(report.of(disclosure).findings).touching(*spot)) for disclosure, spot, _ in printed)
        if own:
            total = sum_of([figure for _, _, figure in printed], MoneyUnit.WAN) if printed else None
            totals.append(Total(kind, total, len(printed), len(own) - len(printed), doubtful))
    return totals
