"""A statement that comes out is seen to at a glance, and no other is: the glance and the look at single rows agree."""

from __future__ import annotations

import pytest

from tests.cases.rule_cases import disclosure_of

TABLE = "公开表:\n  支出总表:\n"
ROW = "  - {{科目编码: {}, 科目名称: 甲, 合计: {}, 基本支出: {}, 项目支出: {}}}\n"


@pytest.mark.parametrize(
    ("cells", "sound"),
    [
        (("100.00", "60.00", "40.00"), True),
        (("100.00", "60.00", "40.01"), False),
        (("100.005", "60.000", "40.005"), True),
        (("100.005", "60.000", "40.006"), False),
        (("0.01亿元", "60.00", "40.00"), True),
        (("0", "0", "0"), True),
        (("-1.00", "1.00", "-2.00"), True),
        (("12345678901234567890", "12345678901234567889", "1"), True),
        (("12345678901234567890", "12345678901234567889", "2"), False),
    ],
)
def test_a_row_comes_out_or_not_however_it_is_printed(cells: tuple[str, str, str], *, sound: bool) -> None:
    sums = disclosure_of(TABLE + ROW.format("201", *cells)).sheets["支出总表"].row_sums
    assert (sums.made, len(sums.mismatches)) == (1, 0 if sound else 1)


@pytest.mark.parametrize(
    ("parts", "wrong"),
    [
        ((("60.00", "50.00", "10.00"), ("40.00", "10.00", "30.00")), []),
        ((("60.00", "50.00", "10.00"), ("40.01", "10.00", "30.01")), ["合计", "项目支出"]),
        ((("60.000", "50.000", "10.000"), ("40.001", "10.001", "30.000")), ["合计", "基本支出"]),
    ],
)
def test_a_row_is_what_the_rows_under_it_make_column_by_column(parts: tuple[tuple[str, str, str], ...], wrong: list[str]) -> None:
    rows = ROW.format("201", "100.00", "60.00", "40.00") + "".join(
        ROW.format(code, *cells) for code, cells in zip(("20101", "20102"), parts, strict=True)
    )
    sums = disclosure_of(TABLE + rows).sheets["支出总表"].roll_ups
    assert [next(column for column in ("合计", "基本支出", "项目支出") if column in each.where) for each in sums.mismatches] == wrong
    assert sums.made == 3


def test_what_was_compared_of_a_whole_table_is_told_row_by_row() -> None:
    rows = ROW.format("201", "9.00", "5.00", "4.00") + ROW.format("20101", "9.00", "5.00", "4.00")
    sums = disclosure_of(TABLE + rows).sheets["支出总表"].roll_ups
    (down,) = sums.each_compared
    assert (down.record.code, [each.code for each in down.records], down.fields) == ("201", ["20101"], ("合计", "基本支出", "项目支出"))  # type: ignore[union-attr]
