"""PER-003."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from generator.findings.finding import Severity
from generator.rules.rule import Basis, Outcome, Remark, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.disclosure import Disclosure

_WHOLE = Decimal(100)
_DATES = {"march": "3月底", "june": "6月底", "october": "10月底", "december": "12月底"}


@rule("PER-003", Severity.WARNING, Basis("绩效目标表的填报要求（累计百分比）"))
def schedule_has_blanks(disclosure: Disclosure) -> Iterator[Remark | Outcome]:
    """资金支出计划的四期都应当填数，还没有支出的填 0，已经花完的填 100。

    为什么：空着看不出是不花钱，还是忘了填；空白不等于 0。
    怎么改：前面没有支出的各期填 0，到 100% 以后的各期填 100，都空着的照用款计划填写。
    """
    schedules = [(project, project.schedule) for project in disclosure.text.projects if project.schedule]
    if not schedules:
        yield Outcome.NOT_APPLICABLE
    for project, schedule in schedules:
        values = schedule.values
        if None not in values:
            continue
        blank = [name for name, value in zip(_DATES, values, strict=True) if value is None]
        places = tuple(schedule.at(name) for name in blank)
        labels = "、".join(_DATES[name] for name in blank)
        if len(blank) == len(_DATES):
            message = f"项目“{project.name}”的资金支出计划四期都空着"
            yield Remark(places[0], message, "请照用款计划填写四期的累计百分比，最后一期填 100。", places[1:])
            continue
        done = values.index(_WHOLE) if _WHOLE in values else len(values)
        after = None not in values[:done]
        cure = "钱已经花完，请填 100。" if after else "这一期还没有支出的填 0，已经花完的填 100。"
        message = f"项目“{project.name}”的资金支出计划，{labels}空着"
        yield Remark(places[0], message, cure, places[1:], severity=Severity.INFO if after else None)
