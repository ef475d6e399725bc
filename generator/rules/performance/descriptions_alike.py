"""PER-032."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.findings.finding import Severity
from generator.model.promises import asked
from generator.model.readings import Aspect
from generator.rules.rule import Basis, Outcome, Remark, rule

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.model.disclosure import Disclosure
    from generator.model.performance import Indicator
    from generator.model.promises import Promise
    from generator.model.readings import Reading

_TELLING = 10
_SELF_EXPLAINING = 5
_COPIED = 18
"""Characters; a shorter description may well occur in a longer one."""
_COUNTED = re.compile(r"(?:次数|人数|人次|数量|个数|份数|天数|面积|金额)(?:[（(].*)?$")


@rule("PER-032", Severity.INFO, Basis("绩效目标表的填报要求（绩效指标描述）"))
def descriptions_alike(disclosure: Disclosure) -> Iterator[Remark | Outcome]:
    """一个项目里不同的指标，描述应当各不相同，也不应当从别的指标的描述里截一段。

    为什么：描述说明这一项怎样计算、怎样衡量；三项指标同一句描述，看不出有什么区别。
    怎么改：分别写明各自的内容或者算法。
    """
    described = [promise for promise, _ in _is_described.among(disclosure.promises)]
    if not described:
        yield Outcome.NOT_APPLICABLE
    yield from _repeating_names(described)
    yield from _copied_in_part(described)
    first: dict[tuple[int, str | None], Indicator] = {}
    for promise in described:
        indicator = promise.indicator
        twin = first.setdefault((id(promise.project), indicator.description), indicator)
        if twin.third != indicator.third and len(indicator.description or "") > _TELLING:
            message = f"项目“{promise.project.name}”的指标“{indicator.third}”与“{twin.third}”描述相同，看不出区别"
            yield Remark(indicator.at("description"), message, "请分别写明各自怎样计算或者衡量。", (twin.at("description"),))


@asked
def _is_described(reading: Reading) -> bool:
    return bool(reading.third and reading.description)


def _copied_in_part(described: Sequence[Promise]) -> Iterator[Remark]:
    """Yield the long descriptions that are a piece of another one in the same project."""
    long = [promise for promise in described if len(promise.indicator.description or "") >= _COPIED]
    for promise in long:
        own = (promise.indicator.description or "").rstrip("。；")
        for other in long:
            text = other.indicator.description or ""
            # “1月、3月为代表提供保障” says more of the same thing; what follows a comma is another matter's end.
            if other.project is promise.project and any(f"{mark}{own}" in text for mark in "，。；"):
                message = f"指标“{promise.name}”的描述，是从“{other.name}”的描述里截来的一段"
                also = (other.indicator.at("description"),)
                yield Remark(promise.indicator.at("description"), message, "请写明这一项自己怎样计算或者衡量。", also)
                break


def _repeating_names(described: Sequence[Promise]) -> Iterator[Remark]:
    """Yield, one a project, the descriptions that only repeat a name that does not explain itself."""
    repeating: dict[int, list[Promise]] = {}
    for promise in described:
        name, description = promise.indicator.third or "", promise.indicator.description or ""
        if len(name) < _SELF_EXPLAINING or promise.reading.aspect is Aspect.SATISFACTION or _COUNTED.search(name):
            continue
        if "".join(name.split()) == "".join(description.split()):
            repeating.setdefault(id(promise.project), []).append(promise)
    for first, *rest in repeating.values():
        many = f"等{len(rest) + 1}项" if rest else ""
        message = f"项目“{first.project.name}”的指标“{first.name}”{many}，描述只是重复了名称"
        also = tuple(promise.indicator.at("description") for promise in rest)
        yield Remark(first.indicator.at("description"), message, "请写明怎样计算、数的是什么。", also)
