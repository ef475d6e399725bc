"""The findings as GitLab's Code Quality report, which a merge request shows at the line; its JUnit report knows no lines."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from typing import TYPE_CHECKING

from generator.cli.examination import fingerprint
from generator.findings.finding import Severity

if TYPE_CHECKING:
    from generator.cli.examination import Examination

_SEVERITIES = {Severity.ERROR: "critical", Severity.WARNING: "minor", Severity.INFO: "info"}


def as_gitlab(examination: Examination) -> str:
    """Return the report; GitLab drops what bears the same fingerprint, so findings that read alike are counted."""
    seen: Counter[str] = Counter()
    report = []
    for finding in examination.findings:
        mark = fingerprint(finding)
        seen[mark] += 1
        if seen[mark] > 1:
            mark = hashlib.sha256(f"{mark} {seen[mark]}".encode()).hexdigest()[:32]
        report.append(
            {
                "description": finding.message + (f"。{finding.cure}" if finding.cure else ""),
                "check_name": finding.code,
                "fingerprint": mark,
                "severity": _SEVERITIES[finding.severity],
                "location": {"path": examination.prefix + finding.place.path, "lines": {"begin": finding.place.line}},
            }
        )
    return json.dumps(report, ensure_ascii=False, indent=2) + "\n"
