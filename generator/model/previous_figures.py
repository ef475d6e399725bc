"""Last year's figures as this year's text repeats them, beside what was published last year."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.model.entry import Entry, Mismatch, compare
from generator.model.expenses import ITEMS
from generator.model.money import Money
from generator.model.sheet import compact
from generator.quick import quick

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.disclosure import Disclosure
    from generator.model.narrative import Narrative
    from generator.model.record import Record

_Figure = tuple[Money, "Record", str]
"""An amount, the record that holds it, and its field."""


@quick
@dataclass(frozen=True, slots=True)
class PreviousFigure:
    """One figure of last year: as this year's text repeats it, as last year's text published it, the note that may tell them apart."""

    where: str
    name: str
    repeated: _Figure
    published: _Figure
    note: Narrative | None

    @property
    def mismatch(self) -> Mismatch | None:
        """Return how both differ, or None where they are the same."""
        (repeated, this, field), (published, that, same) = self.repeated, self.published
        if repeated.same_as(published):
            return None
        return compare(self.where, Entry(self.name, repeated, (this, field)), [Entry("上年公开的数字", published, (that, same))])


def previous_figures(disclosure: Disclosure) -> Iterator[PreviousFigure]:
    """Yield each figure of last year that both texts print."""
    if disclosure.previous is None:
        return
    now, last = disclosure.text, disclosure.previous.text
    for name, this, that, what in (("收入合计", now.income, last.income, "total"), ("支出合计", now.expenditure, last.expenditure, "total"),
                                   ("机关运行经费", now.operating, last.operating, "amount")):  # fmt: skip
        if this is not None and that is not None:
            yield from _compared(name, this, that, what, this.note)
    if now.public_expenses is not None and last.public_expenses is not None:
        for key, (name, _) in ITEMS.items():
            this_item, that_item = getattr(now.public_expenses, key), getattr(last.public_expenses, key)
            if this_item is not None and that_item is not None:
                yield from _compared(name, this_item, that_item, "amount", now.public_expenses.note)
    yield from _of_statements(disclosure, disclosure.previous)


def _compared(name: str, this: Record, that: Record, attribute: str, note: Narrative | None) -> Iterator[PreviousFigure]:
    repeated, published = getattr(this, "previous"), getattr(that, attribute)  # noqa: B009 - a field that only these records have
    if type(repeated) is Money and type(published) is Money:
        yield PreviousFigure("", f"{name}的上年数", (repeated, this, "previous"), (published, that, attribute), note)


def _of_statements(disclosure: Disclosure, previous: Disclosure) -> Iterator[PreviousFigure]:
    """Compare each column named 上年… with the column 本年… of the same statement of last year."""
    for title, sheet in disclosure.sheets.items():
        columns = [column for column in sheet.used if column.startswith("上年")]
        old = previous.sheets.get(title) if columns else None
        for column in columns if old else ():
            same = column.replace("上年", "本年", 1)
            where = f"{sheet.title}“{column}”一栏，"
            for line in sheet.statement.lines if old and same in old.used else ():
                row = (old.by_code.get(line.code) if line.code else old.by_name.get(compact(line.name))) if old else None
                repeated, published = line.cells.get(column), row.cells.get(same) if row else None
                if row and type(repeated) is Money and type(published) is Money:
                    yield PreviousFigure(where, line.label, (repeated, line, column), (published, row, same), sheet.statement.note)
