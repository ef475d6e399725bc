"""The picture of the site is the drawing that is kept here, point by point."""

from __future__ import annotations

import zlib

from tests.house.picture import HEIGHT, PICTURE, WIDTH, drawn, png


def points(content: bytes) -> list[bytes]:
    """Return the rows of a PNG file of one bit a point; how it was compressed is a matter of the machine that wrote it."""
    start = content.index(b"IDAT") + 4
    lines = zlib.decompress(content[start : content.index(b"IEND") - 8])
    width = WIDTH // 8 + 1
    rows = [lines[at + 1 : at + width] for at in range(0, len(lines), width)]
    return [bytes(byte >> bit & 1 for byte in row for bit in range(7, -1, -1)) for row in rows]


def test_the_picture_of_the_theme_is_the_drawing() -> None:
    content = PICTURE.read_bytes()
    assert len(content) < 1000
    assert points(content) == drawn()
    assert content[: content.index(b"IDAT") - 4] == png(drawn())[: content.index(b"IDAT") - 4]


def test_the_drawing_fills_its_frame() -> None:
    rows = drawn()
    assert (len(rows), {len(row) for row in rows}) == (HEIGHT, {WIDTH})
    assert [sum(rows[row]) for row in (0, 91, 210)] == [0, 448, 448 - 252]
