"""The manual page of a rule: its docstring, and the examples that lie beside it."""

from __future__ import annotations

import inspect
import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.rules.rule import AnyRule

GROUPS = {
    "structure": "内容是否齐全",
    "timing": "公开的时间",
    "arithmetic": "同一张表、同一段文字里的加减",
    "agreement": "表与表、表与文字之间的一致",
    "codes": "科目和编码",
    "text": "文字说明",
    "glossary": "名词解释",
    "performance": "绩效目标",
    "assets": "国有资产",
    "web": "网页公开的要求",
    "secrecy": "不应当公开的内容",
}
"""The rules' folders in Chinese."""

_PACKAGE = "generator.rules."
_TITLE = re.compile(r"# (?P<fault>\S.*?)（[A-Z]{1,3}-\d{3}）$", re.MULTILINE)
_EXAMPLE = re.compile(r"^## (?P<name>[^\n]+)\n(?P<body>.*?)(?=^## |\Z)", re.MULTILINE | re.DOTALL)
_BLOCK = re.compile(r"^```yaml(?: (?P<role>\S+))?\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
_MARK = re.compile(r'# (?:error|warning|info): \[[^\]]+\] "(?P<words>[^"]+)"')


@dataclass(frozen=True, slots=True)
class Example:
    """One example: its heading, and its blocks as (whose, YAML); the disclosure itself is nobody's, and stands last."""

    name: str
    blocks: tuple[tuple[str, str], ...]

    @property
    def fails(self) -> bool:
        """Return whether the rule finds its fault in this example."""
        return any(_MARK.search(text) for _, text in self.blocks)


@dataclass(frozen=True, slots=True)
class Manual:
    """What a rule's manual page says: the fault in a few words, the law, 为什么, 怎么改, and examples."""

    fault: str
    law: str
    why: str
    cure: str
    examples: tuple[Example, ...]


@cache
def manual_of(rule: AnyRule) -> Manual:
    """Return the manual page of a rule; the fault of one without examples is its law."""
    law, _, rest = inspect.cleandoc(rule.manual).partition("\n\n")
    said = dict(line.strip().split("：", 1) for line in rest.splitlines() if "：" in line)
    text = _examples_beside(rule)
    title = _TITLE.search(text)
    examples = tuple(
        Example(match["name"], tuple((block["role"] or "", block["text"]) for block in _BLOCK.finditer(match["body"])))
        for match in _EXAMPLE.finditer(text)
    )
    return Manual(title["fault"] if title else law.rstrip("。"), law, said.get("为什么", ""), said.get("怎么改", ""), examples)


def group_of(rule: AnyRule) -> str:
    """Return the folder that a rule stands in, such as ``arithmetic``."""
    return rule.find.__module__.removeprefix(_PACKAGE).split(".")[0]


def marked(text: str) -> str:
    """Return an example's YAML with its marks as a reader understands them."""
    return _MARK.sub(lambda mark: f"# ← 这里有错：{mark['words']}", text)


def _examples_beside(rule: AnyRule) -> str:
    module = rule.find.__module__
    if not module.startswith(_PACKAGE):
        return ""
    path = files(module.rpartition(".")[0]) / f"{rule.name}.md"
    return path.read_text(encoding="utf-8") if path.is_file() else ""
