"""The command ``mingzhang``: it reads arguments, prints in Chinese, and decides nothing."""

from __future__ import annotations

import io
import re
import sys
import time
from functools import partial
from pathlib import Path

import click

from generator.cli.archiving import archive, verify
from generator.cli.checking import check, show
from generator.cli.chinese import ChineseCommand, ChineseGroup, complaint
from generator.cli.configuration import CONFIG
from generator.cli.explaining import explain
from generator.cli.formats.text import findings_text
from generator.cli.preview import announce
from generator.cli.printing import summary
from generator.cli.progress import Counter
from generator.cli.scaffold import write_scaffold
from generator.cli.sealing import seal
from generator.cli.words import update_catalogues
from generator.loading.json_schema import write_schemas
from generator.mkdocs_plugin import RefusedError
from generator.mkdocs_plugin.commands import BuildFailedError, build_site, content_folder, serve_site
from generator.mkdocs_plugin.speaking import reason
from generator.model.kinds import Kind, Year

_ADDRESS = re.compile(r"[^\s:/]+:[0-9]{1,5}")
_LAST_PORT = 65535
_KINDS = {kind.slug: kind for kind in Kind}


@click.group(cls=ChineseGroup, help="明账：把部门预算公开文本变成经过核对、可以检索、人人能读的网站。")
@click.version_option(package_name="mingzhang", prog_name="明账", message="%(prog)s %(version)s", help="显示版本")
def cli() -> None:
    """Gather the commands."""


@cli.command(
    cls=ChineseCommand,
    help="读取、检查并生成整个网站。公布过的网址一个也不能少：少了就不生成，列出是哪些。",
    short_help="读取、检查并生成整个网站。",
)
@click.option(
    "--published",
    metavar="清单",
    help="公布在别处的网站的文件夹，或者它的 manifest-sha256.txt；不写就与要替换的文件夹比较网址",
)
@CONFIG
def build(config: str, published: str | None) -> None:
    """Build the site in place of the published one, and say what was done."""
    start = time.perf_counter()
    click.echo("正在读取、检查和生成……", err=True)
    counter = Counter()
    try:
        publication, index, target = build_site(config, counter, Path(published) if published else None)
    except RefusedError as refused:
        counter.end()
        show(findings_text(refused.publication.report.findings, Path(config).parent))
        msg = "有错误，没有生成网站；原来的网站没有改动。"
        raise click.ClickException(msg) from refused
    counter.end()
    click.echo(summary(publication, index, target, time.perf_counter() - start))


cli.add_command(check)


@cli.command(cls=ChineseCommand, help="在本机预览；改动文件后页面自动刷新。按 Ctrl+C 结束。")
@CONFIG
@click.option("-a", "--address", default="127.0.0.1:8000", metavar="地址", help="预览的地址和端口，默认 127.0.0.1:8000")
def serve(config: str, address: str) -> None:
    """Show the site and build it again on every change."""
    if _ADDRESS.fullmatch(address) is None or int(address.rpartition(":")[2]) > _LAST_PORT:
        msg = f"“{address}”不是地址和端口；请照 127.0.0.1:8000 的样子写。"
        raise click.UsageError(msg)
    click.echo(f"预览：http://{address}/ （按 Ctrl+C 结束）")
    serve_site(config, address, partial(announce, Path(config).parent))


@cli.command(cls=ChineseCommand, help="新建一份公开文本的空白样例：部门代号、年度、文种（budget、accounts、performance）。")
@click.argument("department", metavar="部门代号")
@click.argument("year", type=click.IntRange(1900, 2099), metavar="年度")
@click.argument("kind", type=click.Choice(list(_KINDS)), default="budget", metavar="[文种]")
@click.option("--markdown", is_flag=True, help="用 Markdown 写法（默认 YAML 写法）")
@CONFIG
def new(department: str, year: int, kind: str, config: str, *, markdown: bool) -> None:
    """Write a scaffold that a clerk fills in."""
    path = write_scaffold(content_folder(config), department, Year(year), _KINDS[kind], markdown=markdown)
    click.echo(f"已建立 {path}")
    click.echo("请填写以后运行 mingzhang check。")


@cli.command(cls=ChineseCommand, help="重新生成各类文件的 JSON Schema（编辑器靠它提示和检查）。")
@CONFIG
def schema(config: str) -> None:
    """Write the schemas that follow from the model."""
    for path in write_schemas(content_folder(config) / "reference" / "schemas"):
        click.echo(f"已写入 {path}")


@cli.command(cls=ChineseCommand, help="更新界面文字的译文目录：补上没有翻译的，删去不再使用的（改了界面文字以后运行）。")
@CONFIG
def words(config: str) -> None:
    """Bring the catalogues of interface words up to the source."""
    for path in update_catalogues(Path(__file__).parents[1], Path(config).resolve().parent / "theme"):
        click.echo(f"已写入 {path}")


cli.add_command(explain)
cli.add_command(archive)
cli.add_command(seal)
cli.add_command(verify)


def main() -> None:
    """Run the command; whatever goes wrong is said in Chinese, and the exit code tells 1 (found) from 2 (could not run)."""
    for stream in (sys.stdout, sys.stderr):
        # A terminal in GBK has no sign for some of what a text may hold; it shows a question mark.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    try:
        cli.main(prog_name="mingzhang", standalone_mode=False)
    except click.ClickException as error:
        click.echo(complaint(error), err=True)
        sys.exit(2 if isinstance(error, click.UsageError) else 1)
    except (click.Abort, KeyboardInterrupt):
        click.echo("已中止。", err=True)
        sys.exit(130)
    except (BuildFailedError, OSError) as error:
        click.echo(f"没有完成：{reason(error)}", err=True)
        sys.exit(2)
