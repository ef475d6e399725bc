"""Findings that follow from one cause are put under the one at the most detailed figure."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.check import grouped
from generator.findings.finding import Finding, Severity
from generator.source.place import Place


def finding(line: int, *also: int, difference: str = "10.00万元", actual: str = "", name: str = "") -> Finding:
    places = tuple(Place("a.yml", each, 1) for each in also)
    place = Place("a.yml", line, 1)
    return Finding("ARI-001", Severity.ERROR, place, name or f"line {line}", also=places, difference=difference, actual=actual)


def lines(*findings: Finding) -> list[list[int]]:
    """Return the lines of each group's findings, the leader's first."""
    return [[each.place.line for each in (group.leader, *group.followers)] for group in grouped(findings)]


def test_nothing_makes_no_group() -> None:
    assert grouped(()) == ()


def test_the_part_leads_the_total_that_it_spoils() -> None:
    total, part = finding(1, 2, 3), finding(2, 4, 5, difference="-10.00万元")
    assert lines(total, part) == [[2, 1]]


def test_the_part_of_a_part_leads() -> None:
    assert lines(finding(1, 2), finding(2, 3), finding(3, 4)) == [[3, 1, 2]]


def test_statements_that_repeat_a_wrong_figure_follow_it() -> None:
    assert lines(finding(20, 2), finding(30, 2), finding(2, 3, 4)) == [[2, 20, 30]]


def test_the_smallest_figure_leads_where_none_is_part_of_another() -> None:
    assert lines(finding(1, 9, actual="1,200.00万元"), finding(2, 9, actual="30.00万元")) == [[2, 1]]
    assert lines(finding(1, 2, actual="1.2亿元"), finding(2, 1, actual="30.00万元")) == [[2, 1]]


def test_the_first_leads_where_nothing_tells_them_apart() -> None:
    assert lines(finding(1, 9), finding(2, 9)) == [[1, 2]]


@pytest.mark.parametrize(
    ("one", "other"),
    [("10.00万元", "-10.00万元"), ("10万元", "+100,000.00元"), ("1,000.5", "1000.50"), ("−3.00%", "3%"), ("0.001亿元", "10万元")],
)
def test_the_same_difference_may_be_spelt_differently(one: str, other: str) -> None:
    assert lines(finding(1, 2, difference=one), finding(2, difference=other)) == [[2, 1]]


@pytest.mark.parametrize(
    ("one", "other"),
    [("10.00万元", "10.01万元"), ("10", "10%"), ("10万元", "10元"), ("", ""), ("10", ""), ("0.00", "0.00"), ("多一个", "多一个")],
)
def test_another_difference_is_another_cause(one: str, other: str) -> None:
    assert lines(finding(1, 2, difference=one), finding(2, difference=other)) == [[1], [2]]


def test_the_same_difference_elsewhere_is_another_cause() -> None:
    assert lines(finding(1, 2), finding(3, 4)) == [[1], [3]]
    assert lines(finding(1), Finding("ARI-001", Severity.ERROR, Place("b.yml", 1, 1), "", difference="10.00万元")) == [[1], [1]]


def test_groups_that_a_later_finding_joins_become_one() -> None:
    assert lines(finding(1, 5), finding(2, 6), finding(3, 5, 6)) == [[1, 2, 3]]


def test_groups_stand_where_their_leaders_stood() -> None:
    assert lines(finding(1, 4), finding(2, difference=""), finding(4, 5), finding(6, difference="")) == [[2], [4, 1], [6]]


@given(st.lists(st.builds(finding, st.integers(1, 6), st.integers(1, 6), difference=st.sampled_from(["", "1", "-1", "2元"])), max_size=12))
def test_no_finding_is_lost_or_told_twice(findings: list[Finding]) -> None:
    groups = grouped(findings)
    told = [each for group in groups for each in (group.leader, *group.followers)]
    assert sorted(map(id, told)) == sorted(map(id, findings))
