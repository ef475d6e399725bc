"""Tables of amounts: decimals stand under decimals, and what is no figure is explained."""

from __future__ import annotations

import pytest

from generator.views.blocks import Cell, HeadCell, Look, Row, Table
from generator.views.figures import finished


def table(*cells: Cell) -> Table:
    rows = tuple(Row((Cell("乙", scope="row"), cell)) for cell in cells)
    return finished(Table("t-a", "甲", "万元", ((HeadCell("项目"), HeadCell("金额")),), (rows,)))


def amounts(*texts: str) -> list[tuple[str, str]]:
    shown = table(*(Cell(text, Look.AMOUNT) for text in texts))
    return [(row.cells[-1].text, row.cells[-1].pad) for row in shown.groups[0]]


@pytest.mark.parametrize(
    ("texts", "pads"),
    [
        (("1.00", "1,234.50"), ("", "")),
        (("3", "4"), ("", "")),
        (("0", "53.43", "56.1"), (".00", "", "0")),
        (("−2", "3889元", "1.5"), (".0", ".0", "")),
    ],
)
def test_a_figure_gets_what_it_lacks_to_its_columns_longest_decimals(texts: tuple[str, ...], pads: tuple[str, ...]) -> None:
    assert amounts(*texts) == list(zip(texts, pads, strict=True))


def test_a_legend_explains_what_stands_in_the_table_and_nothing_else() -> None:
    assert table(Cell("1.00", Look.AMOUNT)).notes == ()
    assert table(Cell("空白", Look.BLANK)).notes == ("“空白”是原文这一格留空；“0”是数额为零。",)
    withheld = table(Cell("不公开", Look.WITHHELD), Cell("未载明", Look.BLANK))
    assert withheld.notes == ("“未载明”是原文没有写；“不公开”是依法不公开；“0”是数额为零。",)
