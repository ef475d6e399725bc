"""PER-023."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from generator.findings.finding import Severity
from generator.model.readings import OUTPUTS, Aspect, aspect_of
from generator.rules.rule import Basis, Outcome, Remark, rule

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.model.disclosure import Disclosure
    from generator.model.performance import Criterion, Indicator

_NUMBER = re.compile(r"[0-9]+(?:\.[0-9]+)?")


@rule("PER-023", Severity.WARNING, Basis("绩效目标表的填报要求（一级指标、二级指标）"))
def indicator_class_unknown(disclosure: Disclosure) -> Iterator[Remark | Outcome]:
    """一级、二级指标应当写类的名称，二级指标应当属于它上面的一级指标。

    为什么：二级指标写成一个数字，或者“社会效益指标”列在产出之下，读者不知道这一项衡量的是哪一方面。
    怎么改：改成规定的名称：产出下分数量、质量、时效（成本），效益下分经济、社会、生态、可持续影响。
    """
    performance = disclosure.text.performance
    rubric, sheets = performance.rubric if performance else (), disclosure.promises.sheets
    if rubric:
        yield from _faults("整体绩效指标", rubric, frozenset([(row.first or "", row.second or "") for row in rubric]))
    elif not sheets:
        yield Outcome.NOT_APPLICABLE
    for sheet in sheets:
        if not _sound(sheet.reading.classes):
            yield from _faults(f"项目“{sheet.project.name}”", sheet.project.indicators, sheet.reading.classes)


def _faults(name: str, rows: Sequence[Indicator | Criterion], classes: frozenset[tuple[str, str]]) -> Iterator[Remark]:
    if any(_is_number(first) or _is_number(second) for first, second in classes):
        yield from _numbers(name, rows)
    for row in rows if not _sound(classes) else ():
        if row.first and row.second and _misplaced(row.first, row.second):
            message = f"{name}的“{row.third or row.description or ''}”，二级指标“{row.second}”不属于“{row.first}”"
            yield Remark(row.at("second"), message, "请改正一级指标或者二级指标。", (row.at("first"),))


def _numbers(name: str, rows: Sequence[Indicator | Criterion]) -> Iterator[Remark]:
    """Yield once for a table whose classes are numbers."""
    fields = [(row, field, value) for row in rows for field, value in (("first", row.first), ("second", row.second))]
    places = [row.at(field) for row, field, value in fields if _is_number(value or "")]
    message = f"{name}有{len(places)}处一级、二级指标写的是数字，不是类的名称"
    yield Remark(places[0], message, "请改成类的名称，如“质量指标”；这一列是权重或者序号的，另列一栏。", tuple(places[1:]))


def _is_number(text: str) -> bool:
    return text[:1].isdigit() and _NUMBER.fullmatch(text) is not None


@lru_cache(maxsize=1024)
def _sound(classes: frozenset[tuple[str, str]]) -> bool:
    """Return whether each second class may stand under its first and both are names; most sheets have the same classes."""
    return not any(_is_number(first) or _is_number(second) or _misplaced(first, second) for first, second in classes)


@lru_cache(maxsize=256)
def _misplaced(first: str, second: str) -> bool:
    if not first or not second:
        return False
    own, above = aspect_of("", second), aspect_of("", first)
    if "产出" in first:
        return own in (Aspect.EFFECT, Aspect.SATISFACTION)
    if above is Aspect.EFFECT:
        return own in (*OUTPUTS, Aspect.COST)
    return above is Aspect.SATISFACTION and own not in (None, Aspect.SATISFACTION)
