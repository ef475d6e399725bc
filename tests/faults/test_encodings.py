"""Files in the wrong encoding, or not whole, are refused with the way to save them right; harmless differences are not."""

from __future__ import annotations

import codecs
from typing import TYPE_CHECKING

import pytest

from generator.loading.corpus import load_corpus

if TYPE_CHECKING:
    from pathlib import Path

SOUND = "年度: 2026\n金额单位: 万元\n标题: 示例市档案馆2026年部门预算\n"
BUDGET = "departments/demo/2026/budget.yml"
STATEMENT = "departments/demo/2026/statements/支出总表.csv"
ROWS = "科目编码,科目名称,合计\n2010101,行政运行,30.10\n"

REFUSED = [
    pytest.param(SOUND.encode("gbk"), (1, 1, "SRC-002"), ("GBK", "编码选“UTF-8”"), id="gbk"),
    pytest.param(("# budget\n" + SOUND).encode("gbk"), (2, 1, "SRC-002"), ("GBK", "编码选“UTF-8”"), id="gbk-below-ascii"),
    pytest.param("年度: 2026\n标题: 㐀𠀀\n".encode("gb18030"), (1, 1, "SRC-002"), ("GBK", "编码选“UTF-8”"), id="gb18030"),
    pytest.param(SOUND.encode("utf-16"), (1, 1, "SRC-002"), ("UTF-16", "编码选“UTF-8”"), id="utf-16"),
    pytest.param(codecs.BOM_UTF16_BE + SOUND.encode("utf-16-be"), (1, 1, "SRC-002"), ("UTF-16", "编码选“UTF-8”"), id="utf-16-be"),
    pytest.param(b"\x89PNG\r\n\x1a\n\xff\xff", (1, 1, "SRC-002"), ("不是 UTF-8", "编码选“UTF-8”"), id="picture"),
    pytest.param(
        "年度: 2026\n标题: 档".encode() + b"\xff" + "案\n".encode(), (2, 6, "SRC-002"), ("从这里起不是 UTF-8", "UTF-8"), id="bad-byte"
    ),
    pytest.param("年度: 2026\r\n标题: 档".encode() + b"\xff\r\n", (2, 6, "SRC-002"), ("从这里起", "UTF-8"), id="bad-byte-after-crlf"),
    pytest.param("年度: 2026\r标题: 档".encode() + b"\xff\r", (2, 6, "SRC-002"), ("从这里起", "UTF-8"), id="bad-byte-after-cr"),
    pytest.param(codecs.BOM_UTF8 + "年度a".encode() + b"\xff", (1, 4, "SRC-002"), ("从这里起", "UTF-8"), id="bad-byte-after-bom"),
    pytest.param(codecs.BOM_UTF8 + "年a".encode() + b"\xff", (1, 3, "SRC-002"), ("从这里起", "UTF-8"), id="bad-byte-after-bom-and-letter"),
    pytest.param("年度: ".encode() + b"\xed\xa0\x80\n", (1, 5, "SRC-002"), ("从这里起", "UTF-8"), id="lone-surrogate"),
    pytest.param(SOUND.encode() + "部门".encode() + "档案".encode("gbk"), (4, 3, "SRC-002"), ("从这里起", "UTF-8"), id="two-encodings"),
    pytest.param(SOUND.encode()[:-2], (3, 19, "SRC-003"), ("最后一个字不完整", "请重新取得完整的文件"), id="cut-in-a-character"),
    pytest.param(b"", (1, 1, "SRC-001"), ("文件是空的", "请填写内容"), id="empty"),
    pytest.param(codecs.BOM_UTF8, (1, 1, "SRC-001"), ("文件是空的", "请填写内容"), id="only-a-bom"),
    pytest.param("\r\n \t\u3000\n".encode(), (1, 1, "SRC-001"), ("文件是空的", "请填写内容"), id="only-blanks"),
    pytest.param(b"a: 1\n" * 1_000_000, (1, 1, "SRC-012"), ("超过 4,194,304 字节", "请确认没有放错文件"), id="too-large"),
    pytest.param("年度: 20\x0026\n".encode(), (1, 7, "SRC-004"), ("U+0000", "请删除这个字符"), id="nul"),
    pytest.param("年度: 2026\n标题: \x1b[31m红\n".encode(), (2, 5, "SRC-004"), ("U+001B", "只保留文本"), id="escape"),
    pytest.param("年度: 2026\n标题: 甲\u202e乙\n".encode(), (2, 6, "SRC-004"), ("U+202E", "请删除这个字符"), id="right-to-left"),
    pytest.param("年度\u200b: 2026\n".encode(), (1, 3, "SRC-004"), ("U+200B", "请删除这个字符"), id="zero-width-in-a-key"),
    pytest.param("年度: 2026\n标题: 甲\u2028乙\n".encode(), (2, 6, "SRC-004"), ("U+2028", "请删除这个字符"), id="line-separator"),
    pytest.param("年度: 2026\n标题: 甲\x85乙\n".encode(), (2, 6, "SRC-004"), ("U+0085", "请删除这个字符"), id="next-line"),
    pytest.param("年度: 2026\n标题: 甲\ufeff乙\n".encode(), (2, 6, "SRC-004"), ("U+FEFF", "请删除这个字符"), id="bom-inside"),
]


@pytest.mark.parametrize(("data", "head", "words"), REFUSED)
def test_unreadable_bytes_are_refused(content: Path, data: bytes, head: tuple[int, int, str], words: tuple[str, str]) -> None:
    (content / BUDGET).write_bytes(data)

    corpus, findings = load_corpus(content)

    assert corpus.disclosures == ()
    assert [(finding.place.path, finding.place.line, finding.place.column, finding.code) for finding in findings] == [
        (f"content/{BUDGET}", *head)
    ]
    assert words[0] in findings[0].message
    assert words[1] in findings[0].cure


def test_every_control_character_is_shown_up_to_twenty(content: Path) -> None:
    (content / BUDGET).write_bytes(("标题: 甲\x01乙\x02\n" * 15).encode())

    _, findings = load_corpus(content)

    assert [finding.place.line for finding in findings] == [line for line in range(1, 11) for _ in range(2)]


def test_a_statement_in_gbk_is_refused_and_the_rest_is_read(content: Path) -> None:
    path = content / STATEMENT
    path.parent.mkdir()
    path.write_bytes(ROWS.encode("gbk"))

    corpus, findings = load_corpus(content)

    assert [(finding.place.path, finding.code) for finding in findings] == [(f"content/{STATEMENT}", "SRC-002")]
    assert "CSV UTF-8（逗号分隔）" in findings[0].cure
    assert [disclosure.text.statements for disclosure in corpus.disclosures] == [()]


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(SOUND.encode(), id="plain"),
        pytest.param(codecs.BOM_UTF8 + SOUND.encode(), id="bom"),
        pytest.param(SOUND.replace("\n", "\r\n").encode(), id="crlf"),
        pytest.param(SOUND.replace("\n", "\r").encode(), id="cr"),
        pytest.param(SOUND.rstrip("\n").encode(), id="no-last-line-end"),
        pytest.param(codecs.BOM_UTF8 + SOUND.replace("\n", "\r\n").encode(), id="bom-and-crlf"),
    ],
)
def test_line_ends_and_byte_order_mark_make_no_difference(content: Path, data: bytes) -> None:
    (content / BUDGET).write_bytes(data)

    corpus, findings = load_corpus(content)

    assert findings == ()
    assert corpus.disclosures[0].text.title == "示例市档案馆2026年部门预算"


@pytest.mark.parametrize("data", [ROWS.encode(), ROWS.encode("utf-8-sig"), ROWS.replace("\n", "\r\n").encode("utf-8-sig")])
def test_statements_may_carry_what_excel_adds(content: Path, data: bytes) -> None:
    path = content / STATEMENT
    path.parent.mkdir()
    path.write_bytes(data)

    corpus, findings = load_corpus(content)

    assert findings == ()
    line = corpus.disclosures[0].text.statements[0].lines[0]
    assert (line.code, line.name) == ("2010101", "行政运行")
