"""检查结果: what the rules found in one disclosure, and how every rule came out."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from generator.check import grouped
from generator.findings.finding import Severity
from generator.rules.rule import Outcome
from generator.views.blocks import Block, Fact, Facts, Link, Notice, Prose, Section
from generator.views.judged_blocks import Found, FoundList, OutcomeRow, Outcomes
from generator.views.language import noted, remembered, say
from generator.views.wording import day, run_on

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from generator.check import Judgement
    from generator.findings.finding import Finding
    from generator.model.sections import Waiver

_DETAILS = (
    (noted("应为"), "expected"),
    (noted("实为"), "actual"),
    (noted("相差"), "difference"),
    (noted("算法"), "formula"),
    (noted("可能的原因"), "cause"),
)
_COUNTS = {
    Severity.ERROR: noted("错误{count}处"),
    Severity.WARNING: noted("警告{count}处"),
    Severity.INFO: noted("提示{count}处"),
}
ANCHOR = "findings"


@lru_cache(maxsize=1 << 10)
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
        waived = say("；").join(say("{message}（{code}）", message=finding.message, code=finding.code) for finding in judgement.waived)
        blocks.append(Notice("note", say("已豁免{count}处：{findings}", count=len(judgement.waived), findings=waived)))
    if waivers:
        blocks.append(Facts(tuple(row for waiver in waivers for row in _waiver(waiver))))
    blocks.append(_outcomes(tuple(sorted(judgement.outcomes.items()))))
    return Section(ANCHOR, say("检查结果"), tuple(blocks))


def _waiver(waiver: Waiver) -> list[Fact]:
    name = say("豁免 {rule}的理由", rule=waiver.rule)
    if waiver.where:
        name = say("豁免 {rule}（{where}）的理由", rule=waiver.rule, where=waiver.where)
    approved = waiver.approved_by or ""
    if waiver.until:
        approved = say("{person}，有效期至{day}", person=approved, day=day(waiver.until))
    return [Fact(name, prose=Prose(waiver.reason.text) if waiver.reason else None), Fact(say("豁免的批准人"), approved)]


def _lead(judgement: Judgement) -> str:
    unchanged = say("数字和文字照原文公开，没有改动。")
    if judgement.findings:
        counts = {severity: sum(finding.severity is severity for finding in judgement.findings) for severity in Severity}
        by_severity = say("，").join(say(_COUNTS[severity], count=count) for severity, count in counts.items() if count)
        return run_on(say("发现{count}处需要核对：{counts}。", count=len(judgement.findings), counts=by_severity), unchanged)
    if judgement.complete:
        return run_on(say("适用的规则全部执行，没有发现问题。"), unchanged)
    return run_on(say("已经执行的规则没有发现问题；有的规则因为数据不足或者没有能够执行，不能说全部通过。"), unchanged)


def _found(findings: tuple[Finding, ...], answer: Callable[[str], str]) -> tuple[Found, ...]:
    """Return the findings as readers see them, numbered in their order; one that follows from another says so."""
    number = {id(finding): position for position, finding in enumerate(findings, 1)}
    leader = {id(follower): number[id(group.leader)] for group in grouped(findings) for follower in group.followers}
    return tuple(
        Found(
            number[id(finding)],
            say(finding.severity.value),
            Link(finding.code, rule_address(finding.code)),
            finding.message,
            tuple(Fact(say(name), value) for name, field in _DETAILS if (value := getattr(finding, field))),
            finding.cure,
            str(finding.place),
            leader.get(id(finding), 0),
            answer(say("检查结果{number}（{code}，{place}）", number=number[id(finding)], code=finding.code, place=finding.place)),
        )
        for finding in findings
    )


@remembered(maxsize=512)
def _outcomes(outcomes: tuple[tuple[str, Outcome], ...]) -> Outcomes:
    """Return the block of all rules by outcome; disclosures of one form mostly share it."""
    rows = []
    for outcome in Outcome:
        rules = tuple(Link(code, rule_address(code)) for code, came in outcomes if came is outcome)
        if rules:
            rows.append(OutcomeRow(say(outcome.value), rules))
    counts = say("，").join(say("{outcome}{count}条", outcome=row.outcome, count=len(row.rules)) for row in rows)
    return Outcomes(say("共{count}条规则：{counts}", count=len(outcomes), counts=counts), tuple(rows))
