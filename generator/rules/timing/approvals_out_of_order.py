"""TIM-002."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from generator.findings.finding import Severity
from generator.model.kinds import Kind, Status
from generator.rules.rule import Basis, Outcome, Remark, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.disclosure import Disclosure
    from generator.model.sections import Dates

_STEPS = (("congress", "人大批准", "finance", "财政批复", 20), ("finance", "财政批复", "units", "部门批复", 15))


@rule("TIM-002", Severity.WARNING, Basis("预算法", "第五十二条"), Basis("预算法", "第八十条"))
def approvals_out_of_order(disclosure: Disclosure) -> Iterator[Remark | Outcome]:
    """人大批准、财政批复（二十日内）、部门批复所属单位（十五日内）应当依次进行，并且是这一年度的。

    为什么：先批复、后批准，或者日期是另一年的，多半是抄了上年的日期；公开的期限要从这些日期算起。
    怎么改：照批复文件核对日期；确实超过期限的，日期照实写。
    """
    dates = disclosure.text.dates
    known = [each for each in ("congress", "finance", "units") if dates and getattr(dates, each)]
    if dates is None or not known:
        undated = disclosure.kind is Kind.PERFORMANCE or disclosure.text.status is Status.DRAFT
        yield Outcome.NOT_APPLICABLE if undated else Outcome.NO_DATA
        return
    odd = _of_another_year(dates, disclosure.kind, disclosure.year)
    if odd:
        attribute, label, day = odd
        message = f"{label}的日期是{day}，不像是{disclosure.year}年{disclosure.kind.phase}的"
        yield Remark(dates.at(attribute), message, "请照批复文件核对日期。")
        return
    for earlier, before, later, after, allowed in _STEPS:
        start, end = getattr(dates, earlier), getattr(dates, later)
        if start is None or end is None:
            continue
        if end < start:
            message = f"{after}（{end}）早于{before}（{start}）"
            yield Remark(dates.at(later), message, "请照批复文件核对日期。", (dates.at(earlier),))
        elif end > start + timedelta(days=allowed):
            message = f"{after}（{end}）晚于{before}（{start}）后{allowed}日，隔了{(end - start).days}天"
            yield Remark(dates.at(later), message, "请照批复文件核对日期；确实超过期限的，日期照实写。", (dates.at(earlier),))


def _of_another_year(dates: Dates, kind: Kind, year: int) -> tuple[str, str, date] | None:
    """Return the first approval that cannot belong to the year: a budget is approved about its beginning, accounts after its end."""
    first, last = (date(year + 1, 1, 1), date(year + 2, 12, 31)) if kind is Kind.ACCOUNTS else (date(year - 1, 10, 1), date(year, 12, 31))
    steps = (("congress", "人大批准", dates.congress), ("finance", "财政批复", dates.finance), ("units", "部门批复", dates.units))
    return next(((name, label, day) for name, label, day in steps if day and not first <= day <= last), None)
