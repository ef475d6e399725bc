"""X-008."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.findings.finding import Severity
from generator.model.entry import Entry, Sums, compare
from generator.model.kinds import Kind
from generator.model.money import Money
from generator.rules.remarks import remark, verdict
from generator.rules.rule import Basis, Outcome, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.disclosure import Disclosure
    from generator.model.performance import Project
    from generator.rules.rule import Said

_NAME = "项目支出"
_CURE = "请核对各项目的预算数和项目支出，改正写错的；同一个项目列了两次的删去一个。"


def _sums(disclosure: Disclosure) -> list[Sums]:
    sums = Sums()
    sheet = disclosure.sheets.get("项目支出表") if disclosure.kind is Kind.BUDGET else None
    if sheet:
        by_code = {line.cells["项目编码"]: line for line in sheet.statement.lines if line.cells.get("项目编码")}
        for project, entry in _budgets(disclosure):
            line = by_code.get(project.code or "") or sheet.by_name.get("".join(project.name.split()))
            if line is not None:
                sums.add("", entry, [sheet.amount(line, "合计")])
    return [sums]


@rule("X-008", Severity.ERROR, Basis("表间勾稽关系"))
def projects_exceed_project_expenditure(disclosure: Disclosure) -> Iterator[Said]:
    """各项目绩效目标表的预算数之和应当不超过项目支出，每个项目的预算数应当与项目支出表里的同一项目一致。

    为什么：编了绩效目标的项目都在项目支出里，加起来不会比项目支出还多；同一个项目在两张表里也只能有一个预算数。
    怎么改：核对各项目的预算数；调整过预算的，把绩效目标表、项目支出表和支出总表一起更新。
    """
    projects = _budgets(disclosure)
    whole = _project_expenditure(disclosure)
    if disclosure.kind is not Kind.BUDGET or not projects:
        yield Outcome.NOT_APPLICABLE
        return
    together = Sums(made=whole is not None)
    if whole:
        budgets = [entry for _, entry in projects]
        mismatch = compare("", whole, budgets)
        wrong = mismatch is not None and not mismatch.rounding and mismatch.gap.amount < 0
        together.bound(whole, budgets, whole.place if wrong else None)
        if mismatch and wrong:
            yield remark(mismatch, _CURE)
    yield from verdict([*_sums(disclosure), together], _CURE)


def _budgets(disclosure: Disclosure) -> list[tuple[Project, Entry]]:
    return [
        (each, Entry(f"项目“{each.name}”的预算数", each.budget, (each, "budget")))
        for each in disclosure.text.projects
        if isinstance(each.budget, Money)
    ]


def _project_expenditure(disclosure: Disclosure) -> Entry | None:
    sheet = disclosure.sheets.get("支出总表")
    if sheet and (entry := sheet.amount(sheet.total, _NAME)):
        return entry
    parts = disclosure.text.expenditure.parts if disclosure.text.expenditure else ()
    part = next((part for part in parts if part.name == _NAME), None)
    return Entry(_NAME, part.amount, (part, "amount")) if part and isinstance(part.amount, Money) else None
