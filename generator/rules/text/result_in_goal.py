"""TXT-019."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.findings.finding import Severity
from generator.model.kinds import Kind
from generator.model.prose import standing
from generator.rules.rule import Basis, Outcome, Remark, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.disclosure import Disclosure

# 了 comes first, so that the search jumps from one to the next.
_DONE = standing(
    r"了(?<=(?:打下|奠定|取得|提升|保障|完成|得到|实现|提高|增强|改善|降低|推动|促进|解决|达到|形成|建立|发挥|赢得|荣获|受到)了)(?![解吗])"
)
_FINISHED = standing(r"超额完成|已经?(?:全部|全面|圆满|顺利|基本|如期)?完成", "超额", "已")
_GOALS = {"总体目标", "绩效目标", "绩效指标", "内容", "绩效指标描述", "指标值"}
# A goal may say from what it starts out.
_LOOKING_BACK = re.compile(r"上年|去年|以来|过去|往年|近年|前期|此前|目前|历年|[12][0-9]{3}年底|如果|是否|后，|之后")


@rule("TXT-019", Severity.INFO, Basis("预算法", "第三十二条第三款"))
def result_in_goal(disclosure: Disclosure) -> Iterator[Remark | Outcome]:
    """绩效目标写的是要做到什么，不应当写成已经做到了什么。

    为什么：“超额完成”“打下了良好的基础”是总结里的话。目标写成了结果，年底就没有可以对照的尺度，也看得出是从总结抄来的。
    怎么改：改成本年要达到的程度，如“完成订阅183份”“提升服务水平”；回顾往年的，写明是哪一年。
    """
    if disclosure.kind is Kind.ACCOUNTS:
        yield Outcome.NOT_APPLICABLE
        return
    earlier = str(disclosure.year - 1)
    prose = disclosure.prose
    for hit in [*prose.find(_DONE), *prose.find(_FINISHED)]:
        if hit.passage.label not in _GOALS or _LOOKING_BACK.search(hit.sentence) or earlier in hit.sentence:
            continue
        message = f"目标写成了已经完成的事：“{hit.before[-10:]}{hit.text}{hit.after[:8]}”"
        yield Remark(hit.place, message, "请改成本年度要达到的程度；回顾往年的，请写明年份。")
