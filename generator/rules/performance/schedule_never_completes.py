"""PER-002."""

from __future__ import annotations

import itertools
from decimal import Decimal
from typing import TYPE_CHECKING

from generator.findings.finding import Severity
from generator.rules.rule import Basis, Outcome, Remark, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.disclosure import Disclosure
    from generator.model.performance import Project, Schedule

_WHOLE = Decimal(100)
_DATES = (("march", "3月底"), ("june", "6月底"), ("october", "10月底"), ("december", "12月底"))


@rule("PER-002", Severity.ERROR, Basis("绩效目标表的填报要求（累计百分比）"))
def schedule_never_completes(disclosure: Disclosure) -> Iterator[Remark | Outcome]:
    """资金支出计划是累计百分比，应当逐期不减，都在 0 到 100 之间，最后一期到 100。

    为什么：到年底还不到 100%，就是说有一部分钱当年花不出去；后一期比前一期小，说明填成了当期比例。
    怎么改：把每一期改成从年初累计的百分比，最后一期填 100。已经在前一期花完的，后面各期也填 100。
    """
    schedules = [(project, project.schedule) for project in disclosure.text.projects if project.schedule]
    if not schedules:
        yield Outcome.NOT_APPLICABLE
    for project, schedule in schedules:
        yield from _faults(project, schedule)


def _faults(project: Project, schedule: Schedule) -> Iterator[Remark]:
    shares = [(name, label, getattr(schedule, name)) for name, label in _DATES]
    filled = [(name, label, share.value) for name, label, share in shares if share is not None and share.value is not None]
    if not filled:
        return
    for name, label, value in filled:
        if not 0 <= value <= _WHOLE:
            yield Remark(schedule.at(name), f"项目“{project.name}”的{label}支出进度是{value}%，不在 0 到 100 之间", "请填累计百分比。")
    for (earlier, _, before), (name, label, value) in itertools.pairwise(filled):
        if value < before:
            message = f"项目“{project.name}”的{label}支出进度{value}%，比前一期的{before}%还小"
            yield Remark(schedule.at(name), message, "请填从年初累计的百分比，而不是当期的比例。", (schedule.at(earlier),))
    name, label, last = filled[-1]
    if last < _WHOLE:
        message = f"项目“{project.name}”的支出计划到{label}只有{last}%，没有到 100%"
        yield Remark(schedule.at(name), message, "请改成累计百分比，最后一期填 100。")
