"""The glossary: a list of all terms, and a page for each with its source, how disclosures explain it, and where it is used."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from generator.views.blocks import Block, Entries, Entry, Fact, Facts, Link, Notice, PageView, Prose, Section
from generator.views.lists import HOME
from generator.views.terms import GLOSSARY_ADDRESS, term_address
from generator.views.wording import title_of

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
        title="名词解释",
        description="部门预算公开常用名词的解释、出处和使用之处。",
        lead=f"共{len(glossary.terms)}个名词。公开文本里第一次出现的名词，解释就在那一段下面。",
        breadcrumbs=(HOME,),
        sections=tuple(
            Section(
                term.slug,
                term.name,
                (Prose(term.text.text), Entries((Entry(Link(f"“{term.name}”的出处和用处", term_address(term.slug))),))),
            )
            for term in glossary.terms
        ),
        contents=True,
    )


def term_view(term: GlossaryTerm, uses: TermUses) -> PageView:
    """Return the page of one term."""
    facts = [Fact("又写作", "、".join(term.aliases))] if term.aliases else []
    facts.append(Fact("出处", term.source or "没有注明"))
    return PageView(
        title=term.name,
        description=f"{term.name}：解释、出处、各公开文本的说法和使用之处。",
        breadcrumbs=(HOME, Link("名词解释", GLOSSARY_ADDRESS)),
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
    said = f"{count}份公开文本解释了这个名词，"
    said += "说法相同。" if len(alike) == 1 else f"有{len(alike)}种说法，因年度或者部门而不同。{_changes(texts)}"
    parts = []
    for number, (words, disclosures) in enumerate(alike.items(), 1):
        blocks: list[Block] = [Prose(first[words])]
        blocks.append(Entries(tuple(Entry(Link(title_of(each), f"{each.address}#glossary")) for each in disclosures[:_SHOWN_TEXTS])))
        if len(disclosures) > _SHOWN_TEXTS:
            blocks.append(Notice("note", f"还有{len(disclosures) - _SHOWN_TEXTS}份公开文本也这样解释。"))
        parts.append(Section(f"wording-{number}", f"说法{number}" if len(alike) > 1 else "公开文本的说法", tuple(blocks)))
    return [Section("wordings", "各公开文本怎样解释", (Notice("note", said),), tuple(parts))]


def _changes(texts: list[tuple[Disclosure, str]]) -> str:
    """Return which departments changed their own explanation, and in which year."""
    said: list[str] = []
    by_department: dict[str, list[tuple[Disclosure, str]]] = {}
    for disclosure, text in reversed(texts):
        by_department.setdefault(disclosure.department.slug, []).append((disclosure, text))
    for own in by_department.values():
        years = [str(later.year) for (_, before), (later, after) in pairwise(own) if before.split() != after.split()]
        if years:
            said.append(f"{own[-1][0].department.short_name}（{'、'.join(dict.fromkeys(years))}年）")
    if not said:
        return ""
    more = f"等{len(said)}个部门" if len(said) > _SHOWN_CHANGES else ""
    return f"改过说法的有{'、'.join(said[:_SHOWN_CHANGES])}{more}。"


def _used(term: GlossaryTerm, uses: TermUses) -> Section:
    found = uses.used.get(term.slug, [])
    if not found:
        return Section("uses", "用在哪里", (Notice("note", "公开文本的正文里还没有用到。"),))
    shown = found[:_SHOWN_USES]
    more = f"，列出最近{len(shown)}处" if len(found) > len(shown) else ""
    entries = [Entry(Link(f"{title_of(use.disclosure)}：{use.heading}", f"{use.disclosure.address}#{use.anchor}")) for use in shown]
    return Section("uses", "用在哪里", (Notice("note", f"公开文本里用到{len(found)}处{more}。"), Entries(tuple(entries))))
