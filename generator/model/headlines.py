"""The figures that a reader looks for first: what each was the year before, how it changed and why, as far as that is known."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from generator.model.entry import Entry
from generator.model.kinds import Direction
from generator.model.money import Money, NoMoney
from generator.model.movements import movements_in
from generator.model.passage import Passage
from generator.model.stated_changes import StatedChange
from generator.model.sums import explained_by_rounding

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from generator.model.comparability import Break
    from generator.model.disclosure import Disclosure, Text
    from generator.model.money import Figure
    from generator.model.narrative import Narrative
    from generator.model.record import Record
    from generator.model.sections import Change, Flow

INCOME, EXPENDITURE, BASIC, PROJECTS = "收入合计", "支出合计", "基本支出", "项目支出"
OPERATING, PUBLIC_EXPENSES = "机关运行经费", "“三公”经费"
HEADLINES = (INCOME, EXPENDITURE, BASIC, PROJECTS, OPERATING, PUBLIC_EXPENSES)
_ROWS = {
    INCOME: ("收入", "收入合计", "收入总额", "收入总计", "收支总额"),
    EXPENDITURE: ("支出", "支出合计", "支出总额", "支出总计", "收支总额"),
    PUBLIC_EXPENSES: ("三公经费", "“三公”经费"),
}
"""How 比上年增减 names each item; the others go by their own names."""
_OF_PART = ("其中", "基本支出", "项目支出", "人员经费", "公用经费", "拨款")


class Known(Enum):
    """How last year's figure is known."""

    PRINTED = "本文本列出"
    PUBLISHED = "上年公开文本列出"
    IMPLIED = "按本文本写明的增减推算"


@dataclass(frozen=True, slots=True)
class Headline:
    """One figure with its past. ``now`` may be blank or withheld; what is None is not known."""

    name: str
    section: str
    now: Figure
    spots: tuple[tuple[Record, str], ...]
    """Where the figure and what is said of its change stand: the figure first."""
    before: Money | None
    known: Known | None
    stated: StatedChange | None
    reason: str
    gap: Break | None

    @property
    def change(self) -> Money | None:
        """Return this year's figure less last year's, in this year's unit, or None where one of them is not known."""
        if self.before is None or not isinstance(self.now, Money):
            return None
        return Money(self.now.amount - self.before.yuan / self.now.unit.in_yuan, self.now.unit)

    @property
    def rate(self) -> Decimal | None:
        """Return the change in per cent of last year's figure, which must be more than nothing."""
        change = self.change
        return change.yuan / self.before.yuan * 100 if change and self.before and self.before.yuan > 0 else None

    @property
    def contradicted(self) -> bool:
        """Return whether the text states another change than both years' figures make."""
        if self.stated is None or self.known in (None, Known.IMPLIED):
            return False
        change = self.change
        way = self.stated.direction
        turned = change is not None and ((way is Direction.UP and change.amount < 0) or (way is Direction.DOWN and change.amount > 0))
        return turned or not self.stated.consistent


def headlines(disclosure: Disclosure) -> Iterator[Headline]:
    """Yield the headlines that a disclosure prints, in their fixed order."""
    text, last = disclosure.text, disclosure.previous.text if disclosure.previous else None
    for name in HEADLINES:
        spot = figure_of(text, name)
        figure = getattr(*spot) if spot else None
        if spot is not None and figure is not None:
            yield _headline(disclosure, name, spot, figure, figure_of(last, name) if last else None)


def figure_of(text: Text, name: str) -> tuple[Record, str] | None:
    """Return the record and the field that hold the figure called ``name``, or None where the text has no place for it."""
    if name == OPERATING:
        return (text.operating, "amount") if text.operating else None
    if name == PUBLIC_EXPENSES:
        return (text.public_expenses.total, "amount") if text.public_expenses and text.public_expenses.total else None
    flow = text.income if name == INCOME else text.expenditure
    if flow is None:
        return None
    if name in (INCOME, EXPENDITURE):
        return flow, "total"
    return next(((part, "amount") for part in flow.parts if part.name == name), None)


def amount_of(text: Text, name: str) -> Figure | None:
    """Return the figure itself, or None where it is not printed."""
    spot = figure_of(text, name)
    return getattr(*spot) if spot else None


def shared_out(flow: Flow) -> Money | None:
    """Return the printed total where the parts are shares of it, or None: it is nothing, or the parts contradict it."""
    total = flow.total
    parts = [part.amount for part in flow.parts if isinstance(part.amount, Money)]
    if not isinstance(total, Money) or total.amount <= 0 or any(part.amount < 0 for part in parts):
        return None
    whole = len(parts) == len(flow.parts)
    if (whole or sum((part.yuan for part in parts), start=total.yuan * 0) > total.yuan) and not explained_by_rounding(total, parts):
        return None
    return total


def _headline(disclosure: Disclosure, name: str, spot: tuple[Record, str], now: Figure, published: tuple[Record, str] | None) -> Headline:
    text = disclosure.text
    printed = _printed_before(text, name)
    before = getattr(*printed) if printed else None
    known = Known.PRINTED
    if not isinstance(before, Money):
        before, known = getattr(*published) if published else None, Known.PUBLISHED
    entry = Entry(name, before, spot) if isinstance(before, Money) else None
    stated, reason, said_at = _stated(text, name, spot, now, entry)
    if entry is None and stated is not None and (base := _implied(stated, now)):
        entry, known = Entry(name, base, spot), Known.IMPLIED
    gap = next((each for each in text.breaks if each.concerns(name)), None)
    return Headline(
        name, _section_of(name), now, (spot, *said_at), entry.money if entry else None, known if entry else None, stated, reason, gap
    )


def _implied(stated: StatedChange, now: Figure) -> Money | None:
    if stated.direction is Direction.SAME:
        return now if isinstance(now, Money) else None
    return stated.base


def _section_of(name: str) -> str:
    return {INCOME: "收入", OPERATING: "机关运行经费", PUBLIC_EXPENSES: "三公经费"}.get(name, "支出")


def _printed_before(text: Text, name: str) -> tuple[Record, str] | None:
    """Return where the text repeats last year's figure; parts of a flow have no place for it."""
    if name in (BASIC, PROJECTS):
        return None
    spot = figure_of(text, name)
    return (spot[0], "previous") if spot else None


def _stated(
    text: Text, name: str, spot: tuple[Record, str], now: Figure, before: Entry | None
) -> tuple[StatedChange | None, str, tuple[tuple[Record, str], ...]]:
    """Return the change that the text states, its reason, and where: in 比上年增减, in a field of its own, or in running text."""
    entry = Entry(name, now, spot) if isinstance(now, Money) else None
    row = _row(text, name)
    if row is not None:
        return (
            _change(name, row.direction, row.amount, (row, "amount"), entry, before),
            row.reason or "",
            ((row, "amount"), (row, "direction")),
        )
    if name == PUBLIC_EXPENSES and text.public_expenses and (total := text.public_expenses.total):
        at = ((total, "change"), (total, "direction"))
        if total.direction is None and total.change is None:
            return None, total.reason or "", at
        return _change(name, total.direction, total.change, (total, "change"), entry, before), total.reason or "", at
    holder: Flow | None = text.income if name == INCOME else text.expenditure if name == EXPENDITURE else None
    note = text.operating.note if name == OPERATING and text.operating else holder.note if holder else None
    return (*_in_words(name, spot, note, entry, before), ())


def _row(text: Text, name: str) -> Change | None:
    rows = {"".join(row.name.split()): row for row in text.changes.rows} if text.changes else {}
    return next((rows[known] for known in _ROWS.get(name, (name,)) if known in rows), None)


def _change(  # noqa: PLR0913, PLR0917 - the parts of one stated change
    name: str, direction: Direction | None, amount: Figure | None, spot: tuple[Record, str], now: Entry | None, before: Entry | None
) -> StatedChange:
    change = Entry("增减", amount, spot) if isinstance(amount, Money) else None
    return StatedChange(name, direction, change, None, (spot[0], ""), now, before)


def _in_words(
    name: str, spot: tuple[Record, str], note: Narrative | None, now: Entry | None, before: Entry | None
) -> tuple[StatedChange | None, str]:
    """Return the first change of the whole that running text states against the year before, with its reason."""
    for movement in movements_in(Passage(note.text, name, "说明", spot[0], "note", None, note)) if note else ():
        if not movement.when or any(part in movement.before for part in _OF_PART):
            continue
        reason = movement.reason
        direction = Direction.SAME if movement.nothing else movement.direction
        return _change(name, direction, movement.amount or NoMoney.BLANK, spot, now, before), reason[1].strip() if reason else ""
    return None, ""
