"""Amounts, dates and words as readers see them."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING

from generator.model.kinds import Direction
from generator.model.money import Money, NoMoney
from generator.views.blocks import Cell, Look

if TYPE_CHECKING:
    import datetime as dt

    from generator.model.disclosure import Disclosure
    from generator.model.figures import Share
    from generator.model.money import Figure, MoneyUnit
    from generator.model.sections import Change, PublicExpense

BLANK = "空白"
UNSTATED = "未载明"
"""A blank cell was printed and left empty; what is unstated was not printed at all."""
MINUS = "−"
_INNER_QUOTES = str.maketrans("“”", "‘’")


def amount(figure: Money) -> str:
    """Return the digits as printed, with thousands separators and a true minus sign, without the unit."""
    return _digits(figure.amount)


def _digits(number: Decimal) -> str:
    return f"{number:,}".replace("-", MINUS)


def money(figure: Figure | None) -> str:
    """Return an amount with its unit, or the words for what stands in its place."""
    if isinstance(figure, Money):
        return f"{amount(figure)}{figure.unit.value}"
    return UNSTATED if figure is None else figure.value


def figure_cell(figure: Figure | str | None, unit: MoneyUnit) -> Cell:
    """Return a table's cell; an amount in another unit than the table's says so."""
    if isinstance(figure, Money):
        return _number_cell(str(figure.amount), "" if figure.unit is unit else figure.unit.value)
    if figure is None:
        return Cell(UNSTATED, Look.BLANK_FIGURE)
    if isinstance(figure, NoMoney):
        return Cell(figure.value, Look.BLANK_FIGURE if figure is NoMoney.BLANK else Look.WITHHELD_FIGURE)
    return text_cell(figure)


# The same amounts and the same words stand in many cells of a site; each such cell is made once.
# Amounts are kept by their digits: 100 and 100.00 are equal, but they are not the same print.
@lru_cache(maxsize=1 << 14)
def _number_cell(digits: str, unit: str) -> Cell:
    return Cell(_digits(Decimal(digits)) + unit, Look.NUMBER)


@lru_cache(maxsize=1 << 14)
def text_cell(text: str | None, scope: str = "", rowspan: int = 1, level: str = "") -> Cell:
    """Return a table's cell of text; one that was left blank or not printed says so, since an empty cell tells nobody anything.

    With a ``scope`` it heads its row or, over ``rowspan`` rows, a group of them.
    """
    if text:
        return Cell(text, Look.TEXT, scope, rowspan, level)
    return Cell(UNSTATED if text is None else BLANK, Look.BLANK, scope, rowspan, level)


def share_cell(share: Share | None) -> Cell:
    """Return a cell of a percentage, its sign added where the form prints it in the column's head."""
    if share is None or share.value is None:
        return Cell(UNSTATED if share is None else BLANK, Look.BLANK_FIGURE)
    return Cell(share.text if share.text.endswith("%") else f"{share.text}%", Look.NUMBER)


def quoted(words: str) -> str:
    """Return words in quotation marks, those inside them made single: “‘三公’经费”."""
    return f"“{words.translate(_INNER_QUOTES)}”"


def day(date: dt.date | None) -> str:
    """Return a date as 2021年2月20日, or 未载明 where the text gives none."""
    return f"{date.year}年{date.month}月{date.day}日" if date else UNSTATED


def title_of(disclosure: Disclosure) -> str:
    """Return a disclosure's title: who, which year, which kind and phase."""
    kind = disclosure.kind
    phase = "" if kind.phase in kind.value else kind.phase
    return f"{disclosure.department_name} {disclosure.year}年{phase}{kind.value}"


def comparison(expense: PublicExpense) -> str:
    """Return how a “三公” item compares with the year before, as far as the text states it."""
    return _compared(expense.direction, expense.change, expense.reason or "")


def stated_change(change: Change) -> str:
    """Return a stated change as one clause, with its reason."""
    return _compared(change.direction, change.amount, change.reason or "")


def _compared(direction: Direction | None, change: Figure | None, reason: str) -> str:
    if direction is Direction.SAME:
        words = "与上年持平"
    elif direction is not None:
        words = f"比上年{direction.value}{money(change) if isinstance(change, Money) else ''}"
    else:
        words = ""
    return f"{words}，原因：{reason}" if words and reason else words or reason
