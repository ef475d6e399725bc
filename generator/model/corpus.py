"""Everything that is disclosed, with the reference data that it is read by."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from generator.model.kinds import Kind, Year
from generator.model.synonyms import Synonyms
from generator.quick import kept

if TYPE_CHECKING:
    from generator.model.department import Department
    from generator.model.disclosure import Disclosure
    from generator.model.glossary import Glossary
    from generator.model.site import Site
    from generator.model.source_file import SourceFile


@dataclass(frozen=True, slots=True)
class Family:
    """A disclosure's nearest years before and after, and all of its department's disclosures, oldest year first."""

    before: Disclosure | None = None
    after: Disclosure | None = None
    all: tuple[Disclosure, ...] = ()


NO_FAMILY = Family()


@dataclass(frozen=True, kw_only=True)
class Corpus:
    """The site, its departments, and its disclosures in the order of (department, year, kind)."""

    site: Site
    glossary: Glossary
    departments: tuple[Department, ...]
    disclosures: tuple[Disclosure, ...]
    synonyms: Synonyms = field(default_factory=Synonyms)
    reference: tuple[SourceFile, ...] = ()
    """The files that every page depends on: the site, its regions, glossary and formats, and the departments' names."""

    @kept
    def sources(self) -> tuple[SourceFile, ...]:
        """Return every file that the corpus was read from."""
        return (*self.reference, *(source for disclosure in self.disclosures for source in disclosure.sources))

    @kept
    def _by_year(self) -> dict[Year, tuple[Disclosure, ...]]:
        years: dict[Year, list[Disclosure]] = {}
        for disclosure in self.disclosures:
            years.setdefault(disclosure.year, []).append(disclosure)
        return {year: tuple(years[year]) for year in sorted(years, reverse=True)}

    @kept
    def _by_department(self) -> dict[str, tuple[Disclosure, ...]]:
        order = list(Kind)
        departments: dict[str, list[Disclosure]] = {}
        for disclosure in sorted(self.disclosures, key=lambda each: (each.year, order.index(each.kind))):
            departments.setdefault(disclosure.department.slug, []).append(disclosure)
        return {slug: tuple(group) for slug, group in departments.items()}

    @property
    def years(self) -> tuple[Year, ...]:
        """Return the fiscal years that have a disclosure, newest first."""
        return tuple(self._by_year)

    def of_year(self, year: Year) -> tuple[Disclosure, ...]:
        """Return the disclosures of one fiscal year."""
        return self._by_year.get(year, ())

    def of_department(self, slug: str) -> tuple[Disclosure, ...]:
        """Return a department's disclosures, oldest year first, budget before accounts before performance."""
        return self._by_department.get(slug, ())

    @kept
    def redirects(self) -> dict[str, str]:
        """Return the addresses that departments had under former names of their folders, each with the one that stands in its place."""
        moved: dict[str, str] = {}
        for department in self.departments:
            moved |= dict.fromkeys(department.former_addresses, department.address)
            for disclosure in self.of_department(department.slug):
                moved |= dict.fromkeys(disclosure.former_addresses, disclosure.address)
        return moved

    def only(self, year: Year) -> Corpus:
        """Return the corpus of one fiscal year alone: its disclosures, and the departments that there were or that it knows of."""
        own = self.of_year(year)
        known = {disclosure.department.slug for disclosure in own}
        departments = [
            department
            for department in self.departments
            if department.slug in known or department.file.names[0].since <= year or department.gaps_in(year)
        ]
        return replace(self, disclosures=own, departments=tuple(departments))

    def family(self, disclosure: Disclosure) -> Family:
        """Return the same department's disclosures; those of the nearest years are of the same kind if there is one."""
        own = self.of_department(disclosure.department.slug)
        before = [other for other in own if other.year < disclosure.year]
        after = [other for other in own if other.year > disclosure.year]
        return Family(_nearest(disclosure, before[::-1]), _nearest(disclosure, after), own)


def _nearest(disclosure: Disclosure, others: list[Disclosure]) -> Disclosure | None:
    """Return the first of the same kind, or else the first; ``others`` begin with the nearest year."""
    same = (other for other in others if other.kind is disclosure.kind)
    return next(same, others[0] if others else None)
