"""What every module owes the house: a docstring, fewer than 300 lines, a folder named for what it does, and words that can be read."""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MOST_LINES = 300
_DRAWERS = {"utils", "util", "helpers", "helper", "common", "misc", "shared", "tools"}
_ESCAPED = re.compile(r"\\(?:u(?P<four>[0-9a-fA-F]{4})|U(?P<eight>[0-9a-fA-F]{8})|N\{[^}]*\})")
_PRINTERS = ("generator/cli/", "bench/")
_RANGE = re.compile(r"\\[uU][0-9a-fA-F]+-\\[uU][0-9a-fA-F]+")


def faults(root: Path, folders: tuple[str, ...] = ("generator", "bench")) -> list[str]:
    """Return what is wrong with the modules below ``root``; nothing if every law is kept."""
    return [
        f"{name}: {fault}"
        for folder in folders
        for path in sorted((root / folder).rglob("*.py"))
        for name in [path.relative_to(root).as_posix()]
        for fault in _faults_of(name, path.read_text(encoding="utf-8"))
    ]


def _faults_of(name: str, text: str) -> Iterator[str]:
    tree = ast.parse(text)
    if not (ast.get_docstring(tree) or "").strip():
        yield "has no docstring"
    lines = len(text.splitlines())
    if lines >= MOST_LINES:
        yield f"has {lines} lines"
    if _DRAWERS & set(name.removesuffix(".py").split("/")):
        yield "is a drawer for anything"
    for line in _prints(tree) if not name.startswith(_PRINTERS) else ():
        yield f"prints on line {line}"
    for line in _escaped_words(tree, text):
        yield f"hides a character behind an escape on line {line}"


def _prints(tree: ast.Module) -> Iterator[int]:
    for node in ast.walk(tree):
        by_name = isinstance(node, ast.Name) and node.id == "print"
        by_stream = isinstance(node, ast.Attribute) and ast.unparse(node) in ("sys.stdout.write", "sys.stderr.write")
        if isinstance(node, ast.expr) and (by_name or by_stream):
            yield node.lineno


def _escaped_words(tree: ast.Module, text: str) -> Iterator[int]:
    """Yield the lines of strings that write by their codes what could be typed; the bounds of ranges may."""
    if not _ESCAPED.search(text):
        return
    compared = {id(side) for node in ast.walk(tree) if isinstance(node, ast.Compare) for side in (node.left, *node.comparators)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in compared:
            source = ast.get_source_segment(text, node) or ""
            if not _RANGE.search(source) and any(_is_typed(match) for match in _ESCAPED.finditer(source)):
                yield node.lineno


def _is_typed(escape: re.Match[str]) -> bool:
    """Return whether an escape stands for a Chinese character, its punctuation or a full-width form."""
    code = escape["four"] or escape["eight"]
    return code is None or "\u2010" <= chr(int(code, 16)) <= "\u2027" or "\u3001" <= chr(int(code, 16)) <= "\uffee"
