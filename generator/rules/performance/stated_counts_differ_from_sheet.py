"""PER-017."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.findings.finding import Severity
from generator.model.numerals import NUMERAL, read_numeral
from generator.model.readings import Aspect, aspect_of
from generator.rules.rule import Basis, Outcome, Remark, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.disclosure import Disclosure
    from generator.model.performance import Project

_WHAT = "绩效目标|绩效指标|产出指标|效果指标|效益指标|满意度指标"
_BEFORE = re.compile(rf"(?<!第)({NUMERAL})\s*[项个]\s*({_WHAT})")
_AFTER = re.compile(
    rf"({_WHAT})\s*[：:]?\s*(?:主要|共|分别|应|对|目标)*(?:设置|设立|设定|设有|设)?了?\s*({NUMERAL})\s*[项个](?!\s*(?:产出|效果|效益|满意|绩效))"
)
_ORDINAL = re.compile(rf"(?<![年度一-龥])目标(?P<number>{NUMERAL})(?=对应|的|[：:])")


@rule("PER-017", Severity.WARNING, Basis("表间勾稽关系"))
def stated_counts_differ_from_sheet(disclosure: Disclosure) -> Iterator[Remark | Outcome]:
    """“目标和指标设置情况”里写的几项目标、几项指标，应当与绩效目标表里列出的项数一致。

    为什么：文字说设了三项，表里只有一项，说明有的目标没有指标来衡量，或者表和文字不是同一稿。
    怎么改：逐项对照文字和表，补上漏列的，或者改正文字里的数。
    """
    told = [(project, project.method.text) for project in disclosure.text.projects if project.method is not None]
    if not told:
        yield Outcome.NOT_APPLICABLE
    for project, text in told:
        stated: dict[tuple[str, int], int] = {}
        for match in _BEFORE.finditer(text):
            stated.setdefault((match[2], read_numeral(match[1]) or 0), match.start())
        for match in _AFTER.finditer(text):
            stated.setdefault((match[1], read_numeral(match[2]) or 0), match.start())
        for (what, number), offset in sorted(stated.items(), key=lambda item: item[1]):
            counts = _counts(project)[what]
            if number not in counts and project.method is not None:
                field = "goals" if what == "绩效目标" else "indicators"
                message = f"项目“{project.name}”写明设{number}项{what}，表里列了{counts[0]}项"
                cure = "请补上漏列的，或者改正文字里的项数。"
                yield Remark(project.method.at(offset), message, cure, (project.at(field),), f"{counts[0]}项", f"{number}项")
        if not any(what == "绩效目标" for what, _ in stated) and project.method is not None and project.goals:
            for match in _ORDINAL.finditer(text):
                if (read_numeral(match["number"]) or 0) > len(project.goals):
                    message = f"项目“{project.name}”的文字说到“{match[0]}”，表里只列了{len(project.goals)}项绩效目标"
                    cure = "请补上漏列的目标，或者删去多出的说明。"
                    yield Remark(project.method.at(match.start()), message, cure, (project.at("goals"),))


def _counts(project: Project) -> dict[str, tuple[int, ...]]:
    """Return how many of each are listed; satisfaction may be counted as an effect or left out of the whole."""
    aspects = [aspect_of(indicator.first or "", indicator.second or "") for indicator in project.indicators]
    firsts = [indicator.first or "" for indicator in project.indicators]
    satisfied = aspects.count(Aspect.SATISFACTION)
    effects = aspects.count(Aspect.EFFECT)
    outputs = sum("产出" in first for first in firsts) or len(aspects) - satisfied - effects
    return {
        "绩效目标": (len(project.goals),),
        "绩效指标": (len(aspects), len(aspects) - satisfied),
        "产出指标": (outputs,),
        "效果指标": (effects, effects + satisfied),
        "效益指标": (effects, effects + satisfied),
        "满意度指标": (satisfied,),
    }
