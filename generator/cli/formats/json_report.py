"""The examination as JSON for scripts; ``report.schema.json`` beside this module documents every key."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from generator.findings.finding import Severity
from generator.rules.rule import Outcome

if TYPE_CHECKING:
    from generator.check import Judgement
    from generator.cli.examination import Examination
    from generator.findings.finding import Finding
    from generator.source.place import Place

VERSION = 1
"""Changes when a key changes its meaning or goes away; new keys may come at any time."""


def as_json(examination: Examination) -> str:
    """Return the report, the same bytes for the same content."""
    severities = [finding.severity for finding in examination.findings]
    report = {
        "version": VERSION,
        "complete": examination.complete,
        "summary": {
            "findings": len(severities),
            "groups": len(examination.groups),
            "severities": {severity.name.lower(): severities.count(severity) for severity in Severity},
            "disclosures": len(examination.examined),
            "rules": examination.applied,
            "outcomes": {outcome.name.lower(): examination.outcomes[outcome] for outcome in Outcome},
            "elsewhere": examination.elsewhere,
        },
        "site": None
        if examination.site is None
        else {
            "file": examination.prefix + examination.site[0],
            "complete": examination.site[1].complete,
            "outcomes": _outcomes(examination.site[1]),
        },
        "unread": [examination.prefix + path for path in examination.unread],
        "findings": [
            _finding(finding, examination, number, leads=finding is group.leader)
            for number, group in enumerate(examination.groups, 1)
            for finding in (group.leader, *group.followers)
        ],
        "disclosures": [
            {
                "address": each.disclosure.address,
                "department": each.disclosure.department_name,
                "year": each.disclosure.year,
                "kind": each.disclosure.kind.slug,
                "files": [examination.prefix + source.path for source in each.disclosure.sources],
                "complete": each.judgement.complete,
                "outcomes": _outcomes(each.judgement),
                "waived": [_finding(finding, examination) for finding in each.judgement.waived],
            }
            for each in examination.examined
        ],
    }
    return json.dumps(report, ensure_ascii=False, indent=2) + "\n"


def _outcomes(judgement: Judgement) -> dict[str, str]:
    return {code: outcome.name.lower() for code, outcome in judgement.outcomes.items()}


def _finding(finding: Finding, examination: Examination, group: int | None = None, *, leads: bool = True) -> dict[str, Any]:
    def place(each: Place) -> dict[str, Any]:
        return {"path": examination.prefix + each.path, "line": each.line, "column": each.column}

    return {
        "code": finding.code,
        "name": examination.name_of(finding.code),
        "severity": finding.severity.name.lower(),
        "place": place(finding.place),
        "message": finding.message,
        "cure": finding.cure,
        "also": [place(each) for each in finding.also],
        "expected": finding.expected,
        "actual": finding.actual,
        "difference": finding.difference,
        "formula": finding.formula,
        "cause": finding.cause,
        **({} if group is None else {"group": group, "leads": leads}),
    }
