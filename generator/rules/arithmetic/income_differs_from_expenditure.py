"""ARI-001."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.findings.finding import Severity
from generator.model.entry import Entry, Sums
from generator.model.kinds import Kind
from generator.model.money import Money
from generator.rules.remarks import verdict
from generator.rules.rule import Basis, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.disclosure import Disclosure
    from generator.rules.rule import Said

_CARRIED = re.compile("结转|结余")


def _sums(disclosure: Disclosure) -> list[Sums]:
    return [_of_statement(disclosure), _of_text(disclosure)]


@rule("ARI-001", Severity.ERROR, Basis("预算法实施条例", "第五条第二款"), Basis("表内勾稽关系"))
def income_differs_from_expenditure(disclosure: Disclosure) -> Iterator[Said]:
    """收支总表的收入总计应当等于支出总计；部门预算正文里的收入合计也应当等于支出合计。

    为什么：部门预算的支出与收入相对应，总计里已经包括结转结余，两边不相等，一定有一边漏列、多列或者抄错了。
    怎么改：核对两边各行，特别是上年结转结余和年终结转结余有没有列入；抄错的改正。
    """
    yield from verdict(_sums(disclosure), "请核对收入、支出两边是否漏列结转结余，改正写错的一边。")


def _of_statement(disclosure: Disclosure) -> Sums:
    sums = Sums()
    sheet = disclosure.sheets.get("收支总表")
    income, expenditure = (sheet.sides.get(side) for side in ("收入", "支出")) if sheet else (None, None)
    if sheet and income and expenditure and income.grand and expenditure.grand:
        for column in sheet.used:
            if column in income.grand.cells and column in expenditure.grand.cells:
                sums.add(sheet.title, sheet.entry(income.grand, column), [sheet.entry(expenditure.grand, column)])
    return sums


def _of_text(disclosure: Disclosure) -> Sums:
    """Compare the totals of the text, unless money is carried over that they may leave out."""
    sums = Sums()
    income, expenditure = disclosure.text.income, disclosure.text.expenditure
    if disclosure.kind is not Kind.BUDGET or income is None or expenditure is None:
        return sums
    parts = [part for flow in (income, expenditure) for part in flow.parts if _CARRIED.search(part.name)]
    notes = [flow.note.text for flow in (income, expenditure) if flow.note]
    mentioned = any(_CARRIED.search(note) for note in notes) and not any(_CARRIED.search(part.name) for part in income.parts)
    carried = [part for part in parts if not (isinstance(part.amount, Money) and not part.amount.amount)]
    if isinstance(income.total, Money) and isinstance(expenditure.total, Money) and not mentioned and not carried:
        sums.add(
            "正文的",
            Entry("收入合计", income.total, (income, "total")),
            [Entry("支出合计", expenditure.total, (expenditure, "total"))],
        )
    return sums
