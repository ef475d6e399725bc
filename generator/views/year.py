"""The page of one fiscal year: totals, who has published, and all disclosures side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.findings.finding import Severity
from generator.model.headlines import BASIC, EXPENDITURE, INCOME, PROJECTS, PUBLIC_EXPENSES, amount_of
from generator.model.kinds import Kind
from generator.model.money import Money, MoneyUnit
from generator.views.blocks import Block, Entries, Entry, Link, Notice, PageView, Section
from generator.views.charts import Bar, bar_chart
from generator.views.downloads import NO_FILES, TOGETHER, downloads_section, year_folder
from generator.views.glance import KeyFigure, KeyFigures
from generator.views.headlines import SLUGS
from generator.views.language import say, say_as
from generator.views.lists import home
from generator.views.machines import column, year_data
from generator.views.side_by_side import Heading, Lane, SideBySide, Value
from generator.views.totals import expenditure
from generator.views.wording import MINUS, UNSTATED, changed, figure_cell, money, run_on, year_name

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from generator.check import Report
    from generator.model.corpus import Corpus
    from generator.model.disclosure import Disclosure
    from generator.model.headlines import Headline
    from generator.model.kinds import Year
    from generator.model.money import Figure
    from generator.views.drawing import Chart

_COLUMNS = (INCOME, EXPENDITURE, BASIC, PROJECTS, PUBLIC_EXPENSES)
_MOST_BARS = 10


def year_view(corpus: Corpus, report: Report, year: Year, files: Mapping[str, int] = NO_FILES) -> PageView:
    """Return the page; its table is in the order of regions and departments, so that everyone is found where expected."""
    order = list(Kind)
    disclosures = sorted(corpus.of_year(year), key=lambda each: (each.department.region.slug, each.department.slug, order.index(each.kind)))
    published = {disclosure.department.slug for disclosure in disclosures}
    totals = expenditure(disclosures, report)
    figures = [
        KeyFigure(
            say("公开的部门"), f"{len(published)}", say("个"), reason=say("网站上登记的部门共{count}个", count=len(corpus.departments))
        )
    ]
    figures += [
        KeyFigure(say("{kind}支出合计", kind=say(total.kind.value)), total.figure, total.unit, reason=total.caution) for total in totals
    ]
    years = corpus.years
    position = years.index(year)
    neighbours = (
        (say("上一年度"), years[position + 1 : position + 2]),
        (say("下一年度"), years[max(position - 1, 0) : position]),
    )
    title, stem = say("{year}年公开文本", year=year), f"{year_folder(year)}{year}"
    description = say("{year}年各部门的预算、决算和绩效文本。", year=year)
    return PageView(
        title=title,
        description=description,
        lead=say("{year}年共有{departments}个部门的{count}份公开文本。", year=year, departments=len(published), count=len(disclosures)),
        breadcrumbs=(home(),),
        blocks=(KeyFigures(tuple(figures)),),
        sections=(
            Section("departments", say("各部门并列"), tuple(_compared(disclosures, report, year))),
            Section("completeness", say("公开情况"), tuple(_completeness(corpus, year, published))),
            *downloads_section(stem, files, TOGETHER),
        ),
        machines=column(title, description, thing=year_data(corpus.site, year, title, stem, files)),
        pager=tuple(Entry(Link(year_name(other[0]), f"{other[0]}/"), word) for word, other in neighbours if other),
    )


def _compared(disclosures: Sequence[Disclosure], report: Report, year: Year) -> list[Block]:
    columns = [name for name in _COLUMNS if any(amount_of(each.text, name) is not None for each in disclosures)]
    headings = [Heading(say_as("one", "公开文本")), Heading(say("地区"))]
    headings += [Heading(say(name), number=True, slug=SLUGS[name]) for name in columns]
    headings += [Heading(say("支出比上年"), number=True, slug="change")] if EXPENDITURE in columns else []
    headings += [Heading(say("项目数"), number=True, slug="projects-count"), Heading(say_as("count", "错误"), number=True, slug="errors")]
    kinds = {disclosure.kind for disclosure in disclosures}
    lanes = tuple(_lane(disclosure, report, columns, say(disclosure.kind.value) if len(kinds) > 1 else "") for disclosure in disclosures)
    caption = say("{year}年各部门的{what}", year=year, what=say("公开文本") if len(kinds) > 1 else say(next(iter(kinds)).value))
    notes = [say("“未载明”是原文没有这一项；“错误”是检查结果里错误的处数。单位与表头不同的，金额后面写着单位。")]
    charts, sortable = _ranked(disclosures), len(lanes) > 1
    return [SideBySide(f"t-{year}", caption, MoneyUnit.WAN.value, tuple(headings), lanes, tuple(notes), sortable, charts)]


def _lane(disclosure: Disclosure, report: Report, columns: Sequence[str], kind: str) -> Lane:
    """Return one disclosure's row, named by its department and, where a year has several kinds, its kind."""
    known = {figure.name: figure for figure in disclosure.headlines}
    values = [Value(disclosure.department.region.name)]
    values += [_value(known[name].now if name in known else None) for name in columns]
    if EXPENDITURE in columns:
        values.append(_change(known.get(EXPENDITURE)))
    errors = sum(finding.severity is Severity.ERROR for finding in report.of(disclosure).findings)
    count = len(disclosure.text.projects)
    values += [Value(str(count), "number", str(count)), Value(str(errors), "number", str(errors))]
    return Lane(f"{disclosure.department.short_name}{' ' if kind else ''}{kind}", disclosure.address, tuple(values),
                f"{disclosure.department.slug}-{disclosure.kind.slug}")  # fmt: skip


def _value(figure: Figure | None) -> Value:
    cell = figure_cell(figure, MoneyUnit.WAN)
    return Value(cell.text, cell.look, str(figure.yuan) if isinstance(figure, Money) else "")


def _change(figure: Headline | None) -> Value:
    if figure is None:
        return Value(say(UNSTATED), "blank number")
    if figure.gap is not None:
        return Value(say("不可比（{reason}）", reason=say(figure.gap.reason.value)), "blank number")
    if figure.change is None:
        return Value(say("上年数未知"), "blank number")
    sign = "" if not figure.change.amount else "+" if figure.change.amount > 0 else MINUS
    words = changed(figure.change, None) if figure.rate is None else f"{sign}{abs(figure.rate):.1f}%"
    return Value(words, "number", f"{figure.rate:.4f}" if figure.rate is not None else "")


def _ranked(disclosures: Sequence[Disclosure]) -> tuple[Chart, ...]:
    """Return the departments of a year by expenditure, budgets and accounts each in a chart of their own."""
    charts = []
    for kind in (Kind.BUDGET, Kind.ACCOUNTS):
        named = [(each, amount_of(each.text, EXPENDITURE)) for each in disclosures if each.kind is kind]
        known = [(each, figure) for each, figure in named if isinstance(figure, Money)]
        known.sort(key=lambda pair: (-pair[1].yuan, pair[0].department.slug))
        bars = [Bar(each.department.short_name, figure.yuan, money(figure)) for each, figure in known[:_MOST_BARS]]
        sentence = run_on(
            say("支出最多的是{department}，{amount}。", department=known[0][0].department.short_name, amount=money(known[0][1]))
            if known
            else "",
            say("只画出最大的{count}个，其余见表。", count=_MOST_BARS) if len(known) > _MOST_BARS else "",
            say("{count}个部门没有列出，没有画出。", count=len(named) - len(known)) if len(known) < len(named) else "",
        )
        chart = bar_chart(f"c-{kind.slug}", say("各部门的支出从大到小（{kind}）", kind=say(kind.value)), sentence, bars)
        charts += [chart] if chart else []
    return tuple(charts)


def _completeness(corpus: Corpus, year: Year, published: set[str]) -> list[Block]:
    """Return who has not published, with the reason on record; nobody is passed over in silence."""
    entries = []
    for department in corpus.departments:
        gaps = department.gaps_in(year)
        for kind, reason in gaps:
            entries.append(
                Entry(Link(department.name_in(year), department.address), say("{kind}：{reason}", kind=say(kind), reason=say(reason)))
            )
        if department.slug not in published and not gaps:
            entries.append(Entry(Link(department.name_in(year), department.address), say("没有收到公开文本，也没有写明原因")))
    whole = Entry(Link(say("各部门各方面的检查结果"), f"completeness/#y{year}"))
    said = say("{count}处没有公开，原因如下。", count=len(entries)) if entries else say("登记的部门都有公开文本。")
    return [Notice("lacking" if entries else "note", said), Entries((*entries, whole))]
