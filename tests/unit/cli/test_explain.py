"""``mingzhang explain`` prints every manual page, and every code that a finding can bear has one."""

from __future__ import annotations

import re
import zipfile
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from hatchling.builders.wheel import WheelBuilder

from generator.cli.excerpts import width
from generator.findings.codes import READING, SEALING, WAIVING
from generator.rules import ALL_RULES, SITE_RULES
from generator.rules.manual import GROUPS, group_of, manual_of
from tests.projects import ROOT
from tests.unit.cli.made_up import Command, mingzhang, passes

if TYPE_CHECKING:
    from pathlib import Path

    from generator.rules.rule import AnyRule

__all__ = ["mingzhang"]

EVERY_RULE = (*ALL_RULES, *SITE_RULES)
_CODE = re.compile(r'"([A-Z]{1,3}-\d{3})"')


def test_every_code_in_the_program_is_explained() -> None:
    paths = [path for path in (ROOT / "generator").rglob("*.py") if path.stem != "codes" and "rules" not in path.parts]
    used = {code for path in paths for code in _CODE.findall(path.read_text("utf-8"))}
    assert used - {rule.code for rule in EVERY_RULE} == {*READING, *SEALING, *WAIVING}


def test_the_kinds_of_codes_are_kept_apart() -> None:
    assert all(code.startswith(("SRC-", "DAT-")) for code in READING)
    assert all(code.startswith("WAI-") for code in WAIVING)
    assert not {*READING, *SEALING, *WAIVING} & {rule.code for rule in EVERY_RULE}


def test_every_group_of_rules_has_a_chinese_name() -> None:
    folders = {path.parent.name for path in (ROOT / "generator" / "rules").glob("*/__init__.py")}
    assert folders == set(GROUPS)


@pytest.mark.parametrize("rule", EVERY_RULE, ids=[rule.code for rule in EVERY_RULE])
def test_a_rule_is_explained_with_examples(tmp_path: Path, mingzhang: Command, rule: AnyRule) -> None:
    code, out, err = mingzhang(tmp_path, "explain", rule.code.lower())
    assert (code, err) == (0, "")
    manual = manual_of(rule)
    lines = out.splitlines()
    assert lines[0] == f"{rule.code} {manual.fault}"
    flat = re.sub(r"\s", "", out)
    for said in (manual.law, manual.why, manual.cure, *map(str, rule.basis), rule.severity.value):
        assert re.sub(r"\s", "", said) in flat
        assert said
    assert "不通过的例子：" in out
    assert "# ← 这里有错：" in out
    assert re.search("^通过的例子：", out, re.MULTILINE)
    assert "# error" not in out
    assert {fails.fails for fails in manual.examples} == {True, False}
    assert all(example.blocks for example in manual.examples)


def test_the_dates_in_force_are_said(tmp_path: Path, mingzhang: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    rules = (passes, replace(passes, code="STR-951", since=date(2021, 1, 5)), replace(passes, code="STR-952", until=date(2020, 12, 31)))
    monkeypatch.setattr("generator.cli.explaining.ALL_RULES", rules)
    said = [re.search("^适用 +(.+)$", mingzhang(tmp_path, "explain", rule.code)[1], re.MULTILINE) for rule in rules]
    assert [each and each[1] for each in said] == [
        "任何日期的文本",
        "公开日期在2021年1月5日起的文本",
        "公开日期在到2020年12月31日为止的文本",
    ]


def test_a_rule_of_the_site_is_dated_by_nothing(tmp_path: Path, mingzhang: Command) -> None:
    assert "适用      网站自己的信息（site.yml），不分日期\n" in mingzhang(tmp_path, "explain", SITE_RULES[0].code)[1]


def test_long_lines_are_folded_under_each_other(tmp_path: Path, mingzhang: Command) -> None:
    for rule in EVERY_RULE:
        page = mingzhang(tmp_path, "explain", rule.code)[1].split("例子：")[0]
        assert all(width(line) <= 80 for line in page.splitlines()[2:])


@pytest.mark.parametrize("code", [*READING, *SEALING, *WAIVING])
def test_a_code_of_reading_is_explained(tmp_path: Path, mingzhang: Command, code: str) -> None:
    ended, out, err = mingzhang(tmp_path, "explain", code)
    meaning = (READING | SEALING | WAIVING)[code]
    assert (ended, err) == (0, "")
    assert out.startswith(f"{code} {meaning.name}\n\n")
    assert re.search("^怎么改    ", out, re.MULTILINE)
    assert ("依据      " in out) is bool(meaning.basis)


def test_all_codes_are_listed_by_group(tmp_path: Path, mingzhang: Command) -> None:
    code, out, _ = mingzhang(tmp_path, "explain")
    assert code == 0
    listed = re.findall(r"^  ([A-Z]+-\d{3})  \S", out, re.MULTILINE)
    assert sorted(listed) == sorted([*(rule.code for rule in EVERY_RULE), *READING, *SEALING, *WAIVING])
    headings = [line for line in out.splitlines() if line and not line.startswith(" ")]
    assert headings == [*dict.fromkeys(GROUPS[group_of(rule)] for rule in EVERY_RULE), "读取文件", "封存", "豁免", headings[-1]]


@pytest.mark.parametrize(("code", "near"), [("SRC-099", "SRC-0"), ("DAT001", "DAT-001"), ("WAI-003", "WAI-00")])
def test_an_unknown_code_is_answered_with_the_nearest(tmp_path: Path, mingzhang: Command, code: str, near: str) -> None:
    ended, out, err = mingzhang(tmp_path, "explain", code)
    assert (ended, out) == (2, "")
    assert f"没有编号为“{code}”的规则。相近的有：{near}" in err


def test_a_code_like_no_other_is_answered_with_where_they_are_listed(tmp_path: Path, mingzhang: Command) -> None:
    assert mingzhang(tmp_path, "explain", "合计")[::2] == (2, "没有编号为“合计”的规则。运行 mingzhang explain 查看全部编号。\n")


def test_manual_pages_and_schemas_are_part_of_the_package(tmp_path: Path) -> None:
    wheel = next(WheelBuilder(str(ROOT)).build(directory=str(tmp_path), versions=["standard"]))
    names = set(zipfile.ZipFile(wheel).namelist())
    pages = {path.relative_to(ROOT).as_posix() for path in (ROOT / "generator" / "rules").glob("*/*.md")}
    assert pages <= names
    assert "generator/cli/formats/report.schema.json" in names
