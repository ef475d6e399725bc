"""The home page: what is new, what the years add up to, and the ways on. It grows with the years, not with the departments."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from generator.findings.finding import Severity
from generator.model.headlines import EXPENDITURE, amount_of
from generator.model.kinds import Kind
from generator.model.money import Money
from generator.views.blocks import Block, Entries, Entry, Link, Notice, PageView, Prose, SearchBox, Section
from generator.views.language import say, say_as
from generator.views.side_by_side import Heading, Lane, SideBySide, Value
from generator.views.totals import expenditure
from generator.views.unread import unread_sections
from generator.views.wording import day, money, title_of, year_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.check import Report
    from generator.model.corpus import Corpus
    from generator.model.disclosure import Disclosure
    from generator.model.kinds import Year

_LATEST = 8


def home_view(corpus: Corpus, report: Report) -> PageView:
    """Return the home page; what reading the content has found is shown on it, which only a preview ever has."""
    site = corpus.site
    introduction: tuple[Block, ...] = (Prose(site.introduction.text),) if site.introduction else ()
    return PageView(
        title=site.name,
        description=site.tagline or say("{site}：部门预算、决算和绩效目标公开。", site=site.name),
        lead=site.tagline or "",
        blocks=(*introduction, SearchBox(say("搜部门、项目、名词、金额"))),
        sections=(
            *unread_sections(report.loading),
            Section("latest", say("最近公开的文本"), _latest(corpus)),
            Section("years", say("各年度"), (_years(corpus, report),) if corpus.years else (Notice("note", say("还没有公开文本。")),)),
            Section("departments", say("按部门看"), (Entries(_ways(corpus)),)),
        ),
    )


def _ways(corpus: Corpus) -> tuple[Entry, ...]:
    return (
        Entry(Link(say("全部部门"), "departments/"), say("{count}个部门", count=len(corpus.departments))),
        Entry(Link(say("公开情况"), "completeness/"), say("哪些部门按时、完整地公开了，数字对不对得上")),
        Entry(Link(say("名词解释"), "glossary/"), say("{count}个名词", count=len(corpus.glossary.terms))),
    )


def _latest(corpus: Corpus) -> tuple[Block, ...]:
    """Return what was published last, by the printed date; texts without a date follow, newest year first."""
    newest = sorted(corpus.disclosures, key=lambda each: (_published(each), each.year), reverse=True)[:_LATEST]
    if not newest:
        return (Notice("note", say("还没有公开文本。")),)
    return (Entries(tuple(Entry(Link(title_of(each), each.address), _remark(each)) for each in newest)),)


def _published(disclosure: Disclosure) -> dt.date:
    dates = disclosure.text.dates
    return dates.published if dates and dates.published else dt.date.min


def _remark(disclosure: Disclosure) -> str:
    text = disclosure.text
    published = _published(disclosure)
    total = amount_of(text, EXPENDITURE)
    remarks = [say("{day}公开", day=day(published))] if published != dt.date.min else []
    remarks += [say("支出{amount}", amount=money(total))] if isinstance(total, Money) else []
    remarks += [say("{count}个项目", count=len(text.projects))] if text.projects else []
    return say("，").join(remarks)


def _years(corpus: Corpus, report: Report) -> SideBySide:
    """Return one row a year; a sum says how many texts it is made of and how many it lacks."""
    kinds = [kind for kind in (Kind.BUDGET, Kind.ACCOUNTS) if any(each.kind is kind for each in corpus.disclosures)]
    names = (
        say("公开的部门（个）"),
        say("公开文本（份）"),
        *(say("{kind}支出", kind=say(kind.value)) for kind in kinds),
        say("错误（处）"),
    )
    headings = (Heading(say_as("one", "年度")), *(Heading(name, number=True) for name in names))
    caption = say("各年度公开情况（登记的部门共{count}个）", count=len(corpus.departments))
    notes = (say("支出是各份文本的支出合计直接相加，单位不同的已经换算；没有列出或者不公开的没有计入，括号里写明份数。"),)
    return SideBySide("t-years", caption, "", headings, tuple(_lane(corpus, report, year, kinds) for year in corpus.years), notes)


def _lane(corpus: Corpus, report: Report, year: Year, kinds: Sequence[Kind]) -> Lane:
    disclosures = corpus.of_year(year)
    totals = {total.kind: total for total in expenditure(disclosures, report)}
    values = [Value(str(len({each.department.slug for each in disclosures})), "number"), Value(str(len(disclosures)), "number")]
    for kind in kinds:
        total = totals.get(kind)
        if total is None or total.amount is None:
            values.append(Value(say("没有文本") if total is None else say("没有列出"), "blank number"))
            continue
        words = total.words
        if total.lacking:
            words = say("{amount}（另有{count}份没有列出）", amount=words, count=total.lacking)
        values.append(Value(words, "number"))
    errors = sum(finding.severity is Severity.ERROR for each in disclosures for finding in report.of(each).findings)
    return Lane(year_name(year), f"{year}/", (*values, Value(str(errors), "number")))
