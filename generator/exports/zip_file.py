"""ZIP files whose bytes depend on their content alone, with members that may grow in turn.

The standard library writes one member after the other; a workbook of a year has a sheet for each statement, and every
disclosure adds a few rows to each of them.
"""

from __future__ import annotations

import struct
import zlib
from copy import copy
from functools import lru_cache

import cramjam

# Every build of Python brings a zlib of its own, and they differ in their bytes. This compressor is one and the same program on
# every machine, whose version is locked: the same figures are the same file everywhere.
_LEVEL = 2  # Six times as small as the content; the usual level saves a fourteenth more for a fifth more time.
_DEFLATED = 8
_VERSION = 20
_MADE_BY = 3 << 8 | _VERSION  # By the rules of Unix, whose file attributes are the ones given.
_UTF8 = 1 << 11
_FIRST_DAY = (0, 1 << 5 | 1)  # 1980-01-01 00:00, the first moment that a ZIP file can name
_PLAIN_FILE = 0o100644 << 16
_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")
_MOST_MEMBERS = 0xFFFF
_MOST_BYTES = 0xFFFFFFFF


class Member:
    """One file inside a ZIP file, compressed while it is written."""

    __slots__ = ("_stream", "checksum", "name", "packed", "size")

    def __init__(self, name: str, content: bytes = b"") -> None:
        """Take the name inside the ZIP file, and what it begins with."""
        self.name = name
        self.size = 0
        self.checksum = 0
        self.packed = b""
        self._stream = cramjam.deflate.Compressor(_LEVEL)
        self.write(content)

    def write(self, content: bytes) -> None:
        """Add to the end."""
        self.size += len(content)
        self.checksum = zlib.crc32(content, self.checksum)
        self._stream.compress(content)

    def under(self, name: str) -> Member:
        """Return the closed member once more, under another name: what is compressed need not be compressed again."""
        same = copy(self)
        same.name = name
        return same

    def close(self, content: bytes = b"") -> Member:
        """Write the last of it; nothing can be added any more."""
        self.write(content)
        self.packed = bytes(self._stream.finish())
        return self


@lru_cache(maxsize=4096)
def whole_member(name: str, content: bytes) -> Member:
    """Return a closed member; the same one for the same content, as every workbook has some."""
    return Member(name, content).close()


def zip_file(members: list[Member]) -> bytes:
    """Return the ZIP file of closed members, in their order.

    Raises ValueError beyond what the plain format can hold: 65,535 members, or 4 GB.
    """
    whole, directory = bytearray(), bytearray()
    for member in members:
        name = member.name.encode()
        sizes = (member.checksum, len(member.packed), member.size)
        if max(*sizes, len(whole)) > _MOST_BYTES or len(members) > _MOST_MEMBERS:
            message = f"数据太多，一个 ZIP 文件装不下：{member.name}"
            raise ValueError(message)
        fixed = (_UTF8, _DEFLATED, *_FIRST_DAY)
        directory += _CENTRAL.pack(b"PK\1\2", _MADE_BY, _VERSION, *fixed, *sizes, len(name), 0, 0, 0, 0, _PLAIN_FILE, len(whole)) + name
        whole += _LOCAL.pack(b"PK\3\4", _VERSION, *fixed, *sizes, len(name), 0) + name + member.packed
    end = _END.pack(b"PK\5\6", 0, 0, len(members), len(members), len(directory), len(whole), 0)
    return bytes(whole + directory + end)
