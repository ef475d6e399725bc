"""A sealed year changes by corrections alone, and its seal is a chain that shows every one of them."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from generator.archive.manifest import digest_of
from generator.archive.seal import read_seal, read_values
from generator.loading.corpus import load_corpus
from generator.model.kinds import Year
from generator.model.leaves import leaves
from generator.pipeline import examine
from tests.projects import own_project
from tests.site_build.test_atomic import CONTENT as SOUND
from tests.site_build.test_atomic import HEAD
from tests.unit.cli.command import run

if TYPE_CHECKING:
    from pathlib import Path

FOLDER = "content/departments/archive"
BUDGET = f"{FOLDER}/2026/budget.yml"
TEXT = HEAD + (
    "支出:\n  合计: 8.00\n  构成:\n    - {名称: 修缮, 金额: 8.00}\n项目:\n  - {名称: 修缮, 预算数: 8.00}\n"
    "其他说明: 没有其他需要说明的事项。\n"
)
CORRECTED = TEXT.replace("8.00", "9.00")
CORRECTIONS = (
    "更正:\n"
    "  - {日期: 2026-03-15, 位置: 支出/合计, 原值: 8.00, 新值: 9.00, 原因: 汇总时少算, 批准人: 甲}\n"
    "  - {日期: 2026-03-15, 位置: 支出/构成/修缮/金额, 原值: 8.00, 新值: 9.00, 原因: 汇总时少算, 批准人: 甲}\n"
    "  - {日期: 2026-03-15, 位置: 项目/修缮/预算数, 原值: 8.00万元, 新值: 9.00万元, 原因: 汇总时少算, 批准人: 甲}\n"
)


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a website folder whose year 2026 is sealed; it is the current folder."""
    for name in ("ALL_RULES", "SITE_RULES"):
        monkeypatch.setattr(f"generator.pipeline.{name}", ())  # What a seal says hangs on no rule.
    files = {name: text for name, text in SOUND.items() if not name.endswith("budget.yml")}
    folder = own_project(tmp_path / "project", files | {BUDGET.removeprefix("content/"): TEXT})
    monkeypatch.chdir(folder)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1774224000")
    said = run("seal", "2026")
    assert said.code == 0, said.err + said.out
    return folder


def codes(project: Path) -> list[str]:
    _, report = examine(project / "content")
    return [finding.code for finding in report.sealing]


def messages(project: Path) -> list[str]:
    return [finding.message for finding in examine(project / "content")[1].sealing]


def write(project: Path, text: str, name: str = BUDGET) -> None:
    path = project / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def test_an_unchanged_year_is_left_alone(project: Path) -> None:
    assert codes(project) == []
    state = read_seal(project / "content/seals/2026.json", Year(2026)).last
    assert (state.number, state.date, state.previous) == (1, "2026-03-23", "")
    assert set(state.disclosures) == {"2026/archive/budget/"}
    assert set(state.pages) == {"2026/"}


def test_the_sealed_pages_are_those_of_the_archive(project: Path) -> None:
    state = read_seal(project / "content/seals/2026.json", Year(2026)).last
    assert run("archive", "2026").code == 0
    pages = {address: each.page for address, each in state.disclosures.items()} | state.pages
    site = project / "dist/mingzhang-2026/data/site"
    assert {address: digest_of(site / address / "index.html") for address in pages} == pages


def test_a_changed_figure_is_found_where_it_stands(project: Path) -> None:
    write(project, TEXT.replace("合计: 8.00", "合计: 9.00"))
    (finding,) = examine(project / "content")[1].sealing
    assert finding.code == "TIM-005"
    assert str(finding.place) == f"{BUDGET}:7:7"
    assert finding.message == "2026 年已经封存，“支出/合计”原来是8.00，现在是9.00，没有更正说明"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param(TEXT.replace("没有其他", "没有别的"), ["“其他说明”原来是没有其他需要说明的事项。，现在是没有别的"], id="words"),
        pytest.param(
            TEXT.replace("其他说明: 没有其他需要说明的事项。\n", ""), ["原来是没有其他需要说明的事项。，现在是没有，"], id="taken out"
        ),
        pytest.param(TEXT + "公开依据: 预算法。\n", ["“公开依据”原来是没有，现在是预算法。"], id="put in"),
    ],
)
def test_any_change_of_what_is_said_is_found(project: Path, text: str, found: list[str]) -> None:
    write(project, text)
    said = messages(project)
    assert len(said) == len(found)
    assert all(words in message for words, message in zip(found, said, strict=True)), said


def test_corrections_cover_what_they_name_and_nothing_else(project: Path) -> None:
    write(project, CORRECTED + CORRECTIONS)
    assert codes(project) == []
    write(project, CORRECTED.replace("没有其他", "没有别的") + CORRECTIONS)
    assert codes(project) == ["TIM-005"]


def test_a_correction_that_misstates_the_sealed_value_is_found(project: Path) -> None:
    write(project, CORRECTED + CORRECTIONS.replace("原值: 8.00,", "原值: 7.00,", 1))
    (finding,) = examine(project / "content")[1].sealing
    assert (finding.code, finding.expected, finding.actual) == ("ARC-004", "8.00", "7.00")


def test_another_spelling_of_the_same_is_a_warning_until_it_is_taken_in(project: Path) -> None:
    write(project, f"# 换了一种写法\n{TEXT}")
    assert codes(project) == ["ARC-003"]
    assert run("seal", "2026", "--correct").code == 0
    assert codes(project) == []


def test_the_same_in_markdown_is_another_spelling(project: Path) -> None:
    (project / BUDGET).unlink()
    head, _, other = TEXT.rpartition("其他说明: ")
    write(project, f"---\n{head}---\n\n## 其他说明\n\n{other}", BUDGET.replace(".yml", ".md"))
    assert codes(project) == ["ARC-003"]


def test_a_disclosure_that_is_gone_is_found(project: Path) -> None:
    (project / BUDGET).unlink()
    (finding,) = examine(project / "content")[1].sealing
    assert finding.code == "TIM-004"
    assert "网址 2026/archive/budget/ 会失效" in finding.message


def test_a_disclosure_that_came_later_is_found_until_it_is_taken_in(project: Path) -> None:
    write(project, TEXT, BUDGET.replace("budget", "performance"))
    assert codes(project) == ["ARC-002"]
    said = run("seal", "2026", "--correct")
    assert said.code == 0, said.err
    assert codes(project) == []


def test_a_renamed_department_keeps_its_seal_by_its_former_address(project: Path) -> None:
    (project / FOLDER).rename(project / "content/departments/archives")
    assert "TIM-004" in codes(project)
    department = project / "content/departments/archives/department.yml"
    department.write_text(department.read_text(encoding="utf-8") + "原网址: [archive]\n", encoding="utf-8")
    assert codes(project) == []
    moved = BUDGET.replace("/archive/", "/archives/")
    write(project, CORRECTED + CORRECTIONS, moved)
    assert run("seal", "2026", "--correct").code == 0
    assert codes(project) == []
    write(project, CORRECTED.replace("合计: 9.00", "合计: 8.00") + CORRECTIONS, moved)
    assert "TIM-005" in codes(project)
    # The first address stays promised for good.
    department.write_text(department.read_text(encoding="utf-8").replace("原网址: [archive]\n", ""), encoding="utf-8")
    assert "TIM-004" in codes(project)


def test_a_renewed_seal_chains_to_the_old_one_and_to_its_corrections(project: Path) -> None:
    path = project / "content/seals/2026.json"
    before = read_seal(path, Year(2026))
    write(project, CORRECTED + CORRECTIONS)
    said = run("seal", "2026", "--correct")
    assert said.code == 0, said.err
    assert "登记更正 3 条" in said.out
    after = read_seal(path, Year(2026))
    assert after.states[0] == before.last
    assert after.last.previous == before.last.fingerprint
    assert next((each["figure"], each["before"], each["after"]) for each in after.last.corrections) == ("支出/合计", "8.00", "9.00")
    # A correction serves once: the next change needs its own.
    write(project, CORRECTED.replace("合计: 9.00", "合计: 10.00") + CORRECTIONS)
    assert codes(project) == ["TIM-005"]


def test_a_change_without_a_correction_is_not_sealed(project: Path) -> None:
    write(project, CORRECTED)
    said = run("seal", "2026", "--correct")
    assert said.code == 1
    assert "TIM-005" in said.out
    assert len(read_seal(project / "content/seals/2026.json", Year(2026)).states) == 1


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("2026",), "已经封存"),
        (("2026", "--correct"), "没有需要登记的更正"),
        (("2025", "--correct"), "还没有封存"),
        (("2025",), "没有公开文本"),
    ],
)
@pytest.mark.usefixtures("project")
def test_nothing_to_seal_is_said(arguments: tuple[str, ...], words: str) -> None:
    said = run("seal", *arguments)
    assert said.code in {1, 2}
    assert words in said.err


@pytest.mark.parametrize("name", ["2026.json", "2026/archive-budget-1.json"])
@pytest.mark.parametrize("how", ["changed", "cut", "gone"])
def test_a_seal_that_was_touched_is_found(project: Path, name: str, how: str) -> None:
    write(project, TEXT.replace("合计: 8.00", "合计: 9.00"))
    path = project / "content/seals" / name
    text = path.read_text(encoding="utf-8")
    if how == "gone":
        path.unlink()
    else:
        path.write_text(
            text.replace("8.00", "9.00").replace('"date": "2026-03-23"', '"date": "2026-03-24"') if how == "changed" else text[:-9]
        )
    assert codes(project) == ["ARC-001"]


def test_a_seal_without_its_record_is_not_made_anew(project: Path) -> None:
    (project / "content/seals/2026.json").unlink()
    write(project, TEXT.replace("合计: 8.00", "合计: 9.00"))
    assert messages(project) == ["2026 年封存过，封存记录 2026.json 却不见了"]
    said = run("seal", "2026")
    assert said.code == 1
    assert "封存记录 2026.json 却不见了" in said.out
    assert run("check").code == 1
    # Taken away altogether, it is known to the version history alone.
    shutil.rmtree(project / "content/seals/2026")
    assert codes(project) == []


def test_sealed_values_are_missed_though_nothing_else_has_changed(project: Path) -> None:
    write(project, CORRECTED + CORRECTIONS)
    assert run("seal", "2026", "--correct").code == 0
    for name in ("archive-budget-1.json", "archive-budget-2.json"):
        (project / "content/seals/2026" / name).unlink()
    assert messages(project) == ["封存的数值 archive-budget-1.json 不见了", "封存的数值 archive-budget-2.json 不见了"]


def test_a_sealed_year_keeps_the_name_of_its_department(project: Path) -> None:
    department = project / "content/departments/archive/department.yml"
    text = department.read_text(encoding="utf-8")
    department.write_text(text.replace("示例市档案馆", "示例市档案局"), encoding="utf-8")
    (finding,) = examine(project / "content")[1].sealing
    assert (finding.code, finding.expected, finding.actual) == ("ARC-005", "示例市档案馆", "示例市档案局")
    assert str(finding.place) == "content/departments/archive/department.yml:2:19"
    # A name that came later is none of that year's; one that was wrong from the beginning is taken in.
    department.write_text(text.replace("地区:", "  - {自: 2027, 全称: 示例市档案局}\n地区:"), encoding="utf-8")
    assert codes(project) == []
    department.write_text(text.replace("示例市档案馆", "示例市档案局"), encoding="utf-8")
    assert run("seal", "2026", "--correct").code == 0
    assert codes(project) == []


def test_a_changed_sealed_year_is_not_published_even_where_errors_are_shown(project: Path) -> None:
    site = project / "content/site.yml"
    site.write_text(site.read_text(encoding="utf-8").replace("停止发布", "照常发布并列出"), encoding="utf-8")
    write(project, TEXT.replace("没有其他", "没有别的"))
    said = run("build")
    assert said.code == 1
    assert "TIM-005" in said.out
    assert not (project / "site").exists()
    assert run("archive", "2026").code == 1


def test_check_lists_what_changed_and_explain_says_what_to_do(project: Path) -> None:
    write(project, TEXT.replace("没有其他", "没有别的"))
    said = run("check")
    assert said.code == 1
    assert f"{BUDGET}:12:7: 错误 2026 年已经封存，“其他说明”原来是没有其他需要说明的事项。" in said.out
    assert "更正" in run("explain", "TIM-005").out


def test_the_sealed_values_are_all_that_the_text_says(project: Path) -> None:
    corpus, _ = load_corpus(project / "content")
    sealed = read_seal(project / "content/seals/2026.json", Year(2026)).last.disclosures["2026/archive/budget/"]
    values = read_values(project / "content/seals/2026" / sealed.values, sealed.values_sha256)
    assert values == {path: leaf.text for path, leaf in leaves(corpus.disclosures[0].text).items()}
    assert values["项目/修缮/预算数"] == "8.00"
