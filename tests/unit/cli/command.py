"""Runs the command in this process, as a terminal would, on a small website folder of our own invention."""

from __future__ import annotations

import contextlib
import io
import sys
from typing import TYPE_CHECKING, NamedTuple
from unittest.mock import patch

from generator.cli import main

if TYPE_CHECKING:
    from pathlib import Path

YEAR = "departments/archive/2026"
CONTENT = {
    "site.yml": "网站名称: 示例市预算公开\n",
    "reference/regions.yml": "地区:\n  shili: {名称: 示例市, 级次: 市级}\n",
    "reference/glossary.yml": "名词:\n",
    "departments/archive/department.yml": "名称:\n  - {自: 2020, 全称: 示例市档案馆}\n地区: shili\n",
    f"{YEAR}/budget.yml": "年度: 2026\n金额单位: 万元\n支出:\n  合计: 8.00\n  构成:\n    - {名称: 修缮, 金额: 8.00}\n",
}
WRONG_SUM = CONTENT[f"{YEAR}/budget.yml"].replace("合计: 8.00", "合计: 9.00")
UNREADABLE = "年度: 二〇二六\n金额单位: 万元\n"


class Said(NamedTuple):
    """What the command printed, and its exit code."""

    code: int
    out: str
    err: str


def run(*arguments: str) -> Said:
    """Run ``mingzhang`` with these arguments in the current folder."""
    out, err, code = io.StringIO(), io.StringIO(), 0
    with patch.object(sys, "argv", ["mingzhang", *arguments]), contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        try:
            main()
        except SystemExit as end:
            code = end.code if isinstance(end.code, int) else 1
    return Said(code, out.getvalue(), err.getvalue())


def write(project: Path, text: str) -> None:
    """Give the one disclosure another text."""
    (project / "content" / YEAR / "budget.yml").write_text(text, encoding="utf-8")
