"""The picture that stands for the site where its address is shared: its sign, drawn here, so that it is nobody else's.

``python -m tests.house.picture`` writes it into the theme.
"""

from __future__ import annotations

import struct
import zlib

from tests.projects import ROOT

PICTURE = ROOT / "theme/assets/picture.png"
WIDTH, HEIGHT = 1200, 630
_COLOURS = bytes.fromhex("0b4478ffffff")
_SIGN, _LEFT, _TOP = 14, 376, 91
"""How large a unit of the icon is drawn, and where its square of 32 units begins."""
_BARS = ((7, 8, 18), (7, 14.5, 12), (7, 21, 15))
_THICK = 3


def drawn() -> list[bytes]:
    """Return the rows of the picture, one byte a point: 0 for the ground, 1 for white."""
    rows = [bytearray(WIDTH) for _ in range(HEIGHT)]
    _fill(rows, (0, 0, 32, 32), 1)
    for x, y, length in _BARS:
        _fill(rows, (x, y, length, _THICK), 0)
    return [bytes(row) for row in rows]


def _fill(rows: list[bytearray], box: tuple[float, float, float, float], colour: int) -> None:
    x, y, width, height = (round(each * _SIGN) for each in box)
    for row in rows[_TOP + y : _TOP + y + height]:
        row[_LEFT + x : _LEFT + x + width] = bytes([colour]) * width


def png(rows: list[bytes]) -> bytes:
    """Return rows as a PNG file of two colours, one bit a point."""
    head = struct.pack(">2I5B", WIDTH, HEIGHT, 1, 3, 0, 0, 0)
    lines = b"".join(b"\0" + int("".join(map(str, row)), 2).to_bytes(WIDTH // 8, "big") for row in rows)
    parts = ((b"IHDR", head), (b"PLTE", _COLOURS), (b"IDAT", zlib.compress(lines, 9)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_part(name, data) for name, data in parts)


def _part(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


if __name__ == "__main__":
    PICTURE.write_bytes(png(drawn()))
