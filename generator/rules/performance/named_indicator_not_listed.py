"""PER-037."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.findings.finding import Severity
from generator.rules.rule import Basis, Outcome, Remark, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.disclosure import Disclosure
    from generator.model.performance import Project

_LISTED = re.compile(
    r"(?:绩效|产出|效果|效益|满意度)指标(?:[0-9一二三四五六七八九十]+项)?[：:，,]?(?:分别|主要)?(?:是|为|有)[：:]?(?P<names>[^。\n]+)"
)
_BETWEEN = (re.compile("[；;]"), re.compile("[、，,]|和(?!谐)"))
_MARKS = re.compile(r"[\s“”\"、的]+")


@rule("PER-037", Severity.INFO, Basis("表间勾稽关系"))
def named_indicator_not_listed(disclosure: Disclosure) -> Iterator[Remark | Outcome]:
    """“目标和指标设置情况”里点名的指标，应当在绩效目标表里列出来，名称一样。

    为什么：文字说指标是“接待次数”，表里没有接待次数，说明表和文字不是同一稿，年底不知道按哪一个考核。
    怎么改：表里漏了的补上；只是名称不同的，改成表里的名称。
    """
    told = [project for project in disclosure.text.projects if project.method is not None and project.indicators]
    if not told:
        yield Outcome.NOT_APPLICABLE
    for project in told:
        missing = list(_missing(project))
        if missing and project.method is not None:
            names = "、".join(f"“{name}”" for name, _ in missing[:3])
            many = f"等{len(missing)}项" if len(missing) > 1 else ""
            message = f"项目“{project.name}”的文字里写的指标{names}{many}，表里没有"
            places = [project.method.at(offset) for _, offset in missing]
            cure = "请在表里补上，或者改成表里的名称。"
            yield Remark(places[0], message, cure, (*places[1:], project.at("indicators")))


def _missing(project: Project) -> Iterator[tuple[str, int]]:
    """Yield the indicators that the text lists by name and the sheet does not, with their offsets in the text."""
    text = project.method.text if project.method else ""
    listed = {_plain(each.third or each.description or "") for each in project.indicators}
    for match in _LISTED.finditer(text):
        between = next((each for each in _BETWEEN if each.search(match["names"])), _BETWEEN[0])
        names = [name.strip(" ：:；;，,") for name in between.split(match["names"])]
        known = [any(_plain(name) in each or each in _plain(name) for each in listed) for name in names]
        at = match.start("names")
        for name, is_listed in zip(names, known, strict=True):
            at = text.index(name, at)
            if name and not is_listed:
                yield name, at


def _plain(name: str) -> str:
    return _MARKS.sub("", name)
