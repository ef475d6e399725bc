"""PER-028."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

from generator.findings.finding import Severity
from generator.model.numerals import NUMERAL, read_numeral
from generator.model.promises import asked
from generator.rules.rule import Basis, Outcome, Remark, rule

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.model.disclosure import Disclosure
    from generator.model.promises import Promise
    from generator.model.readings import Reading
    from generator.source.place import Place

_RANGE = re.compile(rf"第({NUMERAL})[次届]?(?:至|到|-|—|~|～)第?({NUMERAL})次([\u4e00-\u9fff]{{0,8}}?会议)")


@rule("PER-028", Severity.WARNING, Basis("表内勾稽关系"))
def meetings_differ_from_ordinals(disclosure: Disclosure) -> Iterator[Remark | Outcome]:
    """写明“第几次至第几次会议”的，前后应当是同几次会议，次数也应当等于首尾之差加一。

    为什么：第二十四次至第三十次是七次会议，指标却写六次，说明有一处没有更新。
    怎么改：核对今年从第几次开到第几次，把目标、描述和指标值改成一致。
    """
    ranged = [promise for promise, _ in _ranged.among(disclosure.promises)]
    if not ranged:
        yield Outcome.NOT_APPLICABLE
    for _, group in groupby(ranged, key=lambda promise: id(promise.project)):
        yield from _of_project(list(group))


@asked
def _ranged(reading: Reading) -> bool:
    return "第" in reading.words and _RANGE.search(reading.words) is not None


def _of_project(sheet: Sequence[Promise]) -> Iterator[Remark]:
    project = sheet[0].project
    stated: dict[str, tuple[tuple[int, int], Place]] = {}
    for position, goal in enumerate(project.goals):
        for match in _RANGE.finditer(goal):
            stated.setdefault(match[3], (_ends(match), project.at(f"goals.{position}")))
    for promise in sheet:
        for match in _RANGE.finditer(promise.reading.words):
            ends, place = _ends(match), promise.indicator.at("description")
            said, where = stated.setdefault(match[3], (ends, place))
            if said != ends:
                message = f"项目“{project.name}”的指标写{_words(ends)}{match[3]}，别处写的是{_words(said)}"
                yield Remark(place, message, "请核对今年从第几次开到第几次，改成一致。", (where,))
            count = ends[1] - ends[0] + 1
            if promise.reading.unit == "次" and promise.target.number != count:
                message = f"{_words(ends)}{match[3]}是{count}次，指标值却是“{promise.text}”"
                formula = "次数 = 末次 - 首次 + 1"
                yield Remark(promise.place, message, "请核对会议的次数。", (place,), f"{count}次", promise.text, formula=formula)


def _ends(match: re.Match[str]) -> tuple[int, int]:
    return read_numeral(match[1]) or 0, read_numeral(match[2]) or 0


def _words(ends: tuple[int, int]) -> str:
    return f"第{ends[0]}次至第{ends[1]}次"
