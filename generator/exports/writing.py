"""Writes all open data below a site's root: beside each page, for each year, for the whole site, and the interface's lists."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from generator.exports import listing
from generator.exports.csv_table import fact_rows, fact_table, list_row, list_table
from generator.exports.data_package import NAME, Tally, fact_resource, list_resource, package, sources_of, version_of
from generator.exports.described import described
from generator.exports.documents import disclosure_document
from generator.exports.facts import facts_of
from generator.exports.sheets import about_disclosure, about_many, list_of, shared, tables_of
from generator.exports.workbook import Workbook
from generator.exports.zip_file import Member, zip_file
from generator.views.downloads import ALL_YEARS, API, DATA, year_folder

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from generator.check import Report
    from generator.exports.described import Described
    from generator.exports.worksheet import Worksheet
    from generator.model.corpus import Corpus
    from generator.model.disclosure import Disclosure
    from generator.model.kinds import Year

_ENDINGS = ("csv", "json", "xlsx")


def write_exports(corpus: Corpus, report: Report, site: Path, base_url: str = "", only: Year | None = None) -> dict[str, int]:
    """Write the open data below ``site`` and return the size in bytes of each written file, by its address.

    ``base_url`` is the site's own address, ending in a slash, or empty where it is not known: addresses in the data are then
    counted from the site's root. ``only`` keeps one fiscal year. The same content gives the same bytes.
    """
    export = _Export(corpus, report, site, base_url)
    for year in corpus.years:
        if only in (None, year):
            export.write_year(year)
    export.write_whole()
    return export.sizes


@dataclass(frozen=True, slots=True)
class _Written:
    """One disclosure whose files are written: its description, how many facts it has, its entry in lists, its row in tables."""

    of: Described
    count: int
    entry: dict[str, Any]
    row: str


@dataclass(slots=True)
class _FactFile:
    """The facts of many disclosures as one CSV inside a ZIP file."""

    member: Member
    tally: Tally

    def add(self, rows: str) -> None:
        content = rows.encode()
        self.member.write(content)
        self.tally.add(content)

    @property
    def resource(self) -> dict[str, Any]:
        name = self.member.name
        return fact_resource(name.removesuffix(".csv"), name, self.tally)


@dataclass(slots=True)
class _Export:
    """What grows while disclosure after disclosure is written."""

    corpus: Corpus
    report: Report
    folder: Path
    root: str
    sizes: dict[str, int] = field(default_factory=dict)
    years: list[Year] = field(default_factory=list)
    written: list[_Written] = field(default_factory=list)
    facts: list[_FactFile] = field(default_factory=list)
    books: list[tuple[Year, list[Worksheet]]] = field(default_factory=list)
    """The sheets of each year's workbook that hold figures."""

    def write(self, address: str, content: bytes) -> None:
        path = self.folder / address
        try:
            path.write_bytes(content)
        except FileNotFoundError:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        self.sizes[address] = len(content)

    def write_year(self, year: Year) -> None:
        """Write the disclosures of a year, and the files that hold them together."""
        book = self._book(f"{year}年公开文本")
        beginning = fact_table("")
        facts = _FactFile(Member(f"{year}-facts.csv", beginning), Tally(beginning))
        own = [self._write_disclosure(disclosure, facts, book) for disclosure in self.corpus.of_year(year)]
        facts.member.close()
        self.years.append(year)
        self.written += own
        self.facts.append(facts)
        stem = f"{year_folder(year)}{year}"
        self.books.append((year, list(book.sheets)))
        book.add(list_of([(each.of, each.count) for each in own]))
        self.write(f"{stem}.xlsx", book.close(about_many(self.corpus.site, f"{year}年", self.root)))
        self._write_package(stem, f"{year}年公开文本", [facts], own)
        document = listing.year_document(year, [each.entry for each in own], listing.files_at(stem, self.root))
        self.write(f"{stem}.json", document)
        self.write(f"{API}years/{year}.json", document)

    def _book(self, title: str) -> Workbook:
        site = self.corpus.site
        return Workbook(title, site.publisher or site.name)

    def _write_disclosure(self, disclosure: Disclosure, together: _FactFile, book: Workbook) -> _Written:
        of = described(disclosure, self.report.of(disclosure), self.root)
        facts = facts_of(disclosure)
        rows = fact_rows(of, facts)
        together.add(rows)
        own = Workbook(of.title, of.disclosure.department_name, of.published)
        for table in tables_of(of, facts):
            own.add(table)
            book.add(shared(of, table))
        contents = {"csv": fact_table(rows), "json": disclosure_document(of, facts), "xlsx": own.close(about_disclosure(of))}
        for ending, content in contents.items():
            self.write(f"{of.stem}.{ending}", content)
        resources = [fact_resource("facts", f"{of.id}.csv", Tally(contents["csv"]))]
        descriptor = package(of.id, of.title, disclosure.site, resources, sources_of(of), of.revision)
        self.write(f"{disclosure.address}{NAME}", descriptor)
        return _Written(of, len(facts), listing.entry(of, len(facts), _ENDINGS), list_row(of, len(facts)))

    def write_whole(self) -> None:
        """Write what holds the whole site, and the lists of the interface."""
        stem = f"{DATA}{ALL_YEARS}"
        self._write_package(stem, "全部公开文本", self.facts, self.written)
        if self.written:
            book = self._book("全部公开文本")
            book.add(list_of([(each.of, each.count) for each in self.written]))
            for year, sheets in self.books:
                for sheet in sheets:
                    book.take(sheet, f"{year} {sheet.name}")
            self.write(f"{stem}.xlsx", book.close(about_many(self.corpus.site, "全部年度", self.root)))
        by_department: dict[str, list[dict[str, Any]]] = {}
        for each in self.written:
            by_department.setdefault(each.of.disclosure.department.slug, []).append(each.entry)
        for department in self.corpus.departments:
            entries = by_department.get(department.slug, [])
            self.write(listing.department_list(department.slug, ""), listing.department_document(department, entries, self.root))
        self.write(f"{stem}.json", listing.whole_document([each.entry for each in self.written], listing.files_at(stem, self.root)))
        self.write(f"{API}index.json", listing.index_document(self.corpus, self.years, self.root, listing.files_at(stem, self.root)))
        for name, schema in listing.schemas().items():
            self.write(f"{listing.SCHEMAS}{name}.json", json.dumps(schema, ensure_ascii=False, indent=2).encode() + b"\n")

    def _write_package(self, stem: str, title: str, facts: Sequence[_FactFile], own: Sequence[_Written]) -> None:
        """Write a ZIP file that is a Data Package: the list of disclosures, and a table of facts for each year."""
        table = list_table("".join(each.row for each in own))
        resources = [list_resource("disclosures", "disclosures.csv", Tally(table)), *(each.resource for each in facts)]
        sources = [{"title": each.of.title, "path": each.of.address} for each in own if self.root]
        version = version_of(each.of.revision for each in own)
        descriptor = package(f"{stem.rpartition('/')[2]}-data", title, self.corpus.site, resources, sources, version)
        members = [Member(NAME, descriptor).close(), Member("disclosures.csv", table).close(), *(each.member for each in facts)]
        self.write(f"{stem}.zip", zip_file(members))
