"""Every figure of a disclosure, read from its source files anew: by their own YAML, with nothing of the model or the exports."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import yaml

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from generator.model.disclosure import Disclosure

# The labels of the official form under which figures stand; 项目 of the asset table and of statements are names.
_AMOUNTS = {
    "合计", "上年", "金额", "本年", "增减", "货物", "工程", "服务", "面向中小企业", "其中小微企业", "价值", "固定资产金额", "拟购置金额",
    "预算数", "其中财政资金", "其他资金",
}  # fmt: skip
_SHARES = {"比例", "3月底", "6月底", "10月底", "12月底"}
# Every scalar stays text; in C where PyYAML was built with it, which takes a tenth of the time.
_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_NUMBER = re.compile(r"(-?[0-9][0-9,]*(?:\.[0-9]+)?)\s*(?:元|万元|亿元|%)?")
_LINE_TEXTS = {"科目编码", "科目名称", "栏", "项目", "项目名称", "采购项目", "项目编码", "单位", "目录", "采购目录", "计量单位", "数量"}


def numbers_in(disclosure: Disclosure, base: Path) -> Counter[str]:
    """Return the digits of every figure in a disclosure's source files, with how often each is written."""
    found: Counter[str] = Counter()
    for source in disclosure.sources:
        path = base / source.path
        text = path.read_text(encoding="utf-8-sig")
        if path.suffix == ".csv":
            rows = csv.DictReader(io.StringIO(text, newline=""))
            found.update(digits for row in rows for digits in _of_line(row))
        else:
            written = yaml.load(text.split("---\n")[1] if path.suffix == ".md" else text, _LOADER)  # noqa: S506 - texts only
            found.update(_walk(written, ""))
    return found


def _walk(value: Any, label: str) -> Iterator[str]:  # noqa: ANN401 - whatever YAML holds
    if isinstance(value, dict):
        for key, inner in value.items():
            if key == "公开表":
                for statement in (inner or {}).values():
                    lines = statement.get("行") or [] if isinstance(statement, dict) else statement
                    yield from (digits for line in (lines if isinstance(lines, list) else []) for digits in _of_line(line))
            else:
                yield from _walk(inner, key)
    elif isinstance(value, list):
        for inner in value:
            yield from _walk(inner, label)
    elif label in _AMOUNTS | _SHARES | {"数量"}:
        yield from _digits(value)


def _of_line(line: dict[str, str]) -> Iterator[str]:
    for column, cell in line.items():
        if column not in _LINE_TEXTS:
            yield from _digits(cell)


def _digits(cell: str) -> Iterator[str]:
    match = _NUMBER.fullmatch(cell.strip())
    if match:
        yield f"{Decimal(match[1].replace(',', '')):f}"
