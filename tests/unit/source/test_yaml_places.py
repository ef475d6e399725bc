"""Every value of a YAML text knows the line and column of its first character."""

from __future__ import annotations

import pytest

from generator.source.values import Mapping, Scalar, Sequence, Value
from generator.source.yaml_file import read_yaml


def read(text: str, first_line: int = 1) -> Mapping:
    mapping, flaws = read_yaml("a.yml", text, first_line)
    assert flaws == []
    assert mapping is not None
    return mapping


def scalar(text: str, *steps: str | int) -> Scalar:
    value: Value = read(text)
    for step in steps:
        if isinstance(step, str):
            assert isinstance(value, Mapping)
            value = value.entries[step]
        else:
            assert isinstance(value, Sequence)
            value = value.items[step]
    assert isinstance(value, Scalar)
    return value


@pytest.mark.parametrize(
    ("text", "steps", "line", "column", "value"),
    [
        ("年度: 2026", ("年度",), 1, 5, "2026"),
        ("a: 1\n\n标题:   档案馆", ("标题",), 3, 7, "档案馆"),
        ("标题:\n  档案馆", ("标题",), 2, 3, "档案馆"),
        ('标题: "档案馆"', ("标题",), 1, 6, "档案馆"),
        ("标题: '档案馆'", ("标题",), 1, 6, "档案馆"),
        ('标题: ""', ("标题",), 1, 6, ""),
        ("收入:\n  合计: 5\n  上年: 4", ("收入", "上年"), 3, 7, "4"),
        ("- a", (0,), 1, 3, "a"),
        ("项目:\n  - 名称: 甲\n  - 名称: 乙", ("项目", 1, "名称"), 3, 9, "乙"),
        ("项目:\n- - 甲\n  - 乙", ("项目", 0, 1), 3, 5, "乙"),
        ("收入: {合计: 5, 上年: 4}", ("收入", "上年"), 1, 17, "4"),
        ("收入: {\n  合计: 5,\n  上年: 4\n}", ("收入", "上年"), 3, 7, "4"),
        ("目标: [一, 二]", ("目标", 1), 1, 9, "二"),
        ("标题: 😀 档案", ("标题",), 1, 5, "😀 档案"),
        ("😀: 😀\n甲😀: 乙", ("甲😀",), 2, 5, "乙"),
        ("说明: |\n  第一行\n  第二行\n", ("说明",), 2, 3, "第一行\n第二行\n"),
        ("说明: |\n\n    第二行\n", ("说明",), 2, 5, "\n第二行\n"),
        ("说明: |-  # 注释\n   第一行", ("说明",), 2, 4, "第一行"),
        ("说明: >\n  折行\n  文字\n", ("说明",), 1, 5, "折行 文字\n"),
        ("项目:\n  - 说明: |\n      第一行\n", ("项目", 0, "说明"), 3, 7, "第一行\n"),
    ],
)
def test_a_scalar_stands_at_its_first_character(text: str, steps: tuple[str | int, ...], line: int, column: int, value: str) -> None:
    if steps[0] == 0:
        text, steps = f"列表:\n{text}", ("列表", *steps)
        line += 1
    found = scalar(text, *steps)
    assert (found.line, found.column, found.text) == (line, column, value)


def test_a_key_knows_its_own_place() -> None:
    mapping = read("年度: 2026\n\n\"标题\": 甲\n'状态': 乙\n")
    assert [(key.line, key.column) for key in mapping.keys.values()] == [(1, 1), (3, 2), (4, 2)]


def test_groups_and_lists_stand_at_their_first_entry() -> None:
    mapping = read("收入:\n  合计: 5\n项目:\n  - 甲\n支出: {合计: 5}\n")
    places = {name: (value.line, value.column) for name, value in mapping.entries.items()}
    assert places == {"收入": (2, 3), "项目": (4, 3), "支出": (5, 5)}


def test_front_matter_counts_lines_of_its_file() -> None:
    value = read("年度: 2026\n说明: |\n  甲\n", first_line=2).entries["说明"]
    assert (value.line, value.column) == (4, 3)


@pytest.mark.parametrize("text", ["010", "30.10", "yes", "null", "~", "2026-01-01", "0x1F", "1e3", "1_000", "12:30:45", ".inf", "2,220.42"])
def test_every_scalar_stays_the_text_that_was_typed(text: str) -> None:
    assert scalar(f"甲: {text}", "甲").text == text


@pytest.mark.parametrize(
    ("text", "block", "folded"),
    [
        ("甲: 一行", False, False),
        ("甲: '一行'", False, False),
        ("甲: |\n  一行\n", True, False),
        ("甲: >\n  一行\n", False, True),
        ("甲: 两\n  行\n", False, True),
        ('甲: "两\n  行"\n', False, True),
        ('甲: "换\\n行"\n', False, True),
        ("甲: '引''号'\n", False, True),
    ],
)
def test_a_scalar_tells_whether_it_is_written_as_it_reads(text: str, *, block: bool, folded: bool) -> None:
    found = scalar(text, "甲")
    assert (found.block, found.folded) == (block, folded)


def test_what_is_sound_is_read_although_another_part_is_not() -> None:
    mapping, flaws = read_yaml("a.yml", '年度: 2026\n标题: "没有闭合\n收入:\n  合计: 5\n')
    assert mapping is not None
    assert list(mapping.entries) == ["年度", "收入"]
    assert [(flaw.code, flaw.place.line) for flaw in flaws] == [("SRC-003", 2)]


def test_the_first_of_two_equal_keys_is_kept() -> None:
    mapping, flaws = read_yaml("a.yml", "年度: 2026\n年度: 2025\n")
    assert mapping is not None
    assert isinstance(value := mapping.entries["年度"], Scalar)
    assert (value.text, [flaw.code for flaw in flaws]) == ("2026", ["SRC-007"])
