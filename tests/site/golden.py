"""The golden site: a small invented content that shows everything once, and what becomes of it."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from generator.mkdocs_plugin import build_site
from tests.projects import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.findings.finding import Finding

HERE = Path(__file__).parent
EXPECTED = HERE / "expected"

_MAIN = re.compile(r"[ \t]*<main\b.*?</main>", re.DOTALL)
_HASH = re.compile(r"[0-9a-f]{7,}(?=\.pf_)")


def golden_project(folder: Path) -> Path:
    """Make in ``folder`` a copy of the golden site's own folder, beside the theme as in the repository; return it."""
    shutil.copytree(ROOT / "theme", folder / "theme")
    return shutil.copytree(HERE, folder / "tests/site", ignore=shutil.ignore_patterns("*.py", "expected", "site", "__pycache__"))


def outcome(project: Path) -> dict[str, str]:
    """Build the site and return what is compared, by file name: each page's main part, the findings, the names of all files."""
    publication, _, site = build_site(str(project / "mkdocs.yml"), lambda _: None)
    pages = {_name_of(path.relative_to(site)): _main_of(path.read_text(encoding="utf-8")) for path in site.rglob("*.html")}
    # The hashes in the names of the search index change with every word; that the files are there does not.
    files = sorted({_HASH.sub("*", path.relative_to(site).as_posix()) for path in site.rglob("*") if path.is_file()})
    return pages | {"findings.txt": _listed(publication.report.findings), "files.txt": "".join(f"{name}\n" for name in files)}


def expected() -> dict[str, str]:
    """Return what the outcome should be."""
    return {path.relative_to(EXPECTED).as_posix(): path.read_text(encoding="utf-8") for path in EXPECTED.rglob("*") if path.is_file()}


def write_expected(new: dict[str, str]) -> None:
    """Make an outcome the expected one; what changed is then for a human to read in the diff."""
    for name in expected().keys() - new.keys():
        (EXPECTED / name).unlink(missing_ok=True)
    for name, text in new.items():
        path = EXPECTED / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def differing(one: dict[str, str], other: dict[str, str]) -> set[str]:
    """Return the names of the files that two outcomes do not share, or that differ."""
    return {name for name in one.keys() | other.keys() if one.get(name) != other.get(name)}


def _name_of(path: Path) -> str:
    """Return ``2032/archives/budget.html`` for ``2032/archives/budget/index.html``."""
    inner = path.name == "index.html" and path.parent != Path()
    return path.parent.with_suffix(".html").as_posix() if inner else path.as_posix()


def _main_of(page: str) -> str:
    (main,) = _MAIN.findall(page)
    return "".join(f"{line.rstrip()}\n" for line in main.splitlines() if line.strip())


def _listed(findings: Iterable[Finding]) -> str:
    lines = []
    for finding in findings:
        lines += [str(finding), f"  改法：{finding.cure}", *(f"  对照：{place}" for place in finding.also)]
    return "".join(f"{line}\n" for line in lines)
