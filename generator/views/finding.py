"""Pages for finding something: the search, and the lists that need no script."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from generator.views.addresses import project_anchors
from generator.views.alphabet import initial, sounds
from generator.views.blocks import Choice, Entries, Entry, Link, PageView, SearchPanel, Section
from generator.views.language import noted, say, say_as
from generator.views.lists import home
from generator.views.wording import money

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from generator.model.corpus import Corpus

_BY_NAME, _BY_CODE = noted("项目（按名称）"), noted("项目（按编码）")
_ADDRESSES = {_BY_NAME: "projects/", _BY_CODE: "projects/codes/"}
_NUMBERS = "0-9"
_MOST_ON_A_PAGE = 500
_NOT_WORD = re.compile(r"[^0-9A-Za-z]+")


class _Listed(NamedTuple):
    """One project of one disclosure; ``remark`` says whose it is, of which year, and how much it costs."""

    name: str
    code: str
    address: str
    remark: str


def search_view() -> PageView:
    """Return the search page; its script fills in the results."""
    choices = (
        Choice("year", say_as("one", "年度"), say("全部年度")),
        Choice("department", say_as("one", "部门"), say("全部部门")),
        Choice("region", say("地区"), say("全部地区")),
        Choice("kind", say("文种"), say("全部文种")),
        Choice("part", say("部分"), say("全部部分")),
    )
    return PageView(
        title=say("搜索"),
        description=say("搜索部门、项目、名词、编码和金额。"),
        breadcrumbs=(home(),),
        blocks=(SearchPanel(choices, lists()),),
    )


def lists() -> tuple[Link, ...]:
    """Return the ways to everything that needs no search."""
    projects = (Link(say(name), address) for name, address in _ADDRESSES.items())
    return (Link(say("年度"), "years/"), Link(say("部门"), "departments/"), *projects, Link(say("名词"), "glossary/"))


class Register:
    """All projects by name and by code, each in groups; made once a site, since every page of the lists needs all of it."""

    def __init__(self, corpus: Corpus) -> None:
        """Take the corpus."""
        projects = list(_projects(corpus))
        by_name = sorted(projects, key=lambda project: (sounds(project.name), project.name, project.address))
        by_code = sorted((project for project in projects if project.code), key=lambda project: (project.code, project.address))
        self.size = {_BY_NAME: len(by_name), _BY_CODE: len(by_code)}
        self.groups = {_BY_NAME: _grouped(by_name, _letter, _named), _BY_CODE: _grouped(by_code, _head_of, _coded)}

    def pages(self) -> Iterator[tuple[Link, PageView]]:
        """Yield each page of the lists: one of all projects or, where they are too many for one page, one for each group."""
        projects = Link(say(_BY_NAME), _ADDRESSES[_BY_NAME])
        for name, description, lead in (
            (_BY_NAME, say("全部公开的项目，按名称的拼音排列。"), noted("共{count}个项目，按名称的拼音排列。")),
            (_BY_CODE, say("全部公开的项目，按编码排列。"), noted("共{count}个项目，按编码排列。")),
        ):
            groups, size = self.groups[name], self.size[name]
            main = Link(say(name), _ADDRESSES[name])
            split = size > _MOST_ON_A_PAGE
            links = [Link(group.heading, f"{main.address}{group.anchor}/") for group in groups]
            counts = tuple(
                Entry(link, say("{count}个项目", count=len(entries_of(group)))) for link, group in zip(links, groups, strict=True)
            )
            yield (
                main,
                PageView(
                    title=main.text,
                    description=description,
                    lead=say(lead, count=size),
                    breadcrumbs=(home(),) if name is _BY_NAME else (home(), projects),
                    blocks=(Entries(counts),) if split else (),
                    sections=() if split else groups,
                    contents=not split,
                ),
            )
            for link, group in zip(links, groups, strict=True) if split else ():
                title = say("{list}：{group}", list=main.text, group=group.heading)
                view = PageView(title=title, description=say("{title}。", title=title), breadcrumbs=(home(), main), blocks=group.blocks)
                yield Link(title, link.address), view


def entries_of(group: Section) -> tuple[Entry, ...]:
    """Return the entries of a group."""
    return tuple(entry for block in group.blocks if isinstance(block, Entries) for entry in block.entries)


def _letter(project: _Listed) -> str:
    return initial(project.name)


def _named(project: _Listed) -> str:
    return project.name


def _coded(project: _Listed) -> str:
    return f"{project.code} {project.name}"


def _head_of(project: _Listed) -> str:
    return _head(project.code)


def _head(code: str) -> str:
    """Return what codes of one kind begin with: the first block, or as many characters as name the place in long codes."""
    block = _NOT_WORD.split(code)[0]
    return block[:6] if len(block) > len("130700") else block


def _projects(corpus: Corpus) -> Iterator[_Listed]:
    for disclosure in corpus.disclosures:
        projects = disclosure.text.projects
        where = say("{department}，{year}年", department=disclosure.department.short_name, year=disclosure.year)
        address, comma = disclosure.address, say("，")
        for project, anchor in zip(projects, project_anchors(projects), strict=True):
            remark = where if project.budget is None else f"{where}{comma}{money(project.budget)}"
            yield _Listed(project.name, project.code or "", f"{address}#{anchor}", remark)


def _grouped(projects: Sequence[_Listed], group: Callable[[_Listed], str], words: Callable[[_Listed], str]) -> tuple[Section, ...]:
    groups: dict[str, list[Entry]] = {}
    for project in projects:
        groups.setdefault(group(project) or _NUMBERS, []).append(Entry(Link(words(project), project.address), project.remark))
    return tuple(Section(f"g-{name.lower()}", name, (Entries(tuple(entries)),)) for name, entries in groups.items())
