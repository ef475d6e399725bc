"""What the search is told of the site: every heading with its anchor, and the words that stand under it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.search.document import SearchDocument, SearchSection
from generator.views.blocks import Block, Facts, Items, Look, Notice, Prose, Section, Table
from generator.views.disclosure import disclosure_view
from generator.views.glance import KeyFigures
from generator.views.terms import TermFinder
from generator.views.wording import title_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.check import Report
    from generator.model.corpus import Corpus

_UNSAID = {Look.BLANK, Look.WITHHELD, Look.BLANK_FIGURE, Look.WITHHELD_FIGURE}
_OF_EVERY_PAGE = {"source", "findings", "downloads"}


def search_documents(corpus: Corpus, report: Report) -> Iterator[SearchDocument]:
    """Yield one document for each disclosure and one for the glossary."""
    finder = TermFinder(corpus.glossary)
    for disclosure in corpus.disclosures:
        view = disclosure_view(disclosure, finder, report.of(disclosure))
        lead = SearchSection("", view.title, tuple(text for block in view.blocks for text in _texts(block)))
        sections = (each for section in view.sections if section.anchor not in _OF_EVERY_PAGE for each in _sections(section))
        facets = {
            "年度": str(disclosure.year),
            "部门": disclosure.department.name,
            "文种": disclosure.kind.value,
            "地区": disclosure.department.region.name,
        }
        yield SearchDocument(disclosure.address, title_of(disclosure), facets, (lead, *sections))
    terms = tuple(SearchSection(term.slug, term.name, (*term.aliases, term.text.text)) for term in corpus.glossary.terms)
    yield SearchDocument("glossary/", "名词解释", {"文种": "名词解释"}, terms)


def _sections(section: Section) -> Iterator[SearchSection]:
    """Yield a section and each of its parts; what stands deeper is found under the part that it belongs to."""
    yield SearchSection(section.anchor, section.heading, tuple(text for block in section.blocks for text in _texts(block)))
    for part in section.sections:
        yield SearchSection(part.anchor, part.heading, tuple(_all_texts(part)))


def _all_texts(section: Section) -> Iterator[str]:
    for block in section.blocks:
        yield from _texts(block)
    for part in section.sections:
        yield part.heading
        yield from _all_texts(part)


def _texts(block: Block) -> Iterator[str]:
    """Yield the texts of a block, row by row, without the column labels that every table repeats."""
    match block:
        case Table():
            yield block.caption
            for group in block.groups:
                for row in group:
                    yield "，".join(cell.text for cell in row.cells if cell.look not in _UNSAID)
        case Prose():
            yield block.text
        case Facts():
            yield from (f"{fact.name}：{fact.prose.text if fact.prose else fact.value}" for fact in block.rows)
        case KeyFigures():
            yield from (f"{figure.name} {figure.amount}{figure.unit} {figure.change} {figure.reason}".strip() for figure in block.figures)
        case Items():
            yield from block.items
        case Notice():
            yield block.text
        case _:
            return
