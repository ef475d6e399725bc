"""PER-006."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from generator.findings.finding import Severity
from generator.model.readings import OUTPUTS, Aspect, aspects_of
from generator.rules.rule import Basis, Outcome, Remark, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.disclosure import Disclosure
    from generator.model.promises import ProjectPromises


@rule(
    "PER-006", Severity.WARNING, Basis("预算法", "第三十二条第三款"),
    Basis("中央部门预算绩效目标管理办法（财预〔2015〕88号）", read=False),
    Basis("中央部门项目支出核心绩效目标和指标设置及取值指引（试行）（财预〔2021〕101号）", read=False),
)  # fmt: skip
def indicator_family_missing(disclosure: Disclosure) -> Iterator[Remark | Outcome]:
    """每个项目都应当有产出指标和效益（效果）指标，产出指标应当从数量、质量、时效几方面来写。

    为什么：只有产出没有效益，看不出钱花得值不值；只有效益没有产出，看不出做了什么事。
    怎么改：补上所缺的一类；这一方面确实无从衡量的，不必勉强凑数，提示可以不理。
    """
    if not disclosure.promises.sheets:
        yield Outcome.NOT_APPLICABLE
    for sheet in disclosure.promises.sheets:
        yield from _missing(sheet)


def _missing(sheet: ProjectPromises) -> Iterator[Remark]:
    project = sheet.project
    families, lacking = _lacking(sheet.reading.classes)
    if families:
        message = f"项目“{project.name}”没有{'、'.join(families)}"
        yield Remark(project.at("indicators"), message, f"请补上{'、'.join(families)}，至少各一项。")
    elif lacking:
        message = f"项目“{project.name}”的产出指标里没有{'、'.join(lacking)}"
        yield Remark(project.at("indicators"), message, "能衡量的请补上；确实没有这一方面的，不必凑数。", severity=Severity.INFO)


@lru_cache(maxsize=1024)
def _lacking(classes: frozenset[tuple[str, str]]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return which families, and which outputs, pairs of classes lack; the form prints the same pairs in nearly every project."""
    aspects = aspects_of(classes)
    firsts = "".join({first for first, _ in classes})
    families = ("产出指标",) if "产出" not in firsts and aspects.isdisjoint(OUTPUTS) else ()
    if "效" not in firsts.replace("时效", "") and Aspect.EFFECT not in aspects:
        families = (*families, "效益指标")
    classified = any(second for _, second in classes)
    return families, tuple(aspect.value for aspect in OUTPUTS if aspect not in aspects) if classified else ()
