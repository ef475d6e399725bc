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
    from generator.model.promises import ProjectPromises
    from generator.model.readings import Reading, SheetReading

_UNITS = "人次|批次|场次|人|次|期|场|篇|份|个|台|套|部|条|件|家|户|批|名"
_COUNT = re.compile(rf"([0-9]+(?:\.[0-9]+)?)\s*({_UNITS})(?![前内])")
_NUMBER = re.compile(r"([0-9]+(?:\.[0-9]+)?)")
_ANY_NUMBER = "0.0"
_LONGEST = 14
_COUNTED_THING = re.compile(rf"[\u4e00-\u9fff]{{2,{_LONGEST}}}\Z")
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
            for thing, count in _counts(goal.goal.text):
                found = [sheets[each].promise(number) for each, number in _alike(thing, count[2], [sheet.reading for sheet in sheets])]
                total = sum((promise.number for promise in found), start=Decimal(0))
                if found and total < Decimal(count[1]) and all(promise.reading.comparison is not Comparison.AT_MOST for promise in found):
                    said = "、".join(f"“{promise.name}”{promise.text}" for promise in found)
                    message = f"分项“{goal.name}”的目标是“{_said(thing, count)}”，项目指标合起来只有{total:f}{count[2]}（{said}）"
                    cure = "请把两处改成同一个数；分项目标还包括别的工作的，请写明。"
                    yield Remark(goal.goal.at(count.start()), message, cure, tuple(promise.place for promise in found))


@asked
def _counted(reading: Reading) -> bool:
    if reading.size is None or reading.aspect not in _COUNTING or not reading.unit or reading.percent:
        return False
    return not _EACH.search(reading.words)


def _within_project(sheet: ProjectPromises) -> Iterator[Remark]:
    project = sheet.project
    for position, goal in enumerate(project.goals):
        words, numbers = (parts := _NUMBER.split(goal))[::2], parts[1::2]
        for which, indicator in _meant(tuple(words), sheet.reading) if numbers else ():
            promise = sheet.promise(indicator)
            if promise.number != Decimal(numbers[which]):
                said = [_said(*each) for each in _counts(goal) if each[1].start() == len("".join(parts[: 2 * which + 1]))]
                message = f"项目“{project.name}”的目标写“{said[0]}”，指标“{promise.name}”是“{promise.text}”"
                yield Remark(promise.place, message, "请把目标和指标改成同一个数。", (project.at(f"goals.{position}"),))


@lru_cache(maxsize=4096)
def _meant(words: tuple[str, ...], sheet: SheetReading) -> tuple[tuple[int, int], ...]:
    """Return which of the numbers between these words is that of which indicator alone; only the numbers change from year to year."""
    text = _ANY_NUMBER.join(words)
    found = [(text.count(_ANY_NUMBER, 0, count.start()), _alike(thing, count[2], (sheet,))) for thing, count in _counts(text)]
    return tuple([(which, alike[0][1]) for which, alike in found if len(alike) == 1])


def _counts(text: str) -> Iterator[tuple[str, re.Match[str]]]:
    """Yield each number that stands right after the words for what it counts, with them."""
    end = 0
    for count in _COUNT.finditer(text):
        thing = _COUNTED_THING.search(text[end : count.start()].rstrip()[-_LONGEST:])
        if thing:
            end = count.end()
            yield thing[0], count


def _said(thing: str, count: re.Match[str]) -> str:
    """Return the words, the number and its unit as they stand in the text."""
    return count.string[count.string.rindex(thing, 0, count.start()) : count.end()]


def _alike(thing: str, unit: str, sheets: Sequence[SheetReading]) -> list[tuple[int, int]]:
    """Return the indicators, by the numbers of sheet and row, whose whole name, but for words of measure, stands in ``thing``.

    Of several it is the most exact.
    """
    named = [(at, *each) for at, sheet in enumerate(sheets) for each in _things(sheet).get(unit, ()) if each[0] in thing]
    if not named or _EACH.search(thing):
        return []
    most = max([len(core) for _, core, _ in named])
    return [(at, number) for at, core, number in named if len(core) == most]


@lru_cache(maxsize=4096)
def _things(sheet: SheetReading) -> dict[str, list[tuple[str, int]]]:
    """Return by unit what a sheet counts: its name but for words of measure, and the number of its indicator."""
    things: dict[str, list[tuple[str, int]]] = {}
    for number, _ in _counted.at(sheet):
        core = _NO_NAME.sub("", sheet.indicators[number].name)
        if len(core) >= _SHORTEST:
            things.setdefault(sheet.indicators[number].unit, []).append((core, number))
    return things
