"""A preview goes on whatever is wrong with the content; a build for good does not, and never looks at the clock."""

from __future__ import annotations

import dataclasses
import gc
from typing import TYPE_CHECKING, Literal

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

from generator.cli.preview import announce
from generator.findings.finding import Finding, Severity
from generator.mkdocs_plugin import RefusedError
from generator.mkdocs_plugin.commands import build_site, plugin_of
from generator.model.kinds import Year
from generator.pipeline import publish
from generator.source.place import Place
from tests.unit.cli.made_up import BUDGET, project, wrong_sums

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from generator.pipeline import Publication

SECOND = "departments/other/2026/budget.yml"
BROKEN = {
    "site.yml": "网站名称: 示例市预算公开\n",
    "departments/demo/2026/budget.yml": "年度: 今年\n金额单位: 万块\n",
    "departments/other/department.yml": "名称:\n  - {自: 2020, 全称: 示例市统计局}\n地区: shili\n",
    SECOND: BUDGET,
}
WAIVED = BUDGET + "豁免:\n  - {规则: ARI-901, 理由: 原文如此, 批准人: 甲, 有效期至: 2026-06-30}\n"


@pytest.fixture(autouse=True)
def one_rule(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the only rule be a made-up one, which finds an error."""
    monkeypatch.setattr("generator.pipeline.ALL_RULES", (wrong_sums,))
    monkeypatch.setattr("generator.pipeline.SITE_RULES", ())
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)


class Preview:
    """What ``mkdocs serve`` does to the plugin, without the server."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.config = load_config(str(folder / "mkdocs.yml"), site_dir=str(folder / "preview"))
        self.plugin = plugin_of(self.config)
        self.read: list[Publication] = []
        self.plugin.announce = self.read.append
        self.config.plugins.on_startup(command="serve", dirty=False)

    def build(self) -> Path:
        self.config = load_config(str(self.folder / "mkdocs.yml"), site_dir=str(self.folder / "preview"))
        self.plugin.config.search = False
        build(self.config, serve_url="http://127.0.0.1:8000/")
        return self.folder / "preview"


@pytest.fixture
def preview(tmp_path: Path) -> Iterator[Preview]:
    preview = Preview(project(tmp_path, BROKEN))
    yield preview
    preview.config.plugins.on_startup(command="build", dirty=False)
    preview.config.plugins.on_shutdown()


@pytest.mark.parametrize(("command", "spared"), [("build", True), ("serve", False)])
def test_a_build_is_spared_the_cyclic_collector_and_a_preview_which_goes_on_is_not(
    preview: Preview, command: Literal["build", "serve"], *, spared: bool
) -> None:
    usual = gc.get_threshold()
    preview.plugin.on_startup(command=command, dirty=False)
    assert (gc.get_threshold() != usual) is spared
    preview.plugin.on_shutdown()
    assert gc.get_threshold() == usual


def test_a_preview_shows_what_a_build_refuses(preview: Preview) -> None:
    site = preview.build()
    page = (site / "2026" / "other" / "budget" / "index.html").read_text("utf-8")
    assert "基本支出是610.00万元，各项之和是600.00万元" in page
    assert not (site / "2026" / "demo").exists()
    with pytest.raises(RefusedError):
        build_site(str(preview.folder / "mkdocs.yml"), lambda _: None)


def test_the_home_page_names_the_files_that_could_not_be_read(preview: Preview) -> None:
    home = (preview.build() / "index.html").read_text("utf-8")
    assert "没有读出来的文件" in home
    assert "content/departments/demo/2026/budget.yml" in home
    assert "第1行第5列：“今年”不是年度" in home
    assert "“万块”" in home
    assert "content/departments/other" not in home


def test_a_sound_home_page_says_nothing_of_files(tmp_path: Path) -> None:
    content = project(tmp_path, {**BROKEN, "departments/demo/2026/budget.yml": BUDGET}) / "content"
    home = publish(content).pages[0].view()
    assert "unread" not in [section.anchor for section in home.sections]


def test_the_terminal_is_told_of_every_reading(preview: Preview, capsys: pytest.CaptureFixture[str]) -> None:
    preview.build()
    announce(preview.folder, preview.read[-1])
    said = capsys.readouterr().out
    assert "budget.yml:1:5: 错误 “今年”不是年度（DAT-010）\n    1 | 年度: 今年\n      |       ^\n" in said
    assert "没有读出来或者没有读全的文件 1 个，首页也列出了；其余的页面照常预览。" in said
    assert said.endswith("检查结果：错误 2，列在各页末尾；运行 mingzhang check 查看详情。\n")

    (preview.folder / "content" / "departments" / "demo" / "2026" / "budget.yml").unlink()
    (preview.folder / "content" / SECOND).unlink()
    preview.build()
    announce(preview.folder, preview.read[-1])
    assert capsys.readouterr().out == ""


def test_the_terminal_is_told_what_changed_in_a_sealed_year(preview: Preview, capsys: pytest.CaptureFixture[str]) -> None:
    preview.build()
    changed = Finding("TIM-005", Severity.ERROR, Place(f"content/{SECOND}", 1, 1), "2026 年已经封存，“年度”原来是2025")
    publication = preview.read[-1]
    publication.report = dataclasses.replace(publication.report, loading=(), sealing=(changed,))
    announce(preview.folder, publication)
    assert "2026 年已经封存，“年度”原来是2025（TIM-005）" in capsys.readouterr().out


def test_plain_mkdocs_logs_what_was_found(preview: Preview, caplog: pytest.LogCaptureFixture) -> None:
    type(preview.plugin)().announce(publish(preview.folder / "content"))
    assert any("“今年”不是年度" in message for message in caplog.messages)


def test_a_mended_file_comes_back_and_a_deleted_page_goes(preview: Preview) -> None:
    preview.build()
    (preview.folder / "content" / "departments" / "demo" / "2026" / "budget.yml").write_text(BUDGET, encoding="utf-8")
    (preview.folder / "content" / SECOND).unlink()
    site = preview.build()
    assert (site / "2026" / "demo" / "budget" / "index.html").is_file()
    assert not (site / "2026" / "other").exists()
    assert "没有读出来的文件" not in (site / "index.html").read_text("utf-8")


def findings_of(content: Path, monkeypatch: pytest.MonkeyPatch, epoch: str, *, serving: bool) -> set[str]:
    """Return the codes that a build finds, as the plugin makes it."""
    if epoch:
        monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    config = load_config(str(content.parent / "mkdocs.yml"), site_dir=str(content.parent / "site"))
    plugin = plugin_of(config)
    read: list[Publication] = []
    plugin.announce = read.append
    config.plugins.on_startup(command="serve" if serving else "build", dirty=False)
    try:
        plugin.on_pre_build(config=config)
    except RefusedError as refused:
        read.append(refused.publication)
    config.plugins.on_startup(command="build", dirty=False)
    config.plugins.on_shutdown()
    return {finding.code for finding in (read[0] if read else plugin.ready()[0]).report.findings}


@pytest.mark.parametrize(
    ("epoch", "serving", "expired"),
    [
        ("", False, False),
        ("1782777600", False, False),
        ("1798761600", False, True),
        ("1798761600", True, True),
        ("1782777600", True, False),
    ],
    ids=["build without a day", "build on the last day", "build next year", "preview next year", "preview on the last day"],
)
def test_only_a_given_day_ends_a_waiver_in_a_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, epoch: str, *, serving: bool, expired: bool
) -> None:
    content = project(tmp_path, {"departments/demo/2026/budget.yml": WAIVED}) / "content"
    found = findings_of(content, monkeypatch, epoch, serving=serving)
    assert found == ({"ARI-901", "WAI-002"} if expired else set())


def test_one_year_has_no_home_page_and_no_trouble(tmp_path: Path) -> None:
    pages = publish(project(tmp_path, BROKEN) / "content", year=Year(2026)).pages
    assert [page.address for page in pages] == ["2026/", "2026/other/budget/"]
