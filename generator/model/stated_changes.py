"""Changes against the year before that the form states in fields of their own, with both years' figures where they are known."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from generator.model.entry import Entry
from generator.model.expenses import ITEMS
from generator.model.kinds import Direction
from generator.model.money import Money, MoneyUnit
from generator.model.sums import explained_by_rounding
from generator.quick import quick

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.disclosure import Disclosure, Text
    from generator.model.figures import Share
    from generator.model.money import Figure
    from generator.model.narrative import Narrative
    from generator.model.record import Record
    from generator.source.place import Place

_COMPARED = re.compile(
    r"(?:比|较)(?:上年|去年|上一年度?|[0-9]{4}年)(?:度|预算|预算数|年初预算)?(?P<way>增加|减少|增长|下降)(?:了)?\s*"
    r"(?P<amount>[0-9][0-9,]*(?:\.[0-9]+)?)\s*(?P<unit>亿元|万元|元)"
)
_OF_PART = re.compile("其中|基本支出|项目支出|人员经费|公用经费|拨款")
_TOTALS = ("收支总额", "支出", "支出合计", "支出总额", "支出总计")
_INCOMES = ("收入", "收入合计", "收入总额", "收入总计")


@quick
@dataclass(frozen=True, slots=True)
class StatedChange:
    """What is stated of one item: the change, its direction and rate, and what the item was and is."""

    name: str
    direction: Direction | None
    change: Entry | None
    rate: Share | None
    rate_spot: tuple[Record, str]
    """Who knows where the rate stands."""
    now: Entry | None
    before: Entry | None

    @property
    def rate_place(self) -> Place:
        """Return where the rate stands."""
        return self.rate_spot[0].at(self.rate_spot[1])

    @property
    def place(self) -> Place:
        """Return where the change stands, or its rate where there is nothing but that."""
        return self.change.place if self.change else self.rate_place

    @property
    def base(self) -> Money | None:
        """Return last year's figure, as it is known or as this year's and the change imply it."""
        if self.before is not None:
            return self.before.money
        if self.now is None or self.change is None or self.direction not in (Direction.UP, Direction.DOWN):
            return None
        change = abs(self.change.money.yuan) if self.direction is Direction.UP else -abs(self.change.money.yuan)
        return Money((self.now.money.yuan - change) / self.now.money.unit.in_yuan, self.now.money.unit)

    @property
    def consistent(self) -> bool:
        """Return whether the change is the difference of both years' figures, as far as all three are known."""
        if self.now is None or self.before is None or self.change is None:
            return True
        now, before, change = self.now.money, self.before.money, self.change.money
        if now.unit is before.unit is change.unit and abs(now.amount - before.amount) == abs(change.amount):
            return True
        signed = [now, Money(-before.amount, before.unit)] if now.yuan >= before.yuan else [before, Money(-now.amount, now.unit)]
        return explained_by_rounding(Money(abs(change.amount), change.unit), signed)


def stated_changes(disclosure: Disclosure) -> Iterator[StatedChange]:
    """Yield every change stated in 比上年增减 and in the “三公” items."""
    text = disclosure.text
    last = disclosure.previous.text if disclosure.previous else None
    for row in text.changes.rows if text.changes else ():
        name = "".join(row.name.split())
        now = _figure(text, name, "本年")
        before = _printed_before(text, name) or (_figure(last, name, "上年公开") if last else None)
        change = _entry("增减", row.amount, row, "amount")
        yield StatedChange(row.name, row.direction, change, row.rate, (row, "rate"), now, before)
    for key, (name, _) in ITEMS.items() if text.public_expenses else ():
        item = getattr(text.public_expenses, key)
        if item is not None:
            entries = [
                _entry(what, getattr(item, at), item, at) for what, at in (("增减", "change"), ("本年", "amount"), ("上年", "previous"))
            ]
            yield StatedChange(name, item.direction, entries[0], None, (item, ""), entries[1], entries[2])


def changes_in_words(disclosure: Disclosure) -> Iterator[StatedChange]:
    """Yield the changes that only the explanations of income, expenditure and 机关运行经费 state."""
    text = disclosure.text
    for name, section in (("收入合计", text.income), ("支出合计", text.expenditure), ("机关运行经费", text.operating)):
        if section is not None and section.note is not None:
            yield from _in_words(name, section, section.note, _figure(text, name, "本年"), _printed_before(text, name))


def _in_words(name: str, section: Record, note: Narrative, now: Entry | None, before: Entry | None) -> Iterator[StatedChange]:
    """Yield the change that a section's explanation states of the whole: the only one there, and not one of a part."""
    matches = list(_COMPARED.finditer(note.text)) if now and before else []
    if len(matches) == 1 and not _OF_PART.search(note.text[: matches[0].start()].rpartition("。")[2]):
        match = matches[0]
        money = Money(Decimal(match["amount"].replace(",", "")), MoneyUnit(match["unit"]))
        direction = Direction.DOWN if match["way"] in ("减少", "下降") else Direction.UP
        change = Entry("增减", money, note.at(match.start("amount")))
        yield StatedChange(name, direction, change, None, (section, "note"), now, before)


def _figure(text: Text, name: str, what: str) -> Entry | None:
    """Return this text's figure for an item of 比上年增减."""
    if name in _INCOMES and text.income:
        return _entry(what, text.income.total, text.income, "total")
    if name in _TOTALS and text.expenditure:
        return _entry(what, text.expenditure.total, text.expenditure, "total")
    if name == "机关运行经费" and text.operating:
        return _entry(what, text.operating.amount, text.operating, "amount")
    flows = [flow for flow in (text.expenditure, text.income) if flow]
    part = next((part for flow in flows for each in flow.parts for part in (each, *each.parts) if part.name == name), None)
    return _entry(what, part.amount, part, "amount") if part else None


def _printed_before(text: Text, name: str) -> Entry | None:
    """Return last year's figure as this text prints it."""
    if name in _INCOMES and text.income:
        return _entry("上年", text.income.previous, text.income, "previous")
    if name in _TOTALS and text.expenditure:
        return _entry("上年", text.expenditure.previous, text.expenditure, "previous")
    if name == "机关运行经费" and text.operating:
        return _entry("上年", text.operating.previous, text.operating, "previous")
    return None


def _entry(name: str, figure: Figure | None, record: Record, attribute: str) -> Entry | None:
    return Entry(name, figure, (record, attribute)) if isinstance(figure, Money) else None
