"""``mingzhang check``: what is wrong with the disclosures, for people and for machines."""

from __future__ import annotations

import difflib
import os
import sys
from pathlib import Path

import click

from generator.cli.chinese import ChineseCommand
from generator.cli.configuration import CONFIG
from generator.cli.examination import Asked, narrowed
from generator.cli.formats import FORMATS
from generator.cli.progress import Counter
from generator.findings.codes import READING, SEALING, WAIVING
from generator.mkdocs_plugin.commands import content_folder
from generator.pipeline import examine, rare_cyclic_collection, this_day
from generator.rules import ALL_RULES, SITE_RULES

_NEAREST = 3


def show(text: str) -> None:
    """Print a text for people, in colour only on a terminal whose user has not set NO_COLOR."""
    click.echo(text, color=False if os.environ.get("NO_COLOR") else None)


def unknown_code(code: str, known: list[str]) -> click.UsageError:
    """Return the complaint about a code that nobody bears, with the nearest ones."""
    near = difflib.get_close_matches(code, known, n=_NEAREST, cutoff=0.6)
    hint = f"相近的有：{'、'.join(near)}。" if near else "运行 mingzhang explain 查看全部编号。"
    return click.UsageError(f"没有编号为“{code}”的规则。{hint}")


def _chosen(_context: click.Context, _parameter: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:
    known = [rule.code for rule in (*ALL_RULES, *SITE_RULES)]
    codes = [code.strip().upper() for value in values for code in value.replace("，", ",").split(",")]
    for code in codes:
        if code in READING or code in WAIVING or code in SEALING:
            message = f"{code} 不是规则，不能单独选择；读取文件和核对封存时发现的问题总会列出。"
            raise click.UsageError(message)
        if code not in known:
            raise unknown_code(code, known)
    return tuple(codes)


def _existing(_context: click.Context, _parameter: click.Parameter, values: tuple[str, ...]) -> list[Path]:
    for value in values:
        if not Path(value).exists():
            message = f"没有这个文件或文件夹：{Path(value).resolve()}"
            raise click.UsageError(message)
    return [Path(value) for value in values]


@click.command(
    cls=ChineseCommand,
    help="检查公开文本，不生成网站。可以只看某些文件或文件夹。没有发现问题时退出码是 0，发现问题是 1，没能检查是 2。",
    short_help="检查公开文本，不生成网站。可以只看某些文件或文件夹。",
)
@click.argument("paths", nargs=-1, metavar="[路径]...", callback=_existing)
@click.option("--rule", "codes", multiple=True, metavar="编号", callback=_chosen, help="只按这条规则检查；可以写几次，或者用逗号隔开")
@click.option(
    "--format",
    "form",
    type=click.Choice(list(FORMATS)),
    default="text",
    metavar="格式",
    help="输出的格式，默认是给人看的 text；json 给程序，sarif、github、gitlab、junit 给各种平台",
)
@click.option(
    "--rules",
    "day",
    type=click.Choice(["current"]),
    metavar="current",
    help="写 current 时，以前年度的文本也按现行规则检查；不写时按文本公开时的规则",
)
@CONFIG
def check(paths: list[Path], codes: tuple[str, ...], form: str, day: str | None, config: str) -> None:
    """Print what was found; exit with 1 if there is anything."""
    folder = content_folder(config)
    counter = Counter()
    try:
        today = this_day()
    except ValueError as error:
        raise click.UsageError(str(error)) from error
    with rare_cyclic_collection():
        corpus, report = examine(folder, counter, today, current=day == "current")
    counter.end()
    examination = narrowed(corpus, report, folder.parent, (*ALL_RULES, *SITE_RULES), Asked(codes, tuple(paths)))
    text = FORMATS[form](examination)
    if form == "text":
        show(text)
    else:
        click.echo(text.encode(), nl=False)  # Whatever the terminal's encoding, machines get UTF-8.
    sys.exit(1 if examination.findings else 0)
