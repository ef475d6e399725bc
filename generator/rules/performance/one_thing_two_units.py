"""PER-040."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.findings.finding import Severity
from generator.model.promises import asked
from generator.model.readings import Aspect
from generator.rules.rule import Basis, Outcome, Remark, rule

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.model.disclosure import Disclosure
    from generator.model.promises import Promise
    from generator.model.readings import Reading

_ANYTHING = frozenset(("个", "件"))
_OWN = frozenset(("台", "套", "辆", "部", "份", "册", "本", "张", "间", "家", "户", "场", "处", "座"))
"""Units that only some things are counted in."""
_NO_NAMES = frozenset(("成本", "数量", "个数", "费用", "经费", "购置", "采购", "单价", "标准", "平均", "运行", "维护"))


@rule("PER-040", Severity.INFO, Basis("绩效目标表的填报要求（指标值）"), Basis("表内勾稽关系"))
def one_thing_two_units(disclosure: Disclosure) -> Iterator[Remark | Outcome]:
    """同一个项目里，同一样东西只用一个计量单位。

    为什么：单价写“元/台”，数量写“个”，读者不能肯定两处说的是不是同一样东西，也就不能用单价乘数量来核对。
    怎么改：改成同一个单位，用这样东西自己的量词，如电脑用“台”。
    """
    if not _is_rate.any(disclosure.promises):
        yield Outcome.NOT_APPLICABLE
        return
    for sheet in disclosure.promises.sheets:
        for number, units in _priced_by.at(sheet.reading):
            for unit in units:
                yield from _otherwise(sheet.promise(number), unit, sheet.promises)


@asked
def _is_rate(reading: Reading) -> bool:
    return reading.aspect is Aspect.COST and "/" in reading.unit


@asked
def _priced_by(reading: Reading) -> tuple[str, ...]:
    """Return the units of things that a price is for one of."""
    priced = reading.priced_in if "/" in reading.unit else None
    return tuple(unit for unit in priced[1] if unit in _OWN) if priced else ()


def _otherwise(promise: Promise, unit: str, sheet: Sequence[Promise]) -> Iterator[Remark]:
    if all(other.reading.unit != unit for other in sheet):
        for other in sheet:
            if other.reading.unit in _ANYTHING and other.reading.size is not None and _same_thing(promise.name, other.name):
                message = f"指标“{other.name}”的值“{other.text}”用“{other.reading.unit}”，单价却按“{unit}”算（“{promise.text}”）"
                yield Remark(other.place, message, f"请都用“{unit}”。", (promise.place,), unit, other.reading.unit)


def _same_thing(one: str, other: str) -> bool:
    shared = {one[at : at + 2] for at in range(len(one) - 1)} & {other[at : at + 2] for at in range(len(other) - 1)}
    return not shared <= _NO_NAMES
