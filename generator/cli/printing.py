"""Findings and summaries on a terminal."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import click

from generator.findings.finding import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from generator.pipeline import Publication
    from generator.search.index import IndexReport

_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "blue"}
_WIDE = 0x1100


def print_findings(findings: Iterable[Finding], folder: Path) -> None:
    """Print each finding with the line that it stands on, the figure marked, and the cure; then the counts."""
    findings = list(findings)
    lines: dict[str, list[str]] = {}
    for finding in findings:
        severity = click.style(finding.severity.value, fg=_COLOURS[finding.severity], bold=True)
        click.echo(f"{finding.place}: {severity} {finding.message}（{finding.code}）")
        excerpt = _line(lines, folder, finding)
        if excerpt:
            number = f"{finding.place.line:>5} | "
            click.echo(f"{number}{excerpt}")
            click.echo(" " * (len(number) + _width(excerpt[: finding.place.column - 1])) + click.style("^", fg=_COLOURS[finding.severity]))
        if finding.cure:
            click.echo(f"      改法：{finding.cure}")
        for place in finding.also:
            click.echo(f"      对照：{place}")
    click.echo(counted(findings))


def counted(findings: list[Finding]) -> str:
    """Return how many findings there are, by severity."""
    if not findings:
        return "没有发现问题。"
    count = Counter(finding.severity for finding in findings)
    return (
        f"共发现 {len(findings)} 处：" + "，".join(f"{severity.value} {count[severity]}" for severity in Severity if count[severity]) + "。"
    )


def _line(lines: dict[str, list[str]], folder: Path, finding: Finding) -> str:
    path = finding.place.path
    if path not in lines:
        try:
            lines[path] = (folder / path).read_text(encoding="utf-8-sig").split("\n")
        except (OSError, UnicodeDecodeError):
            lines[path] = []
    within = lines[path]
    return within[finding.place.line - 1].replace("\t", " ").rstrip() if finding.place.line <= len(within) else ""


def _width(text: str) -> int:
    """Return how many columns a text takes on a terminal, where a Chinese character takes two."""
    return sum(2 if ord(character) >= _WIDE else 1 for character in text)


def summary(publication: Publication, index: IndexReport | None, target: Path, seconds: float) -> str:
    """Return what a build did: how many disclosures, pages and findings, how long it took, and where the site is."""
    report = publication.report
    count = report.count()
    found = "，".join(f"{severity.value} {count[severity]}" for severity in Severity if count[severity]) or "无"
    corpus = publication.corpus
    lines = [
        f"公开文本 {len(corpus.disclosures)} 份，部门 {len(corpus.departments)} 个，年度 {len(corpus.years)} 个",
        f"页面 {len(publication.pages)} 个",
        f"检查结果：{found}",
    ]
    if index is not None:
        lines.append(f"搜索索引 {index.size // 1024} KB")
    lines.append(f"用时 {seconds:.1f} 秒")
    lines.append(f"网站在 {target}，打开 index.html 查看")
    return "\n".join(lines)
