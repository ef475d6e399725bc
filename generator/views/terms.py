"""Which words of a text are terms of the glossary."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.glossary import Glossary

GLOSSARY_ADDRESS = "glossary/"


class TermFinder:
    """Finds glossary terms in running text; where two begin alike the longer one is meant."""

    def __init__(self, glossary: Glossary) -> None:
        """Take the glossary; without terms nothing is ever found."""
        self.slug_of = {name: term.slug for term in glossary.terms for name in (term.name, *term.aliases)}
        words = sorted(self.slug_of, key=lambda word: (-len(word), word))
        # Text inside a link, code or a heading's mark is left alone by the renderer, not here.
        self.pattern = re.compile("|".join(map(re.escape, words))) if words else None

    def find(self, text: str) -> Iterator[tuple[str, str]]:
        """Yield (words as written, slug) of each term in the order of the text."""
        if self.pattern is not None:
            for match in self.pattern.finditer(text):
                yield match[0], self.slug_of[match[0]]


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
                found.append((words, f"{GLOSSARY_ADDRESS}#{slug}"))
        return tuple(found)
