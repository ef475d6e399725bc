"""PER-001."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.findings.finding import Severity
from generator.model.kinds import Kind
from generator.model.money import NoMoney
from generator.rules.rule import Basis, Outcome, Remark, rule

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.model.disclosure import Disclosure
    from generator.model.performance import Project

_ALWAYS = {"goals": "绩效目标", "indicators": "绩效指标"}
# Forms differ in what a sheet prints besides its budget, so the sheets are held to each other.
_WHERE_USUAL = {
    "budget": "预算数", "code": "项目编码", "unit": "单位", "fiscal": "其中财政资金", "purpose": "用途", "schedule": "资金支出计划",
}  # fmt: skip
_SOMETIMES = ("unit", "fiscal")


@rule("PER-001", Severity.ERROR, Basis("预算法", "第三十二条第三款"), Basis("中央部门预算绩效目标管理办法（财预〔2015〕88号）", read=False))
def project_sheet_incomplete(disclosure: Disclosure) -> Iterator[Remark | Outcome]:
    """每张项目绩效目标表都应当填齐项目编码、单位、预算数、用途、资金支出计划、绩效目标和绩效指标。

    为什么：读者要凭这张表知道花多少钱、花在哪里、何时花、花了看什么；缺一栏，这个项目就没有说清楚。
    怎么改：照预算批复补填所缺的栏目；金额写在用途里的，同时填到预算数一栏。
    """
    projects = disclosure.text.projects
    if not projects or disclosure.kind is Kind.ACCOUNTS:
        yield Outcome.NOT_APPLICABLE
        return
    if disclosure.partly_read:
        yield Outcome.NO_DATA
        return
    if all(map(_is_complete, projects)):  # As mostly.
        return
    for project in projects:
        for field, label in _ALWAYS.items():
            if not getattr(project, field):
                yield Remark(project.at(field), f"项目“{project.name}”没有{label}", f"请补上“{label}”，每条一行。")
    for each in dict.fromkeys(project.project_class for project in projects):
        yield from _of_class([project for project in projects if project.project_class is each])


def _is_complete(project: Project) -> bool:
    figures = project.budget, project.fiscal
    texts = project.goals and project.indicators and project.code and project.unit and project.purpose and project.schedule
    return bool(texts) and all(figures) and figures[0] is not NoMoney.BLANK and figures[1] is not NoMoney.BLANK


def _of_class(projects: Sequence[Project]) -> Iterator[Remark]:
    """Yield what single sheets lack that the others have, and once what no sheet has."""
    nowhere = []
    for field, label in _WHERE_USUAL.items():
        lacking = [project for project in projects if _lacks(project, field)]
        if len(lacking) < len(projects):
            example = next(project for project in projects if not _lacks(project, field))
            for project in lacking:
                message = f"项目“{project.name}”没有填{label}，其他项目填了"
                yield Remark(project.at(field), message, f"请补填“{label}”。", (example.at(field),))
        elif field not in _SOMETIMES:
            nowhere.append(label)
    if _WHERE_USUAL["budget"] in nowhere:
        message = f"{len(projects)}个项目的绩效目标表都没有填{'、'.join(nowhere)}"
        cure = "请照预算批复逐个项目补填；批复的表式确实没有这一栏的，写一条豁免说明。"
        others = tuple(project.at("name") for project in projects[1:])
        yield Remark(projects[0].at("name"), message, cure, others, severity=Severity.WARNING)


def _lacks(project: Project, field: str) -> bool:
    value = getattr(project, field)
    return not value or value is NoMoney.BLANK
