"""Markdown becomes front matter and sections with places; what stands in a section is not looked at here."""

from __future__ import annotations

import re

from generator.source.flaw import Flaw
from generator.source.place import Place
from generator.source.values import Mapping, MarkdownFile, Scalar, Section
from generator.source.yaml_file import read_yaml

_HEADING = re.compile(r"^(?P<marks>#{1,6})[ \t]+(?P<text>.*)$")
_MEANT_AS_HEADING = re.compile(r"^[ \u3000]*(?P<marks>[#＃]{1,6})[ \t\u3000]*(?P<text>.*)$")
_FENCE = re.compile(r"^ {0,3}(`{3,}|~{3,})(?P<info>[^`]*)$")
_SLIPS = (
    (re.compile(r"^#{1,6}[^# \t]"), "标题的“#”后面没有空格", "请在“#”后面加一个半角空格，如“## 部门职责”。"),
    (re.compile(r"^[#＃]*＃"), "标题的“＃”是全角的", "请用半角“#”，并在后面加一个空格，如“## 部门职责”。"),
    (re.compile(r"^[ \u3000]{1,3}#{1,6}[ \t]"), "标题的“#”前面有空格", "请删去行首的空格；标题要从第一列开始。"),
    (re.compile(r"^#{1,6}[ \t]*$"), "标题没有文字", "请写上标题，或者删去这一行。"),
)


def read_markdown(path: str, text: str) -> tuple[MarkdownFile | None, list[Flaw]]:
    """Return front matter and sections, with the flaws found; None where there is no front matter to begin with."""
    lines = text.split("\n")
    if lines[0].rstrip() != "---":
        place = Place(path, 1, 1)
        cure = "请在第一行写“---”，接着写“年度: ”等各项，再用一行“---”结束，然后写正文。"
        return None, [Flaw("SRC-014", place, "文件开头没有“---”", cure)]
    end = next((number for number, line in enumerate(lines[1:], 1) if line.rstrip() in ("---", "...")), None)
    if end is None:
        return None, [Flaw("SRC-014", Place(path, 1, 1), "开头的“---”没有结束，文件可能被截断", "请在各项之后另起一行写“---”。")]
    mapping, flaws = read_yaml(path, "\n".join(lines[1:end]), first_line=2)
    sections, section_flaws = _sections(path, lines, end + 1)
    return MarkdownFile(mapping or Mapping.empty(), sections), flaws + section_flaws


def _sections(path: str, lines: list[str], first: int) -> tuple[list[Section], list[Flaw]]:
    headings, flaws = _headings(path, lines, first)
    starts = [(first - 1, None), *headings]
    ends = [number for number, _ in headings] + [len(lines)]
    sections = []
    for (start, match), stop in zip(starts, ends, strict=True):
        body = _body(lines, start + 1, stop)
        if match is not None:
            heading = Scalar(_without_closing_marks(match["text"]), start + 1, match.start("text") + 1)
            sections.append(Section(len(match["marks"]), heading, body))
        elif body.text:
            flaws.append(Flaw("SRC-014", Place(path, body.line, 1), "这些文字不属于任何一节", "请在前面加上标题，如“## 部门职责”。"))
    return sections, flaws


def _without_closing_marks(heading: str) -> str:
    text = heading.rstrip()
    bare = text.rstrip("#")
    return bare.rstrip() if bare[-1:] in ("", " ", "\t") else text


def _headings(path: str, lines: list[str], first: int) -> tuple[list[tuple[int, re.Match[str] | None]], list[Flaw]]:
    """Return the lines outside code that are headings or were meant to be, None standing for one without text."""
    headings: list[tuple[int, re.Match[str] | None]] = []
    flaws: list[Flaw] = []
    fence, opened = "", first
    for number in range(first, len(lines)):
        line = lines[number]
        mark = _FENCE.match(line)
        if mark and not fence:
            fence, opened = mark[1], number
        elif mark and mark[1].startswith(fence) and not mark["info"].strip():
            fence = ""
        if fence:
            continue
        slip = next(((message, cure) for pattern, message, cure in _SLIPS if pattern.match(line)), None)
        heading = _HEADING.match(line)
        if slip is not None:
            flaws.append(Flaw("SRC-006", Place(path, number + 1, 1), *slip))
            heading = _MEANT_AS_HEADING.match(line)
        if heading is not None:
            headings.append((number, heading if heading["text"] else None))
    if fence:
        place = Place(path, opened + 1, 1)
        flaws.append(Flaw("SRC-003", place, f"“{fence[:20]}”没有结束，文件可能被截断", f"请在这一段之后补上一行“{fence[:20]}”。"))
    return headings, flaws


def _body(lines: list[str], start: int, stop: int) -> Scalar:
    """Return the lines without the blank ones around them, as text that stands at column 1."""
    while start < stop and not lines[start].strip():
        start += 1
    while stop > start and not lines[stop - 1].strip():
        stop -= 1
    return Scalar("\n".join(lines[start:stop]), start + 1, 1, block=True)


def joined(sections: list[Section]) -> Scalar:
    """Return sections as one text again, headings included, each line where it stood."""
    pieces = [(sections[0].body.line, sections[0].body.text)]
    for section in sections[1:]:
        marks = ("#" * section.level).ljust(section.heading.column - 1)
        pieces += [(section.heading.line, marks + section.heading.text), (section.body.line, section.body.text)]
    pieces = [(line, piece) for line, piece in pieces if piece]
    start = pieces[0][0] if pieces else sections[0].heading.line
    text: list[str] = []
    for line, piece in pieces:
        text.extend([""] * (line - start - len(text)))
        text.extend(piece.split("\n"))
    return Scalar("\n".join(text), start, 1, block=True)
