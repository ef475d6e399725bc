"""Bytes become text with line feeds and nothing invisible."""

from __future__ import annotations

import codecs

import pytest

from generator.source.text import _FORBIDDEN, decode


@pytest.mark.parametrize("data", [b"a\nb", b"a\r\nb", b"a\rb", codecs.BOM_UTF8 + b"a\r\nb"])
def test_line_ends_become_line_feeds(data: bytes) -> None:
    assert decode("a.yml", data) == ("a\nb", [])


@pytest.mark.parametrize("text", ["\t", "\u3000甲", "😀", "👨\u200d👩", "《“”》——……", "㊣", "\ue000"])
def test_visible_characters_pass(text: str) -> None:
    assert decode("a.yml", f"甲{text}".encode()) == (f"甲{text}", [])


def test_whatever_is_forbidden_cannot_be_printed() -> None:
    """So that lines that can be printed need no closer look."""
    forbidden = [character for character in map(chr, range(0x110000)) if _FORBIDDEN.match(character)]
    assert len(forbidden) > 60
    assert [character for character in forbidden if character.isprintable()] == []


def test_a_place_is_printed_as_editors_read_it() -> None:
    _, flaws = decode("部门/a.yml", "甲\n乙\x07".encode())
    assert str(flaws[0].place) == "部门/a.yml:2:2"
