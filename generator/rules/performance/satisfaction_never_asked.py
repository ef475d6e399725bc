"""PER-026."""

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
    "PER-026", Severity.WARNING, Basis("中央部门预算绩效目标管理办法（财预〔2015〕88号）", read=False),
    # From the guide of August 2021 on, satisfaction is used where it is needed.
    until=date(2021, 12, 31),
)  # fmt: skip
def satisfaction_never_asked(disclosure: Disclosure) -> Iterator[Remark | Outcome]:
    """2021 年及以前的绩效目标表，每个项目都应当有满意度指标。

    为什么：钱花得好不好，最后由服务对象来说；当时的办法要求产出、效益、满意度三类都要有。
    怎么改：补上服务对象的满意度，如“参训人员满意度 ≥90%”；已经放在别处的，移到满意度指标。
    """
    if not disclosure.promises.sheets:
        yield Outcome.NOT_APPLICABLE
    for sheet in disclosure.promises.sheets:
        if Aspect.SATISFACTION not in sheet.reading.aspects:
            project = sheet.project
            yield Remark(project.at("indicators"), f"项目“{project.name}”没有满意度指标", "请补上服务对象的满意度，如 ≥90%。")
