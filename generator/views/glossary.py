"""The glossary page: each term with its anchor, what it means, where that comes from, and where it is used."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.views.blocks import Block, Entries, Entry, Fact, Facts, Link, PageView, Prose, Section
from generator.views.lists import HOME
from generator.views.wording import title_of

if TYPE_CHECKING:
    from generator.model.corpus import Corpus
    from generator.model.glossary import GlossaryTerm
    from generator.views.uses import Use

_SHOWN_USES = 10


def glossary_view(corpus: Corpus, uses: dict[str, list[Use]]) -> PageView:
    """Return the page; ``uses`` tells where each term is linked, by its slug."""
    return PageView(
        title="名词解释",
        description="部门预算公开常用名词的解释、出处和使用之处。",
        lead=f"共{len(corpus.glossary.terms)}个名词。正文里第一次出现的名词链接到这里。",
        breadcrumbs=(HOME,),
        sections=tuple(_term(term, uses.get(term.slug, [])) for term in corpus.glossary.terms),
        contents=True,
    )


def _term(term: GlossaryTerm, uses: list[Use]) -> Section:
    blocks: list[Block] = [Prose(term.text.text)]
    facts = [Fact("又写作", "、".join(term.aliases))] if term.aliases else []
    facts += [Fact("出处", term.source)] if term.source else []
    blocks += [Facts(tuple(facts))] if facts else []
    newest = sorted(uses, key=lambda use: (-use.disclosure.year, use.disclosure.address))[:_SHOWN_USES]
    if newest:
        more = f"（共{len(uses)}处，列出最近{len(newest)}处）" if len(uses) > len(newest) else ""
        entries = [Entry(Link(f"{title_of(use.disclosure)}：{use.heading}", f"{use.disclosure.address}#{use.anchor}")) for use in newest]
        blocks.append(Facts((Fact("用在", more or f"{len(uses)}处"),)))
        blocks.append(Entries(tuple(entries)))
    return Section(term.slug, term.name, tuple(blocks))
