"""A file of a hundred and fifty kilobytes that holds nothing sensible is refused at once, in findings that can be read."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from tests.faults.cases import HERE
from tests.fuzz.test_loading_never_crashes import BUDGET, IN_MARKDOWN, STATEMENT, check

if TYPE_CHECKING:
    from pathlib import Path

HEAD = "年度: 2026\n金额单位: 万元\n"
FRONT = f"---\n{HEAD}---\n"
SIZE = 150_000

LARGE = [
    *(
        (BUDGET, "", piece)
        for piece in ("[", "{", "- ", "? ", ": ", "a: ", "甲\n", "甲", '"', "a: 1\n", "a: &a\n", "年度：1\n", ": 1\n", "\t\n-")
    ),
    *((BUDGET, f"{HEAD}收入:\n  合计: ", piece) for piece in ("9", "9,", "a #b", "{，", "- '", "- [", "  ", "x: ")),
    *((BUDGET, f"{HEAD}项目:\n  - 名称: a\n    预算数: 三\n", piece) for piece in ("  - 名称: a\n    预算数: 三\n", "  - -名称：a\n")),
    *((BUDGET, f"{HEAD}标题: ", piece) for piece in ('"甲\n', "*a ", " " * 50 + "#")),
    *((IN_MARKDOWN, FRONT, piece) for piece in ("#", "## 收入\n", "# ", "## 甲 #", "`", "＃", "```\n", "> ")),
    *((IN_MARKDOWN, f"{FRONT}## 部门职责\n", piece) for piece in ("### 甲\n", "## 甲\n乙\n", "\n", " ")),
    *((STATEMENT, "", piece) for piece in (",", '"', '"a\n",', "a,")),
    *((STATEMENT, "科目名称,合计\n", piece) for piece in ("a,三\n", "a,1,2\n", '"a\nb",', ",\n", '"')),
]


@pytest.mark.parametrize(("name", "start", "piece"), LARGE)
def test_large_nonsense_is_refused_in_time(tmp_path: Path, name: str, start: str, piece: str) -> None:
    content = shutil.copytree(HERE / "content", tmp_path / "content")
    check(content, name, (start + piece * (SIZE // len(piece.encode()))).encode())


def test_as_many_different_unknown_keys_as_fit_are_refused_in_time(tmp_path: Path) -> None:
    content = shutil.copytree(HERE / "content", tmp_path / "content")
    check(content, BUDGET, "".join(f"甲{number}: 1\n" for number in range(SIZE // 12)).encode())
