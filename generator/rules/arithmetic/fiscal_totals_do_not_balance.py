"""ARI-006."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.findings.finding import Severity
from generator.model.entry import Sums
from generator.model.money import Money
from generator.rules.remarks import verdict
from generator.rules.rule import Basis, Outcome, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.disclosure import Disclosure
    from generator.model.sheet import Sheet
    from generator.rules.rule import Said


def _sums(disclosure: Disclosure) -> list[Sums]:
    sheet = disclosure.sheets.get("财政拨款收支总表")
    return [sheet.row_sums, _balance(sheet)] if sheet else []


@rule("ARI-006", Severity.ERROR, Basis("预算法实施条例", "第五条"), Basis("表内勾稽关系"))
def fiscal_totals_do_not_balance(disclosure: Disclosure) -> Iterator[Said]:
    """财政拨款收支总表每一行的合计应当等于一般公共预算、政府性基金预算、国有资本经营预算三栏之和，收入总计应当等于支出总计。

    为什么：财政拨款就是这三本预算安排给部门的钱，并且应当单独反映；三栏加不出合计，或者收支不平衡，就有一个数字是错的。
    怎么改：核对这一行的三栏；收支不平衡的，核对上年结转和年终结转有没有列入。
    """
    sheet = disclosure.sheets.get("财政拨款收支总表")
    if sheet is None or not sheet.statement.lines:
        yield Outcome.NOT_APPLICABLE
        return
    yield from verdict(_sums(disclosure), "请核对三本预算各栏和收支两边，改正写错的数字。")


def _balance(sheet: Sheet) -> Sums:
    sums = Sums()
    income, expenditure = sheet.sides.get("收入"), sheet.sides.get("支出")
    if income and expenditure and income.grand and expenditure.grand:
        for column in sheet.used:
            # Many forms split only the expenditure by budget.
            if all(any(isinstance(line.cells.get(column), Money) for line in side.sources) for side in (income, expenditure)):
                whole = sheet.entry(income.grand, column)
                sums.add(f"{sheet.title}“{column}”一栏，", whole, [sheet.entry(expenditure.grand, column)])
    return sums
