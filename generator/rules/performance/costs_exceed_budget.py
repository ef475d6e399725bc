"""PER-010."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from generator.findings.finding import Severity
from generator.model.costs import costs, half_of_last_digit, within
from generator.model.entry import Related, Sums, Told
from generator.model.money import Money
from generator.model.readings import Aspect
from generator.rules.rule import Basis, Outcome, Remark, rule

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.model.costs import Cost, Costs
    from generator.model.disclosure import Disclosure
    from generator.model.performance import Project
    from generator.rules.rule import Said


@rule("PER-010", Severity.WARNING, Basis("表内勾稽关系"), Basis("预算法", "第十三条"))
def costs_exceed_budget(disclosure: Disclosure) -> Iterator[Said]:
    """成本指标加起来（单价乘以数量，再加各项费用）不应当超过项目的预算数。

    为什么：成本指标就是预算的测算；加起来比预算还多，说明预算压减以后指标没有改，或者数量、单价填错了。
    怎么改：按批复的预算数重新测算单价和数量，改正没有跟着改的那一项。
    """
    priced = [sheet for sheet in disclosure.promises.sheets if Aspect.COST in sheet.reading.aspects]
    budgets = [(sheet, budget) for sheet in priced if isinstance(budget := sheet.project.budget, Money)]
    if not budgets:
        yield Outcome.NO_DATA if priced else Outcome.NOT_APPLICABLE
    sums = Sums()
    for sheet, budget in budgets:
        told = within(sheet, budget)
        if told is None:
            yield from _compare(sheet.project, budget, costs(sheet.promises, budget), sums)
        elif told:
            sums.hold(sheet.project, "budget", (), told)
    yield sums


def _compare(project: Project, budget: Money, found: Costs, sums: Sums) -> Iterator[Remark]:
    sure = tuple([cost for cost in found.terms if not cost.doubtful])
    summed = (sure, None) if len(sure) == len(found.terms) or _exceed(sure, budget) else (found.terms, Severity.INFO)
    for terms, severity in (*[((whole,), None) for whole in found.wholes], summed):
        if terms:
            wrong = _exceed(terms, budget)
            place = terms[0].promise.place if wrong else None
            told = tuple([Told(cost.words, cost.promise.indicator) for cost in terms])
            sums.compared.append(Related(project, "budget", "≥", (), wrong=place, told=told))
            if wrong:
                yield _remark(project, budget, terms, severity)


def _exceed(terms: Sequence[Cost], budget: Money) -> bool:
    excess = sum([cost.yuan for cost in terms]) - budget.yuan
    return excess > 0 and excess > half_of_last_digit(budget) + sum([cost.slack for cost in terms])


def _remark(project: Project, budget: Money, terms: Sequence[Cost], severity: Severity | None) -> Remark:
    unit = budget.unit
    total = sum((cost.yuan for cost in terms), start=Decimal(0)) / unit.in_yuan
    said = "＋".join(cost.words for cost in terms)
    gap = total - budget.amount
    message = (
        f"项目“{project.name}”的成本指标（{said}）合计{total:,.2f}{unit.value}，"
        f"超过预算数{budget.amount:,}{unit.value}，多{gap:,.2f}{unit.value}"
    )
    unsure = "人次如果已经按天计算，不必再乘天数，这一条可以不理；否则请重新测算。"
    cure = "请按预算数重新核定单价、数量和各项费用。" if severity is None else unsure
    places = (project.at("budget"), *(cost.promise.place for cost in terms[1:]))
    return Remark(
        terms[0].promise.place, message, cure, places, f"不超过{budget.amount:,}{unit.value}", f"{total:,.2f}{unit.value}",
        f"{gap:,.2f}{unit.value}", "单价 × 数量 + 各项费用 ≤ 预算数", severity=severity,
    )  # fmt: skip
