"""The golden site: a small invented content that shows everything once, and what becomes of it."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING
from unittest.mock import patch

from generator.mkdocs_plugin.commands import build_site
from generator.rules import ALL_RULES
from tests.projects import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.findings.finding import Finding

HERE = Path(__file__).parent
EXPECTED = HERE / "expected"

RULES = {"STR-003", "TIM-002", "ARI-010", "ARI-013", "X-008", "X-014", "PER-006", "PER-027", "AST-001", "TXT-013"}
RULE_PAGES = {"str-003", "web-003", "wai-001"}
"""One of each kind; the others are made the same way, and their words are the rules' own."""

_MAIN = re.compile(r"[ \t]*<main\b.*?</main>", re.DOTALL)
# The size of a packed file is a matter of the library that packs it.
_SIZE = re.compile(r"(?<=，)[0-9.]+ [KM]B")
_HASH = re.compile(r"(?<=-)[0-9a-f]{10}(?=/)|(?<=/p)[0-9]+$|(?<=unknown_)[0-9a-f]{7,}(?=\.pf_)", re.MULTILINE)


def golden_project(folder: Path) -> Path:
    """Make in ``folder`` a copy of the golden site's own folder, beside the theme as in the repository; return it."""
    shutil.copytree(ROOT / "theme", folder / "theme")
    return shutil.copytree(HERE, folder / "tests/site", ignore=shutil.ignore_patterns("*.py", "expected", "site", "__pycache__"))


def outcome(project: Path) -> dict[str, str]:
    """Build the site and return what is compared, by file name: each page's main part, the findings, the names of all files.

    It is judged by a few rules, so that a new rule changes nothing here.
    """
    chosen = tuple(rule for rule in ALL_RULES if rule.code in RULES)
    assert len(chosen) == len(RULES)
    with patch("generator.pipeline.ALL_RULES", chosen):
        publication, _, site = build_site(str(project / "mkdocs.yml"), lambda _: None)
    shown = [path for path in site.rglob("*.html") if path.parents[1].name != "rules" or path.parent.name in RULE_PAGES]
    pages = {_name_of(path.relative_to(site)): _main_of(path.read_text(encoding="utf-8")) for path in shown}
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
    return "".join(f"{_SIZE.sub('*', line.rstrip())}\n" for line in main.splitlines() if line.strip())


def _listed(findings: Iterable[Finding]) -> str:
    lines = []
    for finding in findings:
        lines += [str(finding), f"  改法：{finding.cure}", *(f"  对照：{place}" for place in finding.also)]
    return "".join(f"{line}\n" for line in lines)
