"""The same content gives the same bytes, wherever, whenever and in whatever locale it is built."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

from tests.projects import ENVIRONMENT, digests, shipped_project

if TYPE_CHECKING:
    from pathlib import Path


def built_apart(project: Path, **environment: str) -> dict[str, str]:
    """Build in a process of its own and return the hash of every file of the site."""
    command = [sys.executable, "-m", "generator", "build"]
    subprocess.run(command, cwd=project, env={**ENVIRONMENT, **environment}, check=True, capture_output=True)  # noqa: S603 - our own command
    return digests(project / "site")


def test_two_builds_are_equal_byte_for_byte(tmp_path: Path) -> None:
    here = shipped_project(tmp_path / "here")
    there = shipped_project(tmp_path / "elsewhere" / "一个 很长的 路径")
    for number, path in enumerate(sorted(there.rglob("*"))):
        os.utime(path, (1_000_000_000 + number, 1_000_000_000 + number))
    one = built_apart(here, TZ="Asia/Shanghai", LANG="zh_CN.UTF-8", PYTHONHASHSEED="1", SOURCE_DATE_EPOCH="0")
    other = built_apart(there, TZ="America/New_York", LANG="C", LC_ALL="C", PYTHONHASHSEED="2", PYTHONUTF8="1")
    assert one == other
    assert {"index.html", "404.html", "2021/zjk-npc/budget/index.html", "assets/mingzhang.css", "search/index/manifest.json"} <= set(one)


def test_building_again_changes_nothing(tmp_path: Path) -> None:
    project = shipped_project(tmp_path)
    assert built_apart(project, PYTHONHASHSEED="3") == built_apart(project, PYTHONHASHSEED="4")
