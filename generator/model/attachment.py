"""附件: a file that is published with a text, such as a scan of the original."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.record import Record, label


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment(Record):
    """One file with its title. What the file itself is (path, hash, size in bytes) is filled in when it has been read."""

    title: str = label("标题", "读者看到的名称", required=True, example="2026年部门预算（盖章扫描件）")
    file: str = label("文件", "attachments 文件夹里的文件名", required=True, example="2026-budget.pdf")
    path: str = ""
    sha256: str = ""
    size: int = 0

    @property
    def suffix(self) -> str:
        """Return the ending of the file's name, in small letters, with its dot."""
        return f".{self.file.rpartition('.')[2].lower()}"

    @property
    def published_name(self) -> str:
        """Return the name under which the file is published: made of its hash, so that it is safe and stays as long as the file does."""
        return f"attachment-{self.sha256[:12]}{self.suffix}"
