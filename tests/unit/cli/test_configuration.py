"""A slip in mkdocs.yml is told in Chinese, with its line, and nothing runs; what MkDocs only warns of stops nobody."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.unit.cli.command import run
from tests.unit.cli.test_help import english

if TYPE_CHECKING:
    from pathlib import Path

CONFIG = "mkdocs.yml"


def line_of(project: Path, text: str) -> int:
    lines = (project / CONFIG).read_text(encoding="utf-8").splitlines()
    return next(number for number, line in enumerate(lines, start=1) if text in line)


def spoil(project: Path, old: str, new: str) -> None:
    path = project / CONFIG
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


@pytest.mark.parametrize(
    ("old", "new", "option", "fault"),
    [
        pytest.param("# site_url:", "site_url: 没有网址", "site_url", "应当是完整的网址，以 https:// 或者 http:// 开头", id="address"),
        pytest.param("name: material", "name: materiel", "theme", "没有名叫“materiel”的主题，本站用 material", id="theme"),
        pytest.param("  - mingzhang:", "  - nosuch\n  - mingzhang:", "plugins", "没有安装插件“nosuch”", id="plugin"),
        pytest.param("  - attr_list", "  - attr_lists", "markdown_extensions", "没有安装 Markdown 扩展“attr_lists”", id="extension"),
        pytest.param("docs_dir: content/pages", "docs_dir: content/page", "docs_dir", "content/page”不存在", id="pages"),
        pytest.param("custom_dir: theme", "custom_dir: thema", "theme", "thema”不存在", id="folder of the theme"),
    ],
)
def test_a_wrong_value_is_named_with_its_line(project: Path, old: str, new: str, option: str, fault: str) -> None:
    spoil(project, old, new)
    said = run("check")
    assert said.err.startswith(f"没有完成：网站配置文件 {CONFIG}:{line_of(project, f'{option}:')} 的“{option}”有误：")
    assert fault in said.err
    assert english(said.err) == []
    assert (said.code, said.out) == (2, "")


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("site_name: 明账\n  bad: [\n", ":2:6 读不通：请检查这一行和上一行的缩进、冒号、引号和括号。"),
        ("只有一句话\n", ":1 的内容不是一组“键: 值”：请照样例逐行填写"),
        ("", " 的“site_name”有误：没有写，这一项必须写。"),
        ("site_name: 明账\n", " 的 plugins 里没有 mingzhang。"),
    ],
    ids=["syntax", "no mapping", "empty", "without the plugin"],
)
def test_a_file_that_is_no_configuration_says_why(project: Path, text: str, fault: str) -> None:
    (project / CONFIG).write_text(text, encoding="utf-8")
    (project / "docs").mkdir()
    said = run("build")
    assert f"{CONFIG}{fault}" in said.err
    assert english(said.err) == []
    assert said.code == 2


def test_an_unknown_option_is_mentioned_and_stops_nobody(project: Path, caplog: pytest.LogCaptureFixture) -> None:
    spoil(project, "gallery: true", "galery: true")
    assert run("check").code == 0
    line = line_of(project, "galery")
    assert caplog.messages == [f"网站配置文件 {CONFIG}:{line} 的“plugins → mingzhang → galery”有误：不认识这一项。"]


def test_what_has_no_chinese_yet_is_quoted_whole(project: Path) -> None:
    spoil(project, "nav:", "dev_addr: nowhere\nnav:")
    said = run("check")
    assert "“dev_addr”有误：写法不对（MkDocs 的说明：Must be a string of format 'IP:PORT'）。" in said.err
