"""Website folders for tests: the shipped one, or one with content of a test's own."""

from __future__ import annotations

import hashlib
import os
import shutil
from pathlib import Path

from generator.mkdocs_plugin.commands import build_site

ROOT = Path(__file__).parents[1]
# A command that is run apart from the tests finds the generator, and is spared what Material says of its own future.
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8", "NO_MKDOCS_2_WARNING": "1"}


def shipped_project(folder: Path) -> Path:
    """Make ``folder`` a copy of the shipped website folder: its configuration, theme and content; return it."""
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    for name in ("theme", "content"):
        shutil.copytree(ROOT / name, folder / name)
    return folder


def own_project(folder: Path, files: dict[str, str]) -> Path:
    """Make ``folder`` a website folder with the shipped theme and nothing but ``files`` as content; return it."""
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copytree(ROOT / "theme", folder / "theme")
    shutil.copy(ROOT / "mkdocs.yml", folder)
    shutil.copytree(ROOT / "content" / "pages", folder / "content" / "pages")
    for name, text in files.items():
        path = folder / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def build(project: Path) -> Path:
    """Build a website folder in this process and return the site."""
    return build_site(str(project / "mkdocs.yml"), lambda _: None)[2]


def digests(folder: Path) -> dict[str, str]:
    """Return the hash of each file below ``folder`` by its path."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}
