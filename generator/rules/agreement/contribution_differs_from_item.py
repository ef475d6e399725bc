"""X-012."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.findings.finding import Severity
from generator.model.entry import Sums
from generator.rules.remarks import remark
from generator.rules.rule import Basis, Outcome, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.disclosure import Disclosure
    from generator.rules.rule import Said

_PAIRS = (("30108", ("2080505",)), ("30109", ("2080506",)), ("30113", ("2210201",)), ("30110", ("2101101", "2101102")))


def _sums(disclosure: Disclosure) -> list[Sums]:
    economy, function = disclosure.sheets.get("基本支出表"), disclosure.sheets.get("一般公共预算支出表")
    sums = Sums()
    for code, items in _PAIRS if economy and function else ():
        line = economy.by_code.get(code) if economy else None
        lines = [function.by_code[item] for item in items if item in function.by_code] if function else []
        if economy and function and line and lines:
            parts = [function.amount(each, "基本支出") for each in lines]
            sums.add("", economy.amount(line, "合计"), parts)
    return [sums]


@rule("X-012", Severity.INFO, Basis("表间勾稽关系"))
def contribution_differs_from_item(disclosure: Disclosure) -> Iterator[Said]:
    """社会保险缴费、住房公积金在基本支出表里的数，通常等于一般公共预算支出表里专门科目的基本支出。

    为什么：养老保险、职业年金、医疗保险和住房公积金在两种分类里各有专门的科目，一般是同一笔钱；不相等时多半有一处抄错。
    怎么改：核对两张表；口径确实不同的不用改。
    """
    (sums,) = _sums(disclosure)
    yield sums
    if not sums.made:
        yield Outcome.NO_DATA if sums.missing else Outcome.NOT_APPLICABLE
    for mismatch in sums.wrong:
        yield remark(mismatch, "请核对这两处是不是同一笔钱；口径不同的不用改。")
