"""PER-002."""

from __future__ import annotations

import itertools
from decimal import Decimal
from typing import TYPE_CHECKING

from generator.findings.finding import Severity
from generator.model.entry import Related, Sums
from generator.rules.rule import Basis, Outcome, Remark, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.disclosure import Disclosure
    from generator.model.performance import Project, Schedule
    from generator.rules.rule import Said

_WHOLE = Decimal(100)
_DATES = (("march", "3月底"), ("june", "6月底"), ("october", "10月底"), ("december", "12月底"))
_CURE = "请改成从年初累计的百分比，最后一期填 100；已经花完的，后面各期也填 100。"
_PER_PERIOD = "四期加起来正好100%，像是填了每一期的比例，而不是累计的比例"


@rule("PER-002", Severity.ERROR, Basis("绩效目标表的填报要求（累计百分比）"))
def schedule_never_completes(disclosure: Disclosure) -> Iterator[Said]:
    """资金支出计划是累计百分比，应当逐期不减，都在 0 到 100 之间，最后一期到 100。

    为什么：到年底还不到 100%，就是说有一部分钱当年花不出去；后一期比前一期小，说明填成了当期比例。
    怎么改：把每一期改成从年初累计的百分比，最后一期填 100。已经在前一期花完的，后面各期也填 100。
    """
    schedules = [(project, project.schedule) for project in disclosure.text.projects if project.schedule]
    filled = [(*each, known) for each in schedules if (known := [value for value in each[1].values if value is not None])]
    if not filled:
        yield Outcome.NO_DATA if schedules else Outcome.NOT_APPLICABLE
    sums = Sums()
    for project, schedule, known in filled:
        sound = known[-1] == _WHOLE and known[0] >= 0 and known == sorted(known)
        if sound and len(known) == len(_DATES):
            sums.hold(schedule, "december", ((schedule, "october"), (schedule, "june"), (schedule, "march")), sign="≥")
            continue
        shares = [(name, label, value) for (name, label), value in zip(_DATES, schedule.values, strict=True) if value is not None]
        faults = [] if sound else list(_faults(project, schedule, shares))
        yield from faults
        last, *earlier = [(schedule, name) for name, _, _ in reversed(shares)]
        if earlier:
            sums.compared.append(Related(*last, "≥", tuple(earlier), "≥", faults[0].place if faults else None))
    yield sums


def _faults(project: Project, schedule: Schedule, shares: list[tuple[str, str, Decimal]]) -> Iterator[Remark]:
    values = [value for _, _, value in shares]
    plan = "、".join(f"{value:f}%" for value in values)
    name, label, last = shares[-1]
    if last < _WHOLE and len(values) == len(_DATES) and sum(values) == _WHOLE:
        message = f"项目“{project.name}”的支出计划是{plan}，到{label}只有{last:f}%"
        places = tuple(schedule.at(each) for each, _, _ in shares[:-1])
        yield Remark(schedule.at(name), message, _CURE, places, "100%", f"{last:f}%", f"{_WHOLE - last:f}%", cause=_PER_PERIOD)
        return
    for each, when, value in shares:
        if not 0 <= value <= _WHOLE:
            yield Remark(schedule.at(each), f"项目“{project.name}”的{when}支出进度是{value:f}%，不在 0 到 100 之间", "请填累计百分比。")
    for (earlier, _, before), (each, when, value) in itertools.pairwise(shares):
        if value < before:
            message = f"项目“{project.name}”的{when}支出进度{value:f}%，比前一期的{before:f}%还小"
            yield Remark(schedule.at(each), message, "请填从年初累计的百分比，而不是当期的比例。", (schedule.at(earlier),))
    if last < _WHOLE:
        message = f"项目“{project.name}”的支出计划到{label}只有{last:f}%，没有到 100%"
        yield Remark(schedule.at(name), message, _CURE, (), "100%", f"{last:f}%", f"{_WHOLE - last:f}%")
