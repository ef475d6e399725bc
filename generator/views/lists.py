"""Pages that lead to disclosures: home, a year, a department, and the lists of both."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.model.money import Money
from generator.views.blocks import Block, Entries, Entry, Fact, Facts, Link, PageView, Prose, SearchBox, Section
from generator.views.unread import unread_sections
from generator.views.wording import money, title_of

if TYPE_CHECKING:
    from generator.findings.finding import Finding
    from generator.model.corpus import Corpus
    from generator.model.department import Department
    from generator.model.disclosure import Disclosure
    from generator.model.kinds import Year

HOME = Link("首页", "")
_LATEST = 8


def _entry(disclosure: Disclosure) -> Entry:
    text = disclosure.text
    total = text.expenditure.total if text.expenditure else None
    remarks = [f"支出{money(total)}"] if isinstance(total, Money) else []
    remarks += [f"{len(text.projects)}个项目"] if text.projects else []
    return Entry(Link(title_of(disclosure), disclosure.address), "，".join(remarks))


def _entries(disclosures: tuple[Disclosure, ...]) -> tuple[Block, ...]:
    return (Entries(tuple(_entry(disclosure) for disclosure in disclosures)),)


def home_view(corpus: Corpus, reading: tuple[Finding, ...] = ()) -> PageView:
    """Return the home page; it grows with the number of years, not with the number of departments.

    ``reading`` is what reading the content has found; only a preview has any that the page shows.
    """
    site = corpus.site
    newest = tuple(sorted(corpus.disclosures, key=lambda disclosure: (-disclosure.year, disclosure.address))[:_LATEST])
    years = tuple(Entry(Link(f"{year}年", f"{year}/"), f"{len(corpus.of_year(year))}份公开文本") for year in corpus.years)
    introduction: tuple[Block, ...] = (Prose(site.introduction.text),) if site.introduction else ()
    return PageView(
        title=site.name,
        description=site.tagline or f"{site.name}：部门预算、决算和绩效目标公开。",
        lead=site.tagline or "",
        blocks=(*introduction, SearchBox("搜部门、项目、名词、金额")),
        sections=(
            *unread_sections(reading),
            Section("years", "按年度看", (Entries(years),)),
            Section(
                "departments",
                "按部门看",
                (Entries((Entry(Link("全部部门", "departments/"), f"{len(corpus.departments)}个部门"),)),),
            ),
            Section("latest", "最近的年度", _entries(newest)),
        ),
    )


def year_view(corpus: Corpus, year: Year) -> PageView:
    """Return the page of one fiscal year: its disclosures by region."""
    disclosures = corpus.of_year(year)
    regions: dict[str, list[Disclosure]] = {}
    for disclosure in disclosures:
        regions.setdefault(disclosure.department.region.slug, []).append(disclosure)
    sections = tuple(Section(slug, group[0].department.region.name, _entries(tuple(group))) for slug, group in sorted(regions.items()))
    years = corpus.years
    position = years.index(year)
    neighbours = (("上一年度", years[position + 1 : position + 2]), ("下一年度", years[max(position - 1, 0) : position]))
    return PageView(
        title=f"{year}年公开文本",
        description=f"{year}年各部门的预算、决算和绩效文本。",
        lead=f"{year}年共有{len({disclosure.department.slug for disclosure in disclosures})}个部门的{len(disclosures)}份公开文本。",
        breadcrumbs=(HOME,),
        sections=sections,
        pager=tuple(Entry(Link(f"{other[0]}年", f"{other[0]}/"), word) for word, other in neighbours if other),
    )


def department_view(corpus: Corpus, department: Department) -> PageView:
    """Return the page of one department: its names over the years and its disclosures, newest year first."""
    disclosures = corpus.of_department(department.slug)[::-1]
    names = "；".join(f"{name.since}年起：{name.full}" for name in department.file.names)
    facts = [
        Fact("地区和级次", f"{department.region.name}（{department.level.value}）"),
        Fact("历年名称", names),
    ]
    facts += [Fact("单位编码", department.file.code)] if department.file.code else []
    facts += [Fact("所属单位", "、".join(department.file.units))] if department.file.units else []
    years: dict[Year, list[Disclosure]] = {}
    for disclosure in disclosures:
        years.setdefault(disclosure.year, []).append(disclosure)
    return PageView(
        title=department.name,
        description=f"{department.name}历年的预算、决算和绩效文本。",
        breadcrumbs=(HOME, Link("部门", "departments/")),
        blocks=(Facts(tuple(facts)),),
        sections=tuple(Section(f"y{year}", f"{year}年", _entries(tuple(group))) for year, group in years.items()),
    )


def departments_view(corpus: Corpus) -> PageView:
    """Return the list of all departments by region."""
    regions: dict[str, list[Department]] = {}
    for department in corpus.departments:
        regions.setdefault(department.region.slug, []).append(department)
    count: dict[str, int] = {}
    for disclosure in corpus.disclosures:
        count[disclosure.department.slug] = count.get(disclosure.department.slug, 0) + 1
    sections = []
    for slug, group in sorted(regions.items()):
        entries = tuple(
            Entry(Link(department.name, department.address), f"{count.get(department.slug, 0)}份公开文本") for department in group
        )
        sections.append(Section(slug, group[0].region.name, (Entries(entries),)))
    return PageView(
        title="部门",
        description="全部公开预算的部门，按地区排列。",
        lead=f"共{len(corpus.departments)}个部门。",
        breadcrumbs=(HOME,),
        sections=tuple(sections),
    )


def years_view(corpus: Corpus) -> PageView:
    """Return the list of all fiscal years."""
    entries = tuple(Entry(Link(f"{year}年", f"{year}/"), f"{len(corpus.of_year(year))}份公开文本") for year in corpus.years)
    return PageView(
        title="年度",
        description="全部公开的预算年度。",
        breadcrumbs=(HOME,),
        blocks=(Entries(entries),),
    )
