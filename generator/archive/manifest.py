"""Lists of files with their hashes, as ``sha256sum`` writes them and BagIt demands them."""

from __future__ import annotations

import hashlib
import os
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

SITE_MANIFEST = "manifest-sha256.txt"
"""In a published site: the hash of every other file in it. ``sha256sum -c`` reads it as well."""

_LINE = re.compile(r"(?P<digest>[0-9a-fA-F]{32,128})[ \t]+\*?(?P<name>\S.*)")
_ENCODED = {"%": "%25", "\r": "%0D", "\n": "%0A"}


class ManifestError(ValueError):
    """A list of hashes that cannot be read; the message is Chinese."""


def files_below(folder: Path) -> list[str]:
    """Return the paths of all files and links below ``folder``, with forward slashes, in the order of their bytes."""
    start = len(os.path.join(folder, ""))  # noqa: PTH118 - as below
    names = [
        os.path.join(parent, name)[start:].replace(os.sep, "/")  # noqa: PTH118 - a tenth of the time of Path on a large site
        for parent, folders, files in os.walk(folder)
        for name in (*files, *(each for each in folders if os.path.islink(os.path.join(parent, each))))  # noqa: PTH114, PTH118 - likewise
    ]
    return sorted(names, key=os.fsencode)


def digest_of(path: Path, algorithm: str = "sha256") -> str:
    """Return the hash of a file's bytes in hexadecimal."""
    with path.open("rb", buffering=0) as file:
        return hashlib.file_digest(file, algorithm).hexdigest()


def manifest_text(digests: Mapping[str, str]) -> str:
    """Return the lines for hashes by file name; a line break in a name is written as BagIt writes it."""
    return "".join(f"{digest}  {_encoded(name)}\n" for name, digest in sorted(digests.items(), key=lambda item: os.fsencode(item[0])))


def read_manifest(text: str, name: str) -> dict[str, str]:
    """Return hashes by file name. Raises ManifestError for a line that is none, a file listed twice, or a path that leads out."""
    digests: dict[str, str] = {}
    for number, line in enumerate(text.splitlines(), 1):
        match = _LINE.fullmatch(line)
        if match is None:
            message = f"{name} 第{number}行不是“校验值  文件名”"
            raise ManifestError(message)
        file = _decoded(match["name"].removeprefix("./"))
        if file.startswith(("/", "~")) or ".." in file.split("/"):
            message = f"{name} 第{number}行的文件名“{file}”指向文件夹外面"
            raise ManifestError(message)
        if file in digests:
            message = f"{name} 第{number}行的文件“{file}”前面已经列过"
            raise ManifestError(message)
        digests[file] = match["digest"].lower()
    return digests


def write_site_manifest(site: Path) -> None:
    """Write into a finished site the hash of every file in it."""
    digests = {name: digest_of(site / name) for name in files_below(site) if name != SITE_MANIFEST}
    (site / SITE_MANIFEST).write_text(manifest_text(digests), encoding="utf-8", newline="\n")


def total(names: Iterable[str], folder: Path) -> tuple[int, int]:
    """Return how many bytes and how many files these are."""
    sizes = [(folder / name).stat().st_size for name in names]
    return sum(sizes), len(sizes)


def _encoded(name: str) -> str:
    return "".join(_ENCODED.get(character, character) for character in name)


def _decoded(name: str) -> str:
    return re.sub("%(0[AaDd]|25)", lambda match: chr(int(match[1], 16)), name)
