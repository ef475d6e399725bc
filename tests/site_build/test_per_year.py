"""A fiscal year can be composed apart from the others, and a page's fingerprint tells whether it has to be made anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.model.kinds import Year
from generator.pipeline import publish
from generator.rendering.environment import Components
from generator.rendering.render import render
from tests.projects import ROOT, shipped_project

if TYPE_CHECKING:
    from pathlib import Path

    from generator.pages.page import Page

CONTENT = ROOT / "content"
LISTS = {
    "", "years/", "departments/", "glossary/basic-expenditure/", "2020/", "2021/", "2024/", "2026/", "departments/zjk-npc/",
    "departments/zunhua-npc/",
}  # fmt: skip


def rendered(pages: tuple[Page, ...]) -> dict[str, str]:
    components = Components(ROOT / "theme")
    return {page.address: render(page.view(), page.address, components) for page in pages}


@pytest.fixture(scope="module")
def whole() -> dict[str, str]:
    """Return the HTML of every shipped page by its address."""
    return rendered(publish(CONTENT).pages)


@pytest.mark.parametrize("year", [2020, 2021, 2024, 2026])
def test_a_year_composed_apart_has_the_pages_of_the_whole(whole: dict[str, str], year: int) -> None:
    apart = rendered(publish(CONTENT, year=Year(year)).pages)
    assert apart == {address: html for address, html in whole.items() if address.startswith(f"{year}/")}
    assert len(apart) == (3 if year == 2020 else 2)


def test_a_year_without_disclosures_has_no_pages() -> None:
    assert publish(CONTENT, year=Year(1999)).pages == ()


def fingerprints(content: Path) -> dict[str, str]:
    return {page.address: page.fingerprint for page in publish(content).pages}


def changed(content: Path, name: str, before: str, after: str) -> set[str]:
    """Change one file and return the addresses of the pages whose fingerprints have changed."""
    old = fingerprints(content)
    text = (content / name).read_text(encoding="utf-8")
    assert text.count(before) == 1
    (content / name).write_text(text.replace(before, after), encoding="utf-8")
    new = fingerprints(content)
    assert set(new) == set(old)
    return {address for address in old if old[address] != new[address]}


def disclosures(content: Path) -> set[str]:
    return {each.address for each in publish(content).corpus.disclosures}


def test_a_changed_disclosure_concerns_itself_its_neighbours_and_the_lists(tmp_path: Path) -> None:
    content = shipped_project(tmp_path) / "content"
    found = changed(content, "departments/zjk-npc/2021/budget.md", "拟购置金额: 9.42", "拟购置金额: 9.43")
    assert found >= LISTS
    assert found & disclosures(content) == {"2021/zjk-npc/budget/", "2026/zjk-npc/performance/"}


def test_a_project_of_its_own_file_belongs_to_its_disclosure(tmp_path: Path) -> None:
    content = shipped_project(tmp_path) / "content"
    found = changed(content, "departments/zjk-npc/2021/projects/01-election.yml", "名称: 选举、任免工作经费\n", "名称: 选举任免工作经费\n")
    assert found >= LISTS
    assert found & disclosures(content) == {"2021/zjk-npc/budget/", "2026/zjk-npc/performance/"}


def test_a_disclosure_without_neighbours_concerns_no_other(tmp_path: Path) -> None:
    content = shipped_project(tmp_path) / "content"
    found = changed(content, "departments/zunhua-npc/2024/performance.yml", "状态: 草案", "状态: 正式公开")
    assert found >= LISTS
    assert found & disclosures(content) == {"2024/zunhua-npc/performance/"}


def test_reference_data_concern_every_page(tmp_path: Path) -> None:
    content = shipped_project(tmp_path) / "content"
    assert changed(content, "site.yml", "网站名称: 明账", "网站名称: 示例") == set(fingerprints(content))


def test_an_unchanged_content_has_the_same_fingerprints_elsewhere(tmp_path: Path) -> None:
    assert fingerprints(shipped_project(tmp_path) / "content") == fingerprints(CONTENT)
