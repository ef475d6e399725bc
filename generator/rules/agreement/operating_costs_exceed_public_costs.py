"""X-007."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.findings.finding import Severity
from generator.model.entry import Entry, Sums, compare
from generator.model.money import Money
from generator.rules.remarks import excess
from generator.rules.rule import Basis, Outcome, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.disclosure import Disclosure
    from generator.rules.rule import Said

_NAMES = ("公用经费", "日常公用经费")


@rule("X-007", Severity.WARNING, Basis("预算法", "第十四条第二款"), Basis("表间勾稽关系"))
def operating_costs_exceed_public_costs(disclosure: Disclosure) -> Iterator[Said]:
    """机关运行经费应当不大于基本支出里的公用经费。

    为什么：机关运行经费是行政单位和参公单位的公用经费，部门里还有事业单位时比公用经费小，不会比它大。
    怎么改：核对两个数字的口径；确实把项目支出里的运行开支也算进去了的，在“机关运行经费”的说明里写清楚。
    """
    section = disclosure.text.operating
    whole = _public_costs(disclosure)
    if section is None or whole is None:
        yield Outcome.NOT_APPLICABLE
    elif not isinstance(section.amount, Money):
        yield Outcome.NO_DATA
    else:
        part, sums = Entry("机关运行经费", section.amount, (section, "amount")), Sums()
        mismatch = compare("", whole, [part]) if part.money.yuan > whole.money.yuan else None
        wrong = mismatch is not None and not mismatch.rounding
        sums.bound(whole, [part], part.place if wrong else None)
        yield sums
        if mismatch and wrong:
            yield excess(mismatch, "请核对两个数字；口径不同的，在说明里写清楚。")


def _public_costs(disclosure: Disclosure) -> Entry | None:
    sheet = disclosure.sheets.get("基本支出表")
    if sheet and sheet.total and (entry := sheet.amount(sheet.total, "公用经费")):
        return entry
    parts = disclosure.text.expenditure.parts if disclosure.text.expenditure else ()
    found = [inner for part in parts for inner in part.parts if inner.name in _NAMES and isinstance(inner.amount, Money)]
    return next((Entry(inner.name, inner.amount, (inner, "amount")) for inner in found if isinstance(inner.amount, Money)), None)
