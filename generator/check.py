"""Every rule over every disclosure: what was found, how each rule came out, and which findings follow from one cause."""

from __future__ import annotations

import re
from collections import Counter, deque
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING

from generator.findings.finding import Finding, Severity
from generator.findings.quotes import nested
from generator.model.entry import Sums
from generator.model.kinds import Kind
from generator.model.money import MoneyUnit
from generator.rules.rule import Outcome, Remark, Rule, SiteRule
from generator.source.place import Place

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from generator.model.corpus import Corpus
    from generator.model.disclosure import Disclosure
    from generator.model.entry import Compared
    from generator.model.sections import Waiver
    from generator.model.site import Site
    from generator.rules.rule import AnyRule


@dataclass(frozen=True)
class Judgement:
    """What was found in one disclosure or in the site, what was waived, and the outcome of each rule by its code."""

    findings: tuple[Finding, ...]
    outcomes: dict[str, Outcome]
    waived: tuple[Finding, ...] = ()
    sums: tuple[tuple[str, Sums], ...] = ()
    """What was added up, by the code of the rule that did: the pages show it beside the figures and need not add up again."""

    @property
    def compared(self) -> Iterator[tuple[str, Compared]]:
        """Yield what was added up, one comparison at a time."""
        for code, sums in self.sums:
            for each in sums.each_compared:
                yield code, each

    @property
    def complete(self) -> bool:
        """Return whether every rule that applies has run to its end; only then may nothing found be called sound."""
        return not {Outcome.BROKEN, Outcome.NO_DATA} & set(self.outcomes.values())


@dataclass(frozen=True)
class Report:
    """The findings of loading, the judgement of each disclosure by its address, and that of the site."""

    loading: tuple[Finding, ...]
    judgements: dict[str, Judgement]
    site: Judgement = Judgement((), {})
    sealing: tuple[Finding, ...] = ()
    """What has changed in sealed years; it always stops publication."""

    def of(self, disclosure: Disclosure) -> Judgement:
        """Return what the rules say of one disclosure."""
        return self.judgements[disclosure.address]

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Return everything that was found, in the order of files and places."""
        own = (finding for judgement in (self.site, *self.judgements.values()) for finding in judgement.findings)
        return tuple(sorted((*self.loading, *self.sealing, *own), key=lambda finding: (finding.place, finding.code)))

    def only(self, disclosures: Iterable[Disclosure]) -> Report:
        """Return the same report over some of the disclosures alone."""
        return replace(self, judgements={each.address: self.judgements[each.address] for each in disclosures})

    def count(self) -> Counter[Severity]:
        """Return how many findings there are of each severity."""
        return Counter(finding.severity for finding in self.findings)


def check(
    corpus: Corpus, loading: tuple[Finding, ...], rules: Sequence[Rule | SiteRule], today: date | None = None, *, current: bool = False
) -> Report:
    """Return the report over the corpus; ``loading`` is what reading it has found already.

    Rules of the site judge it once. A disclosure is judged by the rules in force on its own day, or with ``current`` by all
    that are in force now.
    ``today`` decides which waivers have expired; without it none has.
    """
    judgements = {}
    own = [rule for rule in rules if isinstance(rule, Rule)]
    on_day: dict[date, list[Rule]] = {}
    lately: deque[Disclosure] = deque()
    for disclosure in corpus.disclosures:
        day = disclosure.day
        if day not in on_day:
            on_day[day] = [rule for rule in own if (rule.until is None if current else rule.in_force(day))]
        judgements[disclosure.address] = judge(disclosure, on_day[day], today)
        # A department's years follow each other, and each year asks what the statements of the last one said.
        lately.append(disclosure)
        if len(lately) > len(Kind):
            lately.popleft().forget()
    for disclosure in lately:
        disclosure.forget()
    return Report(loading, judgements, judge_site(corpus.site, [rule for rule in rules if isinstance(rule, SiteRule)]))


def judge(disclosure: Disclosure, rules: Sequence[Rule], today: date | None = None) -> Judgement:
    """Return what the rules say of one disclosure. A rule that raises is 未能执行, is reported, and never looks like a pass."""
    findings: list[Finding] = []
    waived: list[Finding] = []
    outcomes: dict[str, Outcome] = {}
    sums: list[tuple[str, Sums]] = []
    waivers = [waiver for waiver in disclosure.text.waivers if today is None or waiver.until is None or today <= waiver.until]
    used: set[int] = set()
    path, passed = disclosure.sources[0].path, Outcome.PASSED
    for rule in rules:
        found, added, silence = _said(rule, disclosure, path)
        sums += [(rule.code, each) for each in added]
        if not found:
            outcomes[rule.code] = silence or passed
            continue
        if silence is Outcome.BROKEN:
            outcomes[rule.code] = silence
            findings += found
            continue
        kept = []
        for finding in found:
            waiver = next((each for each in waivers if _waives(each, finding)), None)
            if waiver is None:
                kept.append(finding)
            else:
                used.add(id(waiver))
                waived.append(finding)
        findings += kept
        outcomes[rule.code] = _outcome(found, kept, silence)
    findings += _idle_waivers(disclosure, waivers, used)
    findings.sort(key=lambda finding: (finding.place, finding.code))
    return Judgement(tuple(findings), outcomes, tuple(waived), tuple(sums))


def judge_site(site: Site, rules: Sequence[SiteRule]) -> Judgement:
    """Return what the rules say of the site; one that could not be read is not judged."""
    findings: list[Finding] = []
    outcomes: dict[str, Outcome] = {}
    path = site.at().path
    for rule in rules if path else ():
        found, _, silence = _said(rule, site, path)
        findings += found
        outcomes[rule.code] = silence if silence is Outcome.BROKEN else _outcome(found, found, silence)
    return Judgement(tuple(findings), outcomes)


_NOTHING: tuple[list[Finding], list[Sums], None] = [], [], None


def _said(rule: AnyRule, judged: Disclosure | Site, path: str) -> tuple[list[Finding], list[Sums], Outcome | None]:
    """Return what a rule finds, its sums, and the outcome that it names itself; one that raises is broken and says so at its file."""
    try:
        said = [*rule.find(judged)]
    except Exception as error:  # noqa: BLE001 - whatever a rule trips over must not stop the others
        return [_broken(rule, path, error)], [], Outcome.BROKEN
    if not said:  # As most rules.
        return _NOTHING
    found: list[Finding] = []
    sums: list[Sums] = []
    silence = None
    for each in said:
        if isinstance(each, Remark):
            found.append(_finding(rule, each))
        elif isinstance(each, Sums):
            sums.append(each)
        else:
            silence = silence or each
    return found, sums, silence


def _outcome(found: list[Finding], kept: list[Finding], silence: Outcome | None) -> Outcome:
    if kept:
        return Outcome.FAILED
    if found:
        return Outcome.WAIVED
    return silence or Outcome.PASSED


def _finding(rule: AnyRule, remark: Remark) -> Finding:
    return Finding(
        rule.code, remark.severity or rule.severity, remark.place, nested(remark.message), nested(remark.cure), remark.also,
        remark.expected, remark.actual, remark.difference, remark.formula, remark.cause,
    )  # fmt: skip


def _waives(waiver: Waiver, finding: Finding) -> bool:
    """Return whether a waiver covers a finding: its rule, and the line or the words of the message where it names a place."""
    if waiver.rule != finding.code:
        return False
    where = (waiver.where or "").strip()
    return where == str(finding.place.line) if where.isdecimal() else where in finding.message


def _idle_waivers(disclosure: Disclosure, waivers: list[Waiver], used: set[int]) -> list[Finding]:
    """Return a finding for each waiver that has expired or that nothing needs any more."""
    findings = []
    for waiver in disclosure.text.waivers:
        if not any(waiver is each for each in waivers):
            message = f"对 {waiver.rule} 的豁免已过有效期"
            findings.append(Finding("WAI-002", Severity.WARNING, waiver.at("until"), message, "请改正文本，或者重新批准并写明新的有效期。"))
        elif id(waiver) not in used:
            message = f"对 {waiver.rule} 的豁免没有用到"
            findings.append(Finding("WAI-001", Severity.WARNING, waiver.at("rule"), message, "问题已经不存在的，请删去这条豁免。"))
    return findings


def _broken(rule: AnyRule, path: str, error: Exception) -> Finding:
    message = f"规则 {rule.code} 没有能够执行（{type(error).__name__}: {error}），这一项没有检查"
    cure = "这是程序的毛病，不是文本的毛病；请把这一条连同文件告诉维护人员。"
    return Finding(rule.code, Severity.WARNING, Place(path, 1, 1), message, cure)


_AMOUNT = re.compile(r"(?P<digits>[0-9][0-9,]*(?:\.[0-9]+)?)\s*(?P<unit>亿元|万元|元|%)?")
_IN_YUAN = {unit.value: unit.in_yuan for unit in MoneyUnit}
_DEEPEST = 8
"""Sums within sums within sums; the official form has four. Figures that repeat each other go round in circles."""


@dataclass(frozen=True, slots=True)
class Group:
    """Findings that follow from one cause; the leader stands at the most detailed figure and is the one to mend."""

    leader: Finding
    followers: tuple[Finding, ...] = ()


def grouped(findings: Iterable[Finding]) -> tuple[Group, ...]:
    """Return the findings in groups, each group where its leader stood.

    Two findings have one cause where they share a figure and are wrong by the same amount, in whichever direction:
    a mistyped part spoils its own sum, the total above it, and every statement that repeats it.
    """
    listed = list(findings)
    above = list(range(len(listed)))

    def head(number: int) -> int:
        while above[number] != number:
            above[number] = above[above[number]]
            number = above[number]
        return number

    first: dict[tuple[Place, tuple[Decimal, str]], int] = {}
    for number, finding in enumerate(listed):
        gap = _amount(finding.difference)
        if gap is None:
            continue
        for place in (finding.place, *finding.also):
            above[head(number)] = head(first.setdefault((place, gap), number))
    groups: dict[int, list[int]] = {}
    for number in range(len(listed)):
        groups.setdefault(head(number), []).append(number)
    led = sorted(_led(numbers, listed) for numbers in groups.values())
    return tuple(Group(listed[numbers[0]], tuple(listed[number] for number in numbers[1:])) for numbers in led)


def _led(numbers: list[int], listed: list[Finding]) -> list[int]:
    """Return a group with its leader in front: the part of a part, else the smallest figure, else the first."""
    at: dict[Place, list[int]] = {}
    for number in numbers:
        at.setdefault(listed[number].place, []).append(number)
    depth = dict.fromkeys(numbers, 0)
    for _ in range(min(len(numbers), _DEEPEST)):
        before = dict(depth)
        for number in numbers:
            parts = (place for place in listed[number].also if place != listed[number].place)
            for part in (each for place in parts for each in at.get(place, ())):
                depth[part] = max(depth[part], before[number] + 1)

    def rank(number: int) -> tuple[int, Decimal, int]:
        size = _amount(listed[number].actual)
        return -depth[number], size[0] if size else Decimal("Infinity"), number

    leader = min(numbers, key=rank)
    return [leader, *(number for number in numbers if number != leader)]


def _amount(text: str) -> tuple[Decimal, str] | None:
    """Return the size of a printed amount, money in 元 whatever unit it names; None where there is none or it is zero."""
    match = _AMOUNT.search(text)
    if match is None:
        return None
    unit = match["unit"] or ""
    size = Decimal(match["digits"].replace(",", "")) * _IN_YUAN.get(unit, Decimal(1))
    return (size, "元" if unit in _IN_YUAN else unit) if size else None
