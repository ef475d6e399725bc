"""Where glossary terms are used: found in the texts themselves, so that no page has to be made to know it."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.model.narrative import Narrative
from generator.model.record import Record
from generator.views.outline import outline

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.disclosure import Disclosure
    from generator.views.terms import TermFinder


@dataclass(frozen=True, slots=True)
class Use:
    """One section of one disclosure that uses a term."""

    disclosure: Disclosure
    heading: str
    anchor: str


def uses_of(disclosure: Disclosure, finder: TermFinder) -> Iterator[tuple[str, Use]]:
    """Yield (term slug, use) for each section that uses a term, a section once a term, in the order of the page."""
    for heading in outline(disclosure):
        slugs: dict[str, None] = {}
        for text in _texts(getattr(disclosure.text, heading.attribute)):
            slugs.update({slug: None for _, slug in finder.find(text)})
        for slug in slugs:
            yield slug, Use(disclosure, heading.words, heading.anchor)


def _texts(value: object) -> Iterator[str]:
    """Yield every running text in a value, however deep."""
    if isinstance(value, Narrative):
        yield value.text
    elif isinstance(value, tuple):
        for each in value:
            yield from _texts(each)
    elif isinstance(value, Record):
        for field in dataclasses.fields(value):
            yield from _texts(getattr(value, field.name))
