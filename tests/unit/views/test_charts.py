"""Charts draw what the table says: lengths in proportion, nothing for a blank, and no chart of a single figure."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from generator.views.charts import Bar, bar_chart, step_chart

if TYPE_CHECKING:
    from generator.views.drawing import Chart


def bars(*amounts: str | None) -> Chart | None:
    """Return the chart of bars with these amounts."""
    given = [
        Bar(f"第{number}项", Decimal(amount) if amount is not None else None, amount or "空白") for number, amount in enumerate(amounts)
    ]
    return bar_chart("c", "图", "一句话", given)


def drawn(*amounts: str | None) -> list[tuple[str, str]]:
    """Return where each bar begins and how long it is."""
    chart = bars(*amounts)
    assert chart is not None
    return [(shape.x, shape.width) for shape in chart.shapes]


def test_lengths_are_in_proportion() -> None:
    assert drawn("200", "100", "50") == [("0", "48%"), ("0", "24%"), ("0", "12%")]


def test_a_blank_and_nothing_are_named_and_not_drawn() -> None:
    chart = bars("200", None, "0")
    assert chart is not None
    assert len(chart.shapes) == 1
    assert [words.text for words in chart.words] == ["第0项", "200", "第1项 空白", "第2项 0"]


def test_nothing_in_one_of_two_years_keeps_its_line_beside_the_other_year() -> None:
    two = [
        Bar("接待", Decimal(0), "上年0万元"),
        Bar("", Decimal(30), "本年30万元"),
        Bar("出国", Decimal(0), "上年0万元"),
        Bar("", None, "空白"),
    ]
    chart = bar_chart("c", "图", "", two)
    assert chart is not None
    assert [words.text for words in chart.words] == ["接待", "上年0万元", "本年30万元", "出国", "上年0万元", "空白"]


def test_a_negative_amount_lies_on_the_other_side_of_zero() -> None:
    chart = bars("30", "-10")
    assert chart is not None
    assert ([(shape.x, shape.width) for shape in chart.shapes], chart.axis) == ([("12%", "36%"), ("0", "12%")], "12%")
    assert "负数" in chart.description


def test_a_tiny_amount_can_still_be_seen() -> None:
    assert drawn("1000000", "1")[1] == ("0", "0.3%")


def test_fewer_than_two_known_amounts_are_no_chart() -> None:
    assert [bars(), bars("1"), bars("1", None), bars("0", "0")] == [None] * 4


def test_a_long_name_is_cut_to_fit_a_phone() -> None:
    chart = bar_chart("c", "图", "", [Bar("甲" * 40, Decimal(1), "1"), Bar("short name", Decimal(1), "1")])
    assert chart is not None
    assert [words.text for words in chart.words if words.look == "name"] == ["甲" * 13 + "…", "short name"]


def test_steps_rise_with_the_share() -> None:
    chart = step_chart("c", "图", "", [("3月底", None, "空白"), ("6月底", Decimal(50), "50%"), ("12月底", Decimal(100), "100%")])
    assert chart is not None
    assert [(shape.y, shape.height) for shape in chart.shapes] == [("3.8em", "2.5em"), ("1.3em", "5em")]
    assert "空白" in [words.text for words in chart.words]


def test_a_schedule_of_one_date_is_no_chart() -> None:
    assert step_chart("c", "图", "", [("3月底", None, "空白"), ("6月底", Decimal(50), "50%")]) is None
