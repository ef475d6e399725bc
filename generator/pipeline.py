"""The straight line: what happens to the content, in the order in which it happens."""

from __future__ import annotations

import gc
import os
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from generator.archive.attachments import place_attachments
from generator.archive.manifest import write_site_manifest
from generator.archive.sealed import sealed_findings
from generator.check import Report, check
from generator.exports import write_exports
from generator.exports.announcing import write_announcements
from generator.findings.finding import Severity
from generator.loading.corpus import load_corpus
from generator.model.site import OnError
from generator.pages.compose import compose, compose_alone
from generator.rules import ALL_RULES, SITE_RULES
from generator.search.indexing import Indexing
from generator.views.downloads import NO_FILES
from generator.views.language import speak

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from datetime import date
    from pathlib import Path

    from generator.model.corpus import Corpus
    from generator.model.kinds import Year
    from generator.pages.page import Page
    from generator.search.index import IndexReport


@dataclass(slots=True)
class Publication:
    """What is published: the corpus, the report over it, and its pages."""

    corpus: Corpus
    report: Report
    pages: tuple[Page, ...]
    content: Path | None = None
    """The folder that it was read from, where the attachments lie."""
    files: dict[str, int] = field(default_factory=dict)
    """The files of open data by address, with their sizes in bytes, as far as they are written."""

    @property
    def stopped(self) -> bool:
        """Return whether errors stop publication.

        Those of reading and in sealed years always do; those of a disclosure unless it says otherwise or, where it says
        nothing, the site does.
        """
        corpus, report = self.corpus, self.report
        usual = corpus.site.on_error
        stopping = [each for each in corpus.disclosures if (each.text.on_error or usual) is OnError.STOP]
        decisive = [*report.loading, *report.sealing, *(report.site.findings if usual is OnError.STOP else ())]
        decisive += [finding for disclosure in stopping for finding in report.of(disclosure).findings]
        return any(finding.severity is Severity.ERROR for finding in decisive)


def examine(
    content: Path, progress: Callable[[str], None] = lambda _: None, today: date | None = None, *, current: bool = False
) -> tuple[Corpus, Report]:
    """Return what was read and what was found in it. ``today`` decides which waivers have expired, ``current`` which rules apply."""
    corpus, findings = load_corpus(content, progress)
    report = check(corpus, findings, (*ALL_RULES, *SITE_RULES), today, current=current)
    return corpus, replace(report, sealing=sealed_findings(content, corpus))


def publish(
    content: Path,
    progress: Callable[[str], None] = lambda _: None,
    year: Year | None = None,
    today: date | None = None,
    *,
    exports: bool = False,
) -> Publication:
    """Return everything up to the renderer: read, model, check, compose. ``year`` keeps the pages of one fiscal year.

    What is built for good passes ``source_date()`` as ``today``, never the clock: the same content gives the same site.
    With ``exports`` the pages offer the files that ``export`` has written by the time they are rendered.
    """
    corpus, report = examine(content, progress, today)
    speak(corpus.site.language.value)
    files: dict[str, int] = {}
    pages = compose(corpus, report, (*ALL_RULES, *SITE_RULES), year, files if exports else NO_FILES)
    return Publication(corpus, report, tuple(pages), content, files)


@dataclass(frozen=True, slots=True)
class Edition:
    """A site of one fiscal year alone, to be kept: made from a folder of its own and judged as of ``today``."""

    year: Year
    today: date | None = None


def publish_alone(
    content: Path, edition: Edition, progress: Callable[[str], None] = lambda _: None, *, exports: bool = False
) -> Publication:
    """Return what a site of one fiscal year alone publishes; the year before is read and compared with, but has no pages."""
    corpus, report = examine(content, progress, edition.today)
    speak(corpus.site.language.value)
    own = corpus.only(edition.year)
    report = report.only(own.disclosures)
    files: dict[str, int] = {}
    pages = compose_alone(own, report, (*ALL_RULES, *SITE_RULES), files if exports else NO_FILES)
    return Publication(own, report, tuple(pages), content, files)


def export(site: Path, publication: Publication, others: Iterable[str] = (), base_url: str = "") -> None:
    """Write the open data, the sitemap and the feeds, before the pages that say how large the files are.

    ``others`` are the addresses of pages that are not ours, ``base_url`` is the site's own address or empty.
    """
    corpus = publication.corpus
    addresses = (*(page.address for page in publication.pages if page.address not in corpus.redirects), *others)
    publication.files.update(write_exports(corpus, publication.report, site, base_url))
    publication.files.update(write_announcements(corpus, addresses, site, base_url))


def source_date() -> date | None:
    """Return the day that SOURCE_DATE_EPOCH names, or None where it is not set.

    Raises ValueError with a message in Chinese where it is not a number of seconds.
    """
    seconds = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not seconds:
        return None
    try:
        return datetime.fromtimestamp(int(seconds), UTC).date()
    except (ValueError, OverflowError, OSError) as error:
        message = f"环境变量 SOURCE_DATE_EPOCH 应当是从 1970 年起的秒数，现在是“{seconds}”。"
        raise ValueError(message) from error


def this_day() -> date:
    """Return the day by which people check and preview: that of SOURCE_DATE_EPOCH where it is set, else the clock's."""
    return source_date() or datetime.now().astimezone().date()


@contextmanager
def rare_cyclic_collection() -> Iterator[None]:
    """Make the cyclic garbage collector look seldom, and never at what was there before.

    The model and the views have no cycles; walking their million objects time and again costs a sixth of a build, and once
    still a thirtieth: a thousand disclosures are two million objects, and a build leaves fifty in cycles for each.
    """
    usual = gc.get_threshold()
    gc.freeze()
    gc.set_threshold(10_000_000, 50, 100)
    try:
        yield
    finally:
        # Everything that is still there is either needed or goes by itself; nobody has to walk it once more.
        gc.freeze()
        gc.set_threshold(*usual)


def begin_index(site: Path, publication: Publication) -> Indexing:
    """Return the search index in the making, with a volume for each year that is published; it is told of pages as they are made."""
    years = dict.fromkeys(page.year for page in publication.pages if page.year is not None)
    return Indexing(publication.corpus, years, site)


def finish(site: Path, publication: Publication, index: Indexing | None = None) -> IndexReport | None:
    """Write what needs the finished site: attachments, the search index where one was begun, and at last the hash of every file."""
    if publication.content is not None:
        place_attachments(publication.corpus, publication.content, site)
    report = _finished(index, publication.pages) if index else None
    write_site_manifest(site)
    return report


def _finished(index: Indexing, pages: Sequence[Page]) -> IndexReport:
    for page in pages:
        if index.awaits(page.address):  # Nothing made it in this build.
            index.take(page.address, page.view())
    return index.finish()
