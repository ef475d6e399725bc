"""The YAML that clerks and programs mostly write, read line by line in half the time of the parser.

It takes a text whole or not at all: whatever is out of the ordinary (a comment behind a value, an escape, a key twice,
a tab, a slip) is left to the parser, which alone decides what is wrong. Tests hold the two against each other.
"""

from __future__ import annotations

import re
from functools import lru_cache

from generator.source.values import LONGEST_ROW, Labels, Mapping, Row, Scalar, Sequence, Value, plain_scalar

# What is not named here may begin a text: letters and digits of every script, and of all marks of ASCII only “(”, “.” and “/”.
_WORD = r"[^\x00-')-\-:-@\[-`{-\xa0]"
_KEY = r"[\u4e00-\u9fff“《（A-Za-z0-9][^\s:#'\"&*!|>%@`{}\[\],?\\]*"
_TEXT = r"(?:-?[0-9]|" + _WORD + r")[^:#'\"{}\[\],\t\\]*"
_LINE = re.compile(rf"( *)((?:- )?)(?:({_KEY}):(?: (?=\S)|$))?(.*)", re.DOTALL)
_SCALAR = re.compile(r"(?:-?[0-9]|" + _WORD + r")(?:[^:#\t\\]|:(?=[^\s]))*")
_QUOTED = re.compile(r"\"([^\"\\\t]*)\"|'([^'\t]*)'")
_FLOW = re.compile(
    rf"(?P<open>[{{\[])|(?P<close>[}}\]])|(?:(?P<key>{_KEY}): )?(?:(?P<text>{_TEXT})|(?P<quoted>\"[^\"\\\t]*\"|'[^'\t]*')|(?=[{{\[]))"
)
_SOUND_KEY = re.compile(_KEY)
_DEEPEST = 12


class _OddError(Exception):
    """Something that only the parser may judge."""


def read_plain(text: str, first_line: int) -> Mapping | None:
    """Return the mapping that ``text`` holds, or None where it is not wholly of the plain kind.

    ``first_line`` is the line on which the text begins in its file.
    """
    if not text.endswith("\n") or "\t" in text or "\n---" in text or "\n..." in text:
        return None
    try:
        return _Plain(text, first_line).document()
    except _OddError:
        return None


class _Plain:
    """Reads a text from its first line to its last; ``at`` is the next line with content, ``indent`` how far it is indented."""

    def __init__(self, text: str, first_line: int) -> None:
        self.lines = text.split("\n")
        self.lines.pop()
        self.shift = first_line
        self.at = self.indent = 0

    def document(self) -> Mapping:
        if self.go_to(0) != 0:
            raise _OddError
        whole = self.block(0, 0)
        if self.at < len(self.lines) or not isinstance(whole, Mapping):
            raise _OddError
        return whole

    def go_to(self, at: int) -> int:
        """Go to the next line with content, passing over blank lines and comments; return its indent, -1 at the end."""
        for number in range(at, len(self.lines)):
            line = self.lines[number]
            bare = line.lstrip(" ")
            if bare and bare[0] != "#":
                self.at, self.indent = number, len(line) - len(bare)
                return self.indent
        self.at, self.indent = len(self.lines), -1
        return -1

    def block(self, indent: int, depth: int) -> Value:
        """Return the mapping or the list whose lines begin at ``indent``."""
        if depth > _DEEPEST:
            raise _OddError
        line = self.lines[self.at]
        return self.entries(indent, depth) if line.startswith("- ", indent) else self.pairs(indent, indent, depth)

    def entries(self, indent: int, depth: int) -> Sequence:
        items: list[Value] = []
        sequence = Sequence(items, self.at + self.shift, indent + 1)
        while self.indent == indent and self.lines[self.at].startswith("- ", indent):
            line = self.lines[self.at]
            start = indent + 2
            if start == len(line) or line.startswith((" ", "- "), start):
                raise _OddError
            match = _LINE.match(line, start)
            if match is not None and match[3] is not None:
                items.append(self.pairs(start, indent, depth + 1))
            else:
                items.append(self.inline(line, start, indent))
        return sequence

    def pairs(self, column: int, indent: int, depth: int) -> Mapping:
        """Return a mapping whose keys stand at ``column``; its first line may begin with the dash of a list at ``indent``."""
        entries: dict[str, Value] = {}
        keys: dict[str, Scalar] = {}
        mapping = Mapping(entries, keys, self.at + self.shift, column + 1)
        first = True
        while first or self.indent == column:
            line = self.lines[self.at]
            match = _LINE.match(line, column)
            if match is None or match[1] or match[2] or match[3] is None or match[3] in entries:
                raise _OddError
            name = match[3]
            keys[name] = plain_scalar(name, self.at + self.shift, column + 1)
            entries[name] = self.value(line, match.start(4), column) if match[4] else self.below(match.end(3), column, depth)
            first = False
        if self.indent > column or (self.indent > indent and column != indent):
            raise _OddError
        return mapping

    def below(self, colon: int, column: int, depth: int) -> Value:
        """Return what stands under a key without a value on its line, or the empty text that stands right behind its colon."""
        line = self.at + self.shift
        indent = self.go_to(self.at + 1)
        if indent > column or (indent == column and self.lines[self.at].startswith("- ", indent)):
            return self.block(indent, depth + 1)
        return plain_scalar("", line, colon + 2)

    def value(self, line: str, start: int, column: int) -> Value:
        if line[start] == "|":
            return self.literal(line[start:], column)
        return self.inline(line, start, column)

    def inline(self, line: str, start: int, column: int) -> Value:
        """Return the value that ends with its line; a deeper line after it would be its continuation, and is odd."""
        number = self.at + self.shift
        first = line[start]
        if first in "{[":
            value, end = self.flow(line, start, number, 0)
            if end != len(line):
                raise _OddError
        elif first in "\"'":
            match = _QUOTED.fullmatch(line, start)
            if match is None:
                raise _OddError
            value = Scalar(match[1] if match[2] is None else match[2], number, start + 2, quoted=True)
        else:
            match = _SCALAR.fullmatch(line, start)
            if match is None or line[-1] in " :":
                raise _OddError
            value = plain_scalar(match[0], number, start + 1)
        if self.go_to(self.at + 1) > column:
            raise _OddError
        return value

    def literal(self, header: str, column: int) -> Scalar:
        """Return a literal block, one newline at its end (none after ``|-``)."""
        if header not in ("|", "|-"):
            raise _OddError
        lines, first = self.lines, self.at + 1
        if first == len(lines) or not lines[first].strip():
            raise _OddError
        indent = len(lines[first]) - len(lines[first].lstrip(" "))
        if indent <= column:
            raise _OddError
        margin = " " * indent
        end = first
        while end < len(lines) and (lines[end].startswith(margin) or not lines[end].strip()):
            end += 1
        if end < len(lines) and len(lines[end]) - len(lines[end].lstrip(" ")) > column:
            raise _OddError
        text = "\n".join([line[indent:] for line in lines[first:end]]).rstrip("\n")
        if not text.split("\n")[-1].strip():
            raise _OddError
        self.go_to(end)
        return Scalar(text if header == "|-" else text + "\n", first + self.shift, indent + 1, block=True)

    def flow(self, line: str, start: int, number: int, depth: int) -> tuple[Value, int]:
        """Return the group or list that opens at ``start``, and where it ends."""
        if depth > _DEEPEST:
            raise _OddError
        if line[start] == "{":
            end = line.find("}", start) + 1
            row = _row(line, start, end, number)
            if row is not None:
                return row, end
        return self.nested(line, start, number, depth)

    def nested(self, line: str, start: int, number: int, depth: int) -> tuple[Value, int]:
        """Return a group or a list of whatever it holds, and where it ends."""
        grouped = line[start] == "{"
        close = "}" if grouped else "]"
        entries: dict[str, Value] = {}
        keys: dict[str, Scalar] = {}
        items: list[Value] = []
        at = start + 1
        while True:
            match = _FLOW.match(line, at)
            if match is None or match["open" if grouped else "key"] or (match["key"] is None) is grouped or match["close"]:
                raise _OddError
            text = match["text"]
            at = match.end()
            if text is not None:
                value: Value = plain_scalar(text.rstrip(" "), number, match.start("text") + 1)
            elif match["quoted"]:
                value = Scalar(match["quoted"][1:-1], number, match.start("quoted") + 2, quoted=True)
            elif line[at - 1] in "{[" and match["open"]:
                value, at = self.flow(line, at - 1, number, depth + 1)
            else:
                value, at = self.flow(line, at, number, depth + 1)
            if grouped:
                name = match["key"]
                if name in entries:
                    raise _OddError
                entries[name] = value
                keys[name] = plain_scalar(name, number, match.start("key") + 1)
            else:
                items.append(value)
            if line.startswith(", ", at):
                at += 2
            elif line.startswith(close, at):
                made: Value = Mapping(entries, keys, number, start + 1) if grouped else Sequence(items, number, start + 1)
                return made, at + 1
            else:
                raise _OddError


def _row(line: str, start: int, end: int, number: int) -> Row | None:
    """Return the row that stands between ``start`` and ``end``, or None where it holds other things than texts."""
    count = line.count(": ", start, end)
    match = _row_of(count).fullmatch(line, start, end) if count and end - start <= LONGEST_ROW else None
    if match is None:
        return None
    names_and_texts = match.groups()
    labels = _labels(names_and_texts[::2])
    return None if labels is None else Row(labels, names_and_texts[1::2], number, start + 1)


@lru_cache(maxsize=LONGEST_ROW)
def _row_of(count: int) -> re.Pattern[str]:
    """Return what finds the keys and the texts of a row with so many of them; whether the keys are sound, it does not ask."""
    pair = rf"([^:,]+): ({_TEXT})(?<! )"
    return re.compile(rf"\{{{', '.join([pair] * count)}\}}")


@lru_cache(maxsize=1 << 12)
def _labels(names: tuple[str, ...]) -> Labels | None:
    """Return the keys of a row, the same object for the same keys, or None where one is unsound or stands there twice."""
    return Labels(names) if len(set(names)) == len(names) and all(map(_SOUND_KEY.fullmatch, names)) else None
