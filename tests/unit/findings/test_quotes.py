"""Quotation marks inside quotation marks."""

from __future__ import annotations

import pytest

from generator.findings.quotes import nested


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("没有“三公”经费", "没有“三公”经费"),
        ("没有““三公”经费”的解释", "没有“‘三公’经费”的解释"),
        ("“‘三公’经费”和“会议费”", "“‘三公’经费”和“会议费”"),
        ("““家””和““站””", "“‘家’”和“‘站’”"),
    ],
)
def test_inner_marks_are_single_ones(written: str, printed: str) -> None:
    assert nested(written) == printed


@pytest.mark.parametrize("text", ["“””前面没有配对的“““", "“一“二“三”””", "”“", ""])
def test_marks_that_do_not_pair_are_left_alone(text: str) -> None:
    assert nested(text) == text
