"""Which files a fiscal year is made of, and a copy of them from which the year can be built again."""

from __future__ import annotations

import hashlib
import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.archive.manifest import digest_of, files_below

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from generator.model.kinds import Year

CONFIG = "mkdocs.yml"
THEME = "theme"
CONTENT = "content"
PAGES = f"{CONTENT}/pages"
"""Where the parts of a website folder stand in the copy, wherever they stood before."""


@dataclass(frozen=True, slots=True)
class WebsiteFolder:
    """What a website is built from: its configuration, its theme, its content, and the pages written by hand."""

    config: Path
    theme: Path
    content: Path
    pages: Path

    @classmethod
    def copied_to(cls, folder: Path) -> WebsiteFolder:
        """Return the website folder that ``copy_sources`` has made."""
        return cls(folder / CONFIG, folder / THEME, folder / CONTENT, folder / PAGES)


def copy_sources(website: WebsiteFolder, year: Year, target: Path) -> None:
    """Copy everything that the pages and findings of ``year`` depend on to the new folder ``target``.

    That includes the year before, which figures are compared with, and every department's names. Hidden files and links stay out.
    """
    copy = WebsiteFolder.copied_to(target)
    copy.content.mkdir(parents=True)
    shutil.copyfile(website.config, copy.config)
    _copy(website.theme, copy.theme)
    _copy(website.pages, copy.pages)
    for part in _parts(website.content, year):
        _copy(website.content / part, copy.content / part)


def _parts(content: Path, year: Year) -> Iterator[str]:
    yield from ("site.yml", "reference", f"seals/{year}.json", f"seals/{year}")
    for department in sorted((content / "departments").glob("[!.]*")):
        yield from (f"departments/{department.name}/{part}" for part in ("department.yml", str(year), str(year - 1)))


def _copy(source: Path, target: Path) -> None:
    if source.is_symlink():
        return
    if source.is_file():
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, target)
    elif source.is_dir():
        for entry in sorted(source.iterdir()):
            # What editors and file managers leave behind is no content.
            if not entry.name.startswith(".") and entry.name != "__pycache__":
                _copy(entry, target / entry.name)


def revision_of(sources: Path) -> str:
    """Return one SHA-256 for a whole folder: it changes with the name and with the bytes of any file in it."""
    digest = hashlib.sha256()
    for name in files_below(sources):
        digest.update(f"{digest_of(sources / name)}  {name}\n".encode())
    return digest.hexdigest()
