"""Writes all open data below a site's root: beside each page, for each year, for the whole site, and the interface's lists."""

from __future__ import annotations

import json
from contextlib import ExitStack
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from generator.exports import listing
from generator.exports.csv_table import fact_rows, fact_table, list_row, list_table
from generator.exports.data_package import NAME, Tally, fact_resource, list_resource, package, sources_of, version_of
from generator.exports.described import described
from generator.exports.documents import disclosure_document
from generator.exports.facts import facts_of
from generator.exports.sheets import about_disclosure, about_many, list_of, shared, tables_of
from generator.exports.together import Together
from generator.exports.workbook import Workbook
from generator.exports.zip_file import Member, zip_file
from generator.views.downloads import ALL_YEARS, API, DATA, name_at, year_folder

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
    with ExitStack() as closing:
        whole = Together(site, f"{DATA}{ALL_YEARS}", {}, closing)
        export = _Export(corpus, report, site, base_url, closing, whole)
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
class _Export:
    """What grows while disclosure after disclosure is written."""

    corpus: Corpus
    report: Report
    folder: Path
    root: str
    closing: ExitStack
    whole: Together
    sizes: dict[str, int] = field(default_factory=dict)
    years: dict[Year, dict[str, str]] = field(default_factory=dict)
    """The addresses of each year's files, by format."""
    written: list[_Written] = field(default_factory=list)
    facts: list[tuple[Member, dict[str, Any]]] = field(default_factory=list)
    """The packed table of each year, with its resource."""
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
        stem, title = f"{year_folder(year)}{year}", f"{year}年公开文本"
        together, book = Together(self.folder, stem, {"year": year}, self.closing), self._book(title)
        packed = Member(together.table.rpartition("/")[2], fact_table(""))
        own = [self._write_disclosure(disclosure, together, packed, book) for disclosure in self.corpus.of_year(year)]
        self.written += own
        self.books.append((year, list(book.sheets)))
        book.add(list_of([(each.of, each.count) for each in own]))
        self.write(f"{stem}.xlsx", book.close(about_many(self.corpus.site, f"{year}年", self.root)))
        self.facts.append((packed.close(), self._close(together, title, own)))
        self._write_package(stem, title, self.facts[-1:], own)
        self.years[year] = files = listing.files_at(stem, self.root, self.sizes)
        document = listing.year_document(year, [each.entry for each in own], files)
        self.write(f"{stem}.json", document)
        self.write(f"{API}years/{year}.json", document)

    def _book(self, title: str) -> Workbook:
        site = self.corpus.site
        return Workbook(title, site.publisher or site.name)

    def _write_disclosure(self, disclosure: Disclosure, together: Together, packed: Member, book: Workbook) -> _Written:
        of = described(disclosure, self.report.of(disclosure), self.root)
        facts = facts_of(disclosure)
        rows, document = fact_rows(of, facts), disclosure_document(of, facts)
        written = rows.encode()
        packed.write(written)
        for files in (together, self.whole):
            files.add(written, document)
        own = Workbook(of.title, of.disclosure.department_name, of.published)
        for table in tables_of(of, facts):
            own.add(table)
            book.add(shared(of, table))
        contents = {"csv": fact_table(rows), "json": document, "xlsx": own.close(about_disclosure(of))}
        tally = Tally(contents["csv"])
        # No server of plain files leads a program on from a former address of a file, so the file stands there as well.
        for address in (disclosure.address, *disclosure.former_addresses):
            name = name_at(address)
            for ending, content in contents.items():
                self.write(f"{address}{name}.{ending}", content)
            resources = [fact_resource("facts", f"{name}.csv", tally)]
            self.write(f"{address}{NAME}", package(of.id, of.title, disclosure.site, resources, sources_of(of), of.revision))
        return _Written(of, len(facts), listing.entry(of, len(facts), _ENDINGS), list_row(of, len(facts)))

    def write_whole(self) -> None:
        """Write what holds the whole site, and the lists of the interface."""
        stem = f"{DATA}{ALL_YEARS}"
        self._close(self.whole, "全部公开文本", self.written)
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
            document = listing.department_document(department, by_department.get(department.slug, []), self.root)
            for slug in (department.slug, *department.file.former):
                self.write(listing.department_list(slug, ""), document)
        files = listing.files_at(stem, self.root, self.sizes)
        self.write(f"{stem}.json", listing.whole_document([each.entry for each in self.written], files))
        self.write(f"{API}index.json", listing.index_document(self.corpus, self.years, self.root, files))
        for name, schema in listing.schemas().items():
            self.write(f"{listing.SCHEMAS}{name}.json", json.dumps(schema, ensure_ascii=False, indent=2).encode() + b"\n")

    def _close(self, files: Together, title: str, own: Sequence[_Written]) -> dict[str, Any]:
        """End the plain files of many disclosures, describe their table beside it, and return its resource."""
        self.sizes |= files.close()
        name = files.table.rpartition("/")[2]
        resource = fact_resource(name.removesuffix(".csv"), name, files.tally)
        self.write(f"{files.table.removesuffix(name)}{NAME}", self._package(name.removesuffix(".csv"), title, [resource], own))
        return resource

    def _write_package(self, stem: str, title: str, facts: Sequence[tuple[Member, dict[str, Any]]], own: Sequence[_Written]) -> None:
        """Write a ZIP file that is a Data Package: the list of disclosures, and a table of facts for each year."""
        table = list_table("".join(each.row for each in own))
        resources = [list_resource("disclosures", "disclosures.csv", Tally(table)), *(resource for _, resource in facts)]
        descriptor = self._package(f"{stem.rpartition('/')[2]}-data", title, resources, own)
        members = [Member(NAME, descriptor).close(), Member("disclosures.csv", table).close(), *(member for member, _ in facts)]
        self.write(f"{stem}.zip", zip_file(members))

    def _package(self, name: str, title: str, resources: Sequence[dict[str, Any]], own: Sequence[_Written]) -> bytes:
        sources = [{"title": each.of.title, "path": each.of.address} for each in own if self.root]
        return package(name, title, self.corpus.site, resources, sources, version_of(each.of.revision for each in own))
