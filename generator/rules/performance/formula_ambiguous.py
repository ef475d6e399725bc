"""PER-034."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.findings.finding import Severity
from generator.model.prose import standing
from generator.rules.rule import Basis, Outcome, Remark, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.disclosure import Disclosure
    from generator.model.prose import Hit

_TERM = r"[^（）()/÷*×=＝+＋\n，。；]+"
_SUM = rf"{_TERM}(?:[+＋]{_TERM})+"
# “a+b/c+d”: without brackets only b is divided by c.
_DIVIDED = standing(rf"{_SUM}[/÷]{_SUM}", "/", "÷")
_HUNDRED = standing(r"[/÷][^/÷\n，。；=＝]{1,40}[）)]\s*[*×]\s*100(?![0-9.%％])", "/", "÷")
_SECTIONS = {"项目", "部门整体绩效"}


@rule("PER-034", Severity.INFO, Basis("绩效目标表的填报要求（绩效指标描述）"))
def formula_ambiguous(disclosure: Disclosure) -> Iterator[Remark | Outcome]:
    """指标的计算公式应当算得出要说的数：分子、分母是几项相加的，各加括号；百分率乘以 100%。

    为什么：“甲+乙/丙+丁”照算术是先除后加，算不出完成率；“×100”得到的是 95，不是 95%。
    怎么改：写成“（甲+乙）/（丙+丁）×100%”。
    """
    performance = disclosure.text.performance
    if not disclosure.promises.sheets and not (performance and performance.rubric):
        yield Outcome.NOT_APPLICABLE
    for hit in disclosure.prose.find(_DIVIDED):
        if _is_formula(hit):
            message = f"公式里除号两边的加法没有括号：“{hit.text[:40]}”"
            yield Remark(hit.place, message, "请给分子和分母各加一对括号。")
    for hit in disclosure.prose.find(_HUNDRED):
        if _is_formula(hit):
            yield Remark(hit.place, f"公式乘以100，少了“%”：“{hit.text[-20:]}”", "请改成“×100%”。")


def _is_formula(hit: Hit) -> bool:
    return hit.passage.section in _SECTIONS and hit.passage.narrative is None
