"""The glossary: a list of all terms, and a page for each with its source, how disclosures explain it, and where it is used."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from generator.views.blocks import Block, Entries, Entry, Fact, Facts, Link, Notice, PageView, Prose, Section
from generator.views.language import say
from generator.views.lists import home
from generator.views.terms import GLOSSARY_ADDRESS, term_address
from generator.views.wording import run_on, title_of

if TYPE_CHECKING:
    from generator.model.disclosure import Disclosure
    from generator.model.glossary import Glossary, GlossaryTerm
    from generator.views.uses import TermUses

_SHOWN_USES = 20
_SHOWN_TEXTS = 10
_SHOWN_CHANGES = 5


def glossary_view(glossary: Glossary) -> PageView:
    """Return the list of all terms with their explanations; each leads to its own page."""
    return PageView(
        title=say("名词解释"),
        description=say("部门预算公开常用名词的解释、出处和使用之处。"),
        lead=say("共{count}个名词。公开文本里第一次出现的名词，解释就在那一段下面。", count=len(glossary.terms)),
        breadcrumbs=(home(),),
        sections=tuple(
            Section(
                term.slug,
                term.name,
                (Prose(term.text.text), Entries((Entry(Link(say("“{term}”的出处和用处", term=term.name), term_address(term.slug))),))),
            )
            for term in glossary.terms
        ),
        contents=True,
    )


def term_view(term: GlossaryTerm, uses: TermUses) -> PageView:
    """Return the page of one term."""
    facts = [Fact(say("又写作"), say("、").join(term.aliases))] if term.aliases else []
    facts.append(Fact(say("出处"), term.source or say("没有注明")))
    return PageView(
        title=term.name,
        description=say("{term}：解释、出处、各公开文本的说法和使用之处。", term=term.name),
        breadcrumbs=(home(), Link(say("名词解释"), GLOSSARY_ADDRESS)),
        blocks=(Prose(term.text.text), Facts(tuple(facts))),
        sections=(*_explained(uses.explained.get(term.slug, [])), _used(term, uses)),
    )


def _explained(texts: list[tuple[Disclosure, str]]) -> list[Section]:
    """Return the explanations that disclosures give, alike ones together, and in a sentence whether they differ."""
    if not texts:
        return []
    alike: dict[str, list[Disclosure]] = {}
    for disclosure, text in texts:
        alike.setdefault("".join(text.split()), []).append(disclosure)
    first = {"".join(text.split()): text for _, text in reversed(texts)}
    count = len({disclosure.address for disclosure, _ in texts})
    said = say("{count}份公开文本解释了这个名词，说法相同。", count=count)
    if len(alike) > 1:
        differ = say("{count}份公开文本解释了这个名词，有{ways}种说法，因年度或者部门而不同。", count=count, ways=len(alike))
        said = run_on(differ, _changes(texts))
    parts = []
    for number, (words, disclosures) in enumerate(alike.items(), 1):
        blocks: list[Block] = [Prose(first[words])]
        blocks.append(Entries(tuple(Entry(Link(title_of(each), f"{each.address}#glossary")) for each in disclosures[:_SHOWN_TEXTS])))
        if len(disclosures) > _SHOWN_TEXTS:
            blocks.append(Notice("note", say("还有{count}份公开文本也这样解释。", count=len(disclosures) - _SHOWN_TEXTS)))
        heading = say("说法{number}", number=number) if len(alike) > 1 else say("公开文本的说法")
        parts.append(Section(f"wording-{number}", heading, tuple(blocks)))
    return [Section("wordings", say("各公开文本怎样解释"), (Notice("note", said),), tuple(parts))]


def _changes(texts: list[tuple[Disclosure, str]]) -> str:
    """Return which departments changed their own explanation, and in which year."""
    said: list[str] = []
    by_department: dict[str, list[tuple[Disclosure, str]]] = {}
    for disclosure, text in reversed(texts):
        by_department.setdefault(disclosure.department.slug, []).append((disclosure, text))
    for own in by_department.values():
        years = [str(later.year) for (_, before), (later, after) in pairwise(own) if before.split() != after.split()]
        if years:
            listed = say("、").join(dict.fromkeys(years))
            said.append(say("{department}（{years}年）", department=own[-1][0].department.short_name, years=listed))
    if not said:
        return ""
    listed = say("、").join(said[:_SHOWN_CHANGES])
    if len(said) > _SHOWN_CHANGES:
        return say("改过说法的有{departments}等{count}个部门。", departments=listed, count=len(said))
    return say("改过说法的有{departments}。", departments=listed)


def _used(term: GlossaryTerm, uses: TermUses) -> Section:
    found = uses.used.get(term.slug, [])
    if not found:
        return Section("uses", say("用在哪里"), (Notice("note", say("公开文本的正文里还没有用到。")),))
    shown = found[:_SHOWN_USES]
    said = say("公开文本里用到{count}处。", count=len(found))
    if len(found) > len(shown):
        said = say("公开文本里用到{count}处，列出最近{shown}处。", count=len(found), shown=len(shown))
    entries = [
        Entry(
            Link(say("{title}：{section}", title=title_of(use.disclosure), section=use.heading), f"{use.disclosure.address}#{use.anchor}")
        )
        for use in shown
    ]
    return Section("uses", say("用在哪里"), (Notice("note", said), Entries(tuple(entries))))
