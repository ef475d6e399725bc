"""Why a YAML text cannot be read, in a clerk's words: what slips happen, where, and how to mend them."""

from __future__ import annotations

import re
from itertools import zip_longest
from typing import TYPE_CHECKING

from generator.source.flaw import Flaw
from generator.source.place import Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    import yaml

    from generator.source.values import Scalar

_BLOCK_OPENS = re.compile(r"(?:^|[:\-] +)[|>][+\-0-9]*\s*(?:#.*)?$")
_KEY = r"^(?P<indent>\s*)(?:- +)*(?P<key>[^\s#'\"：:,\[\]{}|>][^：:'\"]{0,29}?)\s*"
_VALUE = r"(?:^ *- +|: +)(?:- +)*"
_FULL_WIDTH_COLON = re.compile(_KEY + r"(?P<mark>：)")
_COLON_WITHOUT_BLANK = re.compile(_KEY + r"(?P<mark>:)(?=[^\s:/\\])")
_ODD_BLANK = re.compile("^[ -]*(?P<mark>[\u3000\u00a0\u2002-\u200a])")
_TAB = re.compile(r"^[ -]*(?P<mark>\t)")
_ODD_DASH = re.compile(r"^ *(?P<mark>[－—–•·])\s*\S")
_DASH_WITHOUT_BLANK = re.compile(r"^ *(?P<mark>-)(?=[^\s\-0-9])")
_DASH_AS_VALUE = re.compile(r": +(?P<mark>-)(?=\s|$)")
_MARKED_VALUE = re.compile(_VALUE + r"(?P<mark>[%@`*&!]|[>|](?=[^\s+\-0-9]|[+\-0-9]+[^\s+\-0-9]))")
_AFTER_BRACKET = re.compile(_VALUE + r"(?P<mark>\[)[^\[\]]*\]\s*[^\s,#\]}:]")
_AFTER_QUOTE = re.compile(_VALUE + r"(?P<mark>[\"'])(?:(?!(?P=mark)).)*(?P=mark)\s*[^\s,#\]}:\"']")
_FULL_WIDTH_COMMA = re.compile(r"\{[^{}，]*(?P<mark>，)[^{}，,:]*:\s")

_QUOTE_IT = "请给整段文字加上半角双引号。"
_SLIPS = (
    (_TAB, "SRC-005", "行首有制表符（Tab）", "请把制表符换成空格，每一层缩进两个空格。"),
    (_ODD_BLANK, "SRC-005", "行首有全角空格或特殊空格", "请换成普通空格，每一层缩进两个空格。"),
    (_FULL_WIDTH_COLON, "SRC-006", "“{key}”后面是全角冒号“：”", "请改成半角冒号加一个空格：“{key}: ”。"),
    (_COLON_WITHOUT_BLANK, "SRC-006", "“{key}”的冒号后面没有空格", "请在冒号后面加一个空格：“{key}: ”。"),
    (_ODD_DASH, "SRC-006", "列表的行首是“{mark}”，不是半角减号", "请改成半角减号加一个空格：“- ”。"),
    (_DASH_WITHOUT_BLANK, "SRC-006", "列表的“-”后面没有空格", "请在“-”后面加一个空格：“- ”。"),
    (_FULL_WIDTH_COMMA, "SRC-006", "花括号里有全角逗号“，”", "请改成半角逗号加一个空格：“, ”；逗号是正文的，给那段文字加上半角双引号。"),
    (_DASH_AS_VALUE, "SRC-013", "冒号后面不能直接写“-”", "没有数据请留空，或者写“——”；是文字的，加上半角双引号。"),
    (_MARKED_VALUE, "SRC-013", "文字不能以“{mark}”开头", _QUOTE_IT),
    (_AFTER_BRACKET, "SRC-013", "文字不能以“[”开头", _QUOTE_IT),
    (_AFTER_QUOTE, "SRC-013", "引号后面还有文字", "正文里的引号请用“”；或者给整段文字加上单引号。"),
)
# Words of the parser's complaint, the first that fit counting; whether the fault stands where something was opened.
_COMPLAINTS = (
    (("escape",), "SRC-013", False, "双引号里的反斜杠“\\”有特殊含义", "请改用单引号，或者写成“\\\\”。"),
    (("quoted scalar",), "SRC-003", True, "引号没有闭合，文件可能被截断", "请补上另一半引号；正文里的引号请用“”。"),
    (("flow", "',' or"), "SRC-003", True, "括号没有闭合，文件可能被截断", "请补上“}”或“]”；正文里有括号、逗号的，给整段文字加上引号。"),
    ((), "SRC-006", True, "这一行没有冒号，文件可能被截断", "请写成“键: 值”，冒号是半角的，后面有一个空格。"),
    (
        ("mapping values are not allowed",),
        "SRC-013",
        False,
        "这里不应当出现冒号",
        "文字里有“: ”的，请给整段加上半角双引号；或者检查这一行和上一行的缩进。",
    ),
    (
        ("block mapping", "block collection", "block sequence"),
        "SRC-013",
        False,
        "缩进与上一行对不齐",
        "同一层的各行要从同一列开始，每深一层多缩进两个空格。",
    ),
)
_SLIPS_OF_KEYS = tuple(slip for slip in _SLIPS if slip[0] in (_ODD_BLANK, _ODD_DASH))
# A list may well hold “第一：…” as text; it is a slip where more keys follow below.
_INNOCENT_ALONE = (_FULL_WIDTH_COLON, _COLON_WITHOUT_BLANK)


def faults(path: str, text: str, first_line: int, error: yaml.YAMLError) -> list[Flaw]:
    """Return why the parser stopped: the slips that are seen line by line, and its own complaint where no slip explains it."""
    flaws = suspects(path, text, first_line)
    complaint = explain(path, text, first_line, error)
    if not any(abs(flaw.place.line - complaint.place.line) <= 1 for flaw in flaws):
        flaws.append(complaint)
    return sorted(flaws, key=lambda flaw: flaw.place)


_MOST_KEYS = 4096


def suspects(path: str, text: str, first_line: int) -> list[Flaw]:
    """Return the slips that a line-by-line look finds, outside block texts. Asked only when a text could not be read."""
    flaws = []
    lines = list(_lines_outside_blocks(text))
    for (number, line), (_, below) in zip_longest(lines, lines[1:], fillvalue=(0, "")):
        for pattern, code, message, cure in _SLIPS:
            match = pattern.search(line)
            if match is None or (pattern is _FULL_WIDTH_COLON and re.search(r":(\s|$)", line)):
                continue
            if pattern in _INNOCENT_ALONE and line.lstrip().startswith("- ") and not _stands_under(below, match.start("key")):
                continue
            flaws.append(_slip(Place(path, first_line + number, match.start("mark") + 1), code, message, cure, match))
            break
    return flaws


def is_sound_key(text: str, known: set[str]) -> bool:
    """Return whether a key's text gives no cause for suspicion; ``known`` remembers those that do not."""
    sound = not any(pattern.search(text) for pattern, *_ in _SLIPS_OF_KEYS)
    if sound and len(known) < _MOST_KEYS:
        known.add(text)
    return sound


def slip_of_key(path: str, key: Scalar) -> Flaw | None:
    """Return what is wrong with a key that the parser let pass, though it begins with a blank or a dash of the wrong kind."""
    for pattern, code, message, cure in _SLIPS_OF_KEYS:
        match = pattern.search(key.text)
        if match is not None and not key.quoted:
            return _slip(Place(path, key.line, key.column), code, message, cure, match)
    return None


def _slip(place: Place, code: str, message: str, cure: str, match: re.Match[str]) -> Flaw:
    words = match.groupdict()
    return Flaw(code, place, message.format(**words), cure.format(**words))


def _stands_under(line: str, column: int) -> bool:
    return len(line) - len(line.lstrip()) == column and line.strip() != ""


def _lines_outside_blocks(text: str) -> Iterator[tuple[int, str]]:
    """Yield (number from 0, line) of every line that is YAML and not the inside of a block text or a comment."""
    block_indent: int | None = None
    for number, line in enumerate(text.split("\n")):
        stripped = line.strip()
        indent = len(line) - len(line.lstrip(" "))
        if block_indent is not None:
            if not stripped or indent > block_indent:
                continue
            block_indent = None
        if not stripped or stripped.startswith("#"):
            continue
        yield number, line
        if _BLOCK_OPENS.search(line):
            block_indent = indent


def explain(path: str, text: str, first_line: int, error: yaml.YAMLError) -> Flaw:
    """Return the parser's complaint as a flaw; a text that ends too early is called cut off."""
    problem = f"{getattr(error, 'context', '') or ''} {getattr(error, 'problem', '') or ''}"
    mark = getattr(error, "problem_mark", None)
    start = getattr(error, "context_mark", None)
    if mark is None:
        return Flaw("SRC-013", Place(path, first_line, 1), "这一段写法有误", "请对照样例检查缩进、冒号和引号。")
    lines = text.rstrip("\n").split("\n")
    line = min(mark.line, len(lines) - 1)
    at_end = mark.line >= len(lines) or (mark.line == len(lines) - 1 and mark.column >= len(lines[-1]))
    place = Place(path, first_line + line, (mark.column if mark.line == line else len(lines[line])) + 1)
    opened = Place(path, first_line + start.line, start.column + 1) if start is not None else place
    unfinished = "could not find expected ':'" in problem or ("simple key" in problem and at_end)
    for words, code, at_opening, message, cure in _COMPLAINTS:
        if any(word in problem for word in words) or (unfinished and not words):
            return Flaw(code, opened if at_opening else place, message, cure)
    return Flaw("SRC-013", place, "这里的写法有误", "请对照样例检查缩进、冒号和引号；文字里有特殊符号的，加上半角双引号。")
