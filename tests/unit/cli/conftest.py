"""A small website folder in which commands are run."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from generator.rules.arithmetic.parts_differ_from_total import parts_differ_from_total
from tests.projects import ROOT, own_project
from tests.unit.cli.command import CONTENT

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder, which is the current one. One rule is enough to show what commands say of a finding."""
    for module in ("generator.pipeline", "generator.cli.checking"):
        monkeypatch.setattr(f"{module}.ALL_RULES", (parts_differ_from_total,))
        monkeypatch.setattr(f"{module}.SITE_RULES", ())
    folder = own_project(tmp_path / "project", CONTENT)
    shutil.copytree(ROOT / "content" / "reference" / "formats", folder / "content" / "reference" / "formats")
    monkeypatch.chdir(folder)
    return folder
