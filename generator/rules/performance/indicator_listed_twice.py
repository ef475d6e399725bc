"""PER-024."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from generator.findings.finding import Severity
from generator.rules.rule import Basis, Outcome, Remark, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.disclosure import Disclosure
    from generator.model.promises import ProjectPromises, Promise
    from generator.model.readings import SheetReading


@rule("PER-024", Severity.WARNING, Basis("表内勾稽关系"))
def indicator_listed_twice(disclosure: Disclosure) -> Iterator[Remark | Outcome]:
    """同一项指标在一个项目里只列一次。

    为什么：列两次，值相同是重复，值不同就不知道以哪一个为准。
    怎么改：删去重复的一行；两行本来衡量不同的事，把名称或者描述写清楚。
    """
    if not disclosure.promises.sheets:
        yield Outcome.NOT_APPLICABLE
    for sheet in disclosure.promises.sheets:
        if _repeats_a_name(sheet.reading):
            yield from _twins(sheet)


@lru_cache(maxsize=4096)
def _repeats_a_name(sheet: SheetReading) -> bool:
    return len({reading.third for reading in sheet.indicators}) < len(sheet.indicators)


def _twins(sheet: ProjectPromises) -> Iterator[Remark]:
    project = sheet.project
    first: dict[tuple[str, str, str], Promise] = {}
    for promise in sheet.promises:
        indicator, said = promise.indicator, promise.reading
        twin = first.setdefault((said.second, said.third, said.description), promise)
        if twin is promise or not said.third:
            continue
        if twin.text == promise.text:
            message = f"项目“{project.name}”的指标“{promise.name}”列了两次"
            yield Remark(indicator.at("third"), message, "请删去重复的一行。", (twin.indicator.at("third"),))
        else:
            message = f"项目“{project.name}”的指标“{promise.name}”列了两次，值一个是“{twin.text}”，一个是“{promise.text}”"
            yield Remark(promise.place, message, "请只留一个；衡量的不是同一件事，请把名称写清楚。", (twin.place,), twin.text, promise.text)
