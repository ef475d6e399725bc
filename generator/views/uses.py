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
        texts: list[str] = []
        _collect(getattr(disclosure.text, heading.attribute), texts)
        for slug in dict.fromkeys(slug for text in texts for _, slug in finder.find(text)):
            yield slug, Use(disclosure, heading.said, heading.anchor)


def _collect(value: object, texts: list[str]) -> None:
    """Add every running text in a value, however deep; fields that can hold none are not walked through."""
    if isinstance(value, Narrative):
        texts.append(value.text)
    elif isinstance(value, Record):
        for name in _telling_fields(type(value)):
            held = getattr(value, name)
            if held:
                _collect(held, texts)
    elif isinstance(value, tuple) and value and _telling_fields(type(value[0])):
        for each in value:
            _collect(each, texts)


_TELLING_FIELDS: dict[type, tuple[str, ...]] = {}


def _telling_fields(kind: type) -> tuple[str, ...]:
    """Return the fields of a record that can hold running text, themselves or in the records below them."""
    if kind not in _TELLING_FIELDS:
        hints = typing.get_type_hints(kind) if issubclass(kind, Record) else {}
        # Records of its own kind inside a record tell something only where the rest of it does: the rest is looked at first.
        _TELLING_FIELDS[kind] = ()
        for _ in ("the rest", "itself"):
            _TELLING_FIELDS[kind] = tuple(name for name, annotation in hints.items() if _tells(annotation))
    return _TELLING_FIELDS[kind]


def _tells(annotation: object) -> bool:
    if annotation is Narrative:
        return True
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return bool(_telling_fields(annotation))
    return any(_tells(argument) for argument in typing.get_args(annotation))
