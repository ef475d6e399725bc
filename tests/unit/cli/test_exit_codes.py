"""What a command prints and ends with: 0 nothing to mend, 1 something found or refused, 2 not run at all."""

from __future__ import annotations

import re
import socket
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.projects import ENVIRONMENT
from tests.unit.cli.command import CONTENT, UNREADABLE, WRONG_SUM, YEAR, run, write

if TYPE_CHECKING:
    from pathlib import Path

FOUND = re.compile(rf"""content/{YEAR}/budget.yml:4:7: 错误 .*9.00万元.*8.00.*相差1.00.*（ARI-010）
    4 \|   合计: 9.00
      \|         \^(~~~)?
""")


def test_sound_content_is_said_to_be_sound(project: Path) -> None:
    said = run("check")
    assert (said.code, said.out.splitlines()[0], said.err) == (0, "没有发现问题。", "")
    assert not (project / "site").exists()


def test_a_finding_is_shown_with_its_line_its_mark_and_its_cure(project: Path) -> None:
    write(project, WRONG_SUM)
    said = run("check")
    assert FOUND.match(said.out)
    assert "      改法：" in said.out
    assert "\n共发现 1 处：错误 1。\n检查了 1 份公开文本，" in said.out
    assert (said.code, said.err) == (1, "")


def test_the_mark_stands_under_the_figure_after_chinese_words(project: Path) -> None:
    write(project, CONTENT[f"{YEAR}/budget.yml"].replace("{名称: 修缮, 金额: 8.00}", "{名称: 修缮, 金额: 八万}"))
    line, mark = run("check").out.splitlines()[1:3]
    before = line[: line.index("八万")]
    assert mark.index("^") == sum(2 if "\u4e00" <= character <= "\u9fff" else 1 for character in before)


def test_only_the_files_asked_for_are_reported(project: Path) -> None:
    write(project, UNREADABLE)
    assert run("check", f"content/{YEAR}").code == 1
    assert run("check", f"content/{YEAR}/budget.yml").code == 1
    assert run("check", "content/reference") == (0, "没有可以检查的公开文本。\n所选的文件以外另有 1 处，没有列出。\n", "")


def test_a_path_that_is_not_there_is_a_mistake(project: Path) -> None:
    said = run("check", "content/nowhere.yml")
    assert (said.code, said.out) == (2, "")
    assert said.err == f"没有这个文件或文件夹：{project / 'content' / 'nowhere.yml'}\n"


def test_a_missing_content_folder_is_a_mistake(project: Path) -> None:
    (project / "content").rename(project / "texts")
    assert run("build").code == 2


@pytest.mark.parametrize("command", ["build", "check", "schema"])
def test_a_content_folder_that_is_not_there_is_a_mistake(project: Path, command: str) -> None:
    config = project / "mkdocs.yml"
    config.write_text(config.read_text(encoding="utf-8").replace("content: content", "content: texts"), encoding="utf-8")
    said = run(command)
    assert (said.code, said.out) == (2, "")
    assert f"找不到内容文件夹 {project / 'texts'}；请检查 mkdocs.yml 里 mingzhang 插件的 content。" in said.err


def test_a_build_says_what_it_did(project: Path) -> None:
    said = run("build")
    assert (said.code, said.err) == (0, "正在读取、检查和生成……\n")
    index = r"搜索索引 \d+ KB，自检 \d+ 处，查全率 100%\n"
    data = r"数据文件 \d+ 个\nmkdocs.yml 没有写 site_url，[^\n]+\n"
    assert re.match(rf"公开文本 1 份，部门 1 个，年度 1 个\n页面 \d+ 个\n检查结果：无\n{data}{index}用时 \d+\.\d 秒\n", said.out)
    assert said.out.endswith(f"网站在 {project / 'site'}，打开 index.html 查看\n")
    assert (project / "site" / "index.html").is_file()


def test_a_refused_build_lists_what_is_wrong_and_ends_with_1(project: Path) -> None:
    write(project, WRONG_SUM)
    said = run("build")
    assert FOUND.match(said.out)
    assert (said.code, said.err) == (1, "正在读取、检查和生成……\n有错误，没有生成网站；原来的网站没有改动。\n")
    assert not (project / "site").exists()


def test_a_site_may_show_its_errors_but_never_what_it_could_not_read(project: Path) -> None:
    (project / "content" / "site.yml").write_text(f"{CONTENT['site.yml']}发现错误时: 照常发布并列出\n", encoding="utf-8")
    write(project, WRONG_SUM)
    assert run("build").code == 0
    write(project, UNREADABLE)
    assert run("build").code == 1


def test_a_text_says_for_itself_whether_it_is_published_with_its_errors(project: Path) -> None:
    write(project, f"{WRONG_SUM}发现错误时: 照常发布并列出\n")
    assert run("build").code == 0
    (project / "content" / "site.yml").write_text(f"{CONTENT['site.yml']}发现错误时: 照常发布并列出\n", encoding="utf-8")
    write(project, f"{WRONG_SUM}发现错误时: 停止发布\n")
    assert run("build").code == 1


def test_a_port_in_use_is_explained(project: Path) -> None:
    assert project.is_dir()
    with socket.create_server(("127.0.0.1", 0)) as other:
        address = f"127.0.0.1:{other.getsockname()[1]}"
        said = run("serve", "-a", address)
    assert said.code == 2
    assert said.err.endswith(f"没有完成：地址 {address} 已经有别的程序在用；请用 -a 换一个端口，如 -a 127.0.0.1:8001。\n")


def test_schemas_are_written_where_editors_look(project: Path) -> None:
    said = run("schema")
    assert said.code == 0
    written = sorted(path.name for path in (project / "content" / "reference" / "schemas").iterdir())
    assert "budget.json" in written
    assert said.out.count("已写入") == len(written)


def apart(project: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Run ``python -m generator`` in a process of its own."""
    command = [sys.executable, "-m", "generator", *arguments]
    return subprocess.run(command, cwd=project, env={**ENVIRONMENT, **environment}, capture_output=True, check=False)  # noqa: S603 - our own


def test_the_module_does_what_the_command_does(project: Path) -> None:
    done = apart(project, "check", "--rule", "ARI-010")
    assert (done.returncode, done.stdout.decode().splitlines()[0], done.stderr) == (0, "没有发现问题。", b"")


def test_a_terminal_in_gbk_shows_what_it_can(project: Path) -> None:
    write(project, WRONG_SUM.replace("修缮", "修缮😀"))
    done = apart(project, "check", "--rule", "ARI-010", PYTHONIOENCODING="gbk")
    assert (done.returncode, done.stderr) == (1, b"")
    assert "修缮?" in done.stdout.decode("gbk")


def test_findings_in_a_pipe_have_no_colours(project: Path) -> None:
    write(project, WRONG_SUM)
    assert b"\x1b" not in apart(project, "check", "--rule", "ARI-010").stdout
