"""X-010."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.findings.finding import Severity
from generator.model.entry import Repeated, Sums
from generator.model.previous_figures import previous_figures
from generator.rules.remarks import remark
from generator.rules.rule import Basis, Outcome, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.disclosure import Disclosure
    from generator.rules.rule import Said

_OTHER_BASE = re.compile("执行数|调整后|调整预算|口径|划转|划入|划出|机构改革|追加|调剂")


@rule("X-010", Severity.ERROR, Basis("地方预决算公开操作规程（财预〔2016〕143号）", read=False), Basis("表间勾稽关系"))
def previous_year_differs_from_published(disclosure: Disclosure) -> Iterator[Said]:
    """本年文本里的上年数应当等于上年公开的数字。

    为什么：上年的数字已经公开过，读者会拿两年的文本对照；不一样又不说明，两年里就有一年说错了。
    怎么改：以上年公开的数字为准；上年数用的是执行数、调整后的数，或者因为机构划转调整过口径的，在说明里写清楚。
    """
    pairs = [(each, each.mismatch) for each in previous_figures(disclosure)]
    if not pairs:
        yield Outcome.NOT_APPLICABLE
    yield Sums(compared=[Repeated(*each.repeated[1:], each.published[1:], mismatch) for each, mismatch in pairs])
    for each, mismatch in pairs:
        if mismatch is not None and not mismatch.rounding:
            explained = each.note is not None and _OTHER_BASE.search(each.note.text) is not None
            cure = "请改成上年公开的数字；口径不同的，在说明里写清楚。"
            yield remark(mismatch, cure, Severity.INFO if explained else None)
