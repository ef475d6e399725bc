"""What is missing, left over, misnamed or misdated in a disclosure as a whole."""

from __future__ import annotations

from tests.precision.draft import Draft, caught_by

EMPTY = r"^  (政府性基金|国有资本经营)表: 本部门"
FULL = r"^  (政府性基金|国有资本经营)表:$"


@caught_by("STR-001")
def publication_undated(draft: Draft) -> int:
    return draft.change("日期:", old=", 公开: [0-9-]+", new="")


@caught_by("STR-001")
def status_left_out(draft: Draft) -> int:
    draft.remove("状态:")
    return 1


@caught_by("STR-002")
def section_missing(draft: Draft) -> int:
    draft.remove("政府采购:", block=True)
    return 1


@caught_by("STR-003")
def statement_missing(draft: Draft) -> int:
    draft.remove("公开表:", "三公经费表:", block=True)
    return draft.number("公开表:") + 1


@caught_by("STR-004")
def empty_statement_without_note(draft: Draft) -> int:
    return draft.change("公开表:", EMPTY, old="表: .*", new="表:")


@caught_by("STR-005")
def full_statement_denied(draft: Draft) -> int:
    fund = draft.cell("公开表:", FULL, old="^  (.*)表:")
    return draft.change("其他说明:", old="说明: .*", new=f"说明: 本部门{draft.year}年没有{fund}预算支出。")


@caught_by("STR-006", "STR-005")
def note_of_another_fund(draft: Draft) -> int:
    own = draft.cell("公开表:", EMPTY, old="年无(政府性基金|国有资本经营)")
    other = "国有资本经营" if own == "政府性基金" else "政府性基金"
    return draft.change("公开表:", EMPTY, old=f"年无{own}", new=f"年无{other}")


@caught_by("STR-006", "TXT-007")
def note_of_another_year(draft: Draft) -> int:
    return draft.change("公开表:", EMPTY, old=f"{draft.year}年", new=f"{draft.year - 1}年")


@caught_by("STR-007", "TXT-007")
def title_of_last_year(draft: Draft) -> int:
    return draft.change("标题:", old=f"{draft.year}年", new=f"{draft.year - 1}年")


@caught_by("STR-007")
def title_of_another_kind(draft: Draft) -> int:
    return draft.change("标题:", old="部门预算", new="部门决算")


@caught_by("STR-007")
def department_calls_itself_a_unit(draft: Draft) -> int:
    return draft.change("其他说明:", old="说明: .*", new=f"说明: 本单位{draft.year}年预算没有其他需要说明的事项。")


@caught_by("STR-008")
def unit_missing(draft: Draft) -> int:
    draft.remove("机构设置:", "单位性质: 参公事业")
    return draft.number("机构设置:", "单位:") + 1


@caught_by("STR-008")
def cell_of_unit_blank(draft: Draft) -> int:
    return draft.change("机构设置:", "单位性质: 参公事业", old=", 单位规格: [^,]+", new="")


@caught_by("STR-009")
def number_of_goal_skipped(draft: Draft) -> int:
    return draft.change("部门整体绩效:", "序号: 2", old="序号: 2", new="序号: 3")


@caught_by("STR-010")
def name_of_unit_lost_a_character(draft: Draft) -> int:
    return draft.change("项目:", "单位:", old="([^0-9]{4})本级", new=lambda end: end[:-2] + end[-1])


@caught_by("STR-012")
def unit_listed_twice(draft: Draft) -> int:
    return draft.double("机构设置:", "单位性质: 参公事业")


@caught_by("STR-013")
def duty_lost(draft: Draft) -> int:
    draft.remove("部门职责:", "  - .*；")
    return draft.number("部门职责:", "三项职责")


@caught_by("STR-011")
def draft_status_left(draft: Draft) -> int:
    return draft.change("状态:", old="正式公开", new="草案")


@caught_by("STR-011")
def draft_mark_in_title(draft: Draft) -> int:
    return draft.change("标题:", old="$", new="（草案）")


@caught_by("GLO-001")
def term_missing(draft: Draft) -> int:
    draft.remove("名词解释:", "机关运行经费:")
    return draft.number("名词解释:") + 1


@caught_by("GLO-001")
def term_unexplained(draft: Draft) -> int:
    return draft.change("名词解释:", "机关运行经费:", old="费: .*", new="费:")


@caught_by("GLO-003")
def term_abridged(draft: Draft) -> int:
    return draft.change("机关运行经费:", "说明:", old="说明: ", new="说明: 机关运行费主要")


@caught_by("TIM-001")
def published_late(draft: Draft) -> int:
    return draft.change("日期:", old="公开: [0-9-]+", new=f"公开: {draft.year}-03-20")


@caught_by("TIM-003", "WEB-008")
def published_before_approval(draft: Draft) -> int:
    return draft.change("日期:", old="公开: [0-9-]+", new=f"公开: {draft.year}-01-02")


@caught_by("TIM-003", "WEB-008")
def publication_dated_last_year(draft: Draft) -> int:
    return draft.change("日期:", old=f"公开: {draft.year}", new=f"公开: {draft.year - 1}")


@caught_by("TIM-002")
def approvals_out_of_order(draft: Draft) -> int:
    return draft.change("日期:", old="人大批准: [0-9-]+", new=f"人大批准: {draft.year}-01-31")


@caught_by("WEB-008")
def reviewed_after_publication(draft: Draft) -> int:
    return draft.change("审查:", old="日期: [0-9-]+", new=f"日期: {draft.year}-05-01")


@caught_by("WEB-008")
def nobody_signed(draft: Draft) -> int:
    return draft.change("审查:", old=", 审签人: [^}]+", new="")


@caught_by("WEB-007")
def personal_identity_number(draft: Draft) -> int:
    return draft.change("项目:", "基本情况:", old="。", new="，由联系人（11010519491231002X）办理。")


@caught_by("WEB-007")
def private_telephone(draft: Draft) -> int:
    return draft.change("项目:", "基本情况:", old="。", new="，由某同志13800138000办理。")


@caught_by("WEB-007")
def bank_account(draft: Draft) -> int:
    return draft.change("项目:", "基本情况:", old="。", new="，转入账号6222021234567890123。")


@caught_by("WEB-007")
def secret_mark(draft: Draft) -> int:
    return draft.change("项目:", "基本情况:", old="。", new="。秘密★1年")
