"""PER-027."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from generator.findings.finding import Severity
from generator.model.readings import Aspect
from generator.rules.rule import Basis, Outcome, Remark, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.disclosure import Disclosure


@rule(
    "PER-027", Severity.INFO,
    Basis("中央部门项目支出核心绩效目标和指标设置及取值指引（试行）（财预〔2021〕101号）", read=False),
    since=date(2022, 1, 1),
)  # fmt: skip
def cost_indicator_missing(disclosure: Disclosure) -> Iterator[Remark | Outcome]:
    """2022 年起的绩效目标表，项目应当有成本指标。

    为什么：2021 年 8 月的指引要求绩效目标同时写明成本控制的要求，工程、修缮、购置类项目先做，其他项目逐步做到。
    怎么改：补上总成本或者单位成本，如“培训成本 ≤400元/人/天”；确实不便核定的，可以不理。
    """
    if not disclosure.promises.sheets:
        yield Outcome.NOT_APPLICABLE
    for sheet in disclosure.promises.sheets:
        if Aspect.COST not in sheet.reading.aspects:
            project = sheet.project
            yield Remark(project.at("indicators"), f"项目“{project.name}”没有成本指标", "请补上总成本或者单位成本，如 ≤9万元。")
