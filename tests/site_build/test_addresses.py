"""An address that was published once stays: a build that would lose one is refused, and says which."""

from __future__ import annotations

import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from generator.archive.addresses import lost_addresses
from generator.archive.manifest import SITE_MANIFEST, ManifestError, write_site_manifest
from generator.mkdocs_plugin.commands import BuildFailedError, build_site
from tests.projects import ENVIRONMENT, build, digests, own_project
from tests.site_build.test_atomic import CONTENT, YEAR
from tests.unit.cli.command import run

if TYPE_CHECKING:
    from pathlib import Path

MORE = CONTENT | {
    "departments/water/department.yml": "名称:\n  - {自: 2020, 全称: 示例市水务局}\n地区: shili\n",
    "departments/water/2026/budget.yml": CONTENT[f"{YEAR}/budget.yml"],
}
WATER = "content/departments/water"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return a website folder with two departments, whose site is published; in it nothing is left of the second one."""
    folder = own_project(tmp_path / "project", MORE)
    build(folder)
    (folder / WATER).rename(folder / "gone")
    return folder


def test_a_build_that_would_lose_addresses_is_refused(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before, beside = digests(project / "site"), sorted(project.iterdir())
    monkeypatch.chdir(project)
    said = run("build")
    assert said.code == 2
    assert "公布过的网址不见了，原来的网站没有改动：\n  2026/water/budget/\n  departments/water/\n" in said.err
    assert "2026/water/budget.md" in said.err
    assert "Traceback" not in said.err
    assert digests(project / "site") == before
    assert sorted(project.iterdir()) == beside


def test_a_department_that_moved_keeps_its_addresses(project: Path) -> None:
    moved = project / "content/departments/waters"
    (project / "gone").rename(moved)
    with pytest.raises(BuildFailedError, match="departments/water/"):
        build(project)
    (moved / "department.yml").write_text(MORE["departments/water/department.yml"] + "原网址: [water]\n", encoding="utf-8")
    assert (build(project) / "2026/water/budget/index.html").is_file()
    # The former address is one that was published, too.
    (moved / "department.yml").write_text(MORE["departments/water/department.yml"], encoding="utf-8")
    with pytest.raises(BuildFailedError, match="2026/water/budget/"):
        build(project)


def test_a_page_written_by_hand_may_stand_where_a_text_was_withdrawn(project: Path) -> None:
    for address in ("2026/water/budget", "departments/water"):
        page = project / f"content/pages/{address}.md"
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text("# 已经撤下\n\n这份文本已经撤下。\n", encoding="utf-8")
    assert "这份文本已经撤下" in (build(project) / "2026/water/budget/index.html").read_text(encoding="utf-8")


def test_a_site_published_elsewhere_is_known_by_its_list(project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fetched = shutil.copy(project / "site" / SITE_MANIFEST, tmp_path / "fetched.txt")
    shutil.rmtree(project / "site")
    monkeypatch.chdir(project)
    said = run("build", "--published", str(fetched))
    assert said.code == 2
    assert "2026/water/budget/" in said.err
    (tmp_path / "fetched.txt").write_text("<html>没有这一页</html>", encoding="utf-8")
    assert "第1行不是" in run("build", "--published", str(fetched)).err
    assert "没有这个文件或文件夹" in run("build", "--published", "nowhere").err
    assert not (project / "site").exists()
    build_site("mkdocs.yml", lambda _: None)


def test_data_that_are_no_longer_made_are_lost_addresses(project: Path) -> None:
    (project / "gone").rename(project / WATER)
    config = (project / "mkdocs.yml").read_text(encoding="utf-8")
    (project / "mkdocs.yml").write_text(config.replace("content: content", "content: content\n      exports: false"), encoding="utf-8")
    with pytest.raises(BuildFailedError, match="只有数据文件或者订阅源不见了") as refused:
        build(project)
    lost = str(refused.value)
    for name in ("2026/water/budget/2026-water-budget.csv", "2026/data/2026-facts.csv", "api/v1/departments/water.json"):
        assert f"  {name}\n" in lost
    # A file of the same name may stand there instead.
    for file in (project / "site").rglob("*"):
        if file.suffix in (".csv", ".json", ".xlsx", ".zip") and "search" not in file.parts:
            kept = project / "content/pages" / file.relative_to(project / "site")
            kept.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(file, kept)
    data = project / "content/pages/data.md"
    data.write_text("# 开放数据\n\n以前的数据还在原处，以后不再生成。\n", encoding="utf-8")
    build(project)


def test_plain_mkdocs_loses_no_addresses_either(project: Path) -> None:
    before, beside = digests(project / "site"), sorted(project.iterdir())
    command = [sys.executable, "-m", "mkdocs", "build"]
    done = subprocess.run(command, cwd=project, env=ENVIRONMENT, capture_output=True, text=True, check=False)  # noqa: S603 - our own command
    assert done.returncode == 1
    said = done.stdout + done.stderr
    assert "公布过的网址不见了，原来的网站没有改动：\n  2026/water/budget/\n  departments/water/\n" in said
    assert "Traceback" not in said
    assert "Aborted" not in said
    assert digests(project / "site") == before
    assert sorted(project.iterdir()) == beside


def published(folder: Path, *addresses: str) -> Path:
    for address in addresses:
        page = folder / address / "index.html"
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text("", encoding="utf-8")
    write_site_manifest(folder)
    return folder


def test_groups_of_a_list_come_and_go_but_not_the_list(tmp_path: Path) -> None:
    before = published(tmp_path / "before", "", "2026/", "projects/", "projects/codes/", "projects/g-x/", "gallery/")
    after = published(tmp_path / "after", "", "2027/")
    assert lost_addresses(before, after) == ["2026/", "projects/", "projects/codes/"]
    assert lost_addresses(tmp_path / "nowhere", after) == []


def test_what_nobody_links_to_comes_and_goes(tmp_path: Path) -> None:
    before, after = tmp_path / "before", tmp_path / "after"
    names = ("assets/a.css", "search/index/2026-0123456789/p0", "robots.txt", "sitemap-2.xml", "2026/a/budget/attachment-0123456789ab.pdf")
    for name in (*names, "data/all-years.csv", "feed.xml"):
        (before / name).parent.mkdir(parents=True, exist_ok=True)
        (before / name).write_text("", encoding="utf-8")
    write_site_manifest(before)
    assert lost_addresses(before, published(after, "")) == ["data/all-years.csv", "feed.xml"]


def test_a_page_by_hand_answers_for_the_data_of_what_was_withdrawn(tmp_path: Path) -> None:
    before, after = published(tmp_path / "before", "2026/water/budget/", "2026/", "departments/water/"), published(tmp_path / "after", "")
    names = ("2026/water/budget/2026-water-budget.csv", "2026/data/2026.zip", "api/v1/departments/water.json", "api/v1/years/2026.json")
    for name in names:
        (before / name).parent.mkdir(parents=True, exist_ok=True)
        (before / name).write_text("", encoding="utf-8")
    write_site_manifest(before)
    pages = ["2026/", "2026/water/budget/", "departments/water/"]
    assert lost_addresses(before, after) == pages  # The files go with their pages and are not named one by one.
    published(after, *pages)
    assert lost_addresses(before, after) == sorted(names)
    assert lost_addresses(before, after, pages) == []


def test_a_list_that_is_none_is_refused(tmp_path: Path) -> None:
    (tmp_path / SITE_MANIFEST).write_bytes(b"\xff\xfe")
    with pytest.raises(ManifestError, match="不是 UTF-8"):
        lost_addresses(tmp_path, tmp_path)
