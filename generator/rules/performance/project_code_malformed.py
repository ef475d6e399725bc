"""PER-004."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from generator.findings.finding import Severity
from generator.rules.rule import Basis, Outcome, Remark, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.disclosure import Disclosure
    from generator.model.performance import Project

_BLANKS = re.compile(r"\s+")
_INTEGRATED = re.compile(r"[0-9]{6}(?P<year>[0-9]{2})[A-Z][0-9A-Z]{12}")
_OF_ONE_REGION = re.compile(r"([0-9]{6})[0-9]{2}[A-Z][0-9A-Z]{12}(?:\n\1[0-9]{2}[A-Z][0-9A-Z]{12})*")
_MEANT_SO = re.compile(r"[0-9]{8}")
_NO_CODE = re.compile(r"[^0-9A-Za-z./_-]")
_LENGTH = 21
_CURE = "请照预算管理一体化系统里的项目编码改正。"
_ALONE = 3


@rule("PER-004", Severity.ERROR, Basis("预算管理一体化系统的项目编码规则", read=False))
def project_code_malformed(disclosure: Disclosure) -> Iterator[Remark | Outcome]:
    """项目编码应当完整、互不相同；新编码是行政区划 6 位、年度 2 位、类别字母 1 位和 12 位字母数字，年度不晚于预算年度。

    为什么：编码是项目的身份证，预算、执行、评价都凭它对上；错一位就成了另一个项目。
    怎么改：从预算管理一体化系统复制编码，不要手抄；两个项目同号的，改正抄错的那一个。
    """
    codes = [project.code for project in disclosure.text.projects if project.code]
    if not codes:
        yield Outcome.NOT_APPLICABLE
    if not codes or _are_sound(codes, disclosure.year):
        return
    coded = [(project, _BLANKS.sub("", project.code)) for project in disclosure.text.projects if project.code]
    first: dict[str, Project] = {}
    for project, code in coded:
        twin = first.setdefault(code, project)
        if twin is not project:
            message = f"项目“{project.name}”与“{twin.name}”的项目编码都是{code}"
            yield Remark(project.at("code"), message, "一个项目一个编码，请改正抄错的那一个。", (twin.at("code"),))
        fault = _fault(code, disclosure.year)
        if fault:
            yield Remark(project.at("code"), f"项目“{project.name}”的项目编码{code}{fault}", _CURE)
    yield from _strangers(coded)


def _are_sound(codes: list[str], year: int) -> bool:
    """Return whether all are whole and of one region, of this year or an earlier one, and no two alike."""
    alike = _OF_ONE_REGION.fullmatch("\n".join(codes)) is not None and len(set(codes)) == len(codes)
    return alike and max([code[6:8] for code in codes]) <= f"{year % 100:02}"


def _fault(code: str, year: int) -> str:
    if match := _INTEGRATED.fullmatch(code):
        own = year // 100 * 100 + int(match["year"])
        return f"里的年度是{own}年，晚于预算年度{year}年" if own > year else ""
    if odd := _NO_CODE.search(code):
        return f"里有“{odd[0]}”，编码只用半角的数字和字母"
    if not _MEANT_SO.match(code):
        return ""
    if len(code) != _LENGTH:
        return f"是{len(code)}位，应当是{_LENGTH}位"
    return "不合编码规则：第9位应当是大写字母，其后12位是数字或大写字母"


def _strangers(coded: list[tuple[Project, str]]) -> Iterator[Remark]:
    """Yield the one code of another region where all the others share theirs."""
    regions = [(project, code[:6]) for project, code in coded if _INTEGRATED.fullmatch(code)]
    counts = Counter(region for _, region in regions)
    if len(counts) < 2 or len(regions) < _ALONE:  # noqa: PLR2004 - one region alone has no stranger
        return
    usual, many = counts.most_common(1)[0]
    if many == len(regions) - 1:
        for project, region in regions:
            if region != usual:
                message = f"项目“{project.name}”的项目编码以{region}开头，其他项目都以行政区划{usual}开头"
                cure = "请核对前六位；上级安排、编码本来就是上级的，写一条豁免。"
                yield Remark(project.at("code"), message, cure, severity=Severity.WARNING)
