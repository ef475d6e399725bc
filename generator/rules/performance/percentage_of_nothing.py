"""PER-035."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.findings.finding import Severity
from generator.model.promises import asked
from generator.rules.rule import Basis, Outcome, Remark, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.disclosure import Disclosure
    from generator.model.promises import Promise
    from generator.model.readings import Reading

# What says that a share is meant, or how a share is had.
_SHARE = re.compile("[率比占度]|百分|程度|份额|覆盖|满意|及时|合格|达标|完成情况")


@rule(
    "PER-035", Severity.INFO, Basis("绩效目标表的填报要求（绩效指标、指标值）"),
    Basis("中央部门预算绩效目标管理办法（财预〔2015〕88号）", read=False),
)  # fmt: skip
def percentage_of_nothing(disclosure: Disclosure) -> Iterator[Remark | Outcome]:
    """指标值写百分比的，名称或者描述应当说明是什么的比率。

    为什么：“提高办公水平 ≥10%”“社会影响力 ≥90%”，没有说是什么占什么，年底拿不出数来比。
    怎么改：把名称写成“……率”“……比例”，或者在描述里写明分子和分母；本来不是比率的，换成个数或者定性的档次。
    """
    if not _is_share.any(disclosure.promises):
        yield Outcome.NOT_APPLICABLE
    vague: dict[int, list[Promise]] = {}
    for promise, _ in _vague.among(disclosure.promises):
        vague.setdefault(id(promise.project), []).append(promise)
    for first, *rest in vague.values():
        many = f"等{len(rest) + 1}项" if rest else ""
        message = f"项目“{first.project.name}”的指标“{first.name}”{many}的值是百分比（“{first.text}”），没有说是什么的比率"
        cure = "请把名称写成“……率”，或者在描述里写明怎样计算；不是比率的，换成个数或者文字。"
        yield Remark(first.place, message, cure, tuple(promise.place for promise in rest))


@asked
def _is_share(reading: Reading) -> bool:
    return reading.percent


@asked
def _vague(reading: Reading) -> bool:
    return reading.percent and not _SHARE.search(reading.words)
