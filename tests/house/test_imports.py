"""The contracts about imports in ``pyproject.toml`` are kept, and each of them is broken by an import that it forbids."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
CONTRACTS = [
    contract["name"]
    for contract in tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]["contracts"]
]

STAGES = "Each stage uses only the stages before it"
RULES = "Rules know nothing of each other"
MKDOCS = "Only the plugin knows MkDocs"
YAML = "Only source reads YAML"
HTML = "Only rendering makes HTML"
CLICK = "Only the command line knows click"
BABEL = "Only the catalogues of words know Babel"
COMPRESSION = "Only ZIP files are compressed"
PAGEFIND = "Only search knows Pagefind"
WARC = "Only the archive knows WARC"
CHARACTERS = "Only search converts characters"
SOUNDS = "Only the search and the lists know sounds"

FORBIDDEN = [
    (STAGES, "rules/rule.py", "import generator.views.wording"),
    (STAGES, "source/text.py", "from generator.model import money"),
    (STAGES, "findings/finding.py", "import generator.loading.reader"),
    (STAGES, "views/lists.py", "from generator.rendering.markdown import render_markdown"),
    (STAGES, "pages/page.py", "import generator.search.tokens"),
    (STAGES, "stray.py", '"""A module that no layer names."""'),
    (RULES, "rules/arithmetic/parts_differ_from_total.py", "import generator.rules.arithmetic.total_change_differs_from_parts"),
    (RULES, "rules/performance/schedule_never_completes.py", "import generator.rules.arithmetic.parts_differ_from_total"),
    (MKDOCS, "pipeline.py", "import mkdocs.config"),
    (YAML, "loading/files.py", "import yaml"),
    (HTML, "views/wording.py", "from jinja2 import Environment"),
    (HTML, "views/blocks.py", "import markdown_it"),
    (CLICK, "pipeline.py", "import click"),
    (BABEL, "views/wording.py", "import babel"),
    (COMPRESSION, "exports/workbook.py", "import cramjam"),
    (PAGEFIND, "pages/compose.py", "import cbor2"),
    (PAGEFIND, "mkdocs_plugin/__init__.py", "import pagefind_bin"),
    (WARC, "pipeline.py", "import warcio.warcwriter"),
    (CHARACTERS, "pages/compose.py", "import opencc"),
    (SOUNDS, "views/wording.py", "import pypinyin"),
]


def outcomes(folder: Path) -> dict[str, str]:
    """Return KEPT or BROKEN for each contract of the ``pyproject.toml`` in a folder, over the generator that lies beside it."""
    program = Path(sys.executable).with_name("lint-imports")
    command = [str(program), "--no-cache", "--no-logo"]
    done = subprocess.run(  # noqa: S603 - The program of our own environment.
        command, cwd=folder, env=os.environ | {"PYTHONPATH": str(folder)}, capture_output=True, text=True, check=False
    )
    found = dict(re.findall(r"^(.+) (KEPT|BROKEN)$", done.stdout, re.MULTILINE))
    assert found, done.stdout + done.stderr
    assert done.returncode == (1 if "BROKEN" in found.values() else 0)
    return found


def test_every_contract_is_kept() -> None:
    assert outcomes(ROOT) == dict.fromkeys(CONTRACTS, "KEPT")


def test_every_contract_is_seen_to_be_broken() -> None:
    assert {contract for contract, _, _ in FORBIDDEN} == set(CONTRACTS)


@pytest.mark.parametrize(("contract", "module", "line"), FORBIDDEN, ids=[f"{module}: {line}" for _, module, line in FORBIDDEN])
def test_a_forbidden_import_breaks_its_contract_alone(tmp_path: Path, contract: str, module: str, line: str) -> None:
    shutil.copytree(ROOT / "generator", tmp_path / "generator", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    path = tmp_path / "generator" / module
    before = path.read_text(encoding="utf-8") if path.exists() else ""
    path.write_text(f"{before}{line}\n", encoding="utf-8")

    assert [name for name, outcome in outcomes(tmp_path).items() if outcome == "BROKEN"] == [contract]
