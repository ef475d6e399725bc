"""PER-018."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.findings.finding import Severity
from generator.model.promises import asked
from generator.model.readings import Aspect
from generator.rules.rule import Basis, Outcome, Remark, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.disclosure import Disclosure
    from generator.model.performance import Project
    from generator.model.promises import Promise
    from generator.model.readings import Reading

_RIGHT = {
    "百分比": "%", "百分数": "%", "百分率": "%", "比率": "%", "比例": "%", "次数": "次", "人数": "人", "个数": "个", "件数": "件",
    "份数": "份", "篇数": "篇", "台数": "台", "户数": "户", "条数": "条", "天数": "天", "场数": "场", "期数": "期", "家数": "家",
    "数量": "个、部、件等", "金额": "万元",
}  # fmt: skip


@rule("PER-018", Severity.WARNING, Basis("绩效目标表的填报要求（指标值）"))
def unit_written_as_word(disclosure: Disclosure) -> Iterator[Remark | Outcome]:
    """指标值的单位应当是一个计量单位，如 %、次、件、万元，不应当写成“百分比”“次数”“数量”，也不应当写两个。

    为什么：“≥90百分比”“≥1数量”读不通，也不知道一是一部、一件还是一次；“8万”不知道是钱还是人。
    怎么改：百分比写 %，次数写次，数量写具体的量词，金额写万元。
    """
    if not _has_unit.any(disclosure.promises):
        yield Outcome.NOT_APPLICABLE
    faulty: dict[tuple[int, str], list[Promise]] = {}
    for promise, unit in _word.among(disclosure.promises):
        faulty.setdefault((id(promise.project), unit), []).append(promise)
    for (_, unit), promises in faulty.items():
        if "、" in unit:
            message = f"项目“{promises[0].project.name}”的指标值“{promises[0].text}”用了两个单位“{unit}”，不知道各是多少"
            yield Remark(promises[0].place, message, "请拆成两项指标，各用自己的单位。", tuple(promise.place for promise in promises[1:]))
            continue
        right = _RIGHT.get(unit, "万元")
        project: Project = promises[0].project
        many = f"“{promises[0].text}”" if len(promises) == 1 else f"“{promises[0].text}”等{len(promises)}处"
        message = f"项目“{project.name}”的指标值{many}，单位写成了“{unit}”"
        others = tuple(promise.place for promise in promises[1:])
        yield Remark(promises[0].place, message, f"请把“{unit}”改成{right}。", others, right, unit)


@asked
def _has_unit(reading: Reading) -> bool:
    return bool(reading.printed)


@asked
def _word(reading: Reading) -> str:
    """Return what is written for a unit and is none."""
    unit = reading.printed
    return unit if unit in _RIGHT or "、" in unit or (unit == "万" and reading.aspect is Aspect.COST) else ""
