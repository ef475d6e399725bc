"""Every figure of a page has an address of its own that no other edit changes."""

from __future__ import annotations

from generator.views.addresses import Addresses
from generator.views.row_address import digest
from tests.cases.rule_cases import disclosure_of

INCOME = "收入: {合计: 30.00, 上年: 29.00, 构成: [{名称: 财政拨款, 金额: 10.00}, {名称: 事业收入, 金额: 20.00}]}\n"
STATEMENT = """\
公开表:
  支出总表:
  - {科目名称: 合计, 合计: 5.00, 基本支出: 5.00}
  - {科目编码: 201, 科目名称: 一般公共服务支出, 合计: 5.00, 基本支出: 5.00}
  - {科目名称: 某单位, 合计: 5.00}
"""


def addresses(text: str) -> dict[str, str]:
    """Return the address of every figure by what it is called."""
    known = Addresses(disclosure_of(text))
    rows = (*known.rows.values(), *known.single.values())
    return {f"{row.title}/{row.name}/{name}": row.cell(field) for row in rows for field, (_, name) in row.columns.items()}


def test_a_cell_is_named_by_table_row_and_column() -> None:
    found = addresses(STATEMENT)
    assert found["部门支出总表/201 一般公共服务支出/基本支出"] == "t-expenditure-table-201-basic"
    assert found["部门支出总表/合计/合计"] == "t-expenditure-table-total-total"


def test_addresses_are_ascii_and_each_is_one_figure() -> None:
    found = addresses(INCOME + STATEMENT).values()
    assert all(address.isascii() for address in found)
    assert len(set(found)) == len(found) > 10


def test_rows_that_are_added_moved_or_filled_change_no_other_address() -> None:
    before = addresses(INCOME + STATEMENT)
    edited = INCOME.replace("[{名称: 财政拨款", "[{名称: 上级补助, 金额: 1.00}, {名称: 财政拨款").replace("30.00", "31.00")
    rows = STATEMENT.splitlines(keepends=True)
    moved = "".join((*rows[:2], "  - {科目编码: 20101, 科目名称: 人大事务, 合计: 1.00}\n", rows[4], rows[3], rows[2]))
    after = addresses(edited + moved)
    assert before.items() <= after.items()


def test_two_rows_of_one_name_have_two_addresses() -> None:
    twice = INCOME.replace("事业收入", "财政拨款")
    key = f"t-income-r{digest('财政拨款')}"
    known = Addresses(disclosure_of(twice))
    assert [row.key for row in known.rows.values()] == [key, f"{key}-2", "t-income-total"]


def test_promises_rates_and_quantities_have_addresses_too() -> None:
    indicator = "{一级指标: 产出指标, 二级指标: 数量指标, 三级指标: 培训次数, 指标值: ≥2次}"
    found = addresses(
        f"项目:\n- 名称: 培训\n  项目编码: A-1\n  资金支出计划: {{3月底: 20, 12月底: 100}}\n  绩效指标: [{indicator}]\n"
        "比上年增减: {各项: [{名称: 支出, 方向: 增加, 金额: 1.00, 比例: 2}]}\n"
        "国有资产: {占用情况: [{项目: 车辆, 数量: 2, 价值: 3.00}]}\n"
        "三公经费: {公务接待费: {上年: 1.00, 本年: 2.00, 方向: 增加, 增减: 1.00}}\n"
    )
    assert found["培训：绩效指标/培训次数/指标值"] == f"t-project-a-1-r{digest('培训次数')}-target"
    assert found["培训：资金支出计划/累计支出进度/12月底"] == "t-project-a-1-schedule-share-december"
    assert found["收支比上年增减变化/支出（增加）/增减比例"] == f"t-changes-r{digest('支出')}-rate"
    assert found["固定资产占用情况/车辆/数量"] == f"t-assets-r{digest('车辆')}-quantity"
    assert found["财政拨款“三公”经费/公务接待费/增减"] == "t-public-expenses-reception-change"


def test_blanks_in_a_name_do_not_count() -> None:
    assert digest("合 计") == digest("合计") != digest("总计")
