"""Whether the changes of the parts make up the change of the whole, in fields or, where there are none, in words."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from generator.model.entry import Entry, Sums
from generator.model.kinds import Direction
from generator.model.money import Money, MoneyUnit

if TYPE_CHECKING:
    from generator.model.disclosure import Text
    from generator.model.narrative import Narrative
    from generator.model.sections import Change, PublicExpense

_TOTALS = ("收支总额", "支出", "支出合计", "支出总额", "支出总计")
_PARTS = ("基本支出", "项目支出")
_PUBLIC = {"total": "“三公”经费合计", "abroad": "因公出国（境）费", "vehicles": "公务用车购置及运行维护费", "reception": "公务接待费"}
_AMOUNT = r"(?P<way>增加|增长|减少|下降)(?:了)?\s*(?P<amount>[0-9][0-9,]*(?:\.[0-9]+)?)\s*(?P<unit>亿元|万元|元)"
_WHOLE = re.compile(rf"(?:比|较|与)(?:上年|去年|上一年度?|[0-9]{{4}}年)[^，。；\n0-9]{{0,12}}{_AMOUNT}")
_PART = re.compile(rf"(?P<name>基本支出|项目支出)[^，。；、\n0-9增减]{{0,10}}(?:{_AMOUNT}|(?P<same>无变化|没有变化|持平|不变|无增减))")
_DOWN = ("减少", "下降")


def change_sums(text: Text) -> Sums:
    """Return the total change against the changes of 基本支出 and 项目支出, and that of the “三公” items."""
    sums = Sums()
    if text.changes is not None:
        rows = {"".join(row.name.split()): row for row in text.changes.rows}
        total = next((rows[name] for name in _TOTALS if name in rows), None)
        if total is not None and all(name in rows for name in _PARTS):
            sums.add("", _of_row(total), [_of_row(rows[name]) for name in _PARTS])
        elif text.changes.note is not None:
            _add_words(sums, text.changes.note)
    if text.public_expenses is not None:
        items = {key: item for key in _PUBLIC if (item := getattr(text.public_expenses, key)) is not None}
        entries = {key: _of_item(_PUBLIC[key], item) for key, item in items.items()}
        if entries.get("total") is not None:
            sums.add("", entries["total"], [entries.get(key) for key in _PUBLIC if key != "total"])
    return sums


def _of_row(row: Change) -> Entry | None:
    """Return a change with its sign; one stated as 持平 is zero, one without an amount is unknown."""
    if isinstance(row.amount, Money):
        return Entry(f"{row.name}的增减", _signed(row.amount, row.direction), (row, "amount"))
    if row.direction is Direction.SAME:
        return Entry(f"{row.name}的增减", _none(MoneyUnit.YUAN), (row, "direction"))
    return None


def _of_item(name: str, item: PublicExpense) -> Entry | None:
    if isinstance(item.change, Money):
        return Entry(f"{name}的增减", _signed(item.change, item.direction), (item, "change"))
    if item.direction is Direction.SAME:
        return Entry(f"{name}的增减", _none(MoneyUnit.YUAN), (item, "direction"))
    return None


def _add_words(sums: Sums, note: Narrative) -> None:
    """Read the sentence that states the total and both parts, once each."""
    whole = list(_WHOLE.finditer(note.text))
    parts = list(_PART.finditer(note.text))
    total = [match for match in whole if not any(part.start() <= match.start("way") <= part.end() for part in parts)]
    if len(total) == 1 and sorted(part["name"] for part in parts) == sorted(_PARTS) and total[0].start() < parts[0].start():
        entries = [Entry(f"{part['name']}的增减", _matched(part), note.at(part.start())) for part in parts]
        sums.add("", Entry("总额的增减", _matched(total[0]), note.at(total[0].start("amount"))), entries)


def _matched(match: re.Match[str]) -> Money:
    if match.groupdict().get("same"):
        return _none(MoneyUnit.YUAN)
    amount = Decimal(match["amount"].replace(",", ""))
    return Money(-amount if match["way"] in _DOWN else amount, MoneyUnit(match["unit"]))


def _signed(amount: Money, direction: Direction | None) -> Money:
    return Money(-amount.amount, amount.unit) if direction is Direction.DOWN else amount


def _none(unit: MoneyUnit) -> Money:
    """Return the exact zero of 持平, printed to the 分 so that it lends a sum no slack."""
    return Money(Decimal("0.00"), unit)
