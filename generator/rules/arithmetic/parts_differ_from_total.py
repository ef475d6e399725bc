"""ARI-010."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.findings.finding import Severity
from generator.model.money import Money
from generator.model.sums import difference, explained_by_rounding
from generator.rules.rule import Basis, Outcome, Remark, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.disclosure import Disclosure
    from generator.model.money import Figure
    from generator.model.sections import Part
    from generator.source.place import Place


@rule("ARI-010", Severity.ERROR, Basis("预算法实施条例", "第五条"))
def parts_differ_from_total(disclosure: Disclosure) -> Iterator[Remark | Outcome]:
    """收入、支出的合计应当等于各组成部分之和，部分之下的“其中”也一样。

    为什么：支出由基本支出和项目支出组成，基本支出由人员经费和公用经费组成。合计与各项对不上，读者无从知道哪个数字可信。
    怎么改：核对各项金额，看是否漏列了一项，或者把元写成了万元；合计写错的改合计。
    """
    flows = [flow for flow in (disclosure.text.income, disclosure.text.expenditure) if flow and flow.parts]
    if not flows:
        yield Outcome.NOT_APPLICABLE
    for flow in flows:
        yield from _compare("合计", flow.total, flow.at("total"), flow.parts)


def _compare(name: str, total: Figure | None, place: Place, parts: tuple[Part, ...]) -> Iterator[Remark]:
    for part in parts:
        if part.parts:
            yield from _compare(part.name, part.amount, part.at("amount"), part.parts)
    amounts = [part.amount for part in parts if isinstance(part.amount, Money)]
    if not isinstance(total, Money) or len(amounts) < len(parts) or explained_by_rounding(total, amounts):
        return
    gap = difference(total, amounts)
    names = "、".join(part.name for part in parts)
    message = f"{name}{total.amount:,}{total.unit.value}，各项（{names}）之和是{total.amount - gap:,}，相差{gap:,}"
    yield Remark(place, message, "请核对各项金额，补上漏列的，或者更正合计。", tuple(part.at("amount") for part in parts))
