"""What the browser knows besides the texts: the terms of the glossary, everyday words for official ones, and what parts are called."""

from __future__ import annotations

from dataclasses import dataclass

from generator.search.document import Part


@dataclass(frozen=True, slots=True)
class Guide:
    """``terms`` as (name, slug, aliases); ``synonyms`` as (everyday words, official words); ``parts`` in the language of the site."""

    terms: tuple[tuple[str, str, tuple[str, ...]], ...] = ()
    synonyms: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...] = ()
    parts: tuple[str, ...] = Part.ALL

    def for_the_browser(self) -> dict[str, object]:
        """Return all of it as plain values."""
        return {"parts": self.parts, "terms": self.terms, "synonyms": self.synonyms}

    def names(self) -> list[str]:
        """Return every name that readers may know, official or not, each once."""
        words = [name for term, _, aliases in self.terms for name in (term, *aliases)]
        words += [word for everyday, official in self.synonyms for word in (*everyday, *official)]
        return list(dict.fromkeys(words))
