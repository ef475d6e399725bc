"""The examination as JUnit XML: a suite for the site and for each disclosure, a case for each rule."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from generator.rules.rule import Outcome

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.check import Judgement
    from generator.cli.examination import Examination
    from generator.findings.finding import Finding

_READING = "读取文件"
_SITE = "网站信息"
# What XML 1.0 cannot hold, not even by its number.
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_SKIPPED = {Outcome.NOT_APPLICABLE, Outcome.NO_DATA, Outcome.WAIVED}


def as_junit(examination: Examination) -> str:
    """Return the report. What reading found makes a suite of its own, with a case for each file."""
    root = Element("testsuites", name="明账")
    if examination.reading:
        files: dict[str, list[Finding]] = {}
        for finding in examination.reading:
            files.setdefault(finding.place.path, []).append(finding)
        suite = SubElement(root, "testsuite", name=_READING)
        for path, findings in files.items():
            _failure(_case(suite, _READING, path, examination.prefix + path), findings)
    if examination.site:
        _suite(root, _SITE, *examination.site, examination)
    for each in examination.examined:
        _suite(root, each.disclosure.address.rstrip("/"), each.path, each.judgement, examination)
    for suite in root:
        _count(suite, [suite])
    _count(root, list(root))
    indent(root)
    text = tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'


def _suite(root: Element, name: str, path: str, judgement: Judgement, examination: Examination) -> None:
    suite = SubElement(root, "testsuite", name=_clean(name))
    found: dict[str, list[Finding]] = {}
    own = {id(finding) for finding in judgement.findings}
    led = (finding for group in examination.groups for finding in (group.leader, *group.followers))
    for finding in (each for each in led if id(each) in own):
        found.setdefault(finding.code, []).append(finding)
    others = {code: Outcome.FAILED for code in found if code not in judgement.outcomes}
    for code, outcome in (judgement.outcomes | others).items():
        case = _case(suite, name, f"{code} {examination.name_of(code)}".strip(), examination.prefix + path)
        findings = found.get(code, [])
        if outcome is Outcome.BROKEN:
            SubElement(case, "error", message=_clean(findings[0].message if findings else outcome.value), type=outcome.value)
        elif outcome in _SKIPPED:
            SubElement(case, "skipped", message=outcome.value)
        elif findings:
            _failure(case, findings)


def _case(suite: Element, group: str, name: str, file: str) -> Element:
    return SubElement(suite, "testcase", classname=_clean(group), name=_clean(name), file=_clean(file))


def _failure(case: Element, findings: list[Finding]) -> None:
    """Add one failure for all findings of a case, for readers of this format expect no second."""
    first = findings[0]
    more = f"（另有 {len(findings) - 1} 处）" if len(findings) > 1 else ""
    failure = SubElement(case, "failure", message=_clean(first.message + more), type=first.severity.value)
    failure.text = _clean("\n".join(f"{each}{' 改法：' if each.cure else ''}{each.cure}" for each in findings))


def _count(element: Element, suites: Iterable[Element]) -> None:
    cases = [case for suite in suites for case in suite.iter("testcase")]
    for name, tag in (("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
        element.set(name, str(sum(case.find(tag) is not None for case in cases)))
    element.set("tests", str(len(cases)))


def _clean(text: str) -> str:
    return _NOT_XML.sub("�", text)
