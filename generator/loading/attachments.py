"""The files that belong to a text: named in it, lying beside it, and of the few kinds that cannot do anything by themselves."""

from __future__ import annotations

import dataclasses
import hashlib
import io
import zipfile
from typing import TYPE_CHECKING

from generator.findings.finding import Finding, Severity
from generator.model.source_file import SourceFile

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from generator.loading.files import Shelf
    from generator.model.attachment import Attachment

LARGEST = 20 << 20


def _begins(*magic: bytes) -> Callable[[bytes], bool]:
    return lambda data: data.startswith(magic)


def _packed(*members: str) -> Callable[[bytes], bool]:
    """Return a test for documents that are ZIP files with certain members, and without macros."""

    def test(data: bytes) -> bool:
        try:
            with zipfile.ZipFile(io.BytesIO(data)) as container:
                names = set(container.namelist())
        except (zipfile.BadZipFile, ValueError, NotImplementedError):
            return False
        return set(members) <= names and not any(name.lower().endswith("vbaproject.bin") for name in names)

    return test


_KINDS: dict[str, Callable[[bytes], bool]] = {
    ".pdf": _begins(b"%PDF-"),
    ".ofd": _packed("OFD.xml"),
    ".docx": _packed("word/document.xml"),
    ".xlsx": _packed("xl/workbook.xml"),
    ".png": _begins(b"\x89PNG\r\n\x1a\n"),
    ".jpg": _begins(b"\xff\xd8\xff"),
}
"""What a file of each kind must look like inside, whatever its name says."""


def read_attachments(folder: Path, wanted: tuple[Attachment, ...], shelf: Shelf) -> tuple[tuple[Attachment, ...], list[SourceFile]]:
    """Return the attachments whose files are there and fit to be published, and those files; the rest is noted."""
    found: list[Attachment] = []
    sources: list[SourceFile] = []
    for attachment in wanted:
        read = _read(folder, attachment, shelf)
        if read is not None:
            found.append(read)
            sources.append(SourceFile(path=read.path, sha256=read.sha256))
    named = {attachment.file for attachment in wanted}
    for path in sorted(folder.glob("[!.]*")):
        if path.name not in named:
            cure = "请在公开文本的“附件”里写上它的文件名和标题；不公布的，请移走。"
            shelf.note("DAT-020", path, f"“{path.name}”没有列在附件里", cure)
    return tuple(found), sources


def _read(folder: Path, attachment: Attachment, shelf: Shelf) -> Attachment | None:
    def refuse(code: str, message: str, cure: str) -> None:
        shelf.findings.append(Finding(code, Severity.ERROR, attachment.at("file"), message, cure))

    path = folder / attachment.file
    if "/" in attachment.file or "\\" in attachment.file or attachment.file.startswith("."):
        refuse("DAT-020", f"附件“{attachment.file}”不是文件名", f"请把文件放进 {folder.name} 文件夹，这里只写文件名。")
        return None
    if path.is_symlink() or not path.is_file():
        refuse(
            "SRC-016", f"{folder.name} 文件夹里没有附件“{attachment.file}”", "请补上这个文件；文件名的大小写也要一致，链接请换成文件本身。"
        )
        return None
    fits = _KINDS.get(attachment.suffix)
    if fits is None:
        refuse("DAT-023", f"附件“{attachment.file}”不是可以公布的类型", f"可以公布的有：{'、'.join(kind[1:] for kind in _KINDS)}。")
        return None
    size = path.stat().st_size
    if not 0 < size <= LARGEST:
        refuse(
            "DAT-024",
            f"附件“{attachment.file}”{'是空的' if not size else '太大'}",
            f"每个附件不超过 {LARGEST >> 20} MB；扫描件可以降低分辨率。",
        )
        return None
    data = path.read_bytes()
    if not fits(data):
        cure = "请用原来的软件重新导出，不要只改后缀；含宏的文档请去掉宏。"
        refuse("DAT-023", f"附件“{attachment.file}”的内容不是{attachment.suffix[1:].upper()}，或者含有宏", cure)
        return None
    return dataclasses.replace(attachment, path=shelf.name_of(path), sha256=hashlib.sha256(data).hexdigest(), size=len(data))
