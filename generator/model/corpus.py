"""Everything that is disclosed, with the reference data that it is read by."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from generator.model.kinds import Kind, Year
from generator.model.synonyms import Synonyms

if TYPE_CHECKING:
    from generator.model.department import Department
    from generator.model.disclosure import Disclosure
    from generator.model.glossary import Glossary
    from generator.model.site import Site
    from generator.model.source_file import SourceFile


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

    @cached_property
    def sources(self) -> tuple[SourceFile, ...]:
        """Return every file that the corpus was read from."""
        return (*self.reference, *(source for disclosure in self.disclosures for source in disclosure.sources))

    @cached_property
    def _by_year(self) -> dict[Year, tuple[Disclosure, ...]]:
        years: dict[Year, list[Disclosure]] = {}
        for disclosure in self.disclosures:
            years.setdefault(disclosure.year, []).append(disclosure)
        return {year: tuple(years[year]) for year in sorted(years, reverse=True)}

    @cached_property
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

    def neighbours(self, disclosure: Disclosure) -> tuple[Disclosure | None, Disclosure | None]:
        """Return the same department's disclosures of the nearest years before and after, of the same kind if there is one."""
        own = self.of_department(disclosure.department.slug)
        before = [other for other in own if other.year < disclosure.year]
        after = [other for other in own if other.year > disclosure.year]
        return _nearest(disclosure, before[::-1]), _nearest(disclosure, after)


def _nearest(disclosure: Disclosure, others: list[Disclosure]) -> Disclosure | None:
    """Return the first of the same kind, or else the first; ``others`` begin with the nearest year."""
    same = (other for other in others if other.kind is disclosure.kind)
    return next(same, others[0] if others else None)
