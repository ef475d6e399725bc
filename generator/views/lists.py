"""Pages that are lists: all departments, all years, and what moved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.views.blocks import Entries, Entry, Link, Notice, PageView, Section
from generator.views.language import say
from generator.views.wording import year_name

if TYPE_CHECKING:
    from generator.model.corpus import Corpus
    from generator.model.department import Department


def home() -> Link:
    """Return the way to the home page."""
    return Link(say("首页"), "")


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
        title=say("部门"),
        description=say("全部公开预算的部门，按地区排列。"),
        lead=say("共{count}个部门。", count=len(corpus.departments)),
        breadcrumbs=(home(),),
        sections=tuple(sections),
    )


def _remark(department: Department, count: dict[str, int]) -> str:
    texts = say("{count}份公开文本", count=count.get(department.slug, 0))
    return say("单位编码{code}，{texts}", code=department.file.code, texts=texts) if department.file.code else texts


def years_view(corpus: Corpus) -> PageView:
    """Return the list of all fiscal years."""
    entries = tuple(
        Entry(Link(year_name(year), f"{year}/"), say("{count}份公开文本", count=len(corpus.of_year(year)))) for year in corpus.years
    )
    return PageView(
        title=say("年度"),
        description=say("全部公开的预算年度。"),
        breadcrumbs=(home(),),
        blocks=(Entries(entries),),
    )


def moved_view(address: str) -> PageView:
    """Return the page that stands at a former address and leads on to the one that took its place."""
    return PageView(
        title=say("网址改了：{address}", address=address),
        description=say("这一页换了网址。"),
        blocks=(
            Notice("note", say("部门换了代号或者合并了，这一页现在在新的网址。")),
            Entries((Entry(Link(say("去新的网址"), address)),)),
        ),
        moved_to=address,
    )
