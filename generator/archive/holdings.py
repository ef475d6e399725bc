"""A folder or a ZIP file, read alike: which files it holds, and their bytes."""

from __future__ import annotations

import hashlib
import os
import zipfile
import zlib
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING, Protocol

from generator.archive.manifest import ManifestError, files_below

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_CHUNK = 1 << 20
DAMAGED = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError)
"""What reading a file in a ZIP raises where its bytes are damaged, or are not what a ZIP of ours holds."""


class Holdings(Protocol):
    """Files by name; a name is a path with forward slashes."""

    @property
    def names(self) -> Sequence[str]:
        """Return the names of all files."""
        ...

    def open(self, name: str) -> IO[bytes]:
        """Return a file to read."""
        ...


class FolderHoldings:
    """The files below a folder. A link is opened as nothing: what it leads to is not kept here."""

    def __init__(self, folder: Path) -> None:
        """Take the folder."""
        self.folder = folder
        self.names = files_below(folder)

    def open(self, name: str) -> IO[bytes]:
        """Return a file to read."""
        return Path(os.devnull if (self.folder / name).is_symlink() else self.folder / name).open("rb")


class ZipHoldings:
    """The files in the one folder that a ZIP file holds."""

    def __init__(self, container: zipfile.ZipFile) -> None:
        """Take the open container."""
        self.container = container
        names = [name for name in container.namelist() if not name.endswith("/")]
        tops = {name.partition("/")[0] for name in names}
        self.top = f"{tops.pop()}/" if len(tops) == 1 and all("/" in name for name in names) else ""
        self.names = sorted(name.removeprefix(self.top) for name in names)

    def open(self, name: str) -> IO[bytes]:
        """Return a file to read."""
        return self.container.open(f"{self.top}{name}")


@contextmanager
def holdings_of(path: Path) -> Iterator[Holdings]:
    """Yield what a folder or a ZIP file holds. Raises ManifestError, with a message in Chinese, for anything else."""
    if path.is_dir():
        yield FolderHoldings(path)
        return
    try:
        with zipfile.ZipFile(path) as container:
            yield ZipHoldings(container)
    except FileNotFoundError as error:
        message = f"没有这个文件或文件夹：{path}"
        raise ManifestError(message) from error
    except zipfile.BadZipFile as error:
        message = f"{path} 不是文件夹，也不是完整的 ZIP 文件（{error}）"
        raise ManifestError(message) from error


def digests_of(holdings: Holdings, name: str, algorithms: Sequence[str]) -> dict[str, str]:
    """Return the hashes of one file, by algorithm, having read it once; none where it is damaged."""
    hashes = {algorithm: hashlib.new(algorithm) for algorithm in algorithms}
    try:
        with holdings.open(name) as file:
            while chunk := file.read(_CHUNK):
                for each in hashes.values():
                    each.update(chunk)
    except DAMAGED:
        return {}
    return {algorithm: each.hexdigest() for algorithm, each in hashes.items()}
