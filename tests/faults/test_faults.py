"""Every example of this folder is found to be faulty, or sound, exactly as it says."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.loading.corpus import load_corpus
from tests.faults.cases import HERE, Case, cases_of

if TYPE_CHECKING:
    from pathlib import Path

    from generator.findings.finding import Finding

CASES = [case for path in sorted(HERE.glob("*.md")) for case in cases_of(path.name)]


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_example_is_found_as_it_says(case: Case, tmp_path: Path) -> None:
    content = tmp_path / "content"
    case.write(content)

    _, findings = load_corpus(content)

    found = sorted(findings, key=lambda finding: finding.place)
    assert [_head(finding) for finding in found] == sorted((e.path, e.line, e.column, e.code) for e in case.expected), _listed(found)
    for finding, expected in zip(found, sorted(case.expected, key=lambda e: (e.path, e.line, e.column, e.code)), strict=True):
        assert expected.message in finding.message
        assert expected.cure in finding.cure
        if expected.spot:
            line = (content / expected.path).read_text(encoding="utf-8-sig").split("\n")[expected.line - 1]
            assert line[expected.column - 1 :].startswith(expected.spot)


def _head(finding: Finding) -> tuple[str, int, int, str]:
    place = finding.place
    return place.path.removeprefix("content/"), place.line, place.column, finding.code


def _listed(findings: list[Finding]) -> str:
    return "\n".join(f"{finding.place} {finding.code} {finding.message} → {finding.cure}" for finding in findings)
