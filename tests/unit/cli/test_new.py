"""Blank disclosures that a clerk fills in: sound as they are, named by the form, and never written over."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.loading.corpus import load_corpus
from generator.model.kinds import Kind
from generator.model.money import MoneyUnit
from tests.unit.cli.command import run

if TYPE_CHECKING:
    from pathlib import Path

KINDS = [kind.slug for kind in Kind]
STYLES = [((), ".yml"), (("--markdown",), ".md")]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(("style", "suffix"), STYLES, ids=["yaml", "markdown"])
def test_a_blank_disclosure_is_sound(project: Path, kind: str, style: tuple[str, ...], suffix: str) -> None:
    said = run("new", "archive", "2027", kind, *style)
    path = project / "content" / "departments" / "archive" / "2027" / f"{kind}{suffix}"
    assert said == (0, f"已建立 {path}\n请填写以后运行 mingzhang check。\n", "")
    assert run("check").out.startswith("没有发现问题。\n")
    corpus, _ = load_corpus(project / "content")
    assert f"2027/archive/{kind}/" in {disclosure.address for disclosure in corpus.disclosures}


def test_both_spellings_give_the_same_model(project: Path) -> None:
    texts = []
    for style, suffix in STYLES:
        run("new", "archive", "2027", "budget", *style)
        corpus, _ = load_corpus(project / "content")
        texts.append(next(each.text for each in corpus.disclosures if each.year == 2027))
        (project / "content" / "departments" / "archive" / "2027" / f"budget{suffix}").unlink()
    assert texts[0] == texts[1]
    assert texts[0].unit is MoneyUnit.WAN


def test_a_blank_disclosure_names_every_section_of_the_form_and_its_schema(project: Path) -> None:
    run("new", "archive", "2027")
    path = project / "content" / "departments" / "archive" / "2027" / "budget.yml"
    text = path.read_text(encoding="utf-8")
    schema = text.splitlines()[0].removeprefix("# yaml-language-server: $schema=")
    run("schema")
    assert (path.parent / schema).resolve() == project / "content" / "reference" / "schemas" / "budget.json"
    assert (path.parent / schema).is_file()
    for label in (
        "年度: 2027",
        "部门职责:",
        "收入:",
        "三公经费:",
        "公开表:",
        "收支总表",
        "项目:",
        "审查:",
        "保密审查人:",
        "名词解释:",
        "更正:",
        "豁免:",
    ):
        assert label in text, label


def test_a_new_department_has_a_file_of_its_own_to_fill_in(project: Path) -> None:
    assert run("new", "library", "2027").code == 0
    own = project / "content" / "departments" / "library" / "department.yml"
    assert "地区: shili" in own.read_text(encoding="utf-8")
    said = run("check")
    assert said.code == 1
    assert "department.yml" in said.out
    assert "“全称”是空的" in said.out
    own.write_text(own.read_text(encoding="utf-8").replace("全称:", "全称: 示例市图书馆"), encoding="utf-8")
    assert run("check").code == 0


@pytest.mark.parametrize("existing", STYLES, ids=["over-yaml", "over-markdown"])
@pytest.mark.parametrize("style", STYLES, ids=["yaml", "markdown"])
def test_nothing_is_ever_written_over(project: Path, existing: tuple[tuple[str, ...], str], style: tuple[tuple[str, ...], str]) -> None:
    run("new", "archive", "2027", "budget", *existing[0])
    path = project / "content" / "departments" / "archive" / "2027" / f"budget{existing[1]}"
    path.write_text("我的文本", encoding="utf-8")
    before = sorted(project.rglob("*"))
    said = run("new", "archive", "2027", "budget", *style[0])
    assert said == (1, "", f"{path} 已经存在，没有改动。\n")
    assert path.read_text(encoding="utf-8") == "我的文本"
    assert sorted(project.rglob("*")) == before


@pytest.mark.parametrize("slug", ["档案馆", "Archive", "a_b", "-a", "../a", "a/b", "a b", ""])
def test_a_name_that_cannot_be_an_address_is_refused(project: Path, slug: str) -> None:
    before = sorted(project.parent.rglob("*"))
    said = run("new", "--", slug, "2027")
    assert said.code == 2
    assert said.err.startswith(f"部门代号“{slug}”不能用作网址")
    assert sorted(project.parent.rglob("*")) == before
