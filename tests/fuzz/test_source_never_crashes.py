"""Whatever bytes a file holds, reading it gives values and flaws that stand inside the file, and never an exception."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.source.csv_file import read_csv
from generator.source.markdown_file import read_markdown
from generator.source.text import decode
from generator.source.values import Mapping, MarkdownFile, Scalar, Sequence, Value
from generator.source.yaml_file import DEEPEST, read_yaml
from tests.fuzz.profile import looks
from tests.fuzz.texts import CSV, MARKDOWN, YAML, damaged, soup

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from generator.source.flaw import Flaw

    Read = Callable[[str, str], tuple[Mapping | MarkdownFile | Sequence | None, list[Flaw]]]

READERS = [pytest.param(read_yaml, id="yaml"), pytest.param(read_markdown, id="markdown"), pytest.param(read_csv, id="csv")]


def encoded(text: str) -> bytes:
    """Return the bytes of a text, lone surrogates included as a careless program writes them."""
    return text.encode("utf-8", "surrogatepass")


def check(read: Read, data: bytes) -> None:
    text, flaws = decode("a", data)
    if text is None:
        assert flaws
        return
    assert flaws == []
    found, flaws = read("a", text)
    assert found is not None or flaws
    lines = text.split("\n")
    for flaw in flaws:
        inside(flaw.place.line, flaw.place.column, lines)
        assert flaw.message
        assert flaw.cure
        assert len(flaw.message) < 200
    marked = any(flaw.code == "SRC-008" for flaw in flaws)
    for scalar in scalars(found):
        inside(scalar.line, scalar.column, lines)
        # An anchor or a tag, refused already, stands before its scalar.
        if not marked:
            stands_where_it_says(scalar, lines)


def inside(line: int, column: int, lines: list[str]) -> None:
    assert 1 <= line <= len(lines) + 1
    assert 1 <= column <= (len(lines[line - 1]) if line <= len(lines) else 0) + 1


def scalars(value: Value | MarkdownFile | None, depth: int = 0) -> Iterator[Scalar]:
    assert depth <= DEEPEST + 1
    if isinstance(value, Scalar):
        yield value
    elif isinstance(value, Sequence):
        for item in value.items:
            yield from scalars(item, depth + 1)
    elif isinstance(value, Mapping):
        assert list(value.keys) == list(value.entries)
        for key, entry in value.entries.items():
            yield value.keys[key]
            yield from scalars(entry, depth + 1)
    elif isinstance(value, MarkdownFile):
        yield from scalars(value.front_matter)
        for section in value.sections:
            yield section.heading
            yield section.body


def stands_where_it_says(scalar: Scalar, lines: list[str]) -> None:
    """Look for a scalar that is written as it reads at its place, a block line by line."""
    written = scalar.text.split("\n")
    if scalar.folded or (len(written) > 1 and not scalar.block):
        return
    for number, line in enumerate(written, scalar.line - 1):
        if line and '"' not in line:
            assert lines[number][scalar.column - 1 :].startswith(line)


@pytest.mark.parametrize("read", READERS)
@looks(150)
@given(data=st.binary(max_size=300))
def test_any_bytes(read: Read, data: bytes) -> None:
    check(read, data)


@pytest.mark.parametrize("read", READERS)
@looks(200)
@given(text=st.text(max_size=200) | soup())
def test_any_text(read: Read, text: str) -> None:
    check(read, encoded(text))


@pytest.mark.parametrize("read", READERS)
@looks(400)
@given(text=damaged([YAML, MARKDOWN, CSV]))
def test_sound_files_with_slips(read: Read, text: str) -> None:
    check(read, encoded(text))


@looks(200)
@given(text=damaged([YAML]), line=st.integers(2, 5))
def test_front_matter_flaws_are_those_of_the_same_yaml(text: str, line: int) -> None:
    text = text.replace("\r", "")
    if decode("a", encoded(text))[0] is None:
        return
    _, flaws = read_yaml("a", text)
    _, moved = read_yaml("a", text, line)
    assert [(flaw.code, flaw.place.line + line - 1, flaw.place.column) for flaw in flaws] == [
        (flaw.code, flaw.place.line, flaw.place.column) for flaw in moved
    ]
