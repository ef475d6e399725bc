"""Files that belong to a text are published under safe names with their hash and size, or refused with a reason."""

from __future__ import annotations

import hashlib
import io
import os
import zipfile
from typing import TYPE_CHECKING

import pytest

from generator.archive.attachments import AttachmentChangedError, place_attachments
from generator.loading.corpus import load_corpus
from tests.projects import build, own_project
from tests.site_build.test_atomic import CONTENT, YEAR

if TYPE_CHECKING:
    from pathlib import Path

PDF = b"%PDF-1.7\n" + b"0" * 3000
DIGEST = hashlib.sha256(PDF).hexdigest()


def document(*names: str) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as container:
        for name in names:
            container.writestr(name, "内容")
    return file.getvalue()


def project(folder: Path, entries: str, files: dict[str, bytes]) -> Path:
    own_project(folder, CONTENT | {f"{YEAR}/budget.yml": f"{CONTENT[f'{YEAR}/budget.yml']}附件:\n{entries}"})
    for name, data in files.items():
        path = folder / "content" / YEAR / "attachments" / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(data)
    return folder


def test_an_attachment_is_published_under_a_name_of_its_hash(tmp_path: Path) -> None:
    site = build(project(tmp_path, "  - {标题: <b>盖章</b>的原件, 文件: 2026年预算（盖章）.pdf}\n", {"2026年预算（盖章）.pdf": PDF}))
    published = site / "2026/archive/budget" / f"attachment-{DIGEST[:12]}.pdf"
    assert published.read_bytes() == PDF
    assert published.stat().st_mode & 0o777 == 0o644
    page = (site / "2026/archive/budget/index.html").read_text(encoding="utf-8")
    assert f'<a href="../../../2026/archive/budget/attachment-{DIGEST[:12]}.pdf">&lt;b&gt;盖章&lt;/b&gt;的原件</a>' in page
    assert f"PDF，3 KB，SHA-256 {DIGEST[:16]}…" in page


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.ofd", document("OFD.xml")),
        ("a.docx", document("word/document.xml")),
        ("a.XLSX", document("xl/workbook.xml")),
        ("a.png", b"\x89PNG\r\n\x1a\n..."),
        ("a.jpg", b"\xff\xd8\xff\xe0"),
    ],
)
def test_the_usual_kinds_are_taken(tmp_path: Path, name: str, data: bytes) -> None:
    corpus, findings = load_corpus(project(tmp_path, f"  - {{标题: 原件, 文件: {name}}}\n", {name: data}) / "content")
    assert findings == ()
    assert [each.size for each in corpus.disclosures[0].text.attachments] == [len(data)]


@pytest.mark.parametrize(
    ("name", "data", "code", "words"),
    [
        ("a.exe", b"MZ", "DAT-023", "不是可以公布的类型"),
        ("a.html", b"<script>", "DAT-023", "不是可以公布的类型"),
        ("a.svg", b"<svg onload='x'/>", "DAT-023", "不是可以公布的类型"),
        ("a.pdf", b"<html>", "DAT-023", "内容不是PDF"),
        ("a.docx", document("word/document.xml", "word/vbaProject.bin"), "DAT-023", "含有宏"),
        ("a.xlsx", b"PK\x03\x04", "DAT-023", "内容不是XLSX"),
        ("a.pdf", b"", "DAT-024", "是空的"),
        ("../budget.yml", None, "DAT-020", "不是文件名"),
        ("/etc/passwd", None, "DAT-020", "不是文件名"),
        (".hidden.pdf", None, "DAT-020", "不是文件名"),
        ("gone.pdf", None, "SRC-016", "没有附件“gone.pdf”"),
    ],
)
def test_what_may_not_be_published_is_refused(tmp_path: Path, name: str, data: bytes | None, code: str, words: str) -> None:
    folder = project(tmp_path, f"  - {{标题: 原件, 文件: {name}}}\n", {} if data is None else {name: data})
    corpus, (finding,) = load_corpus(folder / "content")
    assert (finding.code, finding.place.line) == (code, 11)
    assert words in finding.message
    assert corpus.disclosures[0].text.attachments == ()


def test_a_large_file_is_refused_unread(tmp_path: Path) -> None:
    folder = project(tmp_path, "  - {标题: 原件, 文件: a.pdf}\n", {"a.pdf": PDF})
    os.truncate(folder / "content" / YEAR / "attachments/a.pdf", (20 << 20) + 1)
    assert [finding.code for finding in load_corpus(folder / "content")[1]] == ["DAT-024"]


def test_a_link_is_refused(tmp_path: Path) -> None:
    (tmp_path / "secret.pdf").write_bytes(PDF)
    folder = project(tmp_path / "project", "  - {标题: 原件, 文件: a.pdf}\n", {"b.pdf": PDF})
    (folder / "content" / YEAR / "attachments/b.pdf").unlink()
    (folder / "content" / YEAR / "attachments/a.pdf").symlink_to(tmp_path / "secret.pdf")
    assert [finding.code for finding in load_corpus(folder / "content")[1]] == ["SRC-016"]


def test_a_file_that_nobody_names_is_noticed(tmp_path: Path) -> None:
    folder = project(tmp_path, "  - {标题: 原件, 文件: a.pdf}\n", {"a.pdf": PDF, "draft.pdf": PDF})
    (finding,) = load_corpus(folder / "content")[1]
    assert (finding.code, finding.message) == ("DAT-020", "“draft.pdf”没有列在附件里")


def test_a_file_that_changes_during_the_build_stops_it(tmp_path: Path) -> None:
    folder = project(tmp_path, "  - {标题: 原件, 文件: a.pdf}\n", {"a.pdf": PDF})
    corpus, _ = load_corpus(folder / "content")
    (folder / "content" / YEAR / "attachments/a.pdf").write_bytes(PDF + b"1")
    with pytest.raises(AttachmentChangedError, match="被改动了"):
        place_attachments(corpus, folder / "content", tmp_path / "site")
