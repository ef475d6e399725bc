"""What the browser knows besides the texts: the terms of the glossary and everyday words for official ones."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Guide:
    """``terms`` as (name, slug, aliases); ``synonyms`` as (everyday words, official words)."""

    terms: tuple[tuple[str, str, tuple[str, ...]], ...] = ()
    synonyms: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...] = ()

    def for_the_browser(self) -> dict[str, object]:
        """Return both as plain values."""
        return {"terms": self.terms, "synonyms": self.synonyms}

    def names(self) -> list[str]:
        """Return every name that readers may know, official or not, each once."""
        words = [name for term, _, aliases in self.terms for name in (term, *aliases)]
        words += [word for everyday, official in self.synonyms for word in (*everyday, *official)]
        return list(dict.fromkeys(words))
