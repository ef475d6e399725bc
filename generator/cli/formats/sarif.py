"""The examination as SARIF 2.1.0, which editors and forges show at the line."""

from __future__ import annotations

import json
from importlib.metadata import version
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from generator.cli.examination import fingerprint
from generator.cli.excerpts import Excerpts
from generator.findings.codes import READING, SEALING, WAIVING
from generator.findings.finding import Severity
from generator.rules.manual import manual_of
from generator.rules.rule import Outcome

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.cli.examination import Examination
    from generator.cli.excerpts import Span
    from generator.findings.finding import Finding
    from generator.model.sections import Waiver
    from generator.rules.rule import AnyRule

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_FIGURES = ("expected", "actual", "difference", "formula", "cause")


def as_sarif(examination: Examination) -> str:
    """Return one run: the rules with their manual pages, the findings as results, the rules that broke as notifications."""
    excerpts = Excerpts(examination.folder)
    described = [_rule(rule) for rule in examination.rules]
    known = {each["id"] for each in described}
    shown = [*examination.findings, *(finding for each in examination.examined for finding in each.judgement.waived)]
    described += [_code(code, examination) for code in sorted({finding.code for finding in shown} - known)]
    index = {each["id"]: number for number, each in enumerate(described)}
    results = []
    for number, group in enumerate(examination.groups, 1):
        for finding in (group.leader, *group.followers):
            result = _result(finding, examination, excerpts, index)
            result["properties"]["group"] = number
            results.append(result)
    for each in examination.examined:
        for finding in each.judgement.waived:
            suppression = _suppression(each.disclosure.text.waivers, finding)
            results.append(_result(finding, examination, excerpts, index) | {"suppressions": [suppression]})
    run = {
        "tool": {"driver": {"name": "mingzhang", "fullName": "明账", "version": version("mingzhang"), "rules": described}},
        "language": "zh-CN",
        "columnKind": "unicodeCodePoints",
        "invocations": [
            {
                "executionSuccessful": not examination.outcomes[Outcome.BROKEN],
                "toolExecutionNotifications": list(_notifications(examination)),
            }
        ],
        "results": results,
    }
    log = {"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _rule(rule: AnyRule) -> dict[str, Any]:
    manual = manual_of(rule)
    basis = [str(each) for each in rule.basis]
    page = [manual.law, f"为什么：{manual.why}", f"怎么改：{manual.cure}", f"依据：{'；'.join(basis)}"]
    dates = {"since": rule.since, "until": rule.until}
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": manual.fault},
        "fullDescription": {"text": manual.law},
        "help": {"text": "\n".join(page), "markdown": "\n\n".join(page)},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {"basis": basis, **{name: day.isoformat() for name, day in dates.items() if day}},
    }


def _code(code: str, examination: Examination) -> dict[str, Any]:
    """Return the description of a code that is no rule: of reading, of seals, or of waivers."""
    meaning = READING.get(code) or SEALING.get(code) or WAIVING.get(code)
    text = examination.name_of(code) or code
    level = _LEVELS[meaning.severity if meaning else Severity.WARNING]
    return {
        "id": code,
        "shortDescription": {"text": text},
        "fullDescription": {"text": text},
        "help": {"text": f"{text}。\n怎么改：{meaning.cure}" if meaning else text},
        "defaultConfiguration": {"level": level},
    }


def _result(finding: Finding, examination: Examination, excerpts: Excerpts, index: dict[str, int]) -> dict[str, Any]:
    known = (finding.actual, finding.expected)
    message = finding.message + (f"。{finding.cure}" if finding.cure else "")
    figures = {name: getattr(finding, name) for name in _FIGURES if getattr(finding, name)}
    others = [_location(excerpts.compared(place, finding), examination) for place in finding.also]
    return {
        "ruleId": finding.code,
        "ruleIndex": index[finding.code],
        "level": _LEVELS[finding.severity],
        "message": {"text": message},
        "locations": [_location(excerpts.span(finding.place, known), examination)],
        **(
            {"relatedLocations": [{"id": number, "message": {"text": "对照"}, **each} for number, each in enumerate(others)]}
            if others
            else {}
        ),
        "partialFingerprints": {"mingzhang/v1": fingerprint(finding)},
        "properties": {**figures, "cure": finding.cure},
    }


def _location(span: Span, examination: Examination) -> dict[str, Any]:
    place = span.place
    region = {"startLine": place.line, "startColumn": place.column, "endColumn": place.column + span.length}
    return {"physicalLocation": {"artifactLocation": {"uri": quote(examination.prefix + place.path)}, "region": region}}


def _suppression(waivers: Iterable[Waiver], finding: Finding) -> dict[str, Any]:
    waiver = next((each for each in waivers if each.rule == finding.code), None)
    reason = waiver.reason.text if waiver and waiver.reason else ""
    return {"kind": "inSource", "status": "accepted", **({"justification": reason} if reason else {})}


def _notifications(examination: Examination) -> Iterator[dict[str, Any]]:
    """Yield which rules came to no judgement, and where; to say nothing of them would look like a pass."""
    for path, judgement in examination.judged:
        for code, outcome in judgement.outcomes.items():
            if outcome in (Outcome.BROKEN, Outcome.NO_DATA):
                uri = quote(examination.prefix + path)
                yield {
                    "level": "error" if outcome is Outcome.BROKEN else "note",
                    "message": {"text": f"{code} {examination.name_of(code)}：{outcome.value}"},
                    "associatedRule": {"id": code},
                    "locations": [{"physicalLocation": {"artifactLocation": {"uri": uri}}}],
                }
