"""TXT-001."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.findings.finding import Severity
from generator.model.causes import likely_cause
from generator.model.claims import off_by_magnitude
from generator.model.entry import Related, Sums, Told, words
from generator.model.money import Money
from generator.rules.rule import Basis, Outcome, Remark, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.claims import Claim
    from generator.model.disclosure import Disclosure
    from generator.rules.rule import Said


@rule("TXT-001", Severity.ERROR, Basis("表间勾稽关系"))
def text_amount_differs_from_figure(disclosure: Disclosure) -> Iterator[Said]:
    """正文里写的金额应当与填报的数相同；单位不同的换算以后比较，位数不同的按四舍五入比较。

    为什么：同一个数在正文里是一个样、在表里是另一个样，读者不知道该信哪一个；多半是表改了，正文没有跟着改。
    怎么改：核对批复的数，把写错的一处改成一致。
    """
    if not disclosure.claims:
        yield Outcome.NOT_APPLICABLE
    agreeing = [(claim, claim.agrees) for claim in disclosure.claims]
    judged = [(claim, agrees) for claim, agrees in agreeing if agrees or not off_by_magnitude(claim.stated.money, claim.figure.money)]
    yield Sums(compared=[_related(claim, agrees=agrees) for claim, agrees in judged])
    for stated, figure in [(claim.stated, claim.figure) for claim, agrees in judged if not agrees]:
        gap = (stated.money.yuan - figure.money.yuan) / figure.money.unit.in_yuan
        distance = words(Money(abs(gap), figure.money.unit))
        yield Remark(
            stated.place,
            f"正文里“{stated.name}”是{stated}，填报的是{figure}，相差{distance}",
            "两处应当一致。请核对批复的数，改正写错的一处。",
            (figure.place,),
            str(figure),
            str(stated),
            f"{gap:+,}{figure.money.unit.value}",
            "正文金额 = 填报金额",
            likely_cause(figure.money, stated.money),
        )


def _related(claim: Claim, *, agrees: bool) -> Related:
    told = (Told(claim.stated, claim.stated.passage),)
    return Related(*claim.figure.written, "=", (), wrong=None if agrees else claim.stated.place, told=told)
