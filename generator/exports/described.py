"""What every download says of the disclosure that its figures come from."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.views.downloads import identity
from generator.views.wording import title_in_data

if TYPE_CHECKING:
    from datetime import date

    from generator.check import Judgement
    from generator.model.disclosure import Disclosure


@dataclass(frozen=True, slots=True)
class Described:
    """One disclosure's description: who, which year, kind and phase, unit, dates, revision, licence; dates are ISO or empty."""

    disclosure: Disclosure
    id: str
    title: str
    published: str
    corrected: str
    revision: str
    licence: str
    findings: int
    complete: bool
    root: str
    """What stands before addresses: the site's own address where it is known, else nothing."""

    @property
    def stem(self) -> str:
        """Return the address of its files without their ending, as ``2021/zjk-npc/budget/2021-zjk-npc-budget``."""
        return f"{self.disclosure.address}{self.id}"

    @property
    def address(self) -> str:
        """Return the address of its page."""
        return f"{self.root}{self.disclosure.address}"

    def columns(self) -> tuple[str, ...]:
        """Return the values of the columns that say which disclosure a row belongs to."""
        disclosure = self.disclosure
        department = disclosure.department
        kind = disclosure.kind
        return (self.id, department.region.name, department.slug, disclosure.department_name, str(disclosure.year), kind.value, kind.phase)


def described(disclosure: Disclosure, judgement: Judgement, root: str) -> Described:
    """Return the description of a disclosure and of how it was judged, on a site whose addresses begin with ``root``."""
    return Described(
        disclosure,
        identity(disclosure),
        title_in_data(disclosure),
        _iso(published_on(disclosure)),
        _iso(corrected_on(disclosure)),
        revision_of(disclosure),
        disclosure.site.licence or "",
        len(judgement.findings),
        judgement.complete,
        root,
    )


def published_on(disclosure: Disclosure) -> date | None:
    """Return the day of publication, or None where the text does not state it."""
    return disclosure.text.dates.published if disclosure.text.dates else None


def corrected_on(disclosure: Disclosure) -> date | None:
    """Return the day of the last correction, or None where there is none."""
    return max((correction.day for correction in disclosure.text.corrections), default=None)


def changed_on(disclosure: Disclosure) -> date | None:
    """Return the day on which the disclosure last changed: its last correction, else its publication."""
    return max((day for day in (published_on(disclosure), corrected_on(disclosure)) if day), default=None)


def revision_of(disclosure: Disclosure) -> str:
    """Return the first twelve digits of a hash of all source files of a disclosure."""
    digest = hashlib.sha256()
    for source in sorted(disclosure.sources, key=lambda source: source.path):
        digest.update(f"{source.path} {source.sha256}\n".encode())
    return digest.hexdigest()[:12]


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""
