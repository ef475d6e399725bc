"""The “三公” items wherever they are printed: in the text and in their statement, this year's and last year's."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from generator.model.entry import Entry
from generator.model.money import Money
from generator.model.side import plain_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.disclosure import Disclosure
    from generator.model.sections import PublicExpenses
    from generator.model.sheet import Sheet

PUBLIC_EXPENSES = "三公经费表"
ITEMS = {
    "total": ("“三公”经费合计", re.compile(r"(?:“?三公”?经费)?(?:合计|总计)")),
    "abroad": ("因公出国（境）费", re.compile(r"因公出国.*")),
    "vehicles": ("公务用车购置及运行维护费", re.compile(r"公务用车购置.*运.*|公务用车(?:费|经费)?")),
    "vehicle_purchase": ("公务用车购置费", re.compile(r"公务用车购置(?!.*运).*|购置费")),
    "vehicle_running": ("公务用车运行维护费", re.compile(r"公务用车运.*|运行(?:维护)?费")),
    "reception": ("公务接待费", re.compile(r"公务接待.*")),
}
"""Each item's name, and how statements spell it."""


@dataclass(frozen=True, slots=True)
class Expenses:
    """One set of the items: where it stands, which column it is, the amounts, and the items that are named at all."""

    where: str
    column: str
    entries: dict[str, Entry]
    named: frozenset[str]

    @property
    def current(self) -> bool:
        """Return whether these are this year's figures."""
        return self.column in ("本年", "本年预算数", "预算数", "决算数")


def expenses(section: PublicExpenses | None, sheet: Sheet | None) -> Iterator[Expenses]:
    """Yield every set of the “三公” items that a section and a statement print."""
    if section is not None:
        yield from _of_text(section)
    if sheet is None:
        return
    rows = {key: line for line in sheet.statement.lines if (key := _item(plain_name(line.name)))}
    for column in sheet.used:
        found = {key: entry for key, line in rows.items() if (entry := sheet.entry(line, column, ITEMS[key][0]))}
        yield Expenses(f"{sheet.title}“{column}”一栏，", column, found, frozenset(rows))


def current_expenses(disclosure: Disclosure) -> Expenses | None:
    """Return this year's items, from the statement if it has them, else from the text."""
    sets = [each for each in disclosure.expenses if each.current and each.entries]
    # Accounts print the budget beside what was spent; the latter comes last.
    return sets[-1] if sets else None


@lru_cache(maxsize=256)
def _item(name: str) -> str:
    return next((key for key, (_, spellings) in ITEMS.items() if spellings.fullmatch(name)), "")


def _of_text(section: PublicExpenses) -> Iterator[Expenses]:
    items = {key: item for key in ITEMS if (item := getattr(section, key)) is not None}
    for attribute, column in (("amount", "本年"), ("previous", "上年")):
        found = {
            key: Entry(ITEMS[key][0], figure, (item, attribute))
            for key, item in items.items()
            if isinstance(figure := getattr(item, attribute), Money)
        }
        if found:
            yield Expenses(f"“三公”经费一节（{column}），", column, found, frozenset(items))
