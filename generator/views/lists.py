"""Pages that are lists: all departments, all years, and what moved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.views.blocks import Entries, Entry, Link, Notice, PageView, Section

if TYPE_CHECKING:
    from generator.model.corpus import Corpus
    from generator.model.department import Department

HOME = Link("首页", "")


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
        entries = tuple(Entry(Link(department.name, department.address), _remark(department, count)) for department in group)
        sections.append(Section(slug, group[0].region.name, (Entries(entries),)))
    return PageView(
        title="部门",
        description="全部公开预算的部门，按地区排列。",
        lead=f"共{len(corpus.departments)}个部门。",
        breadcrumbs=(HOME,),
        sections=tuple(sections),
    )


def _remark(department: Department, count: dict[str, int]) -> str:
    code = f"单位编码{department.file.code}，" if department.file.code else ""
    return f"{code}{count.get(department.slug, 0)}份公开文本"


def years_view(corpus: Corpus) -> PageView:
    """Return the list of all fiscal years."""
    entries = tuple(Entry(Link(f"{year}年", f"{year}/"), f"{len(corpus.of_year(year))}份公开文本") for year in corpus.years)
    return PageView(
        title="年度",
        description="全部公开的预算年度。",
        breadcrumbs=(HOME,),
        blocks=(Entries(entries),),
    )


def moved_view(address: str) -> PageView:
    """Return the page that stands at a former address and leads on to the one that took its place."""
    return PageView(
        title=f"网址改了：{address}",
        description="这一页换了网址。",
        blocks=(Notice("note", "部门换了代号或者合并了，这一页现在在新的网址。"), Entries((Entry(Link("去新的网址", address)),))),
        moved_to=address,
    )
