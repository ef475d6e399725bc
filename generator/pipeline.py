"""The straight line: what happens to the content, in the order in which it happens."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.check import Report, check
from generator.findings.finding import Severity
from generator.loading.corpus import load_corpus
from generator.model.site import OnError
from generator.pages.compose import compose
from generator.rules import ALL_RULES
from generator.search.documents import search_documents
from generator.search.index import IndexReport, write_index

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from generator.model.corpus import Corpus
    from generator.model.kinds import Year
    from generator.pages.page import Page


@dataclass(slots=True)
class Publication:
    """What is published: the corpus, the report over it, and its pages."""

    corpus: Corpus
    report: Report
    pages: tuple[Page, ...]

    @property
    def stopped(self) -> bool:
        """Return whether errors stop publication: what could not be read always does, the rest unless the site shows it."""
        shown = self.corpus.site.on_error is OnError.SHOW
        decisive = self.report.loading if shown else self.report.findings
        return any(finding.severity is Severity.ERROR for finding in decisive)


def publish(content: Path, progress: Callable[[str], None] = lambda _: None, year: Year | None = None) -> Publication:
    """Return everything up to the renderer: read, model, check, compose. ``year`` keeps the pages of one fiscal year."""
    corpus, findings = load_corpus(content, progress)
    report = check(corpus, findings, ALL_RULES)
    return Publication(corpus, report, tuple(compose(corpus, report, year)))


@contextmanager
def rare_cyclic_collection() -> Iterator[None]:
    """Make the cyclic garbage collector look seldom, and never at what was there before.

    The model and the views have no cycles; walking their million objects time and again costs a sixth of a build.
    """
    usual = gc.get_threshold()
    gc.freeze()
    gc.set_threshold(100_000, 50, 100)
    try:
        yield
    finally:
        # Everything that is still there is either needed or goes by itself; nobody has to walk it once more.
        gc.freeze()
        gc.set_threshold(*usual)


def finish(site: Path, publication: Publication) -> IndexReport:
    """Write what needs the finished site: the search index."""
    return write_index(search_documents(publication.corpus, publication.report), site)
