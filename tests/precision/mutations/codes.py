"""Classification codes and their names that go wrong."""

from __future__ import annotations

from tests.precision.draft import Draft, caught_by

ITEM = "科目编码: [0-9]{7},"
SPENT = ("公开表:", "支出总表:")
BASIC = ("公开表:", "基本支出表:")


@caught_by("CLS-001")
def blank_inside_code(draft: Draft) -> int:
    return draft.change(*SPENT, ITEM, old="编码: ([0-9]{7})", new=lambda code: f"{code[:5]} {code[5:]}")


@caught_by("CLS-001")
def code_lost_a_digit(draft: Draft) -> int:
    return draft.change(*SPENT, ITEM, old="编码: ([0-9]{7})", new=lambda code: code[:-1])


@caught_by("CLS-002", "CLS-004", "ARI-005")
def class_unknown(draft: Draft) -> int:
    return draft.change(*SPENT, "编码: 208,", old="208", new="298")


@caught_by("CLS-002")
def digits_of_item_transposed(draft: Draft) -> int:
    return draft.change(*SPENT, "编码: 2080505,", old="2080505", new="2080550")


@caught_by("CLS-003", "X-011")
def class_name_abridged(draft: Draft) -> int:
    return draft.change(*SPENT, "编码: 208,", old="社会保障和就业支出", new="社会保险和就业支出")


@caught_by("CLS-003", "X-011")
def name_of_another_item(draft: Draft) -> int:
    return draft.change(*SPENT, "编码: 2080505,", old="名称: [^,]+,", new="名称: 行政运行,")


@caught_by("CLS-003", "X-011")
def former_name(draft: Draft) -> int:
    return draft.change(*SPENT, "编码: 20805,", old="行政事业单位养老支出", new="行政事业单位离退休")


@caught_by("CLS-003")
def name_of_another_kind_of_benefit(draft: Draft) -> int:
    return draft.change("公开表:", "基本支出表:", "编码: 30302,", old="退休费", new="退职（役）费")


@caught_by("X-011", "CLS-003")
def name_differs_between_tables(draft: Draft) -> int:
    return draft.change("公开表:", "一般公共预算支出表:", ITEM, old="行政运行", new="行政管理")


@caught_by("CLS-004")
def items_left_out(draft: Draft) -> int:
    first = draft.find(*SPENT, "科目名称: 合计")
    end = draft.find("公开表:", "财政拨款收支总表:")
    kept = [line for line in draft.lines[first:end] if "编码" not in line or len(line.split("编码: ")[1].split(",")[0]) < len("2010101")]
    draft.lines[first:end] = kept
    return draft.number(*SPENT, "编码: [0-9]{5},")


@caught_by("CLS-005", "CLS-004", "ARI-005", "X-011")
def fund_item_in_general_budget(draft: Draft) -> int:
    return draft.change(
        "公开表:", "一般公共预算支出表:", "编码: 2080505,",
        old="2080505, 科目名称: [^,]+,", new="2290804, 科目名称: 福利彩票销售机构的业务费支出,",
    )  # fmt: skip


@caught_by("CLS-006", "ARI-005")
def wages_among_office_costs(draft: Draft) -> int:
    amount = draft.cell(*BASIC, "编码: 30101,", old="人员经费: ([0-9.]+)")
    return draft.change(*BASIC, "编码: 30101,", old="人员经费: .*}", new=f"人员经费: 0.00, 公用经费: {amount}}}")


@caught_by("CLS-006", "ARI-005")
def office_costs_among_wages(draft: Draft) -> int:
    amount = draft.cell(*BASIC, "编码: 30201,", old="公用经费: ([0-9.]+)")
    return draft.change(*BASIC, "编码: 30201,", old="人员经费: .*}", new=f"人员经费: {amount}, 公用经费: 0.00}}")
