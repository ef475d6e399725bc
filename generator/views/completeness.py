"""公开情况: departments by year, under the five headings of the ministry's inspections, and why something is missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.findings.finding import Severity
from generator.rules.manual import group_of
from generator.rules.rule import Outcome
from generator.views.blocks import Look, Notice, PageView, Section
from generator.views.language import noted, say, say_as
from generator.views.lists import home
from generator.views.side_by_side import Heading, Lane, SideBySide, Value
from generator.views.wording import run_on, year_name

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.check import Judgement, Report
    from generator.model.corpus import Corpus
    from generator.model.disclosure import Disclosure
    from generator.model.kinds import Year
    from generator.rules.rule import AnyRule

# Each heading is answered by the rules of these groups; every rule belongs to exactly one.
_HEADINGS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (noted("完整"), ("structure", "web", "secrecy")),
    (noted("及时"), ("timing",)),
    (noted("细化"), ("codes", "performance", "assets")),
    (noted("可读"), ("text", "glossary")),
    (noted("真实"), ("arithmetic", "agreement")),
)

_OPEN = (
    (Outcome.FAILED, noted("{count}条未通过")),
    (Outcome.BROKEN, noted("{count}条未能执行")),
    (Outcome.NO_DATA, noted("{count}条数据不足")),
)


def completeness_view(corpus: Corpus, report: Report, rules: Sequence[AnyRule]) -> PageView:
    """Return the page, one table a year; a cell says how many rules failed, and never more than was checked."""
    heading_of = {rule.code: heading for rule in rules for heading, groups in _HEADINGS if group_of(rule) in groups}
    sections = tuple(Section(f"y{year}", year_name(year), (_table(corpus, report, year, heading_of),)) for year in corpus.years)
    lead = say(
        "按完整、及时、细化、可读、真实五个方面列出检查结果。数字是没有通过的规则条数；"
        "“未查”表示这一方面的规则都不适用或者数据不足，“数据不足”的规则没有得出结论。"
    )
    return PageView(
        title=say("公开情况"),
        description=say("各部门各年度公开情况一览。"),
        lead=lead,
        breadcrumbs=(home(),),
        blocks=(*_of_the_site(report.site), *(() if sections else (Notice("note", say("还没有公开文本。")),))),
        sections=sections,
    )


def _of_the_site(judgement: Judgement) -> tuple[Notice, ...]:
    """Return the notice of what the site itself lacks, if it lacks anything."""
    if not judgement.findings:
        return ()
    said = say("；").join(say("{message}（{code}）", message=finding.message, code=finding.code) for finding in judgement.findings)
    lead = say("网站自己的信息有{count}处不合要求：{findings}。", count=len(judgement.findings), findings=said)
    return (Notice("finding", lead, run_on(*(finding.cure for finding in judgement.findings))),)


def _table(corpus: Corpus, report: Report, year: Year, heading_of: dict[str, str]) -> SideBySide:
    names = (say_as("one", "部门"), say("文种"), *(say(heading) for heading, _ in _HEADINGS), say("说明"))
    lanes = tuple(_lanes(corpus, report, year, heading_of))
    return SideBySide(f"t-{year}", say("{year}年公开情况", year=year), "", tuple(map(Heading, names)), lanes)


def _lanes(corpus: Corpus, report: Report, year: Year, heading_of: dict[str, str]) -> Iterator[Lane]:
    """Yield a row for each disclosure, and for each one that is missing: the one leads to the text, the other to the department."""
    published: dict[str, list[Disclosure]] = {}
    for disclosure in corpus.of_year(year):
        published.setdefault(disclosure.department.slug, []).append(disclosure)
    for department in corpus.departments:
        own = published.get(department.slug, [])
        for disclosure in own:
            yield _disclosed(disclosure, report.judgements[disclosure.address], heading_of)
        missing = [(say(kind), say(reason)) for kind, reason in department.gaps_in(year)]
        if not own and not missing:
            missing = [("—", say("没有收到公开文本"))]
        for kind, reason in missing:
            blanks = [Value("—", Look.BLANK) for _ in _HEADINGS]
            yield Lane(department.name_in(year), department.address, (Value(kind), *blanks, Value(reason)))


def _disclosed(disclosure: Disclosure, judgement: Judgement, heading_of: dict[str, str]) -> Lane:
    outcomes: dict[str, list[Outcome]] = {heading: [] for heading, _ in _HEADINGS}
    for code, outcome in judgement.outcomes.items():
        if code in heading_of:
            outcomes[heading_of[code]].append(outcome)
    verdicts = [Value(_verdict(of_heading)) for of_heading in outcomes.values()]
    errors = sum(finding.severity is Severity.ERROR for finding in judgement.findings)
    found = say("检查结果{count}处，其中错误{errors}处", count=len(judgement.findings), errors=errors)
    remark = Value(found if judgement.findings else say("没有检查结果"))
    return Lane(disclosure.department_name, disclosure.address, (Value(say(disclosure.kind.value)), *verdicts, remark))


def _verdict(outcomes: list[Outcome]) -> str:
    # What came to no judgement is said beside what passed; else it would look checked.
    said = [say(words, count=outcomes.count(outcome)) for outcome, words in _OPEN if outcome in outcomes]
    if Outcome.FAILED in outcomes or Outcome.BROKEN in outcomes:
        return say("，").join(said)
    return say("，").join([say("通过"), *said]) if Outcome.PASSED in outcomes or Outcome.WAIVED in outcomes else say("未查")
