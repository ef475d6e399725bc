"""Reads the examples beside a rule, and says where the rule and its examples disagree.

An example is a heading and a fragment of a budget. A line that ends in ``# error: [ARI-010] "相差10.00"`` (or ``warning``, ``info``)
is where the rule must speak, with these words; it must be silent everywhere else. ``年度`` and ``金额单位`` are supplied.

Before the fragment may stand a block ``yaml 上年`` (last year's text of the same department) and a block ``yaml 部门``
(名称, 级次, 地区, 文种, 格式, 单位编码, and two lists of names: 所属单位, 其他部门), for rules that look at more than the text itself.
The examples of a rule of the site are blocks ``yaml 网站``, fragments of ``site.yml``.
"""

from __future__ import annotations

import dataclasses
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from generator.check import judge, judge_site
from generator.findings.finding import Severity
from generator.loading.files import Shelf
from generator.loading.reader import Reader
from generator.loading.records import RecordShape
from generator.loading.reference import load_reference
from generator.model.department import Department, DepartmentFile, Name
from generator.model.disclosure import Disclosure, Text
from generator.model.kinds import Kind, Level, Year
from generator.model.region import Region
from generator.model.site import Site
from generator.model.source_file import SourceFile
from generator.rules.rule import Outcome, Rule, SiteRule
from generator.source.values import Mapping, Scalar, Sequence
from generator.source.yaml_file import read_yaml

if TYPE_CHECKING:
    from generator.findings.finding import Finding
    from generator.loading.reference import Reference
    from generator.model.format import Form
    from generator.rules.rule import AnyRule

ROOT = Path(__file__).parents[2]
RULES = ROOT / "generator" / "rules"

_TITLE = re.compile(r"# (?P<fault>\S.*)（(?P<code>[A-Z]{1,3}-\d{3})）\n")
_BLOCK = r"```yaml{}\n(?P<{}>.*?)^```$"
_CASE = re.compile(
    r"^## (?P<name>[^\n]+)\n\n"
    rf"(?:{_BLOCK.format(' 部门', 'department')}\n\n)?(?:{_BLOCK.format(' 上年', 'previous')}\n\n)?"
    rf"{_BLOCK.format('(?P<site> 网站)?', 'text')}",
    re.MULTILINE | re.DOTALL,
)
_MARK = re.compile(r'# (?P<severity>error|warning|info): \[(?P<code>[^\]]+)\] "(?P<words>[^"]+)"')
_MEANT_AS_MARK = re.compile(r"#\s*(error|warning|info)\b", re.IGNORECASE)


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
    department: str = ""
    previous: str = ""
    site: str = ""


@dataclass(frozen=True, slots=True)
class Examples:
    """The file beside a rule: the fault in words, the rule's code, and the cases."""

    fault: str
    code: str
    cases: tuple[Case, ...]


def read_examples(text: str) -> Examples:
    """Return what a file of examples says; one that is not wholly understood is refused."""
    title = _TITLE.match(text)
    cases = tuple(_case(**match.groupdict(default="")) for match in _CASE.finditer(text))
    if title is None or not cases or len(cases) != len(re.findall(r"^## ", text, re.MULTILINE)):
        message = "needs “# fault（CODE）”, then cases of a “## ” heading and one ```yaml block each"
        raise ValueError(message)
    return Examples(title["fault"], title["code"], cases)


def _case(name: str, text: str, department: str, previous: str, site: str) -> Case:
    marks = [
        Mark(number, Severity[match["severity"].upper()], match["code"], match["words"])
        for number, line in enumerate(text.splitlines(), 1)
        for match in _MARK.finditer(line)
    ]
    if len(marks) != len(_MEANT_AS_MARK.findall(text)):
        message = f'{name}: a mark is not spelt “# error: [CODE] "words"”'
        raise ValueError(message)
    return Case(name, text, tuple(marks), department, previous, site.strip())


def disagreements(case: Case, rule: AnyRule) -> list[str]:
    """Return where the rule says something else than the example; nothing if they agree."""
    if bool(case.site) is not isinstance(rule, SiteRule):
        return ["the example is of the site, or the rule, and not both"]
    if isinstance(rule, SiteRule):
        judgement = judge_site(site_of(case.text), [rule])
    else:
        assert isinstance(rule, Rule)
        judgement = judge(disclosure_of_case(case), [rule])
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


def disclosure_of_case(case: Case) -> Disclosure:
    """Return the disclosure of an example, with its department and last year's disclosure where it gives them."""
    whose = read_setting(case.department)
    disclosure = disclosure_of(case.text, whose, "2026")
    if not case.previous:
        return disclosure
    return dataclasses.replace(disclosure, previous=disclosure_of(case.previous, whose, str(disclosure.year - 1)))


@dataclass(frozen=True, slots=True)
class Setting:
    """Whose disclosure an example is, and of what kind."""

    department: Department
    kind: Kind
    form: Form
    register: tuple[Department, ...]


def read_setting(text: str) -> Setting:
    """Return the setting that a ``yaml 部门`` block describes; what it leaves out is an archive of a made-up city."""
    mapping, flaws = read_yaml("example.yml", text) if text else (Mapping.empty(), [])
    known = {"名称", "级次", "地区", "文种", "格式", "单位编码", "所属单位", "其他部门"}
    if mapping is None or flaws or not set(mapping.entries) <= known:
        message = f"the department of the example cannot be read: {flaws or known}"
        raise ValueError(message)
    given = {key: value.text for key, value in mapping.entries.items() if isinstance(value, Scalar)}
    region = Region(slug="example", name=given.get("地区", "示例市"), level=Level(given.get("级次", "市级")))
    own = _department(given.get("名称", "示例市档案馆"), region, "example", given.get("单位编码"), _names(mapping, "所属单位"))
    others = enumerate(_names(mapping, "其他部门"))
    register = (own, *(_department(name, region, f"other-{number}") for number, name in others))
    kind = Kind(given.get("文种", "部门预算"))
    return Setting(own, kind, _reference().formats[given.get("格式", "national")][kind], register)


def _names(mapping: Mapping, label: str) -> tuple[str, ...]:
    listed = mapping.entries.get(label)
    return tuple(item.text for item in listed.items if isinstance(item, Scalar)) if isinstance(listed, Sequence) else ()


def _department(name: str, region: Region, slug: str, code: str | None = None, units: tuple[str, ...] = ()) -> Department:
    file = DepartmentFile(names=(Name(since=Year(2000), full=name),), region=region.slug, code=code, units=units)
    return Department(slug=slug, file=file, region=region, source=SourceFile(path="example.yml", sha256=""))


def disclosure_of(fragment: str, whose: Setting | None = None, year: str = "2026") -> Disclosure:
    """Return the disclosure that a fragment is part of; a fragment that cannot be read is refused."""
    whose = whose or read_setting("")
    supplied = {"年度": year, "金额单位": "万元"}
    lines = [f"{label}: {value}\n" for label, value in supplied.items() if not re.search(f"^{label}:", fragment, re.MULTILINE)]
    mapping, flaws = read_yaml("example.yml", fragment + "".join(lines))
    reader = Reader("example.yml", form=whose.form)
    text = RecordShape(Text).read(mapping, reader) if mapping else None
    faults = [*flaws, *reader.findings]
    if faults or not isinstance(text, Text):
        message = f"the example cannot be read: {faults}"
        raise ValueError(message)
    return Disclosure(
        department=whose.department,
        kind=whose.kind,
        text=text,
        form=whose.form,
        sources=(whose.department.source,),
        classification=_reference().classification,
        usage=_reference().usage,
        register=whose.register,
    )


def site_of(fragment: str) -> Site:
    """Return the site that an example describes; one that cannot be read is refused."""
    mapping, flaws = read_yaml("example.yml", fragment)
    reader = Reader("example.yml")
    site = RecordShape(Site).read(mapping, reader) if mapping else None
    faults = [*flaws, *reader.findings]
    if faults or not isinstance(site, Site):
        message = f"the example cannot be read: {faults}"
        raise ValueError(message)
    return site


@cache
def _reference() -> Reference:
    return load_reference(Shelf(ROOT / "content"))
