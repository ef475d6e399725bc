"""Exports of a content folder, and what readers of each format read in them."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

from generator.check import check
from generator.exports import write_exports
from generator.loading.corpus import load_corpus

if TYPE_CHECKING:
    from pathlib import Path

    from generator.model.corpus import Corpus
    from generator.model.disclosure import Disclosure

SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


@dataclass(frozen=True)
class Published:
    """A corpus with the folder that its exports were written to."""

    corpus: Corpus
    folder: Path
    sizes: dict[str, int]

    def disclosure(self, address: str) -> Disclosure:
        """Return the disclosure at an address."""
        return next(each for each in self.corpus.disclosures if each.address == address)

    def stem(self, disclosure: Disclosure) -> str:
        """Return where the files of a disclosure stand, without their ending."""
        return f"{disclosure.address}{disclosure.year}-{disclosure.department.slug}-{disclosure.kind.slug}"

    def csv(self, disclosure: Disclosure) -> list[dict[str, str]]:
        """Return the rows of a disclosure's CSV."""
        return rows_of((self.folder / f"{self.stem(disclosure)}.csv").read_bytes())

    def json(self, disclosure: Disclosure) -> Any:  # noqa: ANN401 - a document
        """Return a disclosure's JSON document."""
        return json.loads((self.folder / f"{self.stem(disclosure)}.json").read_bytes())

    def workbook(self, disclosure: Disclosure) -> Sheets:
        """Return a disclosure's workbook."""
        return Sheets((self.folder / f"{self.stem(disclosure)}.xlsx").read_bytes())


@dataclass(frozen=True)
class Sheets:
    """A workbook as its own XML says, cell by cell: numbers with the very digits that are written."""

    content: bytes

    @cached_property
    def cells(self) -> dict[str, list[list[str | Decimal | None]]]:
        """Return the rows of each sheet by its name; numbers are decimals, texts are texts, what is not there is None."""
        with zipfile.ZipFile(io.BytesIO(self.content)) as archive:
            book = ET.fromstring(archive.read("xl/workbook.xml"))  # noqa: S314 - our own file
            relations = ET.fromstring(archive.read("xl/_rels/workbook.xml.rels"))  # noqa: S314 - likewise
            target = {each.get("Id"): each.get("Target") for each in relations}
            key = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
            return {
                str(sheet.get("name")): _rows(ET.fromstring(archive.read(f"xl/{target[sheet.get(key)]}")))  # noqa: S314 - likewise
                for sheet in book.iter(f"{SHEET}sheet")
            }

    @property
    def numbers(self) -> list[Decimal]:
        """Return all numbers of all sheets, sorted."""
        return sorted(cell for rows in self.cells.values() for row in rows for cell in row if isinstance(cell, Decimal))


def _rows(sheet: ET.Element) -> list[list[str | Decimal | None]]:
    rows = []
    for row in sheet.iter(f"{SHEET}row"):
        cells: dict[str, str | Decimal] = {}
        for cell in row:
            text = "".join(cell.itertext())
            cells[str(cell.get("r")).rstrip("0123456789")] = text if cell.get("t") == "inlineStr" else Decimal(text)
        last = max(map(_position, cells), default=-1)
        by_position = {_position(letters): value for letters, value in cells.items()}
        rows.append([by_position.get(position) for position in range(last + 1)])
    return rows


def _position(letters: str) -> int:
    position = 0
    for letter in letters:
        position = position * 26 + ord(letter) - ord("A") + 1
    return position - 1


def rows_of(content: bytes) -> list[dict[str, str]]:
    """Return the rows of a CSV file as its readers do."""
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def published(content: Path, folder: Path, base_url: str = "") -> Published:
    """Write the exports of a content folder; what the rules find in it is nothing to its figures, so none is asked."""
    corpus, findings = load_corpus(content)
    report = check(corpus, findings, ())
    return Published(corpus, folder, write_exports(corpus, report, folder, base_url))
