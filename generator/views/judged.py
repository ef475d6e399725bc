"""检查结果: what the rules found in one disclosure, and how every rule came out."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from generator.check import grouped
from generator.findings.finding import Severity
from generator.rules.rule import Outcome
from generator.views.blocks import Block, Fact, Facts, Link, Notice, Prose, Section
from generator.views.judged_blocks import Found, FoundList, OutcomeRow, Outcomes
from generator.views.wording import day

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from generator.check import Judgement
    from generator.findings.finding import Finding
    from generator.model.sections import Waiver

_DETAILS = (("应为", "expected"), ("实为", "actual"), ("相差", "difference"), ("算法", "formula"), ("可能的原因", "cause"))
ANCHOR = "findings"


def rule_address(code: str) -> str:
    """Return the permanent address of a rule's page, as ``rules/ari-010/``."""
    return f"rules/{code.lower()}/"


def judged_section(judgement: Judgement, waivers: Sequence[Waiver] = (), answer: Callable[[str], str] = lambda _: "") -> Section:
    """Return the section; nothing is called sound unless every rule that applies has run to its end.

    ``waivers`` are shown with their reasons, whether they were used or not: a reader may judge them.
    ``answer`` returns where readers can write about the place that it is given, or the empty string.
    """
    blocks: list[Block] = [Notice("note", _lead(judgement))]
    if judgement.findings:
        blocks.append(FoundList(_found(judgement.findings, answer)))
    if judgement.waived:
        waived = "；".join(f"{finding.message}（{finding.code}）" for finding in judgement.waived)
        blocks.append(Notice("note", f"已豁免{len(judgement.waived)}处：{waived}"))
    if waivers:
        blocks.append(Facts(tuple(row for waiver in waivers for row in _waiver(waiver))))
    blocks.append(_outcomes(tuple(sorted((code, outcome.value) for code, outcome in judgement.outcomes.items()))))
    return Section(ANCHOR, "检查结果", tuple(blocks))


def _waiver(waiver: Waiver) -> list[Fact]:
    where = f"（{waiver.where}）" if waiver.where else ""
    until = f"，有效期至{day(waiver.until)}" if waiver.until else ""
    reason = Prose(waiver.reason.text) if waiver.reason else None
    return [Fact(f"豁免 {waiver.rule}{where}的理由", prose=reason), Fact("豁免的批准人", f"{waiver.approved_by or ''}{until}")]


def _lead(judgement: Judgement) -> str:
    counts = {severity: sum(finding.severity is severity for finding in judgement.findings) for severity in Severity}
    unchanged = "数字和文字照原文公开，没有改动。"
    if judgement.findings:
        by_severity = "，".join(f"{severity.value}{count}处" for severity, count in counts.items() if count)
        return f"发现{len(judgement.findings)}处需要核对：{by_severity}。{unchanged}"
    if judgement.complete:
        return f"适用的规则全部执行，没有发现问题。{unchanged}"
    return f"已经执行的规则没有发现问题；有的规则因为数据不足或者没有能够执行，不能说全部通过。{unchanged}"


def _found(findings: tuple[Finding, ...], answer: Callable[[str], str]) -> tuple[Found, ...]:
    """Return the findings as readers see them, numbered in their order; one that follows from another says so."""
    number = {id(finding): position for position, finding in enumerate(findings, 1)}
    leader = {id(follower): number[id(group.leader)] for group in grouped(findings) for follower in group.followers}
    return tuple(
        Found(
            number[id(finding)],
            finding.severity.value,
            Link(finding.code, rule_address(finding.code)),
            finding.message,
            tuple(Fact(name, value) for name, field in _DETAILS if (value := getattr(finding, field))),
            finding.cure,
            str(finding.place),
            leader.get(id(finding), 0),
            answer(f"检查结果{number[id(finding)]}（{finding.code}，{finding.place}）"),
        )
        for finding in findings
    )


@lru_cache(maxsize=512)
def _outcomes(outcomes: tuple[tuple[str, str], ...]) -> Outcomes:
    """Return the block of all rules by outcome; disclosures of one form mostly share it."""
    rows = []
    for outcome in Outcome:
        rules = tuple(Link(code, rule_address(code)) for code, value in outcomes if value == outcome.value)
        if rules:
            rows.append(OutcomeRow(outcome.value, rules))
    counts = "，".join(f"{row.outcome}{len(row.rules)}条" for row in rows)
    return Outcomes(f"共{len(outcomes)}条规则：{counts}", tuple(rows))
