"""Archives of every fiscal year of the shipped content, made once by the command; no test changes them."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.projects import ENVIRONMENT, shipped_project

if TYPE_CHECKING:
    from pathlib import Path

YEARS = (2020, 2021, 2024, 2026)


def mingzhang(folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the command in a process of its own, in ``folder``."""
    command = [sys.executable, "-m", "generator", *arguments]
    return subprocess.run(  # noqa: S603 - our own command
        command, cwd=folder, env={**ENVIRONMENT, **environment}, capture_output=True, text=True, check=False
    )


@pytest.fixture(scope="session")
def archives(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the archives, each with its WARC and its ZIP file."""
    project = shipped_project(tmp_path_factory.mktemp("archives") / "project")
    for year in YEARS:
        done = mingzhang(project, "archive", str(year), "-o", "kept", "--zip", "--warc")
        assert done.returncode == 0, done.stderr
    return project / "kept"
