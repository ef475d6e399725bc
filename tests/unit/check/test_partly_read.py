"""What could not be read is not called missing: the fault of reading is said, and the rules say that they lack data."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from generator.pipeline import examine
from generator.rules.rule import Outcome
from tests.projects import ROOT
from tests.unit.cli.command import CONTENT, YEAR

if TYPE_CHECKING:
    from pathlib import Path

    from generator.check import Report

SOUND = "---\n年度: 2026\n金额单位: 万元\n---\n\n## 部门职责\n\n负责档案工作。\n"


def examined(content: Path, budget: str) -> Report:
    files = {**CONTENT, f"{YEAR}/budget.md": budget}
    del files[f"{YEAR}/budget.yml"]
    for name, text in files.items():
        path = content / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    shutil.copytree(ROOT / "content" / "reference" / "formats", content / "reference" / "formats")
    return examine(content)[1]


@pytest.mark.parametrize(
    ("old", "new", "reading"),
    [
        pytest.param("## 部门职责", "## 部门职则", "DAT-001", id="heading misspelt"),
        pytest.param("金额单位: 万元", "金额单位: 万元\n收入:\n  合计: 十万", "DAT-006", id="no amount"),
        pytest.param("金额单位: 万元", "金额单位: 万元\n金额单位: 万元", "SRC-007", id="key twice"),
    ],
)
def test_what_was_not_read_is_not_missing(tmp_path: Path, old: str, new: str, reading: str) -> None:
    report = examined(tmp_path / "content", SOUND.replace(old, new))
    assert [finding.code for finding in report.loading] == [reading]
    (judgement,) = report.judgements.values()
    assert not {"STR-001", "STR-002", "STR-003"} & {finding.code for finding in judgement.findings}
    assert {judgement.outcomes[code] for code in ("STR-001", "STR-002", "STR-003")} == {Outcome.NO_DATA}
    assert not judgement.complete


def test_what_was_read_is_missing(tmp_path: Path) -> None:
    report = examined(tmp_path / "content", SOUND)
    (judgement,) = report.judgements.values()
    assert {"STR-001", "STR-002", "STR-003"} <= {finding.code for finding in judgement.findings}


def test_what_stands_there_empty_is_empty_all_the_same(tmp_path: Path) -> None:
    report = examined(tmp_path / "content", SOUND.replace("金额单位: 万元", "金额单位: 万元\n其它: 无\n收入:"))
    (judgement,) = report.judgements.values()
    assert [finding.message for finding in judgement.findings if finding.code == "STR-002"] == ["“收入”是空的"]
