"""Help and complaints are Chinese sentences; only names of commands, options and files are not."""

from __future__ import annotations

import re

import pytest

from tests.unit.cli.command import run

COMMANDS = ("build", "check", "serve", "new", "schema", "words", "explain", "archive", "seal", "verify")
CHINESE = re.compile("[\u4e00-\u9fff]")
# Two words of small letters in a row are English; one is a name.
ENGLISH = re.compile(r"(?<![-./\w])[A-Z]?[a-z']{2,} [a-z']{2,}(?![-./\w])")
NAMES = re.compile(r"mingzhang (build|check|serve|new|schema|words|explain|archive|seal|verify)?|JSON Schema|YAML|Markdown")


def english(text: str) -> list[str]:
    """Return what looks like English in a text."""
    return ENGLISH.findall(NAMES.sub("", text))


@pytest.mark.parametrize("command", COMMANDS)
def test_help_of_a_command_is_chinese(command: str) -> None:
    said = run(command, "--help")
    assert (said.code, said.err) == (0, "")
    assert said.out.startswith(f"用法：mingzhang {command} [选项]")
    assert "选项:\n" in said.out
    assert english(said.out) == []
    assert all(CHINESE.search(line) for line in said.out.splitlines() if line.strip())


@pytest.mark.parametrize("arguments", [("--help",), ()])
def test_help_lists_every_command_with_what_it_does(arguments: tuple[str, ...]) -> None:
    said = run(*arguments)
    shown = said.out + said.err
    assert english(shown) == []
    for command in COMMANDS:
        assert re.search(rf"^  {command} +\S*[\u4e00-\u9fff]", shown, re.MULTILINE), command


def test_the_version_is_said() -> None:
    assert re.fullmatch(r"明账 \d+\.\d+\.\d+\n", run("--version").out)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("chek",), "没有这个命令。可用的命令：build、check、serve、new、schema、words、explain、archive、seal、verify。"),
        (("check", "--nope"), "没有选项 --nope。"),
        (("check", "--confi", "a"), "没有选项 --confi，是不是 --config？"),
        (("check", "-f"), "选项 -f 用得不对"),
        (("build", "more"), "参数太多。"),
        (("new",), "缺少参数 部门代号。"),
        (("new", "archive"), "缺少参数 年度。"),
        (("new", "archive", "明年"), "参数 年度 不对。应当是 1900 到 2099 之间的整数。"),
        (("new", "archive", "2026", "plan"), "参数 [文种] 不对。可以写：budget、accounts、performance。"),
        (("serve", "-a", "8000"), "“8000”不是地址和端口；请照 127.0.0.1:8000 的样子写。"),
        (("serve", "-a", "localhost:80000"), "“localhost:80000”不是地址和端口"),
        (("check", "-f", "nowhere.yml"), "没有完成：找不到网站配置文件 nowhere.yml；请在网站文件夹里运行，或者用 -f 指明。"),
    ],
)
def test_what_cannot_be_understood_is_explained_and_ends_with_2(arguments: tuple[str, ...], said: str) -> None:
    result = run(*arguments)
    assert result.err.startswith(said)
    assert english(result.err) == []
    assert (result.code, result.out) == (2, "")


@pytest.mark.parametrize("text", ["Show this message and exit.", "No such option: --nope", "Option '-f' requires an argument."])
def test_an_english_sentence_is_seen(text: str) -> None:
    assert english(text) != []
