"""来历: formulas between rows, each made once for all pages that have the same rows.

What a formula says depends on the rows alone as long as it comes out; ``origins`` puts in what came of one that does not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.views.blocks import Check, Operand
from generator.views.judged import rule_address
from generator.views.language import noted, remembered, say
from generator.views.operands import column_of, operand_of, whole_of

if TYPE_CHECKING:
    from generator.views.row_address import RowAddress

AGREES = noted("相符")
_MOST = 1 << 13


@remembered(maxsize=_MOST)
def formula(  # noqa: PLR0913, PLR0917 - it is kept by all that it says, by position
    code: str, row: RowAddress, field: str, parts: tuple[tuple[RowAddress, str], ...], relation: str = "=", sign: str = "+"
) -> Check:
    """Return what a rule has found to hold between a figure and others, given as (row, field)."""
    operands = tuple([operand_of(other, name, row, field) for other, name in parts])
    return Check(whole_of(row, field), operands, say(AGREES), code, rule_address(code), relation, sign=sign)


@remembered(maxsize=_MOST)
def sum_of_rows(code: str, row: RowAddress, others: tuple[RowAddress, ...], columns: tuple[str, ...], every: bool) -> Check:  # noqa: FBT001 - it is kept by position
    """Return a sum of rows, said once for all columns in which it holds; ``every`` tells whether no other column is filled in."""
    if len(columns) == 1:
        parts = tuple([Operand(other.short, other.cell(columns[0])) for other in others])
    else:
        parts = tuple([Operand(other.short, other.key) for other in others])
    whole = (Operand(say("各栏"), row.key),) if every else tuple([each for field in columns for each in whole_of(row, field)])
    return Check(whole, parts, say(AGREES), code, rule_address(code))


def sum_of_columns(code: str, row: RowAddress, field: str, fields: tuple[str, ...], count: int) -> Check:
    """Return that a column is the sum of others in so many rows; ``row`` is any of its table."""
    return _in_rows(code, column_of(row, field), tuple([column_of(row, name) for name in fields]), count)


def same_in_rows(code: str, row: RowAddress, field: str, other: RowAddress, name: str, count: int) -> Check:  # noqa: PLR0913, PLR0917 - two columns, each by a row of its table
    """Return that a column is the same as one of another table in so many rows of the same names."""
    beside = column_of(other, name)
    if len(other.columns) > 1:
        said = say("《{table}》同名行的“{column}”", table=other.title, column=beside.text)
    else:
        said = say("《{table}》同名行", table=other.title)
    return _in_rows(code, column_of(row, field), (Operand(said, beside.address),), count)


def _in_rows(code: str, whole: Operand, parts: tuple[Operand, ...], count: int) -> Check:
    return Check((whole,), parts, say("{count}行相符", count=count), code, rule_address(code))
