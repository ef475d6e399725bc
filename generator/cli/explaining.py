"""``mingzhang explain``: the manual pages of the rules, and what the other codes mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from generator.cli.checking import show, unknown_code
from generator.cli.chinese import ChineseCommand
from generator.cli.excerpts import width
from generator.findings.codes import READING, SEALING, WAIVING
from generator.rules import ALL_RULES, SITE_RULES
from generator.rules.manual import GROUPS, group_of, manual_of, marked
from generator.rules.rule import SiteRule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.findings.codes import Meaning
    from generator.rules.manual import Example
    from generator.rules.rule import AnyRule


@click.command(
    cls=ChineseCommand,
    help="说明一条规则：应当怎样、为什么、怎么改，以及例子。不写编号时列出全部规则。",
    short_help="说明一条规则：应当怎样、为什么、怎么改；不写编号时列出全部。",
)
@click.argument("code", required=False, metavar="[编号]")
def explain(code: str | None) -> None:
    """Print one manual page, or the list of all codes."""
    if code is None:
        show("\n".join(_all()))
        return
    wanted = code.strip().upper()
    rule = next((rule for rule in (*ALL_RULES, *SITE_RULES) if rule.code == wanted), None)
    meaning = (READING | SEALING | WAIVING).get(wanted)
    if rule is not None:
        show("\n".join(_page(rule)))
    elif meaning is not None:
        show("\n".join(_meaning(wanted, meaning)))
    else:
        raise unknown_code(wanted, [*(rule.code for rule in (*ALL_RULES, *SITE_RULES)), *READING, *SEALING, *WAIVING])


def _all() -> Iterator[str]:
    groups: dict[str, list[AnyRule]] = {}
    for rule in (*ALL_RULES, *SITE_RULES):
        groups.setdefault(group_of(rule), []).append(rule)
    for group, rules in groups.items():
        yield _heading(GROUPS.get(group, group))
        yield from (f"  {rule.code}  {rule.severity.value}  {manual_of(rule).fault}" for rule in rules)
        yield ""
    for name, table in (("读取文件", READING), ("封存", SEALING), ("豁免", WAIVING)):
        yield _heading(name)
        yield from (f"  {code}  {meaning.name}" for code, meaning in table.items())
        yield ""
    yield "运行 mingzhang explain 编号，查看一条的说明和例子。"


def _page(rule: AnyRule) -> Iterator[str]:
    manual = manual_of(rule)
    yield _heading(f"{rule.code} {manual.fault}")
    yield ""
    yield from _entry("应当怎样", manual.law)
    yield from _entry("为什么", manual.why)
    yield from _entry("怎么改", manual.cure)
    yield from _entry("依据", "；".join(str(basis) for basis in rule.basis))
    yield from _entry("轻重", rule.severity.value)
    yield from _entry("适用", _dates(rule))
    for title, fails in (("不通过的例子", True), ("通过的例子", False)):
        for example in manual.examples:
            if example.fails is fails:
                yield ""
                yield from _example(title, example)


def _meaning(code: str, meaning: Meaning) -> Iterator[str]:
    yield _heading(f"{code} {meaning.name}")
    yield ""
    for name, text in (("为什么", meaning.why), ("怎么改", meaning.cure), ("依据", meaning.basis)):
        if text:
            yield from _entry(name, text)
    when = {**dict.fromkeys(READING, "读取文件时检查，读不出来的内容不再按规则检查"), **dict.fromkeys(SEALING, "与封存时的内容比较")}
    yield from _entry("何时", when.get(code, "核对文本里写明的豁免"))


def _dates(rule: AnyRule) -> str:
    if isinstance(rule, SiteRule):
        return "网站自己的信息（site.yml），不分日期"
    since = f"{_day(rule.since.isoformat())}起" if rule.since else ""
    until = f"到{_day(rule.until.isoformat())}为止" if rule.until else ""
    return f"公开日期在{since}{until}的文本" if since or until else "任何日期的文本"


def _day(iso: str) -> str:
    year, month, day = (int(part) for part in iso.split("-"))
    return f"{year}年{month}月{day}日"


def _example(title: str, example: Example) -> Iterator[str]:
    yield f"{click.style(title, bold=True)}：{example.name}"
    for whose, text in example.blocks:
        if whose:
            yield f"  （{whose}）"
        yield from (f"    {line}".rstrip() for line in marked(text).splitlines())


_LINE = 78
_LABEL = 10


def _entry(label: str, text: str) -> Iterator[str]:
    """Yield a labelled text, folded where a terminal would, with the lines below each other."""
    line, indent = f"{label}{' ' * (_LABEL - width(label))}", " " * _LABEL
    for character in text:
        if width(line + character) > _LINE and character not in "，。；：、）》”？！%":
            yield line
            line = indent
        line += character
    yield line


def _heading(text: str) -> str:
    return click.style(text, bold=True)
