"""What a figure was the year before, how it changed and why: as far as the texts tell, and never further."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.model.headlines import Headline, Known, headlines, shared_out
from tests.unit.views.texts import corpus_of

if TYPE_CHECKING:
    from pathlib import Path

BEFORE = "支出: {合计: 100.00, 构成: [{名称: 基本支出, 金额: 60.00}]}\n"


def headline(folder: Path, name: str, text: str, last: str | None = None) -> Headline:
    """Return the headline called ``name`` of 2032's budget, where 2031's is ``last``."""
    texts = {"2032/budget": text} | ({"2031/budget": last} if last else {})
    return next(each for each in headlines(corpus_of(folder, texts).disclosures[-1]) if each.name == name)


@pytest.mark.parametrize(
    ("text", "last", "before", "known"),
    [
        ("支出: {合计: 110.00, 上年: 105.00}\n", BEFORE, "105.00", Known.PRINTED),
        ("支出: {合计: 110.00}\n", BEFORE, "100.00", Known.PUBLISHED),
        ("支出: {合计: 110.00}\n比上年增减: {各项: [{名称: 支出, 方向: 减少, 金额: 5.00}]}\n", None, "115.00", Known.IMPLIED),
        ("支出: {合计: 110.00}\n比上年增减: {各项: [{名称: 收支总额, 方向: 持平}]}\n", None, "110.00", Known.IMPLIED),
        ("支出: {合计: 110.00}\n", None, None, None),
        ("支出: {合计: 110.00, 上年: 不公开}\n", None, None, None),
    ],
)
def test_last_years_figure_is_the_printed_one_else_the_published_else_the_implied(
    tmp_path: Path, text: str, last: str | None, before: str | None, known: Known | None
) -> None:
    found = headline(tmp_path, "支出合计", text, last)
    assert (str(found.before.amount) if found.before else None, found.known) == (before, known)


def test_a_change_is_told_in_the_unit_of_this_year(tmp_path: Path) -> None:
    found = headline(tmp_path, "支出合计", "支出: {合计: 110.00, 上年: 1000000元}\n")
    assert found.change is not None
    assert (str(found.change.amount), str(found.rate)) == ("10.00", "10.00")


def test_a_rate_on_nothing_is_no_rate(tmp_path: Path) -> None:
    assert headline(tmp_path, "支出合计", "支出: {合计: 110.00, 上年: 0}\n").rate is None


@pytest.mark.parametrize(
    ("change", "contradicted"), [("增加, 金额: 10.00", False), ("增加, 金额: 11.00", True), ("减少, 金额: 10.00", True)]
)
def test_a_stated_change_that_the_figures_do_not_make_is_noticed(tmp_path: Path, change: str, contradicted: bool) -> None:  # noqa: FBT001 - a row of the table above
    text = f"支出: {{合计: 110.00, 上年: 100.00}}\n比上年增减: {{各项: [{{名称: 支出, 方向: {change}}}]}}\n"
    assert headline(tmp_path, "支出合计", text).contradicted is contradicted


@pytest.mark.parametrize(
    ("name", "text", "reason"),
    [
        ("支出合计", "支出: {合计: 110.00}\n比上年增减: {各项: [{名称: 支出, 方向: 增加, 金额: 1.00, 原因: 人员增加}]}\n", "人员增加"),
        ("“三公”经费", "三公经费: {合计: {本年: 2.00, 上年: 3.00, 原因: 少用一辆车}}\n", "少用一辆车"),
        ("机关运行经费", "机关运行经费: {金额: 9.00, 上年: 8.00, 说明: 比上年增加1.00万元，原因是水电涨价。}\n", "水电涨价"),
        ("支出合计", "支出: {合计: 110.00, 说明: 其中基本支出比上年增加1.00万元，原因是人员增加。}\n", ""),
    ],
)
def test_the_reason_comes_from_wherever_the_text_gives_it_for_the_whole(tmp_path: Path, name: str, text: str, reason: str) -> None:
    assert headline(tmp_path, name, text).reason == reason


@pytest.mark.parametrize(
    ("named", "stopped"), [("", {"支出合计", "基本支出"}), ("名称: 支出, ", {"支出合计"}), ("名称: 基本支出, ", {"基本支出"})]
)
def test_a_break_stands_between_the_years_of_what_it_names_or_of_everything(tmp_path: Path, named: str, stopped: set[str]) -> None:
    text = f"{BEFORE}可比性: [{{{named}原因: 机构改革}}]\n"
    (disclosure,) = corpus_of(tmp_path, {"2032/budget": text}).disclosures
    assert {each.name for each in headlines(disclosure) if each.gap} == stopped


@pytest.mark.parametrize(
    ("flow", "shared"),
    [
        ("{合计: 100, 构成: [{名称: 甲, 金额: 60}, {名称: 乙, 金额: 40}]}", True),
        ("{合计: 100, 构成: [{名称: 甲, 金额: 60}, {名称: 乙, 金额: 30}]}", False),
        ("{合计: 100, 构成: [{名称: 甲, 金额: 60}, {名称: 乙, 金额: 不公开}]}", True),
        ("{合计: 100, 构成: [{名称: 甲, 金额: 120}, {名称: 乙, 金额: }]}", False),
        ("{合计: 100, 构成: [{名称: 甲, 金额: 120}, {名称: 乙, 金额: -20}]}", False),
        ("{合计: 0, 构成: [{名称: 甲, 金额: 0}]}", False),
        ("{合计: , 构成: [{名称: 甲, 金额: 1}]}", False),
    ],
)
def test_parts_are_shares_of_a_total_that_they_do_not_contradict(tmp_path: Path, flow: str, shared: bool) -> None:  # noqa: FBT001 - a row of the table above
    (disclosure,) = corpus_of(tmp_path, {"2032/budget": f"支出: {flow}\n"}).disclosures
    assert disclosure.text.expenditure is not None
    assert (shared_out(disclosure.text.expenditure) is not None) is shared
