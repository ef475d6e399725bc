"""The examination as a clerk reads it on a terminal."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import click

from generator.check import Group, grouped
from generator.cli.excerpts import Excerpts, from_here, places_by_line, visible
from generator.findings.finding import Severity
from generator.rules.rule import Outcome

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from generator.cli.examination import Examination
    from generator.findings.finding import Finding

_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "blue"}
_INDENT = " " * 6
_ALWAYS = (Outcome.PASSED, Outcome.FAILED, Outcome.NOT_APPLICABLE, Outcome.NO_DATA, Outcome.BROKEN)
_MOST_LISTED = 10


def as_text(examination: Examination) -> str:
    """Return the findings group by group, their counts, and how the rules came out."""
    lines = list(_groups(examination.groups, examination.folder))
    if examination.groups:
        lines.append(counted(examination.groups))
    lines += _outcomes(examination)
    return "\n".join(lines)


def findings_text(findings: Iterable[Finding], folder: Path) -> str:
    """Return findings alone, group by group, and their counts."""
    groups = grouped(findings)
    return "\n".join([*_groups(groups, folder), counted(groups)])


def counted(groups: Iterable[Group]) -> str:
    """Return how many findings there are, by severity, and from how many causes."""
    groups = list(groups)
    findings = [finding for group in groups for finding in (group.leader, *group.followers)]
    count = Counter(finding.severity for finding in findings)
    said = f"共发现 {len(findings)} 处：" + "，".join(f"{severity.value} {count[severity]}" for severity in Severity if count[severity])
    if len(groups) < len(findings):
        said += f"；相关的合在一起，是 {len(groups)} 个问题"
    return f"{said}。" if findings else "没有发现问题。"


def _groups(groups: Iterable[Group], folder: Path) -> Iterator[str]:
    excerpts = Excerpts(folder)
    for group in groups:
        yield from _leader(group.leader, excerpts)
        if group.followers:
            yield f"{_INDENT}下面 {len(group.followers)} 处相差同样的数，多半是同一个原因，先改上面一处："
            for finding in group.followers:
                yield from (f"{_INDENT}{line}" for line in _head(finding, excerpts))
        yield ""


def _head(finding: Finding, excerpts: Excerpts) -> Iterator[str]:
    """Yield where and what, and the line with the figure underlined."""
    colour = _COLOURS[finding.severity]
    severity = click.style(finding.severity.value, fg=colour, bold=True)
    place = finding.place
    where = click.style(f"{from_here(excerpts.folder, visible(place.path))}:{place.line}:{place.column}", bold=True)
    yield f"{where}: {severity} {visible(finding.message)}（{finding.code}）"
    yield from excerpts.show([excerpts.span(place, (finding.actual, finding.expected))], lambda mark: click.style(mark, fg=colour))


def _leader(finding: Finding, excerpts: Excerpts) -> Iterator[str]:
    yield from _head(finding, excerpts)
    figures = (("应为", finding.expected), ("实为", finding.actual), ("相差", finding.difference))
    said = "，".join(f"{word} {visible(figure)}" for word, figure in figures if figure)
    remarks = (("", said), ("算法：", finding.formula), ("可能的原因：", finding.cause), ("改法：", finding.cure))
    yield from (f"{_INDENT}{word}{visible(text)}" for word, text in remarks if text)
    lines, more = places_by_line(finding.also)
    path = finding.place.path
    for number, places in enumerate(lines):
        if number == 0 or places[0].path != path:
            path = places[0].path
            yield f"{_INDENT}对照：{from_here(excerpts.folder, visible(path))}:{places[0].line}:{places[0].column}"
        spans = [excerpts.compared(place, finding) for place in places]
        yield from excerpts.show(spans, lambda mark: click.style(mark, fg="cyan"))
    if more:
        yield f"{_INDENT}对照的另有 {more} 处，没有列出。"


def _outcomes(examination: Examination) -> Iterator[str]:
    """Yield how the rules came out, and what was not checked; only where nothing is left open is nothing found called sound."""
    examined, count = examination.examined, examination.outcomes
    if not examination.findings:
        yield _nothing_found(examination)
    if examination.elsewhere:
        where = "所选的文件以外" if not examined else "同一份公开文本的其他文件里"
        yield f"{where}另有 {examination.elsewhere} 处，没有列出。"
    if examination.judged:
        shown = [outcome for outcome in Outcome if outcome in _ALWAYS or count[outcome]]
        unit = "条" if len(examined) <= 1 else "条次"
        several = "" if len(examined) <= 1 else f"，共 {count.total()} 条次"
        texts = [f"{len(examined)} 份公开文本"] if examined else []
        what = "和".join([*texts, *(["网站信息"] if examination.site else [])])
        yield f"检查了 {what}，规则 {examination.applied} 条{several}："
        yield "  " + "，".join(f"{outcome.value} {count[outcome]} {unit}" for outcome in shown) + "。"
    for path in examination.unread:
        yield f"没有读全、没有检查完：{from_here(examination.folder, visible(path))}"
    for outcome in (Outcome.BROKEN, Outcome.NO_DATA):
        yield from _open(examination, outcome)


def _nothing_found(examination: Examination) -> str:
    if not examination.complete:
        return "没有查出问题，但是有些规则没有得出结论，见下。"
    if not examination.judged:
        return "没有可以检查的公开文本。"
    if examination.elsewhere:
        return "所选的文件里没有发现问题。"
    return click.style("没有发现问题。", fg="green")


def _open(examination: Examination, outcome: Outcome) -> Iterator[str]:
    """Yield the rules that came to no judgement, and where."""
    where: dict[str, list[str]] = {}
    for path, judgement in examination.judged:
        for code, found in judgement.outcomes.items():
            if found is outcome:
                where.setdefault(code, []).append(from_here(examination.folder, visible(path)))
    if not where:
        return
    yield (
        f"{outcome.value}，没有得出结论的规则：" if outcome is Outcome.NO_DATA else f"{outcome.value}的规则（程序的毛病，请告诉维护人员）："
    )
    for code, paths in where.items():
        rest = f" 等 {len(paths)} 份" if len(paths) > _MOST_LISTED else ""
        yield f"  {code} {examination.name_of(code)}：{'、'.join(paths[:_MOST_LISTED])}{rest}"
