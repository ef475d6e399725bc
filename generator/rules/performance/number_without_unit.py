"""PER-019."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

from generator.findings.finding import Severity
from generator.model.promises import asked
from generator.rules.rule import Basis, Outcome, Remark, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.disclosure import Disclosure
    from generator.model.readings import Reading

# “培训人次 ≥100” says what it counts.
_TELLS_ITS_UNIT = re.compile("(?:次数|人数|人次|个数|份数|篇数|场次|件数|条数|户数|台数|套数|批次|天数|期数|家数|班次)$")


@rule("PER-019", Severity.WARNING, Basis("绩效目标表的填报要求（指标值）"))
def number_without_unit(disclosure: Disclosure) -> Iterator[Remark | Outcome]:
    """指标值有数字就要有单位：写在数字后面，或者写在指标名称的括号里。

    为什么：“≥40”可以是 40 次、40 人，也可以是 40%，读者和评价的人都无从知道。
    怎么改：在数字后面补上单位，如 ≥8次、≥90%。
    """
    if not disclosure.promises.numbered:
        yield Outcome.NOT_APPLICABLE
    bare = [promise for promise, _ in _bare.among(disclosure.promises)]
    for _, group in groupby(bare, key=lambda promise: id(promise.project)):
        promises = list(group)
        first = promises[0]
        many = f"等{len(promises)}项" if len(promises) > 1 else ""
        message = f"项目“{first.project.name}”的指标“{first.name}”{many}只有数字“{first.text}”，没有单位"
        yield Remark(first.place, message, "请在数字后面补上单位，如 ≥8次、≥90%。", tuple(promise.place for promise in promises[1:]))


@asked
def _bare(reading: Reading) -> bool:
    return reading.size is not None and not reading.unit and not _TELLS_ITS_UNIT.search(reading.name)
