"""YAML becomes values with places. YAML decides nothing: every scalar stays the text that was typed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import yaml

from generator.source.flaw import Flaw
from generator.source.place import Place
from generator.source.plain_yaml import read_plain
from generator.source.values import Mapping, Scalar, Sequence, Value, plain_scalar
from generator.source.yaml_faults import explain, faults, is_sound_key, slip_of_key, suspects

if TYPE_CHECKING:
    from collections.abc import Iterator

# The C parser is ten times faster; a Python built without it still reads the same files.
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
DEEPEST = 16
"""Levels of nesting; the official form needs six."""

_MOST_FLAWS = 200
_MAPPING_END, _SEQUENCE_END = yaml.MappingEndEvent, yaml.SequenceEndEvent
_NO_KEY = Scalar("", 0, 0)
# Labels that have been looked at already; the same few hundred head every file.
_SOUND_KEYS: set[str] = set()
_INDENTED_HEADER = re.compile(r"[|>][+-]?[0-9]")
_CLOSE_COMMENT = re.compile(r"[ \t]#[^\s#]")
_LOST_IN_COMMENT = re.compile(r"[ \t]+(#[^\s#].{0,20})")


def read_yaml(path: str, text: str, first_line: int = 1) -> tuple[Mapping | None, list[Flaw]]:
    """Return the mapping that ``text`` holds and the flaws found; with a flaw of syntax, the mapping is what could be read.

    ``first_line`` is the line on which the text begins in its file (front matter begins on line 2).
    None is returned where the text is no mapping at all.
    """
    plain = read_plain(text, first_line)
    return (plain, []) if plain is not None else read_with_parser(path, text, first_line)


def read_with_parser(path: str, text: str, first_line: int = 1) -> tuple[Mapping | None, list[Flaw]]:
    """Return what :func:`read_yaml` returns, by the parser alone: the measure of what the plain reading takes upon itself."""
    try:
        return _Composer(path, text, first_line).compose()
    except yaml.YAMLError as error:
        return _read_block_by_block(path, text, first_line, error)


def _read_block_by_block(path: str, text: str, first_line: int, error: yaml.YAMLError) -> tuple[Mapping | None, list[Flaw]]:
    """Read each top-level entry apart, so that one slip does not hide the next one."""
    whole = _Composer(path, text, first_line)
    whole.enter(Mapping({}, {}, first_line, 1))
    for start, block in _top_level_blocks(text):
        if len(whole.flaws) > _MOST_FLAWS:
            break
        line = first_line + start
        try:
            part, found = _Composer(path, block, line).compose()
        except yaml.YAMLError as block_error:
            whole.flaws += faults(path, block, line, block_error)
            continue
        whole.flaws += found
        for key, value in zip(part.keys.values(), part.entries.values(), strict=True) if part else ():
            whole.put(key)
            whole.put(value)
    mapping, flaws = whole.result()
    return (mapping if mapping and mapping.entries else None), flaws or [explain(path, text, first_line, error)]


def _top_level_blocks(text: str) -> Iterator[tuple[int, str]]:
    lines = text.split("\n")
    starts = [number for number, line in enumerate(lines) if line[:1].strip() and not line.startswith(("#", "-", "]", "}"))]
    starts = sorted({0, *starts})
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        if any(line.strip() and not line.startswith(("#", "---")) for line in lines[start:end]):
            yield start, "\n".join(lines[start:end])


class _Composer:
    """Builds values from the parser's events, without recursion, so that no nesting can exhaust the stack."""

    def __init__(self, path: str, text: str, first_line: int) -> None:
        self.path = path
        self.text = text
        self.lines: list[str] | None = None
        self.may_lose_text = _CLOSE_COMMENT.search(text) is not None
        self.shift = first_line
        self.flaws: list[Flaw] = []
        self.root: Value | None = None
        # Open containers, outermost first, each mapping with the key that waits for its value.
        self.open: list[Mapping | Sequence] = []
        self.waiting: list[Scalar | None] = []

    def compose(self) -> tuple[Mapping | None, list[Flaw]]:  # noqa: C901, PLR0912 - split, it takes half as long again
        """Return what the text holds; raises :class:`yaml.YAMLError` where it is no YAML."""
        # A third of a build is spent in this loop: a plain scalar, which nearly all are, is put in its place right here.
        next_event, shift, opened, waiting = _LOADER(self.text).get_event, self.shift, self.open, self.waiting
        sure, sound, is_scalar, is_mapping = not self.may_lose_text, _SOUND_KEYS, yaml.ScalarEvent, Mapping
        documents = 0
        while True:
            event = next_event()
            kind = type(event)
            if kind is is_scalar:
                mark = event.start_mark
                line = mark.line
                if event.style or not sure or event.anchor is not None or event.tag is not None or event.end_mark.line != line:
                    self.refuse_marks(event)
                    value = self.scalar(event)
                else:
                    value = plain_scalar(event.value, line + shift, mark.column + 1)
                container = opened[-1] if opened else None
                if type(container) is is_mapping:
                    key = waiting[-1]
                    text = value[0]
                    if key is None:
                        if text in sound and text not in container.keys:
                            waiting[-1] = value
                            continue
                    elif key is not _NO_KEY and key[0] not in container.entries:
                        waiting[-1] = None
                        container.entries[key[0]] = value
                        container.keys[key[0]] = key
                        continue
                self.put(value)
            elif kind is _MAPPING_END or kind is _SEQUENCE_END:
                opened.pop()
                waiting.pop()
            elif kind is yaml.StreamEndEvent:
                return self.result()
            elif kind is yaml.DocumentStartEvent:
                documents += 1
                if documents > 1:
                    self.flaw("SRC-011", event, "一个文件里只能有一份内容", "请删除中间的“---”行，或者拆成两个文件。")
                    return self.result()
            else:
                self.structure(event, kind)
                if len(opened) > DEEPEST:
                    self.flaw("SRC-010", event, f"嵌套超过 {DEEPEST} 层", "请检查缩进和括号；公开文本用不到这么深的层次。")
                    return self.result()

    def structure(self, event: Any, kind: type[yaml.Event]) -> None:
        """Open a group or a list, and refuse a reference to one."""
        if kind is yaml.MappingStartEvent:
            self.refuse_marks(event)
            self.enter(Mapping({}, {}, event.start_mark.line + self.shift, event.start_mark.column + 1))
        elif kind is yaml.SequenceStartEvent:
            self.refuse_marks(event)
            self.enter(Sequence([], event.start_mark.line + self.shift, event.start_mark.column + 1))
        elif kind is yaml.AliasEvent:
            cure = "请把内容照抄一遍，每个数字都要看得见；如果这是正文里的“*”，请给整段文字加上引号。"
            self.flaw("SRC-008", event, f"不能用引用“*{event.anchor}”", cure)
            self.leave_out()

    def result(self) -> tuple[Mapping | None, list[Flaw]]:
        if isinstance(self.root, Mapping):
            return self.root, self.flaws
        if isinstance(self.root, Sequence) and not self.flaws:
            place = Place(self.path, self.root.line, self.root.column)
            self.flaws.append(Flaw("SRC-009", place, "文件应当是一组“键: 值”，却写成了列表", "请去掉行首的“- ”或者外面的方括号。"))
        if not self.flaws:
            self.flaws += suspects(self.path, self.text, self.shift) or [
                Flaw("SRC-009", Place(self.path, self.shift, 1), "文件里没有“键: 值”的内容", "请按样例逐行填写，如“年度: 2026”。")
            ]
        return None, self.flaws

    def put(self, value: Value) -> None:
        if not self.open:
            self.root = self.root or value
            return
        container = self.open[-1]
        if isinstance(container, Sequence):
            container.items.append(value)
            return
        key = self.waiting[-1]
        if key is not None:
            self.waiting[-1] = None
            if key is not _NO_KEY and key.text not in container.entries:
                container.entries[key.text] = value
                container.keys[key.text] = key
        elif isinstance(value, Scalar):
            self.waiting[-1] = value
            earlier = container.keys.get(value.text)
            slip = None if is_sound_key(value.text, _SOUND_KEYS) else slip_of_key(self.path, value)
            if slip is not None:
                self.flaws.append(slip)
                self.waiting[-1] = _NO_KEY
            elif earlier is not None:
                message = f"“{value.text}”重复了，第 {earlier.line} 行已经有一个"
                self.flaws.append(Flaw("SRC-007", self.at(value), message, "请删去一个，或者把两处内容合并。"))
        else:
            place = Place(self.path, value.line, value.column)
            self.flaws.append(Flaw("SRC-009", place, "冒号前面只能是文字", "请去掉冒号前面的括号。"))
            self.waiting[-1] = _NO_KEY

    def leave_out(self) -> None:
        """Go on as if what stands here had not been written, be it a key, a value or an entry of a list."""
        if self.open and isinstance(self.open[-1], Mapping):
            self.waiting[-1] = _NO_KEY if self.waiting[-1] is None else None

    def enter(self, container: Mapping | Sequence) -> None:
        self.put(container)
        self.open.append(container)
        self.waiting.append(None)

    def scalar(self, event: Any) -> Scalar:
        mark, end = event.start_mark, event.end_mark
        self.refuse_lost_text(event)
        if event.style == "|":
            column = self.indentation(mark.line + 1)
            return Scalar(event.value, mark.line + 1 + self.shift, column + 1, block=True)
        if event.style in ("'", '"'):
            as_read = mark.line == end.line and end.column - mark.column == len(event.value) + 2
            return Scalar(event.value, mark.line + self.shift, mark.column + 2, quoted=True, folded=not as_read)
        folded = event.style == ">" or mark.line != end.line
        return Scalar(event.value, mark.line + self.shift, mark.column + 1, folded=folded)

    def refuse_lost_text(self, event: Any) -> None:
        """Refuse what YAML would drop without a word: “>5” is a header to it, and “ #1” a comment."""
        if event.style in ("|", ">"):
            header = self.line_at(event.start_mark.line)[event.start_mark.column :]
            if _INDENTED_HEADER.match(header):
                self.flaw("SRC-013", event, f"文字不能以“{header[0]}”开头", "请给整段文字加上半角双引号。")
        elif self.may_lose_text:
            end = event.end_mark
            lost = _LOST_IN_COMMENT.match(self.line_at(end.line), end.column)
            if lost is not None:
                place = Place(self.path, end.line + self.shift, lost.start(1) + 1)
                cure = "是正文的，请给整段文字加上半角双引号；是注释的，请在“#”后面加一个空格。"
                self.flaws.append(Flaw("SRC-013", place, f"“{lost[1]}”会被当作注释而丢掉", cure))

    def line_at(self, number: int) -> str:
        if self.lines is None:
            self.lines = self.text.split("\n")
        return self.lines[number] if number < len(self.lines) else ""

    def indentation(self, line: int) -> int:
        """Return how far the first line with text from ``line`` on is indented."""
        if self.lines is None:
            self.lines = self.text.split("\n")
        while line < len(self.lines) and not self.lines[line].strip():
            line += 1
        return len(self.lines[line]) - len(self.lines[line].lstrip(" ")) if line < len(self.lines) else 0

    def refuse_marks(self, event: Any) -> None:
        if event.anchor is not None:
            self.flaw("SRC-008", event, f"不能用锚点“&{event.anchor}”", "请删去它；如果这是正文里的“&”，请给整段文字加上引号。")
        if getattr(event, "tag", None) is not None:
            written = self.line_at(event.start_mark.line)[event.start_mark.column :].split(" ")[0]
            self.flaw("SRC-008", event, f"不能用标签“{written[:20]}”", "请删去它；如果这是正文里的“!”，请给整段文字加上引号。")

    def flaw(self, code: str, event: Any, message: str, cure: str) -> None:
        place = Place(self.path, event.start_mark.line + self.shift, event.start_mark.column + 1)
        self.flaws.append(Flaw(code, place, message, cure))

    def at(self, scalar: Scalar) -> Place:
        return Place(self.path, scalar.line, scalar.column)
