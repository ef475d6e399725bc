"""The command ``mingzhang``: it reads arguments, prints in Chinese, and decides nothing."""

from __future__ import annotations

import errno
import io
import re
import sys
import time
from pathlib import Path

import click

from generator.cli.chinese import ChineseCommand, ChineseGroup, explain
from generator.cli.printing import print_findings, summary
from generator.cli.scaffold import write_scaffold
from generator.loading.json_schema import write_schemas
from generator.mkdocs_plugin import BuildFailedError, RefusedError, build_site, content_folder, serve_site
from generator.model.kinds import Kind, Year
from generator.pipeline import publish

_CONFIG = click.option("-f", "--config", default="mkdocs.yml", metavar="文件", help="网站配置文件，默认 mkdocs.yml")
_ADDRESS = re.compile(r"[^\s:/]+:[0-9]{1,5}")
_LAST_PORT = 65535
_KINDS = {kind.slug: kind for kind in Kind}


@click.group(cls=ChineseGroup, help="明账：把部门预算公开文本变成经过核对、可以检索、人人能读的网站。")
@click.version_option(package_name="mingzhang", prog_name="明账", message="%(prog)s %(version)s", help="显示版本")
def cli() -> None:
    """Gather the commands."""


@cli.command(cls=ChineseCommand, help="读取、检查并生成整个网站。")
@_CONFIG
def build(config: str) -> None:
    """Build the site in place of the published one, and say what was done."""
    start = time.perf_counter()
    click.echo("正在读取、检查和生成……", err=True)
    counter = Counter()
    try:
        publication, index, target = build_site(config, counter)
    except RefusedError as refused:
        counter.end()
        print_findings(refused.publication.report.findings, Path(config).parent)
        msg = "有错误，没有生成网站；原来的网站没有改动。"
        raise click.ClickException(msg) from refused
    counter.end()
    click.echo(summary(publication, index, target, time.perf_counter() - start))


@cli.command(cls=ChineseCommand, help="检查公开文本，不生成网站。可以只看某些文件或文件夹。")
@click.argument("paths", nargs=-1, metavar="[路径]...")
@_CONFIG
def check(paths: tuple[str, ...], config: str) -> None:
    """Print every finding; exit with 1 if there is one."""
    folder = content_folder(config)
    counter = Counter()
    findings = publish(folder, counter).report.findings
    counter.end()
    wanted = [Path(path).resolve() for path in paths]
    for path in wanted:
        if not path.exists():
            msg = f"没有这个文件或文件夹：{path}"
            raise click.UsageError(msg)
    base = folder.parent.resolve()
    kept = [each for each in findings if not wanted or any((base / each.place.path).is_relative_to(path) for path in wanted)]
    print_findings(kept, folder.parent)
    sys.exit(1 if kept else 0)


@cli.command(cls=ChineseCommand, help="在本机预览；改动文件后页面自动刷新。按 Ctrl+C 结束。")
@_CONFIG
@click.option("-a", "--address", default="127.0.0.1:8000", metavar="地址", help="预览的地址和端口，默认 127.0.0.1:8000")
def serve(config: str, address: str) -> None:
    """Show the site and build it again on every change."""
    if _ADDRESS.fullmatch(address) is None or int(address.rpartition(":")[2]) > _LAST_PORT:
        msg = f"“{address}”不是地址和端口；请照 127.0.0.1:8000 的样子写。"
        raise click.UsageError(msg)
    click.echo(f"预览：http://{address}/ （按 Ctrl+C 结束）")
    try:
        serve_site(config, address)
    except OSError as error:
        if error.errno != errno.EADDRINUSE:
            raise
        msg = f"地址 {address} 已经有别的程序在用；请用 -a 换一个端口，如 -a 127.0.0.1:8001。"
        raise BuildFailedError(msg) from error


@cli.command(cls=ChineseCommand, help="新建一份公开文本的空白样例：部门代号、年度、文种（budget、accounts、performance）。")
@click.argument("department", metavar="部门代号")
@click.argument("year", type=click.IntRange(1900, 2099), metavar="年度")
@click.argument("kind", type=click.Choice(list(_KINDS)), default="budget", metavar="[文种]")
@click.option("--markdown", is_flag=True, help="用 Markdown 写法（默认 YAML 写法）")
@_CONFIG
def new(department: str, year: int, kind: str, config: str, *, markdown: bool) -> None:
    """Write a scaffold that a clerk fills in."""
    path = write_scaffold(content_folder(config), department, Year(year), _KINDS[kind], markdown=markdown)
    click.echo(f"已建立 {path}")
    click.echo("请填写以后运行 mingzhang check。")


@cli.command(cls=ChineseCommand, help="重新生成各类文件的 JSON Schema（编辑器靠它提示和检查）。")
@_CONFIG
def schema(config: str) -> None:
    """Write the schemas that follow from the model."""
    for path in write_schemas(content_folder(config) / "reference" / "schemas"):
        click.echo(f"已写入 {path}")


class Counter:
    """Shows on a terminal how far a long work has come; a log file gets no such line."""

    def __init__(self) -> None:
        """Begin with nothing done."""
        self.stage = ""
        self.done = 0
        self.shown = sys.stderr.isatty()

    def __call__(self, stage: str) -> None:
        """Count one step of a stage."""
        self.done = self.done + 1 if stage == self.stage else 1
        self.stage = stage
        if self.shown:
            click.echo(f"\r{self.stage} {self.done}        ", err=True, nl=False)

    def end(self) -> None:
        """Leave the line."""
        if self.shown and self.done:
            click.echo("\r                              \r", err=True, nl=False)


def main() -> None:
    """Run the command; whatever goes wrong is said in Chinese, and the exit code tells 1 (found) from 2 (could not run)."""
    for stream in (sys.stdout, sys.stderr):
        # A terminal in GBK has no sign for some of what a text may hold; it shows a question mark.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    try:
        cli.main(standalone_mode=False)
    except click.ClickException as error:
        click.echo(explain(error), err=True)
        sys.exit(2 if isinstance(error, click.UsageError) else 1)
    except (click.Abort, KeyboardInterrupt):
        click.echo("已中止。", err=True)
        sys.exit(130)
    except (BuildFailedError, OSError) as error:
        click.echo(f"没有完成：{error}", err=True)
        sys.exit(2)
