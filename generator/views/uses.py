"""Where glossary terms are used: found in the texts themselves, so that no page has to be made to know it."""

from __future__ import annotations

import re
import typing
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from generator.model.narrative import Narrative
from generator.model.record import Record
from generator.views.outline import outline

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.corpus import Corpus
    from generator.model.disclosure import Disclosure
    from generator.views.terms import TermFinder

_NUMBERED = re.compile(r"^[（(]?[一二三四五六七八九十0-9]+[）)、.．]\s*|[:：]$")


@dataclass(frozen=True, slots=True)
class Use:
    """One section of one disclosure that uses a term."""

    disclosure: Disclosure
    heading: str
    anchor: str


class TermUses:
    """Where every term of the glossary is used and explained, found when first asked and once for all pages."""

    def __init__(self, corpus: Corpus, finder: TermFinder) -> None:
        """Take the corpus and the site's finder."""
        self.corpus = corpus
        self.finder = finder

    @cached_property
    def used(self) -> dict[str, list[Use]]:
        """Return the uses of each term by its slug, newest year first."""
        uses: dict[str, list[Use]] = {}
        for disclosure in sorted(self.corpus.disclosures, key=lambda each: (-each.year, each.address)):
            for slug, use in uses_of(disclosure, self.finder):
                uses.setdefault(slug, []).append(use)
        return uses

    @cached_property
    def explained(self) -> dict[str, list[tuple[Disclosure, str]]]:
        """Return the explanations that the disclosures themselves give of each term, newest year first."""
        found: dict[str, list[tuple[Disclosure, str]]] = {}
        for disclosure in sorted(self.corpus.disclosures, key=lambda each: (-each.year, each.address)):
            for term in disclosure.text.glossary:
                slug = self.finder.slug_of.get(_NUMBERED.sub("", term.name.strip()))
                if slug is not None and term.text is not None and term.text.text.strip():
                    found.setdefault(slug, []).append((disclosure, term.text.text.strip()))
        return found


def uses_of(disclosure: Disclosure, finder: TermFinder) -> Iterator[tuple[str, Use]]:
    """Yield (term slug, use) for each section that uses a term, a section once a term, in the order of the page."""
    for heading in outline(disclosure):
        slugs: dict[str, None] = {}
        for text in _texts(getattr(disclosure.text, heading.attribute)):
            slugs.update({slug: None for _, slug in finder.find(text)})
        for slug in slugs:
            yield slug, Use(disclosure, heading.said, heading.anchor)


def _texts(value: object) -> Iterator[str]:
    """Yield every running text in a value, however deep; records that can hold none are not walked through."""
    if isinstance(value, Narrative):
        yield value.text
    elif isinstance(value, tuple):
        if value and _telling_fields(type(value[0])):
            for each in value:
                yield from _texts(each)
    elif isinstance(value, Record):
        for name in _telling_fields(type(value)):
            yield from _texts(getattr(value, name))


_TELLING_FIELDS: dict[type, tuple[str, ...]] = {}


def _telling_fields(kind: type) -> tuple[str, ...]:
    """Return the fields of a record that can hold running text, themselves or in the records below them."""
    if kind not in _TELLING_FIELDS:
        hints = typing.get_type_hints(kind) if issubclass(kind, Record) else {}
        _TELLING_FIELDS[kind] = tuple(name for name, annotation in hints.items() if _tells(annotation, kind))
    return _TELLING_FIELDS[kind]


def _tells(annotation: object, within: type) -> bool:
    if annotation is Narrative or annotation is within:
        return True
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return bool(_telling_fields(annotation))
    return any(_tells(argument, within) for argument in typing.get_args(annotation))
