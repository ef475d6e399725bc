"""TXT-009."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.findings.finding import Severity
from generator.model.causes import likely_cause
from generator.model.claims import off_by_magnitude
from generator.rules.rule import Basis, Outcome, Remark, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.disclosure import Disclosure


@rule("TXT-009", Severity.ERROR, Basis("表间勾稽关系"))
def amount_off_by_magnitude(disclosure: Disclosure) -> Iterator[Remark | Outcome]:
    """正文里的金额与填报的数应当是同一个数量级。

    为什么：把元写成万元，或者多打一位数字，几十万元就成了几千万元，读者最容易看错，也最容易引起误会。
    怎么改：核对单位和位数，改正写错的一处。
    """
    if not disclosure.claims:
        yield Outcome.NOT_APPLICABLE
    for claim in disclosure.claims:
        stated, figure = claim.stated, claim.figure
        if not claim.agrees and off_by_magnitude(stated.money, figure.money):
            cause = likely_cause(figure.money, stated.money) or "可能多写或者少写了一位数字"
            message = f"疑似数量级错误：正文里“{stated.name}”是{stated}，填报的是{figure}"
            cure = "请核对金额的单位和位数，改正写错的一处。"
            yield Remark(stated.place, message, cure, (figure.place,), str(figure), str(stated), formula="正文金额 = 填报金额", cause=cause)
