"""一分钟看懂: what a disclosure says, in plain sentences worked out from its figures, so that they cannot disagree with them."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from generator.findings.finding import Severity
from generator.model.headlines import EXPENDITURE, INCOME, PUBLIC_EXPENSES, shared_out
from generator.model.kinds import Kind
from generator.model.money import Money, NoMoney
from generator.views.glance import ProjectLine, ProjectOverview, Sentence, Summary
from generator.views.headlines import change_and_reason, sum_of
from generator.views.language import noted, say
from generator.views.wording import money, one_line, percent

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.check import Judgement
    from generator.model.disclosure import Disclosure
    from generator.model.headlines import Headline
    from generator.model.performance import Project
    from generator.model.record import Record
    from generator.model.sections import Flow, Part
    from generator.views.marks import Marks

_MOST_NAMED = 4
_LONGEST_PURPOSE = 60
_AMOUNT_FIRST = re.compile(r"\A\s*(?:项目)?预算(?:数|规模|资金)?[^，。；\n]*元，(?:其中[^，。；\n]*元，)?")


def summary(disclosure: Disclosure, figures: Sequence[Headline], marks: Marks, judgement: Judgement) -> list[Summary]:
    """Return the sentences; a figure at which something was found leads to the finding instead of looking sound."""
    text = disclosure.text
    spent = noted("{year}年实际支出{amount}") if disclosure.kind is Kind.ACCOUNTS else noted("{year}年计划支出{amount}")
    by_name = {figure.name: figure for figure in figures}
    sentences = [
        *_of_figure(disclosure, by_name.get(EXPENDITURE), marks, spent),
        *_of_parts(noted("花到哪里去：{parts}。"), text.expenditure, marks),
        *_of_figure(disclosure, by_name.get(INCOME), marks, noted("收入{amount}")),
        *_of_parts(noted("钱从哪里来：{parts}。"), text.income, marks),
        *_of_figure(disclosure, by_name.get(PUBLIC_EXPENSES), marks, noted("“三公”经费{amount}")),
        *_of_projects(text.projects, marks),
        _of_findings(judgement),
    ]
    return [Summary(tuple(sentences), say("以上由程序按本页的数字写成，不是人工摘要。"))] if len(sentences) > 1 else []


def _of_figure(disclosure: Disclosure, figure: Headline | None, marks: Marks, words: str) -> Iterator[Sentence]:
    if figure is None or figure.now is NoMoney.BLANK:
        return
    if not isinstance(figure.now, Money):
        yield Sentence(say("{name}不公开。", name=say(figure.name)))
        return
    change, reason = change_and_reason(disclosure, figure)
    clauses = [say(words, year=disclosure.year, amount=money(figure.now)), change, reason]
    yield Sentence(say("{clauses}。", clauses=say("，").join(filter(None, clauses))), _marks(marks, figure.spots))


def _of_parts(words: str, flow: Flow | None, marks: Marks) -> Iterator[Sentence]:
    """Tell what a total consists of, largest first; shares are of the printed total, and only where it is more than nothing."""
    parts = [part for part in flow.parts if isinstance(part.amount, Money) and part.amount.amount] if flow else []
    if flow is None or not parts:
        return
    total = shared_out(flow)
    parts.sort(key=_amount, reverse=True)
    named = say("、").join(_named(part, total) for part in parts[:_MOST_NAMED])
    told = [say("{parts}等{count}项", parts=named, count=len(parts)) if len(parts) > _MOST_NAMED else named]
    told += [say("{name}{state}", name=part.name, state=say(part.amount.value)) for part in flow.parts if isinstance(part.amount, NoMoney)]
    if total is None and isinstance(flow.total, Money) and flow.total.amount > 0:
        told.append(say("各项与合计{amount}对不上，不列占比", amount=money(flow.total)))
    spots: list[tuple[Record, str]] = [(flow, "total"), *((part, "amount") for part in flow.parts)]
    yield Sentence(say(words, parts=say("；").join(told)), _marks(marks, spots))


def _named(part: Part, total: Money | None) -> str:
    amount = money(part.amount)
    if total is None:
        return say("{name}{amount}", name=part.name, amount=amount)
    return say("{name}{amount}（占{share}）", name=part.name, amount=amount, share=percent(_amount(part), total.yuan))


def _amount(part: Part) -> Decimal:
    return part.amount.yuan if isinstance(part.amount, Money) else Decimal(0)


def _of_projects(projects: Sequence[Project], marks: Marks) -> Iterator[Sentence]:
    if not projects:
        return
    priced = [project for project in projects if isinstance(project.budget, Money)]
    told = [say("有{count}个项目，都没有列出金额", count=len(projects))]
    if priced:
        largest = max(priced, key=lambda project: project.budget.yuan if isinstance(project.budget, Money) else Decimal(0))
        values = {"count": len(projects), "project": largest.name, "amount": money(largest.budget)}
        told = [say("有{count}个项目，最大的是“{project}”，{amount}", **values)]
        if len(priced) < len(projects):
            told.append(say("{count}个没有列出金额", count=len(projects) - len(priced)))
    count = sum(len(project.indicators) for project in projects)
    told += [say("一共承诺了{count}条绩效指标", count=count)] if count else []
    yield Sentence(say("{clauses}。", clauses=say("；").join(told)), _marks(marks, [(project, "budget") for project in priced]))


def _of_findings(judgement: Judgement) -> Sentence:
    errors = sum(finding.severity is Severity.ERROR for finding in judgement.findings)
    found = len(judgement.findings)
    if found:
        return Sentence(
            say("数字和文字核对下来，有{count}处检查结果，其中错误{errors}处，列在本页“检查结果”一节。", count=found, errors=errors)
        )
    if judgement.complete:
        return Sentence(say("数字和文字都核对过，没有发现问题。"))
    return Sentence(say("能核对的都核对过，没有发现问题；有的规则因为数据不足没有得出结论。"))


def _marks(marks: Marks, spots: Sequence[tuple[Record, str]]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(number for spot in spots if (number := marks.touching(*spot))))


def project_overview(projects: Sequence[Project], anchors: Sequence[str]) -> list[ProjectOverview]:
    """Return every project on one line, in the order of the text; shares are of the amounts that are printed."""
    if not projects:
        return []
    amounts = [project.budget for project in projects if isinstance(project.budget, Money)]
    total = sum_of(amounts, amounts[0].unit) if amounts else None
    shares = total is not None and len(amounts) > 1 and all(each.amount >= 0 for each in amounts) and total.amount > 0
    stated = any(project.budget is not None for project in projects)
    lines = []
    for project, anchor in zip(projects, anchors, strict=True):
        # Many a purpose begins with the amounts that stand beside it already.
        told = _AMOUNT_FIRST.sub("", project.purpose.text, count=1) if project.purpose else "".join(project.goals[:1])
        share = percent(project.budget.yuan, total.yuan) if shares and total and isinstance(project.budget, Money) else ""
        amount = money(project.budget) if stated else ""
        width = "" if share == "0.0%" else share
        lines.append(
            ProjectLine(
                project.name, anchor, amount, say("占{share}", share=share) if share else "", width, one_line(told, _LONGEST_PURPOSE)
            )
        )
    lead = say("共{count}个项目。", count=len(projects))
    if total is not None and len(amounts) == len(projects):
        lead = say("共{count}个项目，预算数合计{amount}。", count=len(projects), amount=money(total))
    elif total is not None:
        lead = say("共{count}个项目，其中{listed}个列出金额，合计{amount}。", count=len(projects), listed=len(amounts), amount=money(total))
    elif not stated:
        lead = say("共{count}个项目，文本没有逐个列出金额。", count=len(projects))
    return [ProjectOverview(lead, tuple(lines))]
