"""STR-001."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.findings.finding import Severity
from generator.model.kinds import Kind, Status
from generator.rules.rule import Basis, Outcome, Remark, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.disclosure import Disclosure


@rule("STR-001", Severity.ERROR, Basis("预算法", "第十四条第二款"))
def metadata_missing(disclosure: Disclosure) -> Iterator[Remark | Outcome]:
    """部门预算、决算应当写明状态、财政批复日期和公开日期。

    为什么：部门预算、决算应当在财政部门批复后二十日内公开；不写这两个日期，谁也无法知道公开得及时不及时。
    怎么改：在“状态”里写“正式公开”，在“日期”下面写“财政批复”和“公开”，如 2026-02-20。还没有批复的，状态写“草案”。
    """
    text = disclosure.text
    if disclosure.kind is Kind.PERFORMANCE or text.status is Status.DRAFT:
        yield Outcome.NOT_APPLICABLE
        return
    dates = text.dates
    needed = (("状态", text.status), ("财政批复日期", dates and dates.finance), ("公开日期", dates and dates.published))
    missing = [name for name, value in needed if value is None]
    if missing and disclosure.partly_read:
        yield Outcome.NO_DATA
    elif missing:
        message = f"没有写明{'、'.join(missing)}"
        # Of a text that does not claim to be official, nobody can say that it should know its dates.
        severity = None if text.status is Status.PUBLISHED else Severity.WARNING
        yield Remark(text.at("dates" if text.status else "status"), message, "请补写；日期照“2026-02-20”的样子写。", severity=severity)
