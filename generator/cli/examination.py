"""What was examined, narrowed to the files and rules that were asked for: the one thing that every format shows."""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from generator.check import Group, Judgement, grouped
from generator.findings.codes import READING, SEALING, WAIVING
from generator.findings.finding import Severity
from generator.rules.manual import manual_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from generator.check import Report
    from generator.findings.finding import Finding
    from generator.model.corpus import Corpus
    from generator.model.disclosure import Disclosure
    from generator.rules.rule import AnyRule, Outcome


@dataclass(frozen=True)
class Examined:
    """One disclosure with what was found in it and how each rule came out."""

    disclosure: Disclosure
    judgement: Judgement

    @property
    def path(self) -> str:
        """Return the file that the disclosure is written in."""
        return self.disclosure.sources[0].path


@dataclass(frozen=True)
class Examination:
    """The findings that were asked for, the disclosures that were judged, and by which rules.

    ``folder`` is what the paths of places are below; ``elsewhere`` counts what was found in other files of the same disclosures;
    ``site`` is the site's own file with its judgement, None where it was not asked for.
    """

    folder: Path
    rules: tuple[AnyRule, ...]
    reading: tuple[Finding, ...]
    examined: tuple[Examined, ...]
    elsewhere: int = 0
    site: tuple[str, Judgement] | None = None
    sealing: tuple[Finding, ...] = ()
    """What has changed in sealed years."""

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """Return every finding, in the order of files and places."""
        own = (finding for _, judgement in self.judged for finding in judgement.findings)
        return tuple(sorted((*self.reading, *self.sealing, *own), key=lambda finding: (finding.place, finding.code)))

    @cached_property
    def groups(self) -> tuple[Group, ...]:
        """Return the findings by cause."""
        return grouped(self.findings)

    @cached_property
    def unread(self) -> tuple[str, ...]:
        """Return the files that could not be read, or not wholly; what stands in them was perhaps not checked."""
        return tuple(dict.fromkeys(each.place.path for each in self.reading if each.severity is Severity.ERROR))

    @property
    def complete(self) -> bool:
        """Return whether everything was read and every rule that applies ran to its end."""
        return not self.unread and all(judgement.complete for _, judgement in self.judged)

    @cached_property
    def judged(self) -> tuple[tuple[str, Judgement], ...]:
        """Return every judgement with the file that it is about, that of the site first."""
        own = tuple((each.path, each.judgement) for each in self.examined)
        return (self.site, *own) if self.site else own

    @cached_property
    def outcomes(self) -> Counter[Outcome]:
        """Return how often each outcome came about, over all rules, disclosures and the site."""
        return Counter(outcome for _, judgement in self.judged for outcome in judgement.outcomes.values())

    @cached_property
    def applied(self) -> int:
        """Return how many rules were in force for the site or at least one of the disclosures."""
        return len({code for _, judgement in self.judged for code in judgement.outcomes})

    @cached_property
    def _names(self) -> dict[str, str]:
        others = {code: meaning.name for code, meaning in (READING | SEALING | WAIVING).items()}
        return others | {rule.code: manual_of(rule).fault for rule in self.rules}

    def name_of(self, code: str) -> str:
        """Return in a few words what a code of a finding stands for; empty where nobody knows."""
        return self._names.get(code, "")

    @cached_property
    def prefix(self) -> str:
        """Return what leads from the current directory to the paths of places, such as ``site/``; empty from inside or elsewhere."""
        here, base = Path.cwd(), self.folder.resolve()
        below = base.relative_to(here).as_posix() if base.is_relative_to(here) else "."
        return "" if below == "." else f"{below}/"


@dataclass(frozen=True)
class Asked:
    """What was asked for: rules by their codes, files and folders; nothing means everything."""

    codes: tuple[str, ...] = ()
    paths: tuple[Path, ...] = ()


def narrowed(corpus: Corpus, report: Report, folder: Path, rules: Sequence[AnyRule], asked: Asked) -> Examination:
    """Return what was found, kept to what was asked for.

    What could not be read is kept whatever rules were asked for, for no rule could look at it. A finding belongs to every
    file that it names, also to those that it compares with.
    """
    inside, chosen = _Inside(folder, asked.paths), asked.codes

    def kept(finding: Finding) -> bool:
        return any(inside(place.path) for place in (finding.place, *finding.also))

    def wanted(finding: Finding) -> bool:
        return not chosen or finding.code in chosen

    def of_chosen(judgement: Judgement) -> dict[str, Outcome]:
        return {code: outcome for code, outcome in judgement.outcomes.items() if not chosen or code in chosen}

    reading, others = _parted(report.loading, kept)
    disclosures = [each for each in corpus.disclosures if any(inside(source.path) for source in each.sources)]
    own = {source.path for disclosure in disclosures for source in disclosure.sources}
    elsewhere = sum(not own or finding.place.path in own for finding in others)
    examined = []
    for disclosure in disclosures:
        judgement = report.judgements[disclosure.address]
        found, hidden = _parted(filter(wanted, judgement.findings), kept)
        waived, _ = _parted(filter(wanted, judgement.waived), kept)
        examined.append(Examined(disclosure, Judgement(found, of_chosen(judgement), waived)))
        elsewhere += len(hidden)
    path = corpus.site.at().path
    of_site = Judgement(tuple(filter(wanted, report.site.findings)), of_chosen(report.site))
    site = (path, of_site) if of_site.outcomes and inside(path) else None
    shown = tuple(rule for rule in rules if not chosen or rule.code in chosen)
    sealing = tuple(finding for finding in report.sealing if kept(finding))
    return Examination(folder, shown, reading, tuple(examined), elsewhere, site, sealing)


def _parted(findings: Iterable[Finding], kept: Callable[[Finding], bool]) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
    listed = list(findings)
    return tuple(each for each in listed if kept(each)), tuple(each for each in listed if not kept(each))


class _Inside:
    """Tells whether a file is among those that were asked for, wherever the command was started."""

    def __init__(self, folder: Path, paths: Sequence[Path]) -> None:
        self.folder = folder
        self.paths = [path.resolve() for path in paths]
        self.known: dict[str, bool] = {}

    def __call__(self, name: str) -> bool:
        if not self.paths:
            return True
        if name not in self.known:
            path = (self.folder / name).resolve()
            self.known[name] = any(path.is_relative_to(wanted) for wanted in self.paths)
        return self.known[name]


def fingerprint(finding: Finding) -> str:
    """Return what knows a finding again after lines were inserted above it: its code, its file and its words."""
    return hashlib.sha256(f"{finding.code}\n{finding.place.path}\n{finding.message}".encode()).hexdigest()[:32]
