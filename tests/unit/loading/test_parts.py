"""A disclosure may be split: projects and statements in folders of their own are read as if written in one file."""

from __future__ import annotations

import hashlib
from decimal import Decimal
from typing import TYPE_CHECKING

from generator.loading.corpus import load_corpus
from generator.model.money import Money, MoneyUnit
from tests.unit.loading.helpers import YEAR, disclosure_of, write

if TYPE_CHECKING:
    from pathlib import Path

HEAD = "年度: 2026\n金额单位: 元\n"


def test_projects_apart_are_those_written_within(content: Path) -> None:
    one, two = "名称: 甲\n预算数: 3\n", "名称: 乙\n预算数: 4 万元\n"
    apart = disclosure_of(content, {f"{YEAR}/budget.yml": HEAD, f"{YEAR}/projects/01.yml": one, f"{YEAR}/projects/02.yml": two})
    for name in ("01.yml", "02.yml"):
        (content / f"{YEAR}/projects/{name}").unlink()
    within = "".join("  - " + text.strip().replace("\n", "\n    ") + "\n" for text in (one, two))
    assert apart.text == disclosure_of(content, {f"{YEAR}/budget.yml": f"{HEAD}项目:\n{within}"}).text


def test_projects_follow_those_written_within_in_the_order_of_their_names(content: Path) -> None:
    files = {
        f"{YEAR}/budget.yml": f"{HEAD}项目:\n  - 名称: 甲\n",
        f"{YEAR}/projects/10.yml": "名称: 丙\n",
        f"{YEAR}/projects/02.yml": "名称: 乙\n",
    }
    assert [project.name for project in disclosure_of(content, files).text.projects] == ["甲", "乙", "丙"]


def test_a_project_may_be_markdown(content: Path) -> None:
    files = {f"{YEAR}/projects/01.md": "---\n预算数: 3\n---\n\n# 档案整理\n\n## 用途\n\n购买档案柜。\n"}
    (project,) = disclosure_of(content, files).text.projects
    assert project.purpose is not None
    assert (project.name, project.purpose.text) == ("档案整理", "购买档案柜。")


def test_amounts_apart_are_in_the_unit_of_the_text(content: Path) -> None:
    files = {
        f"{YEAR}/budget.yml": HEAD,
        f"{YEAR}/projects/01.yml": "名称: 甲\n预算数: 3\n",
        f"{YEAR}/statements/支出总表.csv": "科目名称,合计\n甲,3\n",
    }
    text = disclosure_of(content, files).text
    three = Money(Decimal(3), MoneyUnit.YUAN)
    assert (text.projects[0].budget, text.statements[0].lines[0].cells["合计"], text.statements[0].unit) == (three, three, MoneyUnit.YUAN)


def test_cells_know_their_places(content: Path) -> None:
    rows = '科目编码,科目名称,合计,基本支出\n201,"甲",5,\n20101,"乙","1,000",3\n'
    line = disclosure_of(content, {f"{YEAR}/statements/支出总表.csv": rows}).text.statements[0].lines[1]
    places = [line.at(name) for name in ("", "code", "name", "合计", "基本支出")]
    assert [(place.line, place.column) for place in places] == [(3, 1), (3, 1), (3, 8), (3, 12), (3, 19)]
    assert places[0].path == f"content/{YEAR}/statements/支出总表.csv"


def test_every_file_is_remembered_with_its_hash(content: Path) -> None:
    files = {f"{YEAR}/projects/01.yml": "名称: 甲\n", f"{YEAR}/statements/支出总表.csv": "科目名称,合计\n"}
    sources = disclosure_of(content, files).sources
    assert [source.path for source in sources] == [f"content/{YEAR}/budget.yml", *(f"content/{name}" for name in files)]
    assert [source.sha256 for source in sources[1:]] == [hashlib.sha256(text.encode()).hexdigest() for text in files.values()]


def test_several_disclosures_of_a_year_have_folders_of_their_own(content: Path) -> None:
    write(content, f"{YEAR}/accounts.yml", HEAD)
    write(content, f"{YEAR}/accounts-projects/01.yml", "名称: 乙\n")
    write(content, f"{YEAR}/budget-projects/01.yml", "名称: 甲\n")
    corpus, findings = load_corpus(content)
    assert findings == ()
    names = {disclosure.kind.slug: [project.name for project in disclosure.text.projects] for disclosure in corpus.disclosures}
    assert names == {"accounts": ["乙"], "budget": ["甲"]}


def test_faults_of_the_parts_are_seen_although_the_whole_is_faulty(content: Path) -> None:
    write(content, f"{YEAR}/budget.yml", "年度: 去年\n金额单位: 元\n")
    write(content, f"{YEAR}/projects/01.yml", "名称: 甲\n预算数: 三\n")
    write(content, f"{YEAR}/statements/支出总表.csv", "科目名称,合计\n甲,三\n")
    corpus, findings = load_corpus(content)
    assert corpus.disclosures == ()
    assert [finding.code for finding in findings] == ["DAT-010", "DAT-006", "DAT-006"]
