"""Key figures: each with last year's, its change and the reason; what is not known is said to be unknown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.model.headlines import Known, amount_of
from generator.model.kinds import Kind
from generator.model.money import Money
from generator.views.glance import KeyFigure, KeyFigures
from generator.views.language import noted, say
from generator.views.outline import anchor_of
from generator.views.wording import amount, changed, money, stated_way

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.model.comparability import Break
    from generator.model.department import Department
    from generator.model.disclosure import Disclosure
    from generator.model.headlines import Headline
    from generator.model.money import MoneyUnit
    from generator.views.marks import Marks

_KNOWN = {
    Known.PRINTED: noted("上年{amount}"),
    Known.PUBLISHED: noted("上年{amount}（上年公开的数）"),
    Known.IMPLIED: noted("上年{amount}（按写明的增减推算）"),
}


def key_figures(disclosure: Disclosure, figures: Sequence[Headline], marks: Marks, planned: Disclosure | None) -> list[KeyFigures]:
    """Return the key figures of a page, or those of its projects where it prints no others.

    ``planned`` is the budget of the year that these accounts are of.
    """
    shown = [_key_figure(disclosure, figure, marks, planned) for figure in figures]
    text = disclosure.text
    budgets = [project.budget for project in text.projects if isinstance(project.budget, Money)]
    if not shown and budgets:
        total = sum_of(budgets, text.unit)
        left = len(text.projects) - len(budgets)
        said = say("由{count}个项目的预算数相加", count=len(budgets))
        if left:
            said = say("由{count}个项目的预算数相加，另有{left}个没有列出金额", count=len(budgets), left=left)
        shown = [
            KeyFigure(say("项目预算数合计"), amount(total), text.unit.value, reason=said, anchor="projects"),
            KeyFigure(say("项目"), str(len(text.projects)), say("个"), anchor="projects"),
        ]
    return [KeyFigures(tuple(shown))] if shown else []


def _key_figure(disclosure: Disclosure, figure: Headline, marks: Marks, planned: Disclosure | None) -> KeyFigure:
    anchor = anchor_of(figure.section)
    mark = next((number for spot in figure.spots if (number := marks.touching(*spot))), 0)
    now = figure.now
    if not isinstance(now, Money):
        return KeyFigure(say(figure.name), say(now.value), anchor=anchor, mark=mark)
    before = say(_KNOWN[figure.known], amount=money(figure.before)) if figure.before and figure.known else ""
    if planned is not None and (planned_figure := _planned(planned, figure.name)):
        before = say("；").join(filter(None, (planned_figure, before)))
    return KeyFigure(say(figure.name), amount(now), now.unit.value, before, *change_and_reason(disclosure, figure), anchor, mark)


def _planned(planned: Disclosure, name: str) -> str:
    figure = amount_of(planned.text, name)
    return say("年初预算{amount}", amount=money(figure)) if figure is not None else ""


def change_and_reason(disclosure: Disclosure, figure: Headline) -> tuple[str, str]:
    """Return how a figure changed and why, each as a clause; why nothing can be said, where nothing is known."""
    if figure.gap is not None:
        return say("与上年不可直接比较"), _why(figure.gap)
    change = figure.change
    if change is None:
        return "", unknown(disclosure)
    words = changed(change, figure.rate)
    said = say("比上年{change}", change=words) if change.amount else say("与上年{change}", change=words)
    return said, _reason(figure, change)


def under_headings(disclosure: Disclosure, figure: Headline) -> tuple[str, str]:
    """Return the same for a table whose columns are headed 比上年 and 原因."""
    change = figure.change
    if figure.gap is not None:
        return say("不可直接比较"), _why(figure.gap)
    if change is None:
        return "", unknown(disclosure)
    bare = figure.reason.rstrip("。") if not figure.contradicted else ""
    return changed(change, figure.rate), bare or _reason(figure, change)


def _reason(figure: Headline, change: Money) -> str:
    """Return the reason, and before it whether the text contradicts the figures."""
    reason = say("文本没有写明原因") if change.amount else ""
    if figure.reason:
        reason = say("原因：{reason}", reason=figure.reason.rstrip("。"))
    if figure.contradicted and figure.stated is not None:
        contradicted = say("文本写的是{change}，与两年的数不符", change=stated_way(figure.stated))
        return say("；").join(filter(None, (contradicted, reason)))
    return reason


def broken(gap: Break) -> str:
    """Return what cannot be compared and why, as 支出合计：口径变化，退回的押金改记负数."""
    return say("{item}：{reason}", item=gap.item, reason=_why(gap)) if gap.item else _why(gap)


def _why(gap: Break) -> str:
    return say("，").join(filter(None, (say(gap.reason.value), gap.note)))


def unknown(disclosure: Disclosure) -> str:
    """Return why this year's figure cannot be compared: the reason on record, or that nothing is on record."""
    before = last_gap(disclosure.department, disclosure)
    return say("上年的数没有公开（{reason}），无从比较", reason=before) if before else say("没有列出上年的数，无从比较")


def last_gap(department: Department, disclosure: Disclosure) -> str:
    """Return why the department's text of the same kind and the year before is not there, or nothing where that is not on record."""
    year = disclosure.year - 1
    return next((say(gap.reason.value) for gap in department.file.gaps if gap.year == year and gap.kind is disclosure.kind), "")


def sum_of(amounts: Sequence[Money], unit: MoneyUnit) -> Money:
    """Return the sum of one amount or more in ``unit``."""
    return Money(sum((each.yuan for each in amounts), start=amounts[0].yuan * 0) / unit.in_yuan, unit)


def planned_for(disclosure: Disclosure, others: Sequence[Disclosure]) -> Disclosure | None:
    """Return the budget of the same year, for accounts; None for anything else."""
    if disclosure.kind is not Kind.ACCOUNTS:
        return None
    return next((other for other in others if other.year == disclosure.year and other.kind is Kind.BUDGET), None)
