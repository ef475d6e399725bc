"""Loads one text as a record, or a small content folder of our own invention."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from generator.loading.corpus import load_corpus
from generator.loading.files import Shelf
from generator.model.disclosure import Text

if TYPE_CHECKING:
    from pathlib import Path

    from generator.findings.finding import Finding
    from generator.model.disclosure import Disclosure
    from generator.model.record import Record

R = TypeVar("R", bound="Record")
YEAR = "departments/demo/2026"


def record_of(tmp_path: Path, kind: type[R], text: str, name: str = "a.yml") -> tuple[R | None, list[Finding]]:
    """Return the record that a file holds, and what was found wrong with it."""
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    shelf = Shelf(tmp_path)
    mapping, reader, _ = shelf.mapping(path, kind, "标题")
    return shelf.build(mapping, kind, reader), shelf.findings


def text_of(tmp_path: Path, text: str, name: str = "a.yml") -> Text:
    """Return the text of a disclosure that is expected to be sound."""
    record, findings = record_of(tmp_path, Text, text, name)
    assert findings == []
    assert record is not None
    return record


def disclosure_of(content: Path, files: dict[str, str]) -> Disclosure:
    """Return the one disclosure of a folder with further files, which are expected to be sound."""
    for name, text in files.items():
        write(content, name, text)
    corpus, findings = load_corpus(content)
    assert findings == ()
    (disclosure,) = corpus.disclosures
    return disclosure


def write(content: Path, name: str, text: str) -> None:
    """Write one file below the content folder."""
    path = content / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
