"""Figures that go wrong in the public statements."""

from __future__ import annotations

from tests.precision.draft import Draft, caught_by, in_yuan, increased, raised, tenfold, transposed

ITEM = "科目编码: [0-9]{7},"
TOTAL = "科目名称: 合计"
SUM = r"合计: ([0-9.]+)"


@caught_by("ARI-005", "ARI-004", "X-011")
def digit_changed_in_item(draft: Draft) -> int:
    return draft.change("公开表:", "支出总表:", ITEM, old=SUM, new=raised)


@caught_by("ARI-004", "ARI-005", "X-001")
def digits_transposed_in_total(draft: Draft) -> int:
    return draft.change("公开表:", "收入总表:", TOTAL, old=r"合计, 合计: ([0-9.]+)", new=transposed)


@caught_by("ARI-005")
def row_missing(draft: Draft) -> int:
    draft.remove("公开表:", "一般公共预算支出表:", ITEM)
    return draft.number("公开表:", "一般公共预算支出表:", "科目编码: [0-9]{5},")


@caught_by("ARI-005")
def row_doubled(draft: Draft) -> int:
    return draft.double("公开表:", "一般公共预算支出表:", ITEM)


@caught_by("ARI-005", "ARI-004", "X-011")
def yuan_for_wan(draft: Draft) -> int:
    return draft.change("公开表:", "收入总表:", ITEM, old=SUM, new=in_yuan)


@caught_by("ARI-001", "ARI-002")
def total_not_updated(draft: Draft) -> int:
    return draft.change("公开表:", "收支总表:", "项目: 收入总计", old="预算数: ([0-9.]+)", new=raised)


@caught_by("ARI-002", "X-001", "X-014")
def source_mistyped(draft: Draft) -> int:
    return draft.change("公开表:", "收支总表:", "项目: 一般公共预算拨款收入", old="预算数: ([0-9.]+)", new=transposed)


@caught_by("ARI-002", "X-001")
def carried_over_money_left_from_last_year(draft: Draft) -> int:
    return draft.change("公开表:", "收支总表:", "项目: 上年结转结余", old="预算数: ([0-9.]+)", new="预算数: 12.00")


@caught_by("ARI-003", "X-002")
def class_mistyped(draft: Draft) -> int:
    return draft.change("公开表:", "收支总表:", "项目: 社会保障和就业支出", old="预算数: ([0-9.]+)", new=raised)


@caught_by("ARI-003", "ARI-001")
def grand_total_of_expenditure_mistyped(draft: Draft) -> int:
    return draft.change("公开表:", "收支总表:", "项目: 支出总计", old="预算数: ([0-9.]+)", new=transposed)


@caught_by("ARI-003")
def class_missing(draft: Draft) -> int:
    draft.remove("公开表:", "收支总表:", "项目: 社会保障和就业支出")
    return draft.number("公开表:", "收支总表:", "项目: 本年支出合计")


@caught_by("ARI-006", "ARI-003")
def fiscal_row_mistyped(draft: Draft) -> int:
    return draft.change("公开表:", "财政拨款收支总表:", "项目: 社会保障和就业支出", old=SUM, new=raised)


@caught_by("X-003", "ARI-006", "ARI-003")
def fiscal_class_mistyped(draft: Draft) -> int:
    return draft.change("公开表:", "财政拨款收支总表:", "项目: 社会保障和就业支出", old="一般公共预算: ([0-9.]+)", new=raised)


@caught_by("ARI-006", "ARI-002")
def fiscal_grand_total_mistyped(draft: Draft) -> int:
    return draft.change("公开表:", "财政拨款收支总表:", "项目: 收入总计", old=SUM, new=transposed)


@caught_by("ARI-007", "ARI-005")
def personnel_costs_mistyped(draft: Draft) -> int:
    return draft.change("公开表:", "基本支出表:", "科目名称: 基本工资", old="人员经费: ([0-9.]+)", new=raised)


@caught_by("X-004", "ARI-005")
def basic_expenditure_of_last_year(draft: Draft) -> int:
    draft.change("公开表:", "基本支出表:", TOTAL, old="公用经费: ([0-9.]+)", new=raised)
    return draft.change("公开表:", "基本支出表:", TOTAL, old=r"合计, 合计: ([0-9.]+)", new=raised)


@caught_by("X-005", "ARI-004", "ARI-005", "X-011")
def fund_table_mistyped(draft: Draft) -> int:
    return draft.change("公开表:", r"^  (政府性基金|国有资本经营)表:$", TOTAL, old=r"合计, 合计: ([0-9.]+)", new=raised)


@caught_by("ARI-005", "ARI-004", "X-011")
def column_of_fund_table_mistyped(draft: Draft) -> int:
    return draft.change("公开表:", r"^  (政府性基金|国有资本经营)表:$", ITEM, old=r"项目支出: ([0-9.]+)", new=transposed)


@caught_by("ARI-008", "X-014")
def reception_mistyped(draft: Draft) -> int:
    return draft.change("公开表:", "三公经费表:", "项目: 公务接待费", old="本年预算数: ([0-9.]+)", new=raised)


@caught_by("ARI-008", "X-014", "X-010")
def previous_total_mistyped(draft: Draft) -> int:
    return draft.change("公开表:", "三公经费表:", "项目: 合计", old="上年预算数: ([0-9.]+)", new=raised)


@caught_by("ARI-009", "X-014", "X-006")
def vehicle_running_mistyped(draft: Draft) -> int:
    return draft.change("公开表:", "三公经费表:", "项目: 公务用车运行维护费", old="本年预算数: ([0-9.]+)", new=raised)


@caught_by("ARI-009")
def vehicle_costs_not_split(draft: Draft) -> int:
    for name in ("公务用车购置费", "公务用车运行维护费"):
        draft.remove("三公经费:", f"{name}:")
        draft.remove("公开表:", "三公经费表:", f"项目: {name},")
    return draft.number("三公经费:", "公务用车购置及运行维护费:")


@caught_by("X-006", "ARI-008", "ARI-012", "TXT-003")
def reception_below_basic_expenditure(draft: Draft) -> int:
    draft.change("三公经费:", "公务接待费:", old="本年: ([0-9.]+)", new="本年: 0.01")
    return draft.change("公开表:", "三公经费表:", "项目: 公务接待费", old="本年预算数: ([0-9.]+)", new="本年预算数: 0.01")


@caught_by("X-010", "ARI-012", "TXT-003")
def previous_operating_costs_mistyped(draft: Draft) -> int:
    return draft.change("机关运行经费:", "上年:", old="([0-9.]+)$", new=raised)


@caught_by("X-010")
def previous_income_mistyped(draft: Draft) -> int:
    return draft.change("收入:", "上年:", old="([0-9.]+)$", new=transposed)


@caught_by("X-014", "ARI-010", "ARI-001", "TXT-001")
def section_total_mistyped(draft: Draft) -> int:
    return draft.change("收入:", "合计:", old="([0-9.]+)$", new=transposed)


@caught_by("ARI-010", "X-014", "TXT-001", "ARI-012")
def basic_expenditure_mistyped_in_section(draft: Draft) -> int:
    return draft.change("支出:", "构成:", "名称: 基本支出", old="基本支出, 金额: ([0-9.]+)", new=transposed)


@caught_by("ARI-010", "X-014")
def personnel_costs_mistyped_in_section(draft: Draft) -> int:
    return draft.change("支出:", "构成:", "名称: 基本支出", old="人员经费, 金额: ([0-9.]+)", new=lambda figure: increased(figure, 20))


@caught_by("ARI-017")
def listed_part_left_from_last_year(draft: Draft) -> int:
    return draft.change("支出:", "构成:", "名称: 项目支出", old="拨款收入安排, 金额: ([0-9.]+)", new=lambda figure: increased(figure, -3))


@caught_by("X-007", "ARI-012", "TXT-003")
def operating_costs_exceed_public_costs(draft: Draft) -> int:
    return draft.change("机关运行经费:", "金额:", old="([0-9.]+)$", new=lambda figure: increased(figure, 30))


@caught_by("X-008", "PER-005", "TXT-009")
def project_ten_times_as_expensive(draft: Draft) -> int:
    return draft.change("项目:", "预算数:", old="([0-9.]+)$", new=tenfold)


@caught_by("ARI-011", "TXT-001")
def procurement_total_mistyped(draft: Draft) -> int:
    return draft.change("政府采购:", "合计:", old="([0-9.]+)$", new=raised)


@caught_by("ARI-011", "TXT-001", "TXT-009")
def small_enterprises_get_more_than_all(draft: Draft) -> int:
    return draft.change("政府采购:", "面向中小企业:", old="([0-9.]+)$", new=lambda figure: increased(figure, 60))


@caught_by("ARI-016", "ARI-011")
def negative_budget(draft: Draft) -> int:
    return draft.change("政府采购:", "工程:", old="([0-9.]+)$", new="-1.00")


@caught_by("ARI-016")
def three_decimals(draft: Draft) -> int:
    return draft.change("政府采购:", "工程:", old="([0-9.]+)$", new="0.00001")


@caught_by("ARI-013", "ARI-012")
def change_of_total_not_updated(draft: Draft) -> int:
    return draft.change("比上年增减:", "名称: 收支总额", old="金额: ([0-9.]+)", new=lambda figure: increased(figure, 7))


@caught_by("ARI-012", "ARI-013")
def change_of_part_not_updated(draft: Draft) -> int:
    return draft.change("比上年增减:", "名称: 项目支出", old="金额: ([0-9.]+)", new=lambda figure: increased(figure, 7))


@caught_by("ARI-012")
def rate_wrong(draft: Draft) -> int:
    return draft.change("比上年增减:", "名称: 基本支出", old="(?:, 比例: [0-9.]+%)?, 原因", new=", 比例: 77.70%, 原因")


@caught_by("ARI-012", "ARI-013")
def change_of_reception_wrong(draft: Draft) -> int:
    return draft.change("三公经费:", "合计:", old="增减: ([0-9.]+)", new=lambda figure: increased(figure, 1))


@caught_by("AST-001")
def assets_do_not_add_up(draft: Draft) -> int:
    return draft.change("国有资产:", "4、其他固定资产", old="价值: ([0-9.]+)", new=raised)


@caught_by("AST-001")
def offices_larger_than_buildings(draft: Draft) -> int:
    return draft.change("国有资产:", "办公用房", old="价值: ([0-9.]+)", new=lambda figure: increased(figure, 900))


@caught_by("AST-002")
def assets_of_the_year_before_last(draft: Draft) -> int:
    return draft.change("国有资产:", "截止日期:", old="[0-9-]{10}", new=f"{draft.year - 2}-12-31")


@caught_by("AST-003", "STR-005")
def purchases_denied(draft: Draft) -> int:
    draft.add("国有资产:", line="  拟购置金额: 9.42")
    return draft.change("政府采购:", "说明:", old="说明: .*", new=f"说明: {draft.year}年没有政府采购预算。")


@caught_by("X-013")
def vehicles_forgotten(draft: Draft) -> int:
    return draft.change("国有资产:", "2、车辆", old="数量: ([0-9]+)", new="数量: 0")
