"""What an archived year has beyond a site: a home page that says what it is, and indexes where no search can run."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.views.addresses import project_anchors
from generator.views.blocks import Block, Entries, Entry, Link, Notice, PageView, Section
from generator.views.home import home_view
from generator.views.language import say
from generator.views.lists import home
from generator.views.wording import title_of, year_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.check import Report
    from generator.model.corpus import Corpus

NAMES, CODES = "names/", "codes/"
"""The addresses of the indexes."""


def archive_home_view(corpus: Corpus, report: Report) -> PageView:
    """Return the home page of one fiscal year alone."""
    view = home_view(corpus, report)
    years = say("、").join(map(year_name, corpus.years))
    said = say("这是{years}公开文本的存档，可以单独保存和阅读，内容不再变动。其他年度和最新的更正，请看公开网站。", years=years)
    names, codes = Link(say("按名称查找"), NAMES), Link(say("按编码查找"), CODES)
    rows = Entries((Entry(names, say("全部公开文本和项目")), Entry(codes, say("单位编码和项目编码"))))
    sections = (*view.sections, Section("indexes", say("索引"), (rows,)))
    return replace(view, blocks=(Notice("note", said), *view.blocks), sections=sections)


def names_view(corpus: Corpus) -> PageView:
    """Return every department with its projects by name, each leading to its place on the page."""
    sections = []
    for disclosure in corpus.disclosures:
        rows = [Entry(Link(say("全文"), disclosure.address), disclosure.department.region.name)]
        rows += [
            Entry(Link(project.name, f"{disclosure.address}#{anchor}"), project.code or "")
            for project, anchor in zip(disclosure.text.projects, project_anchors(disclosure.text.projects), strict=True)
        ]
        anchor = disclosure.address.rstrip("/").replace("/", "-")
        sections.append(Section(f"d{anchor}", title_of(disclosure), (Entries(tuple(rows)),)))
    return PageView(
        title=say("按名称查找"),
        description=say("全部部门和项目，按部门排列。"),
        lead=say("列出全部公开文本和其中的项目；可以用浏览器的“在页面中查找”。"),
        breadcrumbs=(home(),),
        sections=tuple(sections),
    )


def codes_view(corpus: Corpus) -> PageView:
    """Return the codes of departments and projects in their order, each leading to its place."""
    entries = tuple(sorted(_coded(corpus), key=lambda entry: (entry.link.text, entry.link.address)))
    blocks: tuple[Block, ...] = (Entries(entries),) if entries else (Notice("note", say("公开文本里没有编码。")),)
    return PageView(
        title=say("按编码查找"),
        description=say("单位编码和项目编码，按编码排列。"),
        lead=say("列出全部单位编码和项目编码；可以用浏览器的“在页面中查找”。"),
        breadcrumbs=(home(),),
        blocks=blocks,
    )


def _coded(corpus: Corpus) -> Iterator[Entry]:
    for department in corpus.departments:
        if department.file.code:
            yield Entry(Link(department.file.code, department.address), department.name)
    for disclosure in corpus.disclosures:
        for project, anchor in zip(disclosure.text.projects, project_anchors(disclosure.text.projects), strict=True):
            if project.code:
                remark = say("{project}（{title}）", project=project.name, title=title_of(disclosure))
                yield Entry(Link(project.code, f"{disclosure.address}#{anchor}"), remark)
