"""PER-025."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.findings.finding import Severity
from generator.model.numerals import read_numeral
from generator.rules.rule import Basis, Outcome, Remark, rule

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.model.disclosure import Disclosure
    from generator.model.performance import Project

_MARKS = "（()）.、． "


@rule("PER-025", Severity.WARNING, Basis("地方预决算公开操作规程（财预〔2016〕143号）", "第四条", read=False))
def project_numbers_broken(disclosure: Disclosure) -> Iterator[Remark | Outcome]:
    """项目的编号应当从 1 起连续，不重复、不缺号，也不能有的编、有的不编。

    为什么：缺号会让人以为少公开了一个项目，重号会让人以为两个项目是一个。
    怎么改：按顺序重新编号；删去了项目的，后面的编号往前提。
    """
    groups = [
        [project for project in disclosure.text.projects if project.project_class is each]
        for each in dict.fromkeys(project.project_class for project in disclosure.text.projects)
    ]
    numbered = [group for group in groups if any(project.number for project in group)]
    if not numbered:
        yield Outcome.NOT_APPLICABLE
    for group in numbered:
        if [project.number for project in group] != [str(number) for number in range(1, len(group) + 1)]:
            yield from _faults(group)


def _faults(group: Sequence[Project]) -> Iterator[Remark]:
    without = [project for project in group if not project.number]
    if without:
        names = "、".join(f"“{project.name}”" for project in without)
        message = f"{len(group)}个项目中，{names}没有编号"
        yield Remark(without[0].at("name"), message, "请按顺序补上编号。", tuple(project.at("name") for project in without[1:]))
    before: Project | None = None
    last = 0
    for position, project in enumerate(group, start=1):
        value = read_numeral(project.number.strip(_MARKS)) if project.number else None
        if value is None:
            # One without a number is reported above and keeps its turn.
            last = last + 1 if last or position == 1 else last
            continue
        if value != last + 1:
            said = f"前一个是{last}" if before else "前面没有别的编号"
            message = f"项目“{project.name}”的编号是{project.number}，应当是{last + 1}（{said}）"
            yield Remark(project.at("number"), message, "请按顺序重新编号。", (before.at("number"),) if before and before.number else ())
        before, last = project, value
