"""What ``mingzhang serve`` says after each reading of the content."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import click

from generator.cli.checking import show
from generator.cli.formats.text import findings_text
from generator.findings.finding import Severity

if TYPE_CHECKING:
    from pathlib import Path

    from generator.pipeline import Publication


def announce(folder: Path, publication: Publication) -> None:
    """Print what could not be read in full, and how many findings stand on the pages; nothing stops the preview."""
    report = publication.report
    reading = report.loading
    # What has changed in sealed years stands on no page.
    told = (*reading, *report.sealing)
    if told:
        show(findings_text(told, folder))
        unread = dict.fromkeys(finding.place.path for finding in reading if finding.severity is Severity.ERROR)
        if unread:
            show(click.style(f"没有读出来或者没有读全的文件 {len(unread)} 个，首页也列出了；其余的页面照常预览。", bold=True))
    count = Counter(finding.severity for judgement in report.judgements.values() for finding in judgement.findings)
    if count:
        said = "，".join(f"{severity.value} {count[severity]}" for severity in Severity if count[severity])
        show(f"检查结果：{said}，列在各页末尾；运行 mingzhang check 查看详情。")
