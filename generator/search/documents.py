"""What the search is told of the site: every heading with its anchor, and the words that stand under it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.search.document import Part, SearchDocument, SearchPlace
from generator.search.tokens import yuan
from generator.views.blocks import Block, Facts, Items, Look, Notice, PageView, Prose, Section, Table
from generator.views.glance import KeyFigures
from generator.views.language import noted, say, say_as
from generator.views.wording import title_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.corpus import Corpus
    from generator.model.department import Department
    from generator.model.disclosure import Disclosure
    from generator.model.glossary import GlossaryTerm

CELL_END = "；"
"""Stands between two cells: after a comma, three digits would continue the amount before it."""
_UNSAID = {Look.BLANK, Look.WITHHELD, Look.BLANK_FIGURE, Look.WITHHELD_FIGURE}
_MARKS = re.compile(r"\*\*|__|^[ \t]*(?:[-*+]|#{1,6}|>)[ \t]+", re.MULTILINE)
_OF_EVERY_PAGE = {"source", "findings", "downloads"}
_PARTS = {"statements": Part.STATEMENT, "performance": Part.GOALS, "glossary": Part.TERM}
_PROJECT = "project-"
_BUDGET = noted("预算数")


def disclosure_document(disclosure: Disclosure, view: PageView) -> SearchDocument:
    """Return what the search is told of the page of a disclosure: its head, and each section with the parts that have anchors."""
    lead = SearchPlace("", view.title, tuple(text for block in view.blocks for text in _texts(block)), Part.SUMMARY)
    sections = (place for section in view.sections if section.anchor not in _OF_EVERY_PAGE for place in _places(section))
    department = disclosure.department
    return SearchDocument(
        disclosure.address,
        title_of(disclosure),
        (lead, *sections),
        say(disclosure.kind.value),
        department.name,
        department.region.name,
        tuple(dict.fromkeys((*_names(department), disclosure.department_name))),
        _within(department),
    )


def reference_documents(corpus: Corpus) -> Iterator[SearchDocument]:
    """Yield what the search is told of pages that belong to no year: the glossary and the departments."""
    for department in sorted(corpus.departments, key=lambda department: department.address):
        yield _department(department)
    terms = tuple(_term(term) for term in corpus.glossary.terms)
    if terms:
        yield SearchDocument("glossary/", say("名词解释"), terms, say("名词解释"))


def _term(term: GlossaryTerm) -> SearchPlace:
    source = (say("出处：{source}", source=term.source),) if term.source else ()
    return SearchPlace(term.slug, term.name, (term.text.text, *term.aliases, *source), Part.TERM)


def _department(department: Department) -> SearchDocument:
    borne = tuple(dict.fromkeys(name for each in department.file.names for name in (each.full, each.short) if name))
    known = (*borne, *((say("单位编码：{code}", code=department.file.code),) if department.file.code else ()), *department.file.units)
    place = SearchPlace("", department.name, known, Part.SUMMARY)
    return SearchDocument(
        department.address,
        department.name,
        (place,),
        say_as("one", "部门"),
        department.name,
        department.region.name,
        _names(department),
        _within(department),
    )


def _names(department: Department) -> tuple[str, ...]:
    """Return every name that a department has borne, and each as people say it, without 市 or 县."""
    names = [name for each in department.file.names for name in (each.full, each.short) if name]
    region = department.region
    spoken = [name.replace(region.name, region.spoken, 1) for name in names if name.startswith(region.name)]
    return tuple(dict.fromkeys((*names, *spoken)))


def _within(department: Department) -> tuple[str, ...]:
    """Return the names of the regions that a department's region belongs to, as they are written and as people say them."""
    return tuple(dict.fromkeys(name for region in department.above for name in (region.name, region.spoken)))


def _places(section: Section, part: str = Part.TEXT) -> Iterator[SearchPlace]:
    """Yield a section and everything below it that has an anchor; a project is one place with all that it holds."""
    part = _PARTS.get(section.anchor, part)
    if section.anchor.startswith(_PROJECT):
        texts, sums = tuple(_all_texts(section)), tuple(dict.fromkeys(_all_sums(section)))
        yield SearchPlace(section.anchor, section.heading, texts, Part.PROJECT, _budget(section), sums)
        return
    texts = tuple(text for block in section.blocks for text in _texts(block))
    # A heading that only holds others together is no place of its own: its parts are.
    if texts or not section.sections:
        sums = tuple(dict.fromkeys(each for block in section.blocks for each in _sums(block)))
        yield SearchPlace(section.anchor, section.heading, texts, part, sums=sums)
    for below in section.sections:
        yield from _places(below, part)


def _budget(section: Section) -> str:
    """Return a project's budget as it is worded, or the empty string where it prints none."""
    facts = (fact for block in section.blocks if isinstance(block, Facts) for fact in block.rows)
    return next((fact.value for fact in facts if fact.name == say(_BUDGET) and fact.value[:1].isdecimal()), "")


def _all_texts(section: Section) -> Iterator[str]:
    for block in section.blocks:
        yield from _texts(block)
    for part in section.sections:
        yield part.heading
        yield from _all_texts(part)


def _all_sums(section: Section) -> Iterator[str]:
    for block in section.blocks:
        yield from _sums(block)
    for part in section.sections:
        yield from _all_sums(part)


def _sums(block: Block) -> Iterator[str]:
    """Yield the terms of the amounts of a table, whose unit stands in its caption alone."""
    if isinstance(block, Table) and block.unit:
        for group in block.groups:
            for row in group:
                for cell in row.cells:
                    if cell.look in (Look.NUMBER, Look.AMOUNT) and (term := yuan(cell.text, block.unit)):
                        yield term


def _without_marks(markdown: str) -> str:
    """Return running text without the marks of Markdown, which would part words and show in excerpts."""
    return _MARKS.sub("", markdown)


def _texts(block: Block) -> Iterator[str]:
    """Yield the texts of a block, row by row, without the column labels that every table repeats."""
    match block:
        case Table():
            yield block.caption
            for group in block.groups:
                for row in group:
                    yield CELL_END.join(cell.text for cell in row.cells if cell.look not in _UNSAID)
        case Prose():
            yield _without_marks(block.text)
        case Facts():
            colon = say("：")
            yield from (f"{fact.name}{colon}{_without_marks(fact.prose.text) if fact.prose else fact.value}" for fact in block.rows)
        case KeyFigures():
            yield from (f"{figure.name} {figure.amount}{figure.unit} {figure.change} {figure.reason}".strip() for figure in block.figures)
        case Items():
            yield from block.items
        case Notice():
            yield block.text
        case _:
            return
