"""PER-005."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.findings.finding import Severity
from generator.model.causes import likely_cause
from generator.model.entry import Entry, Sums, adds_up
from generator.model.money import Money, NoMoney
from generator.model.sums import difference, explained_by_rounding
from generator.rules.rule import Basis, Outcome, Remark, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.disclosure import Disclosure
    from generator.model.performance import Project
    from generator.rules.rule import Said


def _entry(spot: tuple[Project, str]) -> Entry:
    return Entry(spot[1], getattr(*spot), spot)


@rule("PER-005", Severity.ERROR, Basis("表内勾稽关系"))
def project_funds_differ_from_budget(disclosure: Disclosure) -> Iterator[Said]:
    """项目的预算数应当等于其中财政资金加其他资金。

    为什么：两类资金合起来就是项目的全部预算；对不上，说明有一个数字没有随预算调整。
    怎么改：核对三个数。没有其他资金的填 0；留空时按没有其他资金核对。
    """
    split = [project for project in disclosure.text.projects if project.fiscal is not None or project.other is not None]
    if not split:
        yield Outcome.NOT_APPLICABLE
        return
    judged = [
        (project, budget, fiscal)
        for project in split
        if project.other is not NoMoney.WITHHELD
        and isinstance(budget := project.budget, Money)
        and isinstance(fiscal := project.fiscal, Money)
    ]
    if not judged:
        yield Outcome.NO_DATA
    sums, wrong = Sums(), []
    for project, budget, fiscal in judged:
        other, parts = project.other, [(project, "fiscal"), (project, "other")]
        figures = (fiscal, other) if type(other) is Money else (fiscal,)
        if adds_up(budget, figures):
            sums.agree((project, "budget"), *parts[: len(figures)])
        else:
            sums.add("", _entry((project, "budget")), list(map(_entry, parts[: len(figures)])))
            wrong.append(project)
    yield sums
    for project in wrong:
        yield from _compare(project)


def _compare(project: Project) -> Iterator[Remark]:
    budget, fiscal, other = project.budget, project.fiscal, project.other
    if not isinstance(budget, Money) or not isinstance(fiscal, Money):
        return
    parts = [figure for figure in (fiscal, other) if isinstance(figure, Money)]
    if explained_by_rounding(budget, parts):
        return
    gap, unit = difference(budget, parts), budget.unit.value
    known = isinstance(other, Money)
    what = "财政资金与其他资金之和" if known else "其中财政资金（其他资金没有填）"
    missing = f"其他资金如果是{gap:,}{unit}，请填上；不是的，请核对预算数和财政资金。"
    cure = "请核对预算数和两类资金。" if known or gap < 0 else missing
    message = f"项目“{project.name}”的预算数是{budget.amount:,}{unit}，{what}是{budget.amount - gap:,}，相差{abs(gap):,}"
    whole = Money(budget.amount - gap, budget.unit)
    yield Remark(
        project.at("budget"), message, cure, (project.at("fiscal"), *([project.at("other")] if known else [])),
        f"{whole.amount:,}{unit}", f"{budget.amount:,}{unit}", f"{gap:,}{unit}", "预算数 = 其中财政资金 + 其他资金",
        likely_cause(whole, budget, {"其他资金": other} if isinstance(other, Money) else None),
    )  # fmt: skip
