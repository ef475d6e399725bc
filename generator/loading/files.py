"""One file of any form becomes values or findings; every file that was read is remembered with its hash."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar, cast

from generator.findings.finding import Finding, Severity, from_flaw
from generator.loading.assembly import assemble
from generator.loading.reader import MOST_REPORTED, Reader
from generator.loading.records import RecordShape
from generator.model.source_file import SourceFile
from generator.source.csv_file import read_csv
from generator.source.markdown_file import read_markdown
from generator.source.place import Place
from generator.source.text import decode
from generator.source.yaml_file import read_yaml

if TYPE_CHECKING:
    from pathlib import Path

    from generator.model.record import Record
    from generator.source.flaw import Flaw
    from generator.source.values import Mapping, Sequence

R = TypeVar("R", bound="Record")


def printable(text: str) -> str:
    """Return text that names files without the stray bytes that names from other systems may hold."""
    return text.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


@dataclass(slots=True)
class Shelf:
    """The content folder, with the findings of everything read from it so far."""

    root: Path
    findings: list[Finding] = field(default_factory=list)

    def name_of(self, path: Path) -> str:
        """Return a file's path as findings and pages print it: below the content folder, with forward slashes."""
        return printable(f"{self.root.name}/{path.relative_to(self.root).as_posix()}")

    def note(self, code: str, path: Path, message: str, cure: str, severity: Severity = Severity.ERROR) -> None:
        """Note a finding about a file or folder as a whole."""
        self.findings.append(Finding(code, severity, Place(self.name_of(path), 1, 1), printable(message), cure))

    def text_of(self, path: Path) -> tuple[str | None, SourceFile]:
        """Return the text of a file, or None after noting why it has none; always the file's name and hash."""
        name = self.name_of(path)
        try:
            # A link that leads out of the folder would publish a file that nobody committed.
            inside = path.resolve().is_relative_to(self.root.resolve())
            data = path.read_bytes() if inside else b""
        except FileNotFoundError:
            self.note("SRC-016", path, f"没有“{path.name}”这个文件", "请补上这个文件；文件名的大小写也要一致。")
            return None, SourceFile(path=name, sha256="")
        except (OSError, RuntimeError):  # Python before 3.13 raises RuntimeError for links that lead in a circle.
            self.note("SRC-016", path, "文件读不出来", "请检查它是不是文件、是否有权限读取；链接请换成文件本身。")
            return None, SourceFile(path=name, sha256="")
        if not inside:
            self.note("SRC-016", path, "这是指向内容文件夹外面的链接", "请把文件本身放进来。")
            return None, SourceFile(path=name, sha256="")
        text, flaws = decode(name, data)
        self.keep(flaws)
        return text, SourceFile(path=name, sha256=hashlib.sha256(data).hexdigest())

    def keep(self, flaws: list[Flaw]) -> None:
        """Take flaws of spelling over as findings."""
        self.findings += [from_flaw(flaw) for flaw in flaws[:MOST_REPORTED]]

    def mapping(self, path: Path, record: type[Record], title: str = "") -> tuple[Mapping | None, Reader, SourceFile]:
        """Return what a YAML or Markdown file holds, with the reader that is to read it and the file's name and hash.

        ``record`` and ``title`` tell a Markdown file which headings are labels and which label its first-level heading fills.
        """
        text, source = self.text_of(path)
        reader = Reader(source.path)
        if text is None:
            return None, reader, source
        if path.suffix != ".md":
            mapping, flaws = read_yaml(source.path, text)
        else:
            file, flaws = read_markdown(source.path, text)
            mapping = None if file is None else assemble(file, record, title, reader)
        reader.partial = bool(flaws)
        self.keep(flaws)
        return mapping, reader, source

    def build(self, mapping: Mapping | None, record: type[R], reader: Reader) -> R | None:
        """Return the record that a mapping holds, or None after noting why it holds none."""
        built = None if mapping is None else RecordShape(record).read(mapping, reader)
        self.findings += reader.findings
        # RecordShape answers with the class that it was made for; its own type cannot say so.
        return cast("R | None", built)

    def record(self, path: Path, record: type[R]) -> tuple[R | None, SourceFile]:
        """Return the record that a file holds, or None after noting why it holds none."""
        mapping, reader, source = self.mapping(path, record)
        return self.build(mapping, record, reader), source

    def rows(self, path: Path, reader: Reader) -> tuple[Sequence | None, SourceFile]:
        """Return the rows of a CSV file, or None after noting why there are none; ``reader`` is given the file's path."""
        text, source = self.text_of(path)
        reader.path = source.path
        if text is None:
            return None, source
        rows, flaws = read_csv(source.path, text)
        self.keep(flaws)
        return rows, source
