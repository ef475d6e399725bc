"""TIM-001."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from generator.findings.finding import Severity
from generator.model.kinds import Kind, Status
from generator.rules.rule import Basis, Outcome, Remark, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.disclosure import Disclosure

_ALLOWED = timedelta(days=20)


@rule("TIM-001", Severity.ERROR, Basis("预算法", "第十四条第二款"), Basis("预算法", "第九十二条"), since=date(2015, 1, 1))
def published_late(disclosure: Disclosure) -> Iterator[Remark | Outcome]:
    """部门预算、决算应当在财政部门批复后二十日内公开；二十日是自然日，批复当天不算。

    为什么：这是公开的法定期限，也是每次公开检查的第一项；逾期公开要追究责任。
    怎么改：先核对两个日期有没有写错；确实逾期的，如实保留日期，并申请豁免，写明逾期的原因。
    """
    dates = disclosure.text.dates
    if disclosure.kind is Kind.PERFORMANCE or disclosure.text.status is Status.DRAFT:
        yield Outcome.NOT_APPLICABLE
    elif dates is None or dates.finance is None or dates.published is None:
        yield Outcome.NO_DATA
    elif dates.published > dates.finance + _ALLOWED:
        due = dates.finance + _ALLOWED
        late = (dates.published - due).days
        message = f"{dates.finance}批复，应当在{due}以前公开，{dates.published}才公开，逾期{late}天"
        cure = "请核对两个日期；确实逾期的，日期照实写，在“豁免”里写明原因和批准人。"
        yield Remark(
            dates.at("published"), message, cure, (dates.at("finance"),), expected=f"不晚于{due}", actual=f"{dates.published}",
            difference=f"{late}天", formula="公开日期 ≤ 财政批复日期 + 20日",
        )  # fmt: skip
