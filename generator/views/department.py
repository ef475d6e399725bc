"""The page of one department: its figures over the years, budget beside accounts, with change and reason; then its disclosures."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generator.model.expenses import ITEMS
from generator.model.headlines import EXPENDITURE, HEADLINES
from generator.model.kinds import Kind
from generator.model.money import Money, MoneyUnit
from generator.views.blocks import Block, Entries, Entry, Fact, Facts, Link, PageView, Section
from generator.views.charts import Bar, bar_chart
from generator.views.headlines import SLUGS, under_headings
from generator.views.language import noted, say, say_as
from generator.views.lists import home
from generator.views.machines import column, department_thing
from generator.views.outline import anchor_of
from generator.views.side_by_side import Heading, Lane, SideBySide, Value
from generator.views.wording import figure_cell, money, one_decimal, title_of, with_level, year_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.model.corpus import Corpus
    from generator.model.department import Department
    from generator.model.disclosure import Disclosure
    from generator.model.headlines import Headline
    from generator.model.kinds import Year
    from generator.model.money import Figure

_FEWEST = 2
_ITEMS = ("abroad", "vehicle_purchase", "vehicle_running", "reception")


class _Told(NamedTuple):
    """A disclosure with the key figures that it prints, by name."""

    disclosure: Disclosure
    figures: dict[str, Headline]


def department_view(corpus: Corpus, department: Department) -> PageView:
    """Return the page; comparisons run from the oldest year to the newest, the list of disclosures the other way."""
    years: dict[Year, dict[Kind, _Told]] = {}
    for disclosure in corpus.of_department(department.slug):
        told = _Told(disclosure, {figure.name: figure for figure in disclosure.headlines})
        years.setdefault(disclosure.year, {})[disclosure.kind] = told
    compared = _comparison(years)
    listed = tuple(
        Section(f"y{year}", year_name(year), (Entries(tuple(_entry(each) for each in kinds.values())),))
        for year, kinds in sorted(years.items(), reverse=True)
    )
    description = say("{department}历年的预算、决算和绩效文本。", department=department.name)
    return PageView(
        title=department.name,
        description=description,
        breadcrumbs=(home(), Link(say("部门"), "departments/")),
        blocks=(_facts(department),),
        sections=(*([Section("years", say("历年比较"), (), tuple(compared))] if compared else []), *listed),
        machines=column(department.name, description, thing=department_thing(department)),
    )


def _facts(department: Department) -> Facts:
    names = say("；").join(say("{year}年起：{name}", year=name.since, name=name.full) for name in department.file.names)
    facts = [Fact(say("地区和级次"), with_level(department.region, department.level)), Fact(say("历年名称"), names)]
    facts += [Fact(say("单位编码"), department.file.code)] if department.file.code else []
    facts += [Fact(say("所属单位"), say("、").join(department.file.units))] if department.file.units else []
    gaps = say("；").join(
        say("{year}年{kind}：{reason}", year=gap.year, kind=say(gap.kind.value), reason=say(gap.reason.value))
        for gap in department.file.gaps
    )
    return Facts((*facts, *([Fact(say("没有公开"), gaps)] if gaps else [])))


def _entry(told: _Told) -> Entry:
    disclosure, text = told.disclosure, told.disclosure.text
    total = _figure(told, EXPENDITURE)
    remarks = [say("支出{amount}", amount=money(total))] if isinstance(total, Money) else []
    remarks += [say("{count}个项目", count=len(text.projects))] if text.projects else []
    return Entry(Link(title_of(disclosure), disclosure.address), say("，").join(remarks))


def _comparison(years: dict[Year, dict[Kind, _Told]]) -> list[Section]:
    """Return one part for each figure that at least two texts print, then the “三公” items over the years."""
    sections = []
    for name in HEADLINES:
        counts = {year: sum(name in told.figures for told in years[year].values()) for year in sorted(years)}
        if sum(counts.values()) >= _FEWEST:
            printed = {year: years[year] for year, count in counts.items() if count}
            sections.append(Section(f"years-{SLUGS[name]}", say(name), tuple(_of_figure(name, printed))))
    items = _items(years)
    return [*sections, *([items] if items else [])]


def _of_figure(name: str, years: dict[Year, dict[Kind, _Told]]) -> list[Block]:
    spent = any(Kind.ACCOUNTS in kinds for kinds in years.values())
    headings = [Heading(say_as("one", "年度")), Heading(say("预算数"), number=True, slug="budget")]
    headings += [Heading(say("决算数"), number=True, slug="accounts"), Heading(say("决算与预算相比"), slug="difference")] if spent else []
    headings += [Heading(say("比上年"), slug="change"), Heading(say("原因"), slug="reason")]
    newest = next(iter(years[max(years)].values())).disclosure.text.unit
    lanes, bars = [], []
    for year, kinds in years.items():
        first = kinds.get(Kind.BUDGET) or kinds.get(Kind.ACCOUNTS) or next(iter(kinds.values()))
        planned, actual = (_figure(kinds.get(kind), name) for kind in (Kind.BUDGET, Kind.ACCOUNTS))
        if Kind.BUDGET not in kinds and Kind.PERFORMANCE in kinds:
            planned = _figure(kinds[Kind.PERFORMANCE], name)
        values = [_value(planned, newest)]
        values += [_value(actual, newest), Value(_beside(planned, actual))] if spent else []
        headline, address = first.figures.get(name), first.disclosure.address
        change, reason = under_headings(first.disclosure, headline) if headline else ("", "")
        lanes.append(Lane(year_name(year), f"{address}#{anchor_of(headline.section)}" if headline else address,
                          (*values, Value(change or "—"), Value(reason or "—")), str(year)))  # fmt: skip
        bars += _bars(year, planned, actual)
    title = say("{name}历年比较", name=say(name))
    chart = bar_chart(f"c-years-{SLUGS[name]}", title, _sentence(say(name), bars), bars, noted("空心的横条是预算，实心的是决算。"))
    return [SideBySide(f"t-years-{SLUGS[name]}", title, newest.value, tuple(headings), tuple(lanes), charts=(chart,) if chart else ())]


def _figure(told: _Told | None, name: str) -> Figure | None:
    return told.figures[name].now if told and name in told.figures else None


def _value(figure: Figure | None, unit: MoneyUnit) -> Value:
    cell = figure_cell(figure, unit)
    return Value(cell.text, cell.look)


def _beside(planned: Figure | None, actual: Figure | None) -> str:
    """Return how what was spent compares with what was planned, or why nothing can be said."""
    if not isinstance(planned, Money) or not isinstance(actual, Money):
        return say("缺一个数，无从比较")
    change = Money(actual.amount - planned.yuan / actual.unit.in_yuan, actual.unit)
    if not change.amount:
        return say("与预算相同")
    words = money(Money(abs(change.amount), change.unit))
    if planned.yuan <= 0:
        return say("比预算多{amount}", amount=words) if change.amount > 0 else say("比预算少{amount}", amount=words)
    rate = one_decimal(abs(change.yuan / planned.yuan * 100))
    if change.amount > 0:
        return say("比预算多{amount}（{rate}%）", amount=words, rate=rate)
    return say("比预算少{amount}（{rate}%）", amount=words, rate=rate)


def _bars(year: Year, planned: Figure | None, actual: Figure | None) -> list[Bar]:
    both = planned is not None and actual is not None
    given = [(words, figure) for words, figure in ((noted("预算{amount}"), planned), (noted("决算{amount}"), actual)) if figure is not None]
    return [
        Bar(
            year_name(year) if position == 0 else "",
            figure.yuan if isinstance(figure, Money) else None,
            say(words, amount=money(figure)),
            "before" if both and position == 0 else "",
        )
        for position, (words, figure) in enumerate(given)
    ]


def _sentence(name: str, bars: Sequence[Bar]) -> str:
    """Return the first and the last year's figure in one sentence."""
    named = [bar for bar in bars if bar.name and bar.amount is not None]
    if len(named) < _FEWEST:
        return ""
    first, last = named[0], named[-1]
    values = {"first": first.name, "one": first.words, "last": last.name, "other": last.words}
    return say("{name}：{first}{one}，{last}{other}。", name=name, **values)


def _items(years: dict[Year, dict[Kind, _Told]]) -> Section | None:
    """Return the “三公” items year by year, of budgets (or of accounts where a year has no budget)."""
    told = [
        (year, chosen.disclosure, chosen.disclosure.text.public_expenses)
        for year, kinds in sorted(years.items())
        if (chosen := kinds.get(Kind.BUDGET) or kinds.get(Kind.ACCOUNTS)) and chosen.disclosure.text.public_expenses
    ]
    if len(told) < _FEWEST:
        return None
    unit = told[-1][1].text.unit
    names = ((say("{year}年{phase}", year=year, phase=say(chosen.kind.phase)), str(year)) for year, chosen, _ in told)
    headings = (Heading(say_as("item", "项目")), *(Heading(name, number=True, slug=slug) for name, slug in names))
    lanes, bars = [], []
    for key in _ITEMS:
        figures = [(year, item.amount if (item := getattr(part, key)) else None) for year, _, part in told]
        if all(figure is None for _, figure in figures):
            continue
        name = say(ITEMS[key][0])
        lanes.append(Lane(name, "", tuple(_value(figure, unit) for _, figure in figures), key.replace("_", "-")))
        bars += [
            Bar(
                name if position == 0 else "",
                figure.yuan if isinstance(figure, Money) else None,
                say("{year}年{amount}", year=year, amount=money(figure)),
            )
            for position, (year, figure) in enumerate(figures)
        ]
    title = say("“三公”经费各项历年比较")
    chart = bar_chart("c-years-items", title, say("同一项里从上到下是各年。"), bars)
    table = SideBySide("t-years-items", title, unit.value, headings, tuple(lanes), charts=(chart,) if chart else ())
    return Section("years-items", say("“三公”经费各项"), (table,))
