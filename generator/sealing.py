"""The line of a seal: what a fiscal year is now, as one more link of its chain."""

from __future__ import annotations

import hashlib
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from generator.archive.manifest import digest_of
from generator.archive.seal import (
    SEALS,
    Seal,
    SealedDisclosure,
    State,
    fresh_corrections,
    read_seal,
    recorded,
    sources_of,
    values_text,
    write_seal,
)
from generator.archive.sealed import uncorrected
from generator.archive.sources import WebsiteFolder, copy_sources
from generator.archive.versions import generator_version, rules_version
from generator.check import Report
from generator.mkdocs_plugin import RefusedError
from generator.mkdocs_plugin.commands import BuildFailedError, build_edition, website_folder
from generator.pipeline import Edition, Publication, examine, this_day

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.model.corpus import Corpus
    from generator.model.kinds import Year

_INDEX = "index.html"


class SealRefusedError(Exception):
    """The year cannot be sealed as it is; the message is Chinese."""


def seal_year(config_file: str, year: Year, progress: Callable[[str], None], *, correct: bool) -> tuple[Path, State]:
    """Seal a fiscal year, or with ``correct`` take its corrections into the seal that it has; return the file and the new state.

    Raises SealRefusedError where there is nothing to do or a change has no correction, RefusedError for errors in the content.
    """
    website = website_folder(config_file)
    path = website.content / SEALS / f"{year}.json"
    if path.exists() and not correct:
        message = f"{year} 年已经封存；有更正或者补充的，写好以后运行 mingzhang seal {year} --correct。"
        raise SealRefusedError(message)
    if correct and not path.exists():
        message = f"{year} 年还没有封存；请先运行 mingzhang seal {year}。"
        raise SealRefusedError(message)
    corpus, report = examine(website.content, progress)
    open_changes = uncorrected([finding for finding in report.sealing if _is_of(finding.place.path, year)])
    if open_changes:
        raise RefusedError(Publication(corpus, Report((), {}, sealing=tuple(open_changes)), ()))
    before = read_seal(path, year) if correct else Seal(year)
    pages = _pages(website, year, progress)
    state, values = _state(corpus, before, pages)
    if before.states and (state.disclosures, state.corrections) == (before.last.disclosures, ()):
        message = f"{year} 年的内容与封存的一样，没有需要登记的更正。"
        raise SealRefusedError(message)
    return write_seal(website.content, Seal(year, (*before.states, state)), values), state


def _is_of(path: str, year: Year) -> bool:
    return f"/{year}/" in path or path.endswith(f"/{SEALS}/{year}.json")


def _pages(website: WebsiteFolder, year: Year, progress: Callable[[str], None]) -> dict[str, str]:
    """Return the hash of every page of the year by its address, as its archive has them: without links to other years."""
    with tempfile.TemporaryDirectory(prefix="mingzhang-seal-") as folder:
        sources, site = Path(folder) / "sources", Path(folder) / "site"
        copy_sources(website, year, sources)
        # The new content is what is to be sealed; the old seal would refuse it.
        shutil.rmtree(WebsiteFolder.copied_to(sources).content / SEALS, ignore_errors=True)
        publication = build_edition(sources, Edition(year), site, progress, search=False)
        if not publication.corpus.disclosures:
            message = f"{year} 年没有公开文本，没有可以封存的内容。"
            raise BuildFailedError(message)
        return {page.address: digest_of(site / page.address / _INDEX) for page in publication.pages if page.year == year}


def _state(corpus: Corpus, before: Seal, pages: dict[str, str]) -> tuple[State, dict[str, str]]:
    """Return the next state of a seal, and the files of values that are new with it."""
    number = len(before.states) + 1
    disclosures, values, corrections = {}, {}, []
    sealed = before.last.disclosures if before.states else {}
    known = {(each.values, each.values_sha256) for each in sealed.values()}
    moved = corpus.redirects
    for disclosure in corpus.of_year(before.year):
        address, text = disclosure.address, values_text(disclosure)
        sha256 = hashlib.sha256(text.encode()).hexdigest()
        name = next((name for name, kept in known if kept == sha256), f"{disclosure.department.slug}-{disclosure.kind.slug}-{number}.json")
        if (name, sha256) not in known:
            values[name] = text
        department = disclosure.department.name_in(before.year)
        disclosures[address] = SealedDisclosure(sources_of(disclosure), pages.pop(address), name, sha256, department)
        taken = [each for each in before.corrections if moved.get(each["address"], each["address"]) == address]
        corrections += [recorded(each, address) for each in fresh_corrections(disclosure, taken)]
    previous = before.last.fingerprint if before.states else ""
    state = State(
        number, this_day().isoformat(), generator_version(), rules_version(), previous, disclosures, pages, tuple(corrections)
    )  # fmt: skip
    return state, values
