"""The facts of many disclosures in one CSV and in one JSON file, on the disk while they grow: nobody holds a whole year."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from generator.exports.csv_table import fact_table
from generator.exports.data_package import Tally
from generator.exports.documents import VERSION
from generator.views.downloads import FACTS

if TYPE_CHECKING:
    from contextlib import ExitStack
    from pathlib import Path

_MORE = b",\n"


class Together:
    """Two files that are being written: the table of facts, and the document that holds each disclosure's own document."""

    def __init__(self, folder: Path, stem: str, said: dict[str, Any], closing: ExitStack) -> None:
        """Begin the files at ``stem`` (address and name) below ``folder``; the document says ``said`` before its disclosures.

        ``closing`` closes them where nobody gets that far.
        """
        self.table, self.document = f"{stem}{FACTS}.csv", f"{stem}{FACTS}.json"
        (folder / self.table).parent.mkdir(parents=True, exist_ok=True)
        self._csv, self._json = (closing.enter_context((folder / address).open("wb")) for address in (self.table, self.document))
        head = json.dumps({"version": VERSION, **said, "disclosures": []}, ensure_ascii=False, separators=(",", ":"))
        self.tally = Tally()
        """The size and the hash of the table."""
        self._add_rows(fact_table(""))
        self._json.write(f"{head.removesuffix(']}')}\n".encode())
        self._between = b""

    def add(self, rows: bytes, document: bytes) -> None:
        """Add one disclosure: its rows, and its own document."""
        self._add_rows(rows)
        self._json.write(self._between)
        self._json.write(document.removesuffix(b"\n"))
        self._between = _MORE

    def _add_rows(self, rows: bytes) -> None:
        self._csv.write(rows)
        self.tally.add(rows)

    def close(self) -> dict[str, int]:
        """End both files and return their sizes in bytes by address."""
        self._json.write(b"\n]}\n")
        sizes = {self.table: self._csv.tell(), self.document: self._json.tell()}
        self._csv.close()
        self._json.close()
        return sizes
