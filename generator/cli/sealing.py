"""``mingzhang seal``: from now on, nothing in a fiscal year changes without a correction."""

from __future__ import annotations

from pathlib import Path

import click

from generator.archive.seal import SealError
from generator.cli.archiving import YEAR
from generator.cli.checking import show
from generator.cli.chinese import ChineseCommand
from generator.cli.configuration import CONFIG
from generator.cli.formats.text import findings_text
from generator.cli.progress import Counter
from generator.mkdocs_plugin import RefusedError
from generator.model.kinds import Year
from generator.sealing import SealRefusedError, seal_year


@click.command(
    cls=ChineseCommand,
    help="封存一个年度：把每个源文件、每一页的校验值和程序、规则的版本记入 content/seals/年度.json。"
    "从此以后，没有写更正就改动内容的，mingzhang check 会指出来，网站也不再生成。",
    short_help="封存一个年度，以后的改动都要写更正。",
)
@YEAR
@click.option("--correct", is_flag=True, help="已经封存的年度：把写好的更正、补充的公开文本登记进去，接在原来的记录后面")
@CONFIG
def seal(year: int, config: str, *, correct: bool) -> None:
    """Seal the year and say what the seal holds."""
    counter = Counter()
    try:
        path, state = seal_year(config, Year(year), counter, correct=correct)
    except RefusedError as refused:
        counter.end()
        show(findings_text(refused.publication.report.findings, Path(config).parent))
        message = f"{year} 年的内容还有问题，没有封存。"
        raise click.ClickException(message) from refused
    except (SealRefusedError, SealError) as error:
        counter.end()
        raise click.ClickException(str(error)) from error
    counter.end()
    files = sum(len(each.sources) for each in state.disclosures.values())
    taken = f"，登记更正 {len(state.corrections)} 条" if state.corrections else ""
    click.echo(f"已封存 {year} 年：第 {state.number} 次，公开文本 {len(state.disclosures)} 份，源文件 {files} 个{taken}")
    click.echo(f"封存指纹 {state.fingerprint}")
    click.echo(f"记录在 {path}，请和内容一起提交，并把指纹登记在别处。")
