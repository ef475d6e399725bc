"""The index of a site in the making: told of each disclosure while its page is made, it is made beside the pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.search.apart import IndexProcess
from generator.search.document import Part
from generator.search.documents import disclosure_document, reference_documents
from generator.search.guide import Guide
from generator.search.index import IndexReport, empty_folder
from generator.views.language import say

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from generator.model.corpus import Corpus
    from generator.model.kinds import Year
    from generator.views.blocks import PageView

LARGEST = 450
"""So many documents a volume holds at most, each of which costs Pagefind two megabytes of memory: a year with more has several."""

_REFERENCE = "reference"


class Indexing:
    """Hands over the documents of each volume, and says which has come to its end."""

    def __init__(self, corpus: Corpus, years: Iterable[Year], site: Path) -> None:
        """Expect every disclosure of ``years``; an older index in ``site`` is cleared away."""
        self._corpus = corpus
        self._writer = IndexProcess(empty_folder(site))
        self._expected = {disclosure.address: disclosure for year in years for disclosure in corpus.of_year(year)}
        self._volume_of: dict[str, str] = {}
        self._lacking: dict[str, int] = {}
        for year in dict.fromkeys(disclosure.year for disclosure in self._expected.values()):
            ordered = sorted(disclosure.address for disclosure in corpus.of_year(year))
            for number, start in enumerate(range(0, len(ordered), LARGEST), start=1):
                name = str(year) if number == 1 else f"{year}.{number}"
                own = ordered[start : start + LARGEST]
                self._volume_of |= dict.fromkeys(own, name)
                self._lacking[name] = len(own)

    def awaits(self, address: str) -> bool:
        """Return whether the page of this address is one to be told of that has not come yet."""
        return address in self._expected

    def take(self, address: str, view: PageView) -> None:
        """Take what a page shows; pages that are not searched are passed over."""
        disclosure = self._expected.pop(address, None)
        if disclosure is None:
            return
        name = self._volume_of[address]
        self._writer.take(name, disclosure_document(disclosure, view))
        self._lacking[name] -= 1
        if not self._lacking[name]:
            self._writer.close(name)

    def finish(self) -> IndexReport:
        """Return what was written, when all of it is. Raises SearchError as :meth:`IndexProcess.finish` does."""
        corpus = self._corpus
        for document in reference_documents(corpus):
            self._writer.take(_REFERENCE, document)
        self._writer.close(_REFERENCE)
        terms = tuple((term.name, term.slug, term.aliases) for term in corpus.glossary.terms)
        synonyms = tuple((each.everyday, each.official) for each in corpus.synonyms.synonyms)
        return self._writer.finish(Guide(terms, synonyms, tuple(map(say, Part.ALL))))

    def abandon(self) -> None:
        """Stop working on what nobody will publish."""
        self._writer.abandon()
