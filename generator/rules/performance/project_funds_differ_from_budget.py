"""PER-005."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.findings.finding import Severity
from generator.model.money import Money
from generator.model.sums import difference, explained_by_rounding
from generator.rules.rule import Basis, Outcome, Remark, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.disclosure import Disclosure


@rule("PER-005", Severity.ERROR, Basis("表内勾稽关系"))
def project_funds_differ_from_budget(disclosure: Disclosure) -> Iterator[Remark | Outcome]:
    """项目的预算数应当等于其中财政资金加其他资金。

    为什么：两类资金合起来就是项目的全部预算；对不上，说明有一个数字没有随预算调整。
    怎么改：核对三个数。没有其他资金的填 0；留空时按没有其他资金核对。
    """
    projects = [project for project in disclosure.text.projects if isinstance(project.budget, Money) and isinstance(project.fiscal, Money)]
    if not projects:
        yield Outcome.NOT_APPLICABLE
    for project in projects:
        budget = project.budget
        parts = [figure for figure in (project.fiscal, project.other) if isinstance(figure, Money)]
        if isinstance(budget, Money) and not explained_by_rounding(budget, parts):
            gap = difference(budget, parts)
            unit = budget.unit.value
            message = f"项目“{project.name}”的预算数是{budget.amount:,}{unit}，财政资金与其他资金之和是{budget.amount - gap:,}，相差{gap:,}"
            yield Remark(project.at("budget"), message, "请核对预算数和两类资金。", (project.at("fiscal"), project.at("other")))
