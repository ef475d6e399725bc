"""The same money in several statements by 支出功能分类: which cells must be equal, and which are parts of which."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING

from generator.model.entry import Entry, Sums
from generator.model.money import Money, MoneyUnit
from generator.model.sheet import add_rows
from generator.model.sums import difference

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.disclosure import Disclosure

_BUDGETS = ("一般公共预算支出表", "政府性基金表", "国有资本经营表")
_NOTHING = Decimal(0)
_COLUMNS = ("合计", "基本支出", "项目支出")
_MARKS = re.compile(r"[（(][类款项][）)]|\s")


@lru_cache(maxsize=4096)
def spelling(name: str) -> str:
    """Return a name without blanks, without （类）（款）（项） and with half-width brackets, for comparing names."""
    return _MARKS.sub("", unicodedata.normalize("NFKC", name))


def same_name(one: str, other: str) -> bool:
    """Return whether two names differ only in blanks, brackets or （类）（款）（项）."""
    return spelling(one) == spelling(other)


def mirrored_by_code(disclosure: Disclosure) -> Sums:
    """Return what comes in and what goes out under each code, where the statements agree on the whole."""
    sums = Sums()
    income, expenditure = disclosure.sheets.get("收入总表"), disclosure.sheets.get("支出总表")
    if income is None or expenditure is None:
        return sums
    totals = income.entry(income.total, "合计"), expenditure.entry(expenditure.total, "合计")
    if totals[0] is None or totals[1] is None or not totals[0].money.same_as(totals[1].money):
        return sums
    rows = [(line, other) for code, line in expenditure.by_code.items() if (other := income.by_code.get(code))]
    add_rows(sums, (expenditure, "合计"), (income, "合计"), rows)
    return sums


def less_than_parts(disclosure: Disclosure) -> Iterator[tuple[Entry, Entry]]:
    """Yield each cell of 支出总表 that is less than what the three budgets spend under the same code, with their sum."""
    whole = disclosure.sheets.get("支出总表")
    parts = [sheet for title in _BUDGETS if (sheet := disclosure.sheets.get(title))]
    if whole is None or not parts:
        return
    budgets = [(sheet, sheet.by_code, sheet.total) for sheet in parts]
    for code, line in (*whole.by_code.items(), ("", whole.total)):
        rows = [(sheet, row) for sheet, by_code, total in budgets if (row := by_code.get(code) if code else total)]
        if line is None or not rows or (len(rows) == 1 and rows[0][1].cells == line.cells):
            continue  # Mostly one budget spends all of it.
        for column in _COLUMNS:
            cell = line.cells.get(column)
            spent = [money for _, row in rows if type(money := row.cells.get(column)) is Money] if type(cell) is Money else []
            if type(cell) is Money and spent and difference(cell, spent) < _NOTHING:
                entry, entries = whole.amount(line, column), [sheet.amount(row, column) for sheet, row in rows]
                if entry:
                    yield entry, _together([each for each in entries if each])


def _together(entries: list[Entry]) -> Entry:
    if len(entries) == 1:
        return entries[0]
    unit = entries[0].money.unit
    total = sum((each.money.yuan for each in entries), start=MoneyUnit.YUAN.in_yuan * 0) / unit.in_yuan
    return Entry(f"{'、'.join(each.name for each in entries)}之和", Money(total, unit), entries[0].place)
