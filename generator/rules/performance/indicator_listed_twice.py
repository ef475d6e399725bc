"""PER-024."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.findings.finding import Severity
from generator.rules.rule import Basis, Outcome, Remark, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.disclosure import Disclosure
    from generator.model.promises import Promise


@rule("PER-024", Severity.WARNING, Basis("表内勾稽关系"))
def indicator_listed_twice(disclosure: Disclosure) -> Iterator[Remark | Outcome]:
    """同一项指标在一个项目里只列一次。

    为什么：列两次，值相同是重复，值不同就不知道以哪一个为准。
    怎么改：删去重复的一行；两行本来衡量不同的事，把名称或者描述写清楚。
    """
    if not disclosure.promises.all:
        yield Outcome.NOT_APPLICABLE
    first: dict[tuple[int, str, str, str], Promise] = {}
    sheets = [sheet.promises for sheet in disclosure.promises.sheets]
    # Where no name stands twice, nothing does.
    for promise in [each for sheet in sheets if len({each.reading.third for each in sheet}) < len(sheet) for each in sheet]:
        indicator, said = promise.indicator, promise.reading
        twin = first.setdefault((id(promise.project), said.second, said.third, said.description), promise)
        if twin is promise or not said.third:
            continue
        if twin.text == promise.text:
            message = f"项目“{promise.project.name}”的指标“{promise.name}”列了两次"
            yield Remark(indicator.at("third"), message, "请删去重复的一行。", (twin.indicator.at("third"),))
        else:
            message = f"项目“{promise.project.name}”的指标“{promise.name}”列了两次，值一个是“{twin.text}”，一个是“{promise.text}”"
            yield Remark(promise.place, message, "请只留一个；衡量的不是同一件事，请把名称写清楚。", (twin.place,), twin.text, promise.text)
