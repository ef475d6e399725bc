"""A folder in one file: the same folder always gives the same bytes."""

from __future__ import annotations

import shutil
import zipfile
from typing import TYPE_CHECKING

from generator.archive.manifest import files_below

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

_EARLIEST = 1980
_READABLE = 0o100644 << 16
_UNIX = 3


def zip_folder(folder: Path, target: Path, day: date) -> None:
    """Write ``folder``, under its own name, to the ZIP file ``target``; every file bears the date ``day``.

    Nothing is compressed: compressors differ in their bytes from version to version, and a scratch on a disk costs one file.
    """
    stamp = (max(day.year, _EARLIEST), day.month, day.day, 0, 0, 0)
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as container:
        for name in files_below(folder):
            entry = zipfile.ZipInfo(f"{folder.name}/{name}", stamp)
            entry.external_attr, entry.create_system = _READABLE, _UNIX
            entry.file_size = (folder / name).stat().st_size
            with (folder / name).open("rb") as source, container.open(entry, "w") as copy:
                shutil.copyfileobj(source, copy, 1 << 20)
