"""``mingzhang archive`` and ``mingzhang verify``: a fiscal year to keep, and whether it is still what it was."""

from __future__ import annotations

import sys
import tempfile
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.archive.manifest import ManifestError
from generator.archive.verification import verify as verdict_on
from generator.archive.versions import generator_version, rules_version
from generator.cli.checking import show
from generator.cli.chinese import ChineseCommand
from generator.cli.configuration import CONFIG
from generator.cli.examination import Asked, narrowed
from generator.cli.formats.json_report import as_json
from generator.cli.formats.text import findings_text
from generator.cli.progress import Counter
from generator.mkdocs_plugin import RefusedError
from generator.model.kinds import Year
from generator.packing import Wanted, pack, rebuilt
from generator.rules import ALL_RULES, SITE_RULES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.archive.verification import Verdict
    from generator.pipeline import Publication

YEAR = click.argument("year", type=click.IntRange(1900, 2099), metavar="年度")
_MOST_LISTED = 200


@click.command(
    cls=ChineseCommand,
    help="把一个年度单独生成网站，连同原始文本和检查结果打成存档（BagIt）。存档从 U 盘上打开 index.html 就能读；"
    "同样的内容总是得到同样的字节，谁都可以核对。",
    short_help="把一个年度做成可以单独保存、可以核对的存档。",
)
@YEAR
@click.option("-o", "--output", default="dist", metavar="文件夹", help="存档放在哪里，默认 dist；存档名为 mingzhang-年度")
@click.option("--zip", "zipped", is_flag=True, help="另外打成一个 ZIP 文件")
@click.option("--warc", is_flag=True, help="另外收入网页的 WARC（ISO 28500），供网页档案系统回放")
@CONFIG
def archive(year: int, output: str, config: str, *, zipped: bool, warc: bool) -> None:
    """Make the archive and say where it is and how to check it."""
    click.echo("正在读取、检查和生成……", err=True)
    counter = Counter()
    try:
        place = pack(config, Wanted(Year(year), Path(output), zipped, warc), _as_json, counter)
    except RefusedError as refused:
        counter.end()
        show(findings_text(refused.publication.report.findings, Path(config).parent))
        message = f"{year} 年的公开文本有错误，没有生成存档；原来的存档没有改动。"
        raise click.ClickException(message) from refused
    counter.end()
    found = verdict_on(place)
    click.echo(f"存档在 {place}，{found.checked} 个文件")
    click.echo(f"存档指纹 {found.fingerprint}")
    click.echo(f"请把指纹登记在别处，交接时用 mingzhang verify {place} 核对。")


def _as_json(publication: Publication) -> str:
    # The paths of places are those in the archive, wherever it is made.
    examination = narrowed(publication.corpus, publication.report, Path("/"), (*ALL_RULES, *SITE_RULES), Asked())
    return as_json(examination)


@click.command(
    cls=ChineseCommand,
    help="核对存档（文件夹或者 ZIP 文件）或者网站的文件夹：逐个文件与清单比较，列出改过的、缺少的、多出的。"
    "退出码：没有差别是 0，有差别是 1，没能核对（如没有清单）是 2。",
    short_help="核对存档或者网站：列出改过的、缺少的、多出的文件。",
)
@click.argument("path", metavar="路径")
@click.option(
    "--rebuild",
    is_flag=True,
    help="再用存档里的原始文本和模板重新生成网站、检查结果和 WARC，逐个文件比较；模板会被执行，只用于来源可信的存档",
)
def verify(path: str, *, rebuild: bool) -> None:
    """Print what differs; exit with 1 if anything does."""
    try:
        found = verdict_on(Path(path))
    except ManifestError as error:
        raise click.UsageError(str(error)) from error
    _say(found, _summary(path, found))
    sound = found.sound
    # What was changed after packing is not run.
    if rebuild and sound:
        again = _rebuilt(Path(path), dict(found.info))
        _say(again, f"重新生成的内容与存档完全一致，共 {again.checked} 个文件。" if again.sound else "重新生成的内容与存档不同。")
        sound = sound and again.sound
    sys.exit(0 if sound else 1)


def _summary(path: str, found: Verdict) -> str:
    if found.sound:
        said = f"{path} 完好：{found.checked} 个文件都与清单一致。"
    else:
        counts = (("改过", found.differing), ("缺少", found.missing), ("多出", found.extra), ("其他问题", found.remarks))
        said = f"{path} 与清单不一致：" + "，".join(f"{name} {len(files)}" for name, files in counts if files) + "。"
    return f"{said}\n存档指纹 {found.fingerprint}" if found.fingerprint else said


def _say(found: Verdict, summary: str) -> None:
    for line in _lines(found):
        show(line)
    show(summary)


def _lines(found: Verdict) -> Iterator[str]:
    yield from found.remarks
    for word, files in (("改过", found.differing), ("缺少", found.missing), ("多出", found.extra)):
        yield from _listed(word, files)


def _listed(word: str, files: Iterable[str]) -> Iterator[str]:
    listed = list(files)
    yield from (f"{word}：{file}" for file in listed[:_MOST_LISTED])
    if len(listed) > _MOST_LISTED:
        yield f"{word}：还有 {len(listed) - _MOST_LISTED} 个文件没有列出"


def _rebuilt(path: Path, info: dict[str, str]) -> Verdict:
    made_by, judged_by = info.get("Bag-Software-Agent", ""), info.get("Rules-Version", "")
    if (made_by, judged_by) != (f"mingzhang {generator_version()}", rules_version()):
        click.echo(f"注意：存档由 {made_by or '别的程序'}、规则 {judged_by or '未载明'} 生成，与现在的不同，网页可能因此不同。", err=True)
    counter = Counter()
    try:
        if path.is_dir():
            return rebuilt(path, _as_json, counter)
        with tempfile.TemporaryDirectory(prefix="mingzhang-verify-") as folder, zipfile.ZipFile(path) as container:
            container.extractall(folder)
            (bag,) = Path(folder).iterdir()
            return rebuilt(bag, _as_json, counter)
    except RefusedError as refused:
        show(findings_text(refused.publication.report.findings, path))
        message = "存档里的原始文本有错误，不能重新生成。"
        raise click.ClickException(message) from refused
    finally:
        counter.end()
