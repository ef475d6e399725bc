"""A disclosure in YAML and the same one in Markdown are one model; so are a statement in YAML and one in CSV."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

import pytest

from generator.model.narrative import Narrative
from generator.model.record import Record
from tests.unit.loading.helpers import YEAR, disclosure_of, text_of

if TYPE_CHECKING:
    from pathlib import Path

FRONT = "年度: 2026\n金额单位: 万元\n"

PAIRS = [
    pytest.param("部门职责: 保管档案。\n", "", "## 部门职责\n\n保管档案。\n", id="a-written-section"),
    pytest.param("标题: 2026年预算\n", "", "# 2026年预算\n", id="the-title"),
    pytest.param(
        "部门职责: |\n  甲。\n\n  ### 内设机构\n\n  - 乙\n    丙\n",
        "",
        "## 部门职责\n\n甲。\n\n### 内设机构\n\n- 乙\n  丙\n",
        id="a-written-section-with-headings",
    ),
    pytest.param(
        "收入:\n  合计: 5\n  说明: 甲。\n", "收入:\n  合计: 5\n", "## 收入\n\n甲。\n", id="figures-in-front-and-their-explanation-below"
    ),
    pytest.param("收入: 甲。\n", "", "## 收入\n\n甲。\n", id="an-explanation-alone"),
    pytest.param(
        "部门整体绩效:\n  总体目标: 甲。\n  说明: 乙。\n",
        "",
        "## 部门整体绩效\n\n### 总体目标\n\n甲。\n\n### 说明\n\n乙。\n",
        id="a-group-by-its-headings",
    ),
    pytest.param("部门整体绩效: 甲。\n", "", "## 部门整体绩效\n\n甲。\n", id="a-group-by-its-text"),
    pytest.param(
        "名词解释:\n  基本支出: 甲。\n  项目支出: 乙。\n",
        "",
        "## 名词解释\n\n### 基本支出\n\n甲。\n\n### 项目支出\n\n乙。\n",
        id="terms",
    ),
    pytest.param(
        "名词解释:\n  基本支出: 甲。\n  项目支出: 乙。\n",
        "名词解释:\n  基本支出: 甲。\n",
        "## 名词解释\n\n### 项目支出\n\n乙。\n",
        id="terms-in-both-places",
    ),
    pytest.param("部门职责:\n收入:\n", "", "## 部门职责\n\n## 收入\n", id="empty-sections"),
]


@pytest.mark.parametrize(("yaml", "front", "body"), PAIRS)
def test_both_forms_give_the_same_text(tmp_path: Path, yaml: str, front: str, body: str) -> None:
    from_yaml = text_of(tmp_path, FRONT + yaml, "a.yml")
    from_markdown = text_of(tmp_path, f"---\n{FRONT}{front}---\n\n{body}", "a.md")
    assert shown(from_markdown) == shown(from_yaml)


def shown(value: object) -> str:
    """Return everything in a value but where it stands, which is all that the two forms may differ in."""
    if isinstance(value, Narrative):
        return f"Narrative({value.text!r})"
    if isinstance(value, tuple):
        return f"({', '.join(map(shown, value))})"
    if not isinstance(value, Record):
        return repr(value)
    names = [entry.name for entry in dataclasses.fields(value) if entry.name != "places"]
    return f"{type(value).__name__}({', '.join(f'{name}={shown(getattr(value, name))}' for name in names)})"


def test_places_in_markdown_are_those_of_the_file(tmp_path: Path) -> None:
    text = text_of(tmp_path, f"---\n{FRONT}---\n\n## 收入\n\n甲。\n\n### 合计\n\n5\n", "a.md")
    assert text.income is not None
    assert text.income.note is not None
    assert (text.income.note.at(1).line, text.income.note.at(1).column) == (8, 2)
    assert (text.income.at("total").line, text.income.at("total").column) == (12, 1)


def test_a_statement_is_the_same_from_yaml_and_from_csv(content: Path) -> None:
    csv = '科目编码,科目名称,合计,基本支出\n201,一般公共服务,"2,220.42",\n20101,人大事务,不公开,0\n'
    rows = (
        '      - {科目编码: 201, 科目名称: 一般公共服务, 合计: "2,220.42", 基本支出: }\n'
        "      - {科目编码: 20101, 科目名称: 人大事务, 合计: 不公开, 基本支出: 0}\n"
    )
    apart = disclosure_of(content, {f"{YEAR}/statements/支出总表.csv": csv})
    (content / f"{YEAR}/statements/支出总表.csv").unlink()
    within = disclosure_of(content, {f"{YEAR}/budget.yml": f"{FRONT}公开表:\n  支出总表:\n    行:\n{rows}"})
    assert apart.text.statements == within.text.statements
    assert apart.text == within.text


def test_a_statement_may_be_its_rows_or_its_note_alone(content: Path) -> None:
    text = f"{FRONT}公开表:\n  采购表: 本单位没有采购。\n  支出总表:\n    - {{科目名称: 甲, 合计: 5}}\n"
    note, rows = disclosure_of(content, {f"{YEAR}/budget.yml": text}).text.statements
    assert note.note is not None
    assert (note.title, note.note.text, note.lines) == ("采购表", "本单位没有采购。", ())
    assert (rows.title, rows.note, [line.name for line in rows.lines]) == ("支出总表", None, ["甲"])
