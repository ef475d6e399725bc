"""PER-015."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from generator.findings.finding import Severity
from generator.rules.rule import Basis, Outcome, Remark, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.disclosure import Disclosure
    from generator.model.performance import Criterion

_WHOLE = 100
_NUMBER = re.compile(r"[0-9]+(?:\.[0-9]+)?")
_AWARD = re.compile(r"(?<!扣)(?<!扣除)(?<![0-9.])([0-9]+(?:\.[0-9]+)?)\s*分(?!之|值|数|钟)")
# Within one condition, a second score or a deduction shows that the condition is scored on its own.
_SCORED = re.compile(r"[0-9]\s*分|不得分|不计分|扣除?相应|计满分")


@rule("PER-015", Severity.WARNING, Basis("表内勾稽关系"), Basis("项目支出绩效评价管理办法（财预〔2020〕10号）", read=False))
def rubric_scores_do_not_fit(disclosure: Disclosure) -> Iterator[Remark | Outcome]:
    """整体绩效指标的分值合计应当是 100 分；一项之下的得分加起来应当等于这一项的分值，哪一档都不超过它。

    为什么：一项只值 8 分，评分标准却能得 14 分，评价的人无法打分。
    怎么改：重新分配得分，使各项满分相加正好等于分值，分值相加正好等于 100。
    """
    rubric = disclosure.text.performance.rubric if disclosure.text.performance else ()
    if not rubric:
        yield Outcome.NOT_APPLICABLE
        return
    values = [(row, Decimal(row.value)) for row in rubric if row.value and _NUMBER.fullmatch(row.value)]
    if len(values) < len(rubric):
        yield Outcome.NO_DATA
    else:
        total = sum((value for _, value in values), start=Decimal(0))
        if total != _WHOLE:
            message = f"整体绩效指标{len(values)}项的分值合计是{total:f}分，不是100分"
            places = tuple(row.at("value") for row, _ in values[1:])
            gap, formula = f"{total - _WHOLE:f}分", "各项分值之和 = 100"
            yield Remark(rubric[0].at("value"), message, "请重新分配各项的分值。", places, "100分", f"{total:f}分", gap, formula)
    for row, value in values:
        fault = _fault(row, value)
        if fault:
            score = f"{value.normalize():f}分"
            message = f"“{row.third or row.description or ''}”分值{score}，{fault}"
            yield Remark(row.at("scale"), message, "请重新分配得分，使各部分的满分相加等于分值。", (row.at("value"),), score)


def _fault(row: Criterion, value: Decimal) -> str:
    scale = row.scale or ""
    awards = [Decimal(score) for score in _AWARD.findall(scale)]
    if not awards:
        return ""
    if max(awards) > value:
        return f"评分标准里却有{max(awards):f}分的一档"
    conditions = [part for part in re.split("[；;]", scale) if _AWARD.search(part)]
    if len(conditions) > 1 and all(len(_SCORED.findall(part)) > 1 or "扣" in part for part in conditions):
        best = [max(Decimal(score) for score in _AWARD.findall(part)) for part in conditions]
        if sum(best) != value:
            return f"评分标准各部分的满分（{'、'.join(f'{each:f}' for each in best)}分）加起来却是{sum(best):f}分"
    split = [Decimal(score) for score in _AWARD.findall(row.description or "")]
    if len(split) > 1 and sum(split) == value == max(awards):
        return f"描述里分成{'、'.join(f'{each:f}' for each in split)}分几部分，评分标准却把{value.normalize():f}分给了一个条件"
    return ""
