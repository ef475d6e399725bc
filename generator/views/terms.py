"""Which words of a text are terms of the glossary."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from generator.views.blocks import Prose, TermNote, TermNotes
from generator.views.language import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.model.glossary import Glossary

GLOSSARY_ADDRESS = "glossary/"


def term_address(slug: str) -> str:
    """Return the permanent address of a term's page."""
    return f"{GLOSSARY_ADDRESS}{slug}/"


class TermFinder:
    """Finds glossary terms in running text; where two begin alike the longer one is meant."""

    def __init__(self, glossary: Glossary) -> None:
        """Take the glossary; without terms nothing is ever found."""
        self.glossary = glossary
        self.made: dict[tuple[str, ...], TermNotes] = {}
        self.slug_of = {name: term.slug for term in glossary.terms for name in (term.name, *term.aliases)}
        words = sorted(self.slug_of, key=lambda word: (-len(word), word))
        # Text inside a link, code or a heading's mark is left alone by the renderer, not here.
        self.pattern = re.compile("|".join(map(re.escape, words))) if words else None

    def find(self, text: str) -> Iterator[tuple[str, str]]:
        """Yield (words as written, slug) of each term in the order of the text."""
        if self.pattern is not None:
            for match in self.pattern.finditer(text):
                yield match[0], self.slug_of[match[0]]

    @cached_property
    def notes(self) -> dict[str, TermNote]:
        """Return each term's explanation by the address of its page."""
        return {
            term_address(term.slug): TermNote(term.name, Prose(term.text.text), term_address(term.slug)) for term in self.glossary.terms
        }

    def notes_at(self, uses: Iterable[tuple[str, str]]) -> TermNotes | None:
        """Return the explanations of the terms that a text uses, given as (words, address); None where it uses none."""
        addresses = tuple(address for _, address in uses)
        if not addresses:
            return None
        # Many texts use the same few terms.
        if addresses not in self.made:
            notes = tuple(self.notes[address] for address in addresses)
            self.made[addresses] = TermNotes(say("、").join(note.name for note in notes), notes)
        return self.made[addresses]


class SectionTerms:
    """The terms of one section: each is linked where it first stands and nowhere else."""

    def __init__(self, finder: TermFinder) -> None:
        """Take the site's finder."""
        self.finder = finder
        self.used: dict[str, None] = {}

    def first_uses(self, text: str) -> tuple[tuple[str, str], ...]:
        """Return (words, address) of the terms that this text is the first in its section to use."""
        found = []
        for words, slug in self.finder.find(text):
            if slug not in self.used:
                self.used[slug] = None
                found.append((words, term_address(slug)))
        return tuple(found)
