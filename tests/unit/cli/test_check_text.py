"""``mingzhang check`` for people: the figure underlined, what it should be, findings by cause, and never a pass that was none."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from tests.projects import ENVIRONMENT
from tests.unit.cli.made_up import (
    BUDGET,
    NAME,
    Command,
    breaks,
    breaks_on_the_site,
    does_not_apply,
    lacks_data,
    mingzhang,
    nobody_to_ask,
    odd_words,
    passes,
    project,
    wrong_sums,
)

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["mingzhang"]


def test_findings_are_shown_with_their_figures_under_their_cause(tmp_path: Path, mingzhang: Command) -> None:
    mingzhang.use([wrong_sums, odd_words, does_not_apply, passes])
    code, out, err = mingzhang(project(tmp_path), "check")
    assert (code, err) == (1, "")
    assert (
        out
        == f"""\
{NAME}:3:69: 提示 只有 50%: 甲,乙 第二行（TXT-901）
    3 | ...0.00万元，项目支出500.00万元，比上年增加，用于档案数字化。
      |                                  ^
      改法：请改。

{NAME}:8:11: 错误 基本支出是610.00万元，各项之和是600.00万元（ARI-901）
    8 |       金额: 610.00
      |             ^~~~~~
      应为 600.00万元，实为 610.00万元，相差 +10.00万元
      算法：基本支出 = 人员经费 + 公用经费
      可能的原因：差数正好是 10，可能多打了一位
      改法：请核对各项。
      对照：{NAME}:10:26
   10 |         - {{名称: 人员经费, 金额: 500.00}}
      |                                  ^~~~~~
   11 |         - {{名称: 公用经费, 金额: 100.00}}
      |                                  ^~~~~~
      下面 1 处相差同样的数，多半是同一个原因，先改上面一处：
      {NAME}:5:7: 错误 支出合计是1,100.00万元，各项之和是1,110.00万元（ARI-901）
          5 |   合计: 1,100.00
            |         ^~~~~~~~

共发现 3 处：错误 2，提示 1；相关的合在一起，是 2 个问题。
检查了 1 份公开文本，规则 4 条：
  通过 1 条，不通过 2 条，不适用 1 条，数据不足 0 条，未能执行 0 条。
"""
    )


def test_nothing_found_is_said_only_when_every_rule_came_to_a_judgement(tmp_path: Path, mingzhang: Command) -> None:
    folder = project(tmp_path)
    mingzhang.use([passes, does_not_apply])
    code, out, _ = mingzhang(folder, "check")
    assert (code, out.splitlines()[0]) == (0, "没有发现问题。")

    mingzhang.use([passes, lacks_data])
    code, out, _ = mingzhang(folder, "check")
    assert (code, out.splitlines()[0]) == (0, "没有查出问题，但是有些规则没有得出结论，见下。")
    assert out.endswith(f"数据不足，没有得出结论的规则：\n  STR-903 没有上年的数字，无从判断：{NAME}\n")


def test_a_rule_that_broke_is_named(tmp_path: Path, mingzhang: Command) -> None:
    mingzhang.use([breaks])
    code, out, _ = mingzhang(project(tmp_path), "check")
    assert code == 1
    assert "警告 规则 STR-904 没有能够执行" in out
    assert "未能执行 1 条" in out
    assert out.endswith(f"未能执行的规则（程序的毛病，请告诉维护人员）：\n  STR-904 执行时会出错的：{NAME}\n")


def test_what_cannot_be_read_is_shown_whatever_rule_was_asked_for(tmp_path: Path, mingzhang: Command) -> None:
    code, out, _ = mingzhang(project(tmp_path, {"departments/demo/2026/budget.yml": "年度: 今年\n"}), "check", "--rule", "STR-902")
    assert code == 1
    assert f"{NAME}:1:5: 错误 “今年”不是年度（DAT-010）" in out
    assert "没有发现问题" not in out
    assert out.endswith(f"没有读全、没有检查完：{NAME}\n")


def test_rules_can_be_chosen(tmp_path: Path, mingzhang: Command) -> None:
    folder = project(tmp_path)
    code, out, _ = mingzhang(folder, "check", "--rule", "txt-901", "--rule", "STR-902，STR-901")
    assert code == 1
    assert re.findall(r"（([A-Z]+-\d+)）", out) == ["TXT-901"]
    assert "规则 3 条" in out


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("ARI-902", "没有编号为“ARI-902”的规则。相近的有：ARI-901"),
        ("???", "没有编号为“???”的规则。运行 mingzhang explain 查看全部编号。"),
        ("DAT-001", "DAT-001 不是规则，不能单独选择；读取文件和核对封存时发现的问题总会列出。"),
    ],
)
def test_an_unknown_rule_is_refused(tmp_path: Path, mingzhang: Command, code: str, said: str) -> None:
    ended, out, err = mingzhang(project(tmp_path), "check", "--rule", code)
    assert (ended, out) == (2, "")
    assert said in err


PROJECT = "名称: 档案数字化\n预算数: 5\n"
SPLIT = {
    "departments/demo/2026/projects/01.yml": PROJECT,
    "departments/other/department.yml": "名称:\n  - 自: 2020\n    全称: 示例市统计局\n地区: shili\n",
    "departments/other/2026/budget.yml": BUDGET,
}


def places(out: str) -> set[str]:
    return {match[1] for match in re.finditer(r"^ *(\S+):\d+:\d+: ", out, re.MULTILINE)}


def test_paths_narrow_the_findings_from_any_folder(tmp_path: Path, mingzhang: Command) -> None:
    folder = project(tmp_path, SPLIT)
    mingzhang.use([wrong_sums])
    both = {NAME, NAME.replace("demo", "other")}
    assert places(mingzhang(folder, "check")[1]) == both
    assert places(mingzhang(folder, "check", "content/departments/demo")[1]) == {NAME}
    assert places(mingzhang(folder, "check", NAME, "content/departments/other/2026")[1]) == both
    assert places(mingzhang(folder / "content/departments/demo", "check", ".")[1]) == {"2026/budget.yml"}
    assert places(mingzhang(folder / "content/departments/demo", "check", "../other/2026")[1]) == {"../other/2026/budget.yml"}
    elsewhere = tmp_path.parent
    config = str(folder / "mkdocs.yml")
    out = mingzhang(elsewhere, "check", "-f", config, str(folder / NAME))[1]
    assert places(out) == {f"{tmp_path.name}/{NAME}"}
    assert "610.00\n" in out


def test_findings_in_other_files_of_the_same_disclosure_are_counted(tmp_path: Path, mingzhang: Command) -> None:
    folder = project(tmp_path, SPLIT)
    mingzhang.use([wrong_sums])
    code, out, _ = mingzhang(folder, "check", "content/departments/demo/2026/projects/01.yml")
    assert code == 0
    assert out.startswith("所选的文件里没有发现问题。\n同一份公开文本的其他文件里另有 2 处，没有列出。\n")


def test_files_that_are_no_disclosures_pass_quietly(tmp_path: Path, mingzhang: Command) -> None:
    assert mingzhang(project(tmp_path), "check", "content/pages")[:2] == (0, "没有可以检查的公开文本。\n")


def test_a_path_that_is_not_there_is_refused(tmp_path: Path, mingzhang: Command) -> None:
    code, out, err = mingzhang(project(tmp_path), "check", "content/nobody")
    assert (code, out) == (2, "")
    assert err == f"没有这个文件或文件夹：{tmp_path / 'content' / 'nobody'}\n"


def test_current_rules_judge_old_texts(tmp_path: Path, mingzhang: Command) -> None:
    mingzhang.use([replace(wrong_sums, since=date(2030, 1, 1))])
    folder = project(tmp_path)
    assert mingzhang(folder, "check")[0] == 0
    assert mingzhang(folder, "check", "--rules", "current")[0] == 1


WAIVED = BUDGET + "豁免:\n  - {规则: ARI-901, 理由: 原文如此, 批准人: 甲, 有效期至: 2026-06-30}\n"


@pytest.mark.parametrize(("day", "code"), [("1782777600", 0), ("1782864000", 1)], ids=["2026-06-30", "2026-07-01"])
def test_a_waiver_holds_until_its_last_day(
    tmp_path: Path, mingzhang: Command, monkeypatch: pytest.MonkeyPatch, day: str, code: int
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", day)
    mingzhang.use([wrong_sums])
    ended, out, _ = mingzhang(project(tmp_path, {"departments/demo/2026/budget.yml": WAIVED}), "check")
    assert ended == code
    assert ("已豁免 1 条" in out) is (code == 0)
    assert ("豁免已过有效期" in out) is (code == 1)


def test_a_day_that_is_none_is_refused(tmp_path: Path, mingzhang: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "昨天")
    code, out, err = mingzhang(project(tmp_path), "check")
    assert (code, out) == (2, "")
    assert "SOURCE_DATE_EPOCH 应当是从 1970 年起的秒数，现在是“昨天”" in err


@pytest.mark.skipif(os.name == "nt", reason="no pseudo-terminals")
@pytest.mark.parametrize(("setting", "coloured"), [("", True), ("1", False)])
def test_colours_are_for_terminals_that_want_them(tmp_path: Path, setting: str, *, coloured: bool) -> None:
    folder = project(tmp_path, {"departments/demo/2026/budget.yml": "年度: 今年\n"})
    reading, writing = os.openpty()
    command = [sys.executable, "-m", "generator", "check"]
    environment = {**ENVIRONMENT, "NO_COLOR": setting, "TERM": "xterm"}
    subprocess.run(command, cwd=folder, env=environment, stdout=writing, stderr=subprocess.DEVNULL, check=False)  # noqa: S603 - our own command
    os.close(writing)
    said = os.read(reading, 1 << 16).decode()
    os.close(reading)
    assert "“今年”不是年度" in said
    assert ("\x1b[" in said) is coloured


def test_the_site_is_checked_beside_the_texts(tmp_path: Path, mingzhang: Command) -> None:
    mingzhang.use([passes], [nobody_to_ask])
    code, out, _ = mingzhang(project(tmp_path), "check")
    assert code == 1
    assert out.startswith("content/site.yml:1:7: 错误 网站没有联系方式（WEB-901）\n")
    assert "检查了 1 份公开文本和网站信息，规则 2 条：\n  通过 1 条，不通过 1 条" in out

    folder = project(tmp_path / "sound", {"site.yml": "网站名称: 示例市部门预算公开\n联系方式: 甲\n"})
    assert mingzhang(folder, "check")[0] == 0
    code, out, _ = mingzhang(folder, "check", "content/site.yml")
    assert code == 0
    assert out.startswith("没有发现问题。\n检查了 网站信息，规则 1 条：\n  通过 1 条，不通过 0 条，")


def test_the_site_is_left_out_where_other_files_or_rules_were_asked_for(tmp_path: Path, mingzhang: Command) -> None:
    folder = project(tmp_path)
    mingzhang.use([passes], [nobody_to_ask])
    for arguments in (("content/departments",), ("--rule", "STR-902")):
        code, out, _ = mingzhang(folder, "check", *arguments)
        assert (code, "WEB-901" in out, "网站信息" in out) == (0, False, False)
    assert "WEB-901" in mingzhang(folder, "check", "--rule", "web-901")[1]


def test_a_rule_of_the_site_that_broke_is_named(tmp_path: Path, mingzhang: Command) -> None:
    mingzhang.use([passes], [breaks_on_the_site])
    code, out, _ = mingzhang(project(tmp_path), "check")
    assert code == 1
    assert out.endswith("未能执行的规则（程序的毛病，请告诉维护人员）：\n  WEB-902 执行时会出错的：content/site.yml\n")
