"""Reads the examples beside a rule, and says where the rule and its examples disagree.

An example is a heading and a fragment of a budget. A line that ends in ``# error: [ARI-010] "相差10.00"`` (or ``warning``, ``info``)
is where the rule must speak, with these words; it must be silent everywhere else. ``年度`` and ``金额单位`` are supplied.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from generator.check import judge
from generator.findings.finding import Severity
from generator.loading.files import Shelf
from generator.loading.reader import Reader
from generator.loading.records import RecordShape
from generator.loading.reference import load_reference
from generator.model.department import Department, DepartmentFile, Name
from generator.model.disclosure import Disclosure, Text
from generator.model.kinds import Kind, Level, Year
from generator.model.region import Region
from generator.model.source_file import SourceFile
from generator.rules.rule import Outcome
from generator.source.yaml_file import read_yaml

if TYPE_CHECKING:
    from generator.findings.finding import Finding
    from generator.model.format import Form
    from generator.rules.rule import Rule

ROOT = Path(__file__).parents[2]
RULES = ROOT / "generator" / "rules"

_TITLE = re.compile(r"# (?P<fault>\S.*)（(?P<code>[A-Z]{3}-\d{3})）\n")
_CASE = re.compile(r"^## (?P<name>[^\n]+)\n\n```yaml\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
_MARK = re.compile(r'# (?P<severity>error|warning|info): \[(?P<code>[^\]]+)\] "(?P<words>[^"]+)"')
_MEANT_AS_MARK = re.compile(r"#\s*(error|warning|info)\b", re.IGNORECASE)
_SUPPLIED = {"年度": "2026", "金额单位": "万元"}


@dataclass(frozen=True, slots=True)
class Mark:
    """One finding that an example announces."""

    line: int
    severity: Severity
    code: str
    words: str


@dataclass(frozen=True, slots=True)
class Case:
    """One example: its heading, its fragment of YAML, and everything that is to be found in it."""

    name: str
    text: str
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Examples:
    """The file beside a rule: the fault in words, the rule's code, and the cases."""

    fault: str
    code: str
    cases: tuple[Case, ...]


def read_examples(text: str) -> Examples:
    """Return what a file of examples says; one that is not wholly understood is refused."""
    title = _TITLE.match(text)
    cases = tuple(_case(match["name"], match["text"]) for match in _CASE.finditer(text))
    if title is None or not cases or len(cases) != len(re.findall(r"^## ", text, re.MULTILINE)):
        message = "needs “# fault（CODE）”, then cases of a “## ” heading and one ```yaml block each"
        raise ValueError(message)
    return Examples(title["fault"], title["code"], cases)


def _case(name: str, text: str) -> Case:
    marks = [
        Mark(number, Severity[match["severity"].upper()], match["code"], match["words"])
        for number, line in enumerate(text.splitlines(), 1)
        for match in _MARK.finditer(line)
    ]
    if len(marks) != len(_MEANT_AS_MARK.findall(text)):
        message = f'{name}: a mark is not spelt “# error: [CODE] "words"”'
        raise ValueError(message)
    return Case(name, text, tuple(marks))


def disagreements(case: Case, rule: Rule) -> list[str]:
    """Return where the rule says something else than the example; nothing if they agree."""
    judgement = judge(disclosure_of(case.text), [rule])
    if judgement.outcomes[rule.code] is Outcome.BROKEN:
        return [f"the rule broke: {judgement.findings[0]}"]
    waiting = list(case.marks)
    unexpected = []
    for finding in judgement.findings:
        mark = next((mark for mark in waiting if _announces(mark, finding)), None)
        if mark is None:
            unexpected.append(f"unexpected: {finding}")
        else:
            waiting.remove(mark)
    return unexpected + [f"not found: line {mark.line} {mark.severity.value} {mark.code} {mark.words}" for mark in waiting]


def _announces(mark: Mark, finding: Finding) -> bool:
    same = (mark.line, mark.severity, mark.code) == (finding.place.line, finding.severity, finding.code)
    return same and mark.words in finding.message


def disclosure_of(fragment: str) -> Disclosure:
    """Return the budget that a fragment is part of, in the national form; a fragment that cannot be read is refused."""
    lines = [f"{label}: {value}\n" for label, value in _SUPPLIED.items() if not re.search(f"^{label}:", fragment, re.MULTILINE)]
    mapping, flaws = read_yaml("example.yml", fragment + "".join(lines))
    reader = Reader("example.yml", form=_form())
    text = RecordShape(Text).read(mapping, reader) if mapping else None
    faults = [*flaws, *reader.findings]
    if faults or not isinstance(text, Text):
        message = f"the example cannot be read: {faults}"
        raise ValueError(message)
    source = SourceFile(path="example.yml", sha256="")
    region = Region(slug="example", name="示例市", level=Level.CITY)
    file = DepartmentFile(names=(Name(since=Year(2000), full="示例市档案馆"),), region=region.slug)
    department = Department(slug="example", file=file, region=region, source=source)
    return Disclosure(department=department, kind=Kind.BUDGET, text=text, form=_form(), sources=(source,))


@cache
def _form() -> Form:
    return load_reference(Shelf(ROOT / "content")).formats["national"][Kind.BUDGET]
