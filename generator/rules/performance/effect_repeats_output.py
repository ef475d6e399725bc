"""PER-031."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.findings.finding import Severity
from generator.model.figures import Comparison
from generator.model.promises import asked
from generator.model.readings import OUTPUTS, Aspect
from generator.rules.rule import Basis, Outcome, Remark, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.disclosure import Disclosure
    from generator.model.promises import ProjectPromises, Promise
    from generator.model.readings import Reading

_CURE = "请写出做成以后带来的变化，如知晓率、办结率、节省的时间。"
_COUNTS = frozenset(("次", "批次", "批", "篇", "份", "场", "件", "期", "人次", "条"))
_COVERED = re.compile("覆盖|涉及|检查|培训")
_DOWN = (Comparison.AT_MOST, Comparison.LESS)
_DOING = re.compile("(?:组织|开展|召开|举办|举行|听取|讨论|审议|形成|印发|编制|撰写|提交)")


@rule("PER-031", Severity.INFO, Basis("中央部门预算绩效目标管理办法（财预〔2015〕88号）", read=False))
def effect_repeats_output(disclosure: Disclosure) -> Iterator[Remark | Outcome]:
    """效益指标说的是做成以后带来什么变化，不应当把产出的数量再写一遍。

    为什么：产出写“接待 ≥10批次”，效益还是“接待完成 ≥10批次”，等于没有效益指标。
    怎么改：写出带来的变化，如“签约项目”“群众知晓率”“办事时间缩短”。
    """
    if not any(Aspect.EFFECT in reading.aspects for reading in disclosure.promises.readings):
        yield Outcome.NOT_APPLICABLE
    for sheet in disclosure.promises.sheets:
        for number, _ in _counted.at(sheet.reading):
            yield from _compare(sheet.promise(number), sheet)


def _compare(effect: Promise, sheet: ProjectPromises) -> Iterator[Remark]:
    # Two bare numbers may be of different things.
    beside = sheet.promises if effect.reading.unit else ()
    outputs = [each for each in beside if each.reading.aspect in OUTPUTS and each.text == effect.text]
    twin = next((promise for promise in outputs if _alike(promise.name, effect.name)), None)
    if twin:
        message = f"效益指标“{effect.name}”{effect.text}，与产出指标“{twin.name}”说的是同一个数量"
        yield Remark(effect.place, message, _CURE, (twin.place,))
    elif (_is_covered(effect.reading) or _DOING.match(effect.name)) and effect.reading.comparison not in _DOWN:
        message = f"效益指标“{effect.name}”{effect.text}，数的是做了多少，是产出"
        yield Remark(effect.place, message, _CURE, (effect.indicator.at("second"),))


@asked
def _counted(reading: Reading) -> bool:
    named = reading.unit in _COUNTS or not reading.unit or _is_covered(reading)
    return reading.aspect is Aspect.EFFECT and reading.size is not None and named


def _is_covered(reading: Reading) -> bool:
    return reading.unit.startswith("个") and _COVERED.search(reading.name) is not None


def _alike(one: str, other: str) -> bool:
    return any(one[at : at + 2] in other for at in range(len(one) - 1))
