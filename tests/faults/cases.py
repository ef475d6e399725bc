"""Reads the examples of this folder: each is a heading, the files of the case, and what is to be found in them."""

from __future__ import annotations

import re
import shutil
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
SOUND = "没有问题。"

_CASE = re.compile(r"^## (?P<title>.+)\n\n(?=`[^`\n]+`$)", re.MULTILINE)  # Not the headings inside an example.
_FILE = re.compile(r"^`(?P<path>[^`\n]+)`\n\n(?P<fence>```|~~~)\w*\n(?P<text>.*?)^(?P=fence)$", re.MULTILINE | re.DOTALL)
_FINDING = re.compile(
    r"^- (?:(?P<path>[^\s`]+?):)?(?P<line>\d+):(?P<column>\d+)(?: `(?P<spot>[^`]+)`)? "
    r"(?P<code>[A-Z]+-\d{3}) (?P<message>.+) → (?P<cure>[^→\n]+)$",
    re.MULTILINE,
)
_CHARACTER = re.compile(r"⟨U\+([0-9A-F]{4,5})⟩")


@dataclass(frozen=True, slots=True)
class Expected:
    """One finding: where, what stands there, and parts of what is said about it."""

    path: str
    line: int
    column: int
    spot: str
    code: str
    message: str
    cure: str


@dataclass(frozen=True, slots=True)
class Case:
    """Files that are laid over the small sound folder, and everything that is found in the result."""

    name: str
    files: dict[str, str]
    expected: list[Expected]

    def write(self, content: Path) -> None:
        """Lay the files of the case over a copy of the sound folder; a disclosure replaces the one in the other form."""
        shutil.copytree(HERE / "content", content)
        for name, text in self.files.items():
            path = content / name
            path.parent.mkdir(parents=True, exist_ok=True)
            if path.suffix == ".md":
                path.with_suffix(".yml").unlink(missing_ok=True)
            path.write_bytes(text.encode())


def cases_of(name: str) -> list[Case]:
    """Return the cases of one file of examples."""
    text = (HERE / name).read_text(encoding="utf-8")
    _, *parts = _CASE.split(text)
    return [_case(f"{Path(name).stem}：{title}", body) for title, body in zip(parts[::2], parts[1::2], strict=True)]


def _case(name: str, body: str) -> Case:
    files = {match["path"]: _characters(match["text"]) for match in _FILE.finditer(body)}
    rest = _FILE.sub("", body)
    first = next(iter(files), "")
    expected = [
        Expected(
            match["path"] or first,
            int(match["line"]),
            int(match["column"]),
            _characters(match["spot"] or ""),
            match["code"],
            match["message"],
            match["cure"],
        )
        for match in _FINDING.finditer(rest)
    ]
    if not files or bool(expected) == (SOUND in rest) or len(expected) != rest.count("\n- "):
        message = f"{name}: needs files, and either findings or “{SOUND}”"
        raise ValueError(message)
    return Case(name, files, expected)


def _characters(text: str) -> str:
    """Return text in which ⟨U+3000⟩ and the like have become the characters, which no editor shows or keeps."""
    return _CHARACTER.sub(lambda match: chr(int(match[1], 16)), text)
