"""Exports that several tests read: those of the golden content, of the shipped one, and of synthetic disclosures."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bench.synthesis import write_content
from tests.exports.published import Published, published
from tests.projects import ROOT

if TYPE_CHECKING:
    from pathlib import Path

GOLDEN = ROOT / "tests/site/content"


@pytest.fixture(scope="session")
def golden(tmp_path_factory: pytest.TempPathFactory) -> Published:
    """Return the exports of the golden site's content, which has everything once."""
    return published(GOLDEN, tmp_path_factory.mktemp("golden"))


@pytest.fixture(scope="session")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Published:
    """Return the exports of the shipped content."""
    return published(ROOT / "content", tmp_path_factory.mktemp("shipped"))


@pytest.fixture(scope="session")
def synthetic(tmp_path_factory: pytest.TempPathFactory) -> Published:
    """Return the exports of five hundred invented disclosures."""
    folder: Path = tmp_path_factory.mktemp("synthetic")
    write_content(folder / "content", 250, (2025, 2026))
    return published(folder / "content", folder / "site")
