"""The reference data that every disclosure is read by: site, regions, glossary, and the formats with what they extend."""

from __future__ import annotations

import dataclasses
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from generator.findings.finding import Finding, Severity
from generator.model.classification import EMPTY_CLASSIFICATION, Classification, CodeList
from generator.model.format import Form, FormatFile, StatementForm
from generator.model.glossary import Glossary
from generator.model.region import Region, Regions
from generator.model.site import Site
from generator.model.synonyms import Synonyms
from generator.model.usage import Usage

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.loading.files import Shelf
    from generator.model.kinds import Kind, Year
    from generator.model.record import Record
    from generator.model.source_file import SourceFile
    from generator.source.place import Place

R = TypeVar("R", "Form", "StatementForm")
F = TypeVar("F", bound="Record")
DEFAULT_FORMAT = "national"


@dataclass(frozen=True, slots=True)
class Reference:
    """Site, glossary, regions by slug and formats by file name, with the files that each came from."""

    site: Site
    glossary: Glossary
    regions: dict[str, Region]
    formats: dict[str, dict[Kind, Form]]
    classification: Classification
    usage: Usage
    synonyms: Synonyms
    sources: dict[str, SourceFile]

    def form(self, region: Region, kind: Kind, year: Year) -> Form:
        """Return the form of a kind in a region and year.

        The format is the region's own or that of the nearest region above that names one, in the newest version that
        applies to the year, so that an old disclosure keeps its old form.
        """
        name = next((place.format for place in (region, *self.above(region)) if place.format is not None), DEFAULT_FORMAT)
        return self.formats.get(self._version(name, year), {}).get(kind) or Form(kind=kind)

    def above(self, region: Region) -> tuple[Region, ...]:
        """Return the regions that a region belongs to, the nearest first; a circle, which is a finding, is walked once."""
        found: list[Region] = []
        place = self.regions.get(region.parent or "")
        while place is not None and place is not region and place not in found:
            found.append(place)
            place = self.regions.get(place.parent or "")
        return tuple(found)

    def _version(self, name: str, year: Year) -> str:
        """Return the newest of ``hebei``, ``hebei-2024``, ``hebei-2026`` … whose year has come."""
        versions = {int(found[1]): other for other in self.formats if (found := re.fullmatch(rf"{re.escape(name)}-([0-9]{{4}})", other))}
        applying = [since for since in versions if since <= year]
        return versions[max(applying)] if applying else name


def load_reference(shelf: Shelf) -> Reference:
    """Return the reference data; whatever is missing or faulty is noted and stands empty."""
    folder = shelf.root / "reference"
    sources: dict[str, SourceFile] = {}
    site, sources["site"] = shelf.record(shelf.root / "site.yml", Site)
    glossary, sources["glossary"] = shelf.record(folder / "glossary.yml", Glossary)
    regions, sources["regions"] = shelf.record(folder / "regions.yml", Regions)
    files: dict[str, FormatFile] = {}
    for path in sorted((folder / "formats").glob("[!.]*")):
        if path.suffix != ".yml":
            shelf.note("DAT-020", path, f"不认识的文件“{path.name}”", "公开格式是 .yml 文件，文件名就是格式的名称，如 hebei.yml。")
            continue
        file, sources[f"formats/{path.stem}"] = shelf.record(path, FormatFile)
        if file is not None:
            files[path.stem] = file
    by_slug = {region.slug: region for region in regions.regions} if regions else {}
    for region in by_slug.values():
        if region.parent is not None and region.parent not in by_slug:
            note_unknown(shelf, region.at("parent"), f"没有代号为“{region.parent}”的地区", by_slug)
        if region.format is not None and region.format not in files:
            note_unknown(shelf, region.at("format"), f"没有名为“{region.format}”的公开格式", files)
    bases = {name: file.extends for name, file in files.items()}
    for name, file in files.items():
        if file.extends is not None and file.extends not in files:
            note_unknown(shelf, file.at("extends"), f"没有名为“{file.extends}”的公开格式", files)
        _refuse_circle(shelf, file.at("extends"), name, bases, "继承")
    parents = {slug: region.parent for slug, region in by_slug.items()}
    for slug, region in by_slug.items():
        _refuse_circle(shelf, region.at("parent"), slug, parents, "上级")
    formats = {name: _resolve(_chain(name, bases), files) for name in files}
    classification = _classification(shelf, sources)
    usage = _optional(shelf, "usage", Usage, sources)
    synonyms = _optional(shelf, "synonyms", Synonyms, sources) or Synonyms()
    site = site or Site(name="明账")
    return Reference(site, glossary or Glossary(), by_slug, formats, classification, usage or Usage(), synonyms, sources)


def _classification(shelf: Shelf, sources: dict[str, SourceFile]) -> Classification:
    """Return the code lists; a content folder without them gets lists that know nothing."""
    lists = {}
    for name, empty in (("function", EMPTY_CLASSIFICATION.function), ("economy", EMPTY_CLASSIFICATION.economy)):
        lists[name] = _optional(shelf, f"classification/{name}", CodeList, sources) or empty
    return Classification(**lists)


def _optional(shelf: Shelf, name: str, record: type[F], sources: dict[str, SourceFile]) -> F | None:
    """Return what a reference file holds that a content folder may do without."""
    path = shelf.root / "reference" / f"{name}.yml"
    if not path.exists():
        return None
    found, sources[name] = shelf.record(path, record)
    return found


def _chain(name: str, above: dict[str, str | None]) -> list[str]:
    """Return a name and those above it, one after the other, up to the first that has nothing new above it."""
    chain: list[str] = []
    following: str | None = name
    while following is not None and following in above and following not in chain:
        chain.append(following)
        following = above[following]
    return chain


def _refuse_circle(shelf: Shelf, place: Place, name: str, above: dict[str, str | None], word: str) -> None:
    chain = _chain(name, above)
    if above[chain[-1]] == name:
        message = f"“{word}”绕成了圈：{' → '.join([*chain, name])}"
        shelf.findings.append(Finding("DAT-019", Severity.ERROR, place, message, f"请改正或者删去其中一处“{word}”。"))


def _resolve(chain: list[str], files: dict[str, FormatFile]) -> dict[Kind, Form]:
    """Return the forms of a format, the first of ``chain``, each laid over the form of the same kind that it extends."""
    forms: dict[Kind, Form] = {}
    for each in reversed(chain):
        for form in files[each].forms:
            forms[form.kind] = _overlay(forms[form.kind], form) if form.kind in forms else form
    return forms


def _overlay(base: Form, own: Form) -> Form:
    """Return ``base`` with what ``own`` says, its statements laid title by title over those of the base."""
    statements: dict[str, StatementForm] = {form.title: form for form in base.statements}
    for form in own.statements:
        before = statements.get(form.title)
        statements[form.title] = _laid_over(before, form) if before else form
    return dataclasses.replace(_laid_over(base, own), statements=tuple(statements.values()))


def _laid_over(base: R, own: R) -> R:
    """Return ``base`` with every field that was written in ``own``."""
    written = {name: getattr(own, name) for name in own.places.written}
    return dataclasses.replace(base, **written, places=own.places)


def note_unknown(shelf: Shelf, place: Place, message: str, known: Iterable[str]) -> None:
    """Note that a name refers to nothing, with the names that would."""
    cure = f"可以写的有：{'、'.join(known) or '（还没有）'}。"
    shelf.findings.append(Finding("DAT-016", Severity.ERROR, place, message, cure))
