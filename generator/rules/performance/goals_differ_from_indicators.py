"""PER-013."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING

from generator.findings.finding import Severity
from generator.model.figures import Comparison
from generator.model.promises import asked
from generator.model.readings import Aspect
from generator.rules.rule import Basis, Outcome, Remark, rule

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.model.disclosure import Disclosure
    from generator.model.promises import ProjectPromises, Promise
    from generator.model.readings import Reading, SheetReading

_UNITS = "人次|批次|场次|人|次|期|场|篇|份|个|台|套|部|条|件|家|户|批|名"
_COUNT = re.compile(rf"([\u4e00-\u9fff]{{2,14}})\s*([0-9]+(?:\.[0-9]+)?)\s*({_UNITS})(?![前内])")
_COUNTED = re.compile(rf"[0-9]\s*(?:{_UNITS})")
"""Told much faster, and needed in any case."""
_NO_NAME = re.compile(
    "次数|人数|数量|人次|个数|份数|篇数|场次|件数|条数|户数|台数|批次|期数|情况|全年|完成|开展|组织|举办|召开|参加|进行|数(?=$|[（(])|[（(][^（）()]*[)）]"
)
# What is counted for each meeting is not what is counted in a year.
_EACH = re.compile("每|人均|单次|单场|平均")
_SHORTEST = 2
_COUNTING = (Aspect.QUANTITY, Aspect.QUALITY)


@rule("PER-013", Severity.WARNING, Basis("预算法", "第三十二条第三款"), Basis("表间勾稽关系"))
def goals_differ_from_indicators(disclosure: Disclosure) -> Iterator[Remark | Outcome]:
    """绩效目标里写明的数量，应当与绩效指标的数量一致；部门的分项目标，各项目的指标合起来应当够得上。

    为什么：目标说培训 150 人次，指标只要求 100 人次，年底无论完成多少都说不清算不算完成。
    怎么改：以批复的为准，把目标和指标改成同一个数；分项目标包括不在项目里的工作的，写明白。
    """
    sheets = [sheet for sheet in disclosure.promises.sheets if _counted.at(sheet.reading)]
    if not sheets:
        yield Outcome.NOT_APPLICABLE
        return
    for sheet in sheets:
        yield from _within_project(sheet)
    performance = disclosure.text.performance
    for goal in performance.goals if performance else ():
        if goal.goal:
            for match, number in _counts(goal.goal.text):
                found = _alike(match[1], match[3], sheets)
                total = sum((promise.number for promise in found), start=Decimal(0))
                if found and total < number and all(promise.reading.comparison is not Comparison.AT_MOST for promise in found):
                    said = "、".join(f"“{promise.name}”{promise.text}" for promise in found)
                    message = f"分项“{goal.name}”的目标是“{match[0]}”，项目指标合起来只有{total:f}{match[3]}（{said}）"
                    cure = "请把两处改成同一个数；分项目标还包括别的工作的，请写明。"
                    yield Remark(goal.goal.at(match.start(2)), message, cure, tuple(promise.place for promise in found))


@asked
def _counted(reading: Reading) -> bool:
    if reading.size is None or reading.aspect not in _COUNTING or not reading.unit or reading.percent:
        return False
    return not _EACH.search(reading.words)


def _within_project(sheet: ProjectPromises) -> Iterator[Remark]:
    project = sheet.project
    for position, goal in enumerate(project.goals):
        for match, number in _counts(goal):
            found = _alike(match[1], match[3], (sheet,))
            if len(found) == 1 and found[0].number != number:
                message = f"项目“{project.name}”的目标写“{match[0]}”，指标“{found[0].name}”是“{found[0].text}”"
                yield Remark(found[0].place, message, "请把目标和指标改成同一个数。", (project.at(f"goals.{position}"),))


def _counts(text: str) -> Iterator[tuple[re.Match[str], Decimal]]:
    for match in _COUNT.finditer(text) if _COUNTED.search(text) else ():
        yield match, Decimal(match[2])


def _alike(words: str, unit: str, sheets: Sequence[ProjectPromises]) -> list[Promise]:
    """Return the indicators whose whole name, but for words of measure, stands in ``words``: of several the most exact."""
    named = [(sheet, each) for sheet in sheets for each in _things(sheet.reading).get(unit, ()) if each[0] in words]
    if not named or _EACH.search(words):
        return []
    most = max([len(core) for _, (core, _) in named])
    return [sheet.promise(number) for sheet, (core, number) in named if len(core) == most]


@lru_cache(maxsize=4096)
def _things(sheet: SheetReading) -> dict[str, list[tuple[str, int]]]:
    """Return by unit what a sheet counts: its name but for words of measure, and the number of its indicator."""
    things: dict[str, list[tuple[str, int]]] = {}
    for number, _ in _counted.at(sheet):
        core = _NO_NAME.sub("", sheet.indicators[number].name)
        if len(core) >= _SHORTEST:
            things.setdefault(sheet.indicators[number].unit, []).append((core, number))
    return things
