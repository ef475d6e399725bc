"""PER-036."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.findings.finding import Severity
from generator.rules.rule import Basis, Outcome, Remark, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.disclosure import Disclosure

# A figure, a number in words with what it counts, or a threshold that needs none.
_FIGURE = re.compile(
    "[0-9０-９①-⑳]|[一二两三四五六七八九十百千万]+(?:次|个|项|份|人|年|月|季|天|日|家|场|期|篇|件|成|倍)|百分之"
    "|零|不发生|无(?:重大|责任|安全|事故|差错|投诉)|全部(?:完成|达标|合格)|全覆盖"
)


@rule(
    "PER-036", Severity.INFO, Basis("预算法", "第三十二条第三款"),
    Basis("中央部门预算绩效目标管理办法（财预〔2015〕88号）", read=False),
)  # fmt: skip
def goal_without_figure(disclosure: Disclosure) -> Iterator[Remark | Outcome]:
    """分项绩效目标的绩效指标应当有可以衡量的数：几次、几项、百分之几，或者哪一天以前。

    为什么：指标里没有一个数，年底做得多做得少都算完成；抄法定职责、抄工作内容，都不是指标。
    怎么改：从项目绩效目标表里挑最能说明问题的几项指标写上，如“立法任务完成率100%”“组织视察8次”。
    """
    performance = disclosure.text.performance
    told = [goal for goal in performance.goals if goal.indicators and goal.indicators.text] if performance else []
    if not told:
        yield Outcome.NOT_APPLICABLE
    without = [goal for goal in told if not _FIGURE.search(goal.indicators.text if goal.indicators else "")]
    if without:
        first, *rest = without
        many = f"等{len(without)}个分项" if rest else ""
        message = f"分项“{first.name}”{many}的绩效指标里没有一个数，无从衡量"
        cure = "请写出要做到的数量、比率或者期限；项目绩效目标表里有的，照它写。"
        yield Remark(first.at("indicators"), message, cure, tuple(goal.at("indicators") for goal in rest))
