"""CSV becomes rows whose cells know where their text stands."""

from __future__ import annotations

import pytest

from generator.source.csv_file import read_csv
from generator.source.values import Mapping, Scalar


def rows(text: str) -> list[Mapping]:
    sequence, flaws = read_csv("a.csv", text)
    assert flaws == []
    assert sequence is not None
    return [row for row in sequence.items if isinstance(row, Mapping)]


def cells(row: Mapping) -> list[tuple[str, int, int]]:
    return [(cell.text, cell.line, cell.column) for cell in row.entries.values() if isinstance(cell, Scalar)]


def test_a_row_is_keyed_by_the_header() -> None:
    (row,) = rows("甲,乙\n1,2\n")
    assert list(row.entries) == ["甲", "乙"]
    assert [(key.line, key.column) for key in row.keys.values()] == [(1, 1), (1, 3)]
    assert (row.line, row.column) == (2, 1)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("1,2,3", [("1", 2, 1), ("2", 2, 3), ("3", 2, 5)]),
        (",,3", [("", 2, 1), ("", 2, 2), ("3", 2, 3)]),
        ('"1","2",3', [("1", 2, 2), ("2", 2, 6), ("3", 2, 9)]),
        ('"2,220.42",2,3', [("2,220.42", 2, 2), ("2", 2, 12), ("3", 2, 14)]),
        ('"他说""好""",2,3', [('他说"好"', 2, 2), ("2", 2, 11), ("3", 2, 13)]),
        ('a"b,2,3', [('a"b', 2, 1), ("2", 2, 5), ("3", 2, 7)]),
        ("  1 , 2,3", [("1", 2, 3), ("2", 2, 7), ("3", 2, 9)]),
        ('"一\n二",2,3', [("一\n二", 2, 2), ("2", 3, 4), ("3", 3, 6)]),
        ('1,"\n\n  二",3', [("1", 2, 1), ("二", 4, 3), ("3", 4, 6)]),
        ("档案,馆,３", [("档案", 2, 1), ("馆", 2, 4), ("３", 2, 6)]),
    ],
)
def test_a_cell_stands_at_its_first_character(line: str, expected: list[tuple[str, int, int]]) -> None:
    (row,) = rows(f"甲,乙,丙\n{line}\n")
    assert cells(row) == expected


def test_rows_below_a_cell_of_several_lines_keep_their_lines() -> None:
    _, second = rows('甲,乙\n"一\n二\n三",2\n3,4\n')
    assert cells(second) == [("3", 5, 1), ("4", 5, 3)]


def test_empty_rows_and_empty_columns_at_the_end_are_left_out() -> None:
    found = rows("甲,乙,,\n1,2,,\n\n,,,\n3,4\n")
    assert [cells(row) for row in found] == [[("1", 2, 1), ("2", 2, 3)], [("3", 5, 1), ("4", 5, 3)]]


def test_a_short_row_lacks_its_last_cells() -> None:
    (row,) = rows("甲,乙,丙\n1\n")
    assert list(row.entries) == ["甲"]


def test_a_heading_that_is_wrapped_in_its_cell_is_one_word() -> None:
    (row,) = rows('"科目\n编码",乙\n1,2\n')
    assert list(row.entries) == ["科目编码", "乙"]


def test_a_header_alone_is_a_table_without_rows() -> None:
    assert rows("甲,乙\n") == []


def test_rows_before_a_broken_one_are_kept() -> None:
    sequence, flaws = read_csv("a.csv", '甲,乙\n1,2\n3,"四\n')
    assert sequence is not None
    assert len(sequence.items) == 1
    assert [(flaw.code, flaw.place.line, flaw.place.column) for flaw in flaws] == [("SRC-003", 3, 3)]


def test_a_cell_that_is_far_too_long_is_refused() -> None:
    _, flaws = read_csv("a.csv", f"甲,乙\n1,{'长' * 200_000}\n")
    assert [(flaw.code, flaw.place.line) for flaw in flaws] == [("SRC-013", 2)]
