"""A small sound content folder of our own invention."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from tests.faults.cases import HERE

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """Return a copy of the sound folder that a test may change."""
    return shutil.copytree(HERE / "content", tmp_path / "content")
