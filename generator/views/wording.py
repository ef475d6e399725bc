"""Amounts, dates and words as readers see them."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING

from generator.model.kinds import Direction, Kind
from generator.model.money import Money, NoMoney
from generator.views.blocks import Cell, Look
from generator.views.language import noted, remembered, say

if TYPE_CHECKING:
    import datetime as dt

    from generator.model.disclosure import Disclosure
    from generator.model.figures import Share
    from generator.model.kinds import Level
    from generator.model.money import Figure, MoneyUnit
    from generator.model.region import Region
    from generator.model.sections import PublicExpense
    from generator.model.stated_changes import StatedChange

BLANK = noted("空白")
UNSTATED = noted("未载明")
WITHHELD = noted("不公开")
"""A blank cell was printed and left empty; what is unstated was not printed at all."""
MINUS = "−"
_CHANGED = {Direction.UP: noted("比上年增加{amount}"), Direction.DOWN: noted("比上年减少{amount}")}
_WAYS = {Direction.UP: noted("增加{amount}"), Direction.DOWN: noted("减少{amount}"), Direction.SAME: noted("持平{amount}")}
_WAYS_AND_RATES = {Direction.UP: noted("增加{amount}（{rate}%）"), Direction.DOWN: noted("减少{amount}（{rate}%）")}
_TITLES = {
    Kind.BUDGET: noted("{department} {year}年部门预算"),
    Kind.ACCOUNTS: noted("{department} {year}年部门决算"),
    Kind.PERFORMANCE: noted("{department} {year}年预算绩效文本"),
}
_TENTH = Decimal("0.1")
_MARKDOWN = re.compile(r"^\s*(?:[-*+>#]+|[0-9]+[.)])\s+|[*_`]+|!?\[|\]\([^)]*\)", re.MULTILINE)
_KILO = 1024
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
    return say(UNSTATED if figure is None else figure.value)


def figure_cell(figure: Figure | str | None, unit: MoneyUnit) -> Cell:
    """Return a table's cell; an amount in another unit than the table's says so."""
    if isinstance(figure, Money):
        return _number_cell(str(figure.amount), "" if figure.unit is unit else figure.unit.value)
    if figure is None or isinstance(figure, NoMoney):
        return _no_figure_cell(figure)
    return text_cell(figure)


@remembered(maxsize=8)
def _no_figure_cell(figure: NoMoney | None) -> Cell:
    if figure is None:
        return Cell(say(UNSTATED), Look.BLANK_FIGURE)
    return Cell(say(figure.value), Look.BLANK_FIGURE if figure is NoMoney.BLANK else Look.WITHHELD_FIGURE)


# The same amounts and the same words stand in many cells of a site; each such cell is made once.
# Amounts are kept by their digits: 100 and 100.00 are equal, but they are not the same print.
@remembered(maxsize=1 << 14)
def _number_cell(digits: str, unit: str) -> Cell:
    return Cell(_digits(Decimal(digits)) + unit, Look.AMOUNT)


@remembered(maxsize=1 << 14)
def text_cell(text: str | None, scope: str = "", rowspan: int = 1, level: str = "") -> Cell:
    """Return a table's cell of text; one that was left blank or not printed says so, since an empty cell tells nobody anything.

    With a ``scope`` it heads its row or, over ``rowspan`` rows, a group of them.
    """
    if text:
        return Cell(text, Look.TEXT, scope, rowspan, level)
    return Cell(say(UNSTATED if text is None else BLANK), Look.BLANK, scope, rowspan, level)


def percent(part: Decimal, whole: Decimal) -> str:
    """Return what part of a whole something is, as 46.9%; the whole must be more than nothing."""
    return f"{one_decimal(part / whole * 100)}%".replace("-", MINUS)


def one_decimal(rate: Decimal) -> Decimal:
    """Return a rate as it is printed, with one decimal."""
    return rate.quantize(_TENTH, ROUND_HALF_UP)


def changed(change: Money, rate: Decimal | None) -> str:
    """Return how a figure differs from the year before, as 增加50.00万元（4.0%） or 持平."""
    if not change.amount:
        return say(_WAYS[Direction.SAME], amount="").strip()
    way = Direction.UP if change.amount > 0 else Direction.DOWN
    words = money(Money(abs(change.amount), change.unit))
    if rate is None:
        return say(_WAYS[way], amount=words)
    return say(_WAYS_AND_RATES[way], amount=words, rate=one_decimal(abs(rate)))


def one_line(text: str, most: int) -> str:
    """Return the first sentence of a text without marks of Markdown, in at most so many characters."""
    words = _MARKDOWN.sub("", text.strip()).replace("\n", "")
    sentence = words.split("。", 1)[0]
    return sentence if len(sentence) <= most else f"{sentence[: most - 1]}…"


def share_cell(share: Share | None) -> Cell:
    """Return a cell of a percentage, its sign added where the form prints it in the column's head."""
    if share is None or share.value is None:
        return Cell(say(UNSTATED if share is None else BLANK), Look.BLANK_FIGURE)
    return Cell(share.text if share.text.endswith("%") else f"{share.text}%", Look.NUMBER)


def file_size(count: int) -> str:
    """Return a number of bytes in KB or MB, with one decimal where that tells more."""
    kilobytes = Decimal(count) / 1024
    if kilobytes >= _KILO:
        return f"{kilobytes / 1024:.1f} MB"
    return f"{max(kilobytes, Decimal(1)):.0f} KB"


def quoted(words: str) -> str:
    """Return words in quotation marks, those inside them made single: “‘三公’经费”."""
    return f"“{words.translate(_INNER_QUOTES)}”"


def day(date: dt.date | None) -> str:
    """Return a date as 2021年2月20日, or 未载明 where the text gives none."""
    if date is None:
        return say(UNSTATED)
    return say("{year}年{month}月{day}日", year=date.year, month=date.month, day=date.day)


def run_on(*sentences: str) -> str:
    """Return sentences one after the other, as the language sets them; empty ones are left out."""
    whole = ""
    for sentence in filter(None, sentences):
        whole = say("{first}{second}", first=whole, second=sentence) if whole else sentence
    return whole


@remembered(maxsize=256)
def year_and_phase(year: int, kind: Kind) -> str:
    """Return a disclosure's year with its phase, as 2021年预算."""
    return say("{year}年{phase}", year=year, phase=say(kind.phase))


@remembered(maxsize=256)
def year_and_kind(year: int, kind: Kind) -> str:
    """Return a disclosure's year with its kind, as 2021年部门预算."""
    return say("{year}年{kind}", year=year, kind=say(kind.value))


@remembered(maxsize=256)
def year_name(year: int) -> str:
    """Return a year as a heading or a link says it, as 2021年."""
    return say("{year}年", year=year)


def with_level(region: Region, level: Level) -> str:
    """Return a region with its level of government."""
    return say("{region}（{level}）", region=region.name, level=say(level.value))


def title_of(disclosure: Disclosure) -> str:
    """Return a disclosure's title: who, which year, which kind and phase."""
    return say(_TITLES[disclosure.kind], department=disclosure.department_name, year=disclosure.year)


def title_in_data(disclosure: Disclosure) -> str:
    """Return the same in Chinese whatever the interface speaks: data have one language."""
    return _TITLES[disclosure.kind].format(department=disclosure.department_name, year=disclosure.year)


def comparison(expense: PublicExpense) -> str:
    """Return how a “三公” item compares with the year before, as far as the text states it."""
    return _compared(expense.direction, expense.change, expense.reason or "")


def stated_way(stated: StatedChange) -> str:
    """Return a stated change without its reason, as 增加50.00万元."""
    words = money(stated.change.money) if stated.change else ""
    return say(_WAYS[stated.direction] if stated.direction else "增减{amount}", amount=words).strip()


def _compared(direction: Direction | None, change: Figure | None, reason: str) -> str:
    if direction is Direction.SAME:
        words = say("与上年持平")
    elif direction is not None:
        words = say(_CHANGED[direction], amount=money(change) if isinstance(change, Money) else "")
    else:
        words = ""
    return say("{change}，原因：{reason}", change=words, reason=reason) if words and reason else words or reason
