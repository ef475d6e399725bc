"""Sentences that were not brought up to date, were copied, or were spoilt on the way."""

from __future__ import annotations

from tests.precision.draft import Draft, caught_by, raised, tenfold

OTHER = ("其他说明:",)
OFFICE = ("机关运行经费:", "说明:")
WHOLE = "说明: .*"
_TURNED = {"增加": "减少", "减少": "增加"}


@caught_by("TXT-001")
def sentence_of_last_year_left(draft: Draft) -> int:
    last = draft.cell("收入:", "上年:", old="([0-9.]+)$")
    return draft.change("收入:", "说明:", old="收入预算([0-9.]+)万元", new=f"收入预算{last}万元")


@caught_by("TXT-007")
def sentence_of_last_year_left_with_its_year(draft: Draft) -> int:
    last = draft.cell("收入:", "上年:", old="([0-9.]+)$")
    return draft.change("收入:", "说明:", old="[0-9]{4}年收入预算([0-9.]+)万元", new=f"{draft.year - 1}年收入预算{last}万元")


@caught_by("TXT-001", "ARI-014")
def amount_in_sentence_mistyped(draft: Draft) -> int:
    return draft.change("支出:", "说明:", old="项目支出([0-9.]+)万元", new=raised)


@caught_by("TXT-009")
def yuan_called_wan(draft: Draft) -> int:
    return draft.change("三公经费:", "说明:", old="预算([0-9.]+)万元", new=tenfold)


@caught_by("TXT-009")
def wan_called_yuan(draft: Draft) -> int:
    return draft.change("政府采购:", "说明:", old="万元", new="元")


@caught_by("TXT-010")
def two_amounts_for_one_thing(draft: Draft) -> int:
    draft.change("项目:", "基本情况:", old="。", new="，其中专家评审费12.00万元。")
    return draft.change("项目:", "用途:", old="。", new="，其中专家评审费15.00万元。")


@caught_by("TXT-002")
def reason_removed(draft: Draft) -> int:
    return draft.change("比上年增减:", "名称: 项目支出", old=", 原因: [^}]+", new="")


@caught_by("TXT-002")
def reason_removed_from_sentence(draft: Draft) -> int:
    return draft.change(*OFFICE, old="，原因是.*。", new="。")


@caught_by("TXT-003", "ARI-013", "TXT-004")
def direction_turned(draft: Draft) -> int:
    return draft.change("比上年增减:", "名称: 基本支出", old="方向: (..)", new=_TURNED.__getitem__)


@caught_by("TXT-003", "TXT-004")
def direction_turned_in_sentence(draft: Draft) -> int:
    return draft.change(*OFFICE, old="预算(增加|减少)", new=_TURNED.__getitem__)


@caught_by("TXT-003")
def minus_after_direction(draft: Draft) -> int:
    return draft.change(*OFFICE, old="预算(增加|减少)", new=lambda word: f"{word}-")


@caught_by("TXT-004")
def reason_against_direction(draft: Draft) -> int:
    reasons = {"增加": "压减一般性开支", "减少": "新增人员较多"}
    word = draft.cell("比上年增减:", "名称: 基本支出", old="方向: (..)")
    return draft.change("比上年增减:", "名称: 基本支出", old="原因: [^}]+", new=f"原因: {reasons[word]}")


@caught_by("TXT-004")
def reason_says_nothing(draft: Draft) -> int:
    return draft.change("比上年增减:", "名称: 项目支出", old="原因: [^}]+", new="原因: 经费变动")


@caught_by("TXT-005")
def percentage_of_nothing(draft: Draft) -> int:
    sentence = "会议费上年为0万元，比上年增加0.30万元，增长100%，主要是新增一次会议。"
    return draft.change(*OTHER, old=WHOLE, new=f"说明: {sentence}")


@caught_by("TXT-006")
def share_beyond_the_whole(draft: Draft) -> int:
    return draft.change(*OTHER, old=WHOLE, new="说明: 一般公共预算拨款收入占收入总额的124.50%。")


@caught_by("TXT-006")
def share_without_sign(draft: Draft) -> int:
    return draft.change("支出:", "说明:", old="%", new="")


@caught_by("ARI-014")
def share_not_updated(draft: Draft) -> int:
    return draft.change("支出:", "说明:", old="占支出总额的([0-9.]+)%", new=raised)


@caught_by("TXT-007")
def year_left_over(draft: Draft) -> int:
    return draft.change("部门整体绩效:", "总体目标:", old=f"{draft.year}年", new=f"{draft.year - 1}年")


@caught_by("TXT-008")
def compared_with_itself(draft: Draft) -> int:
    return draft.change(*OFFICE, old="比(上年|[0-9]{4}年)预算", new=lambda _: f"{draft.year}年")


@caught_by("TXT-011")
def bases_mixed(draft: Draft) -> int:
    sentence = "印刷费比上年预算数增加0.10万元，主要是新印手册；邮寄费比上年执行数减少0.20万元，主要是改用电子文件。"
    return draft.change(*OTHER, old=WHOLE, new=f"说明: {sentence}")


@caught_by("TXT-012")
def placeholder_left(draft: Draft) -> int:
    return draft.change("部门整体绩效:", "总体目标:", old="围绕", new="围绕XX县")


@caught_by("TXT-012")
def alternative_left(draft: Draft) -> int:
    return draft.change(*OTHER, old=WHOLE, new="说明: 印刷费比上年增加（减少）0.10万元，主要是新印手册。")


@caught_by("TXT-012")
def amount_left_out(draft: Draft) -> int:
    return draft.change(*OTHER, old=WHOLE, new="说明: 印刷费共计 万元，用于新印手册。")


@caught_by("TXT-013")
def field_code_left(draft: Draft) -> int:
    return draft.change("部门整体绩效:", "总体目标:", old="。", new=r"。TC 总体目标 \f C \l 1")


@caught_by("TXT-013")
def bookmark_left(draft: Draft) -> int:
    return draft.change("部门整体绩效:", "总体目标:", old="围绕", new="[bookmark:_Toc1]围绕")


@caught_by("TXT-013")
def formula_left(draft: Draft) -> int:
    return draft.change("部门整体绩效:", "序号: 1,", old="不低于", new=r"$\geq$")


@caught_by("TXT-014")
def word_doubled(draft: Draft) -> int:
    return draft.change("部门整体绩效:", "总体目标:", old="做好", new="做好推动推动")


@caught_by("TXT-014")
def mark_doubled(draft: Draft) -> int:
    return draft.change("部门整体绩效:", "总体目标:", old="。", new="。。")


@caught_by("TXT-015")
def province_in_a_county(draft: Draft) -> int:
    return draft.change("名词解释:", "县级财政", old="县级财政", new="省级财政")


@caught_by("TXT-015")
def governor_in_a_county(draft: Draft) -> int:
    return draft.change("部门整体绩效:", "总体目标:", old="做好", new="依法补选市长，做好")


@caught_by("TXT-016")
def sentence_of_another_department(draft: Draft) -> int:
    return draft.change("部门整体绩效:", "总体目标:", old="围绕", new=f"按{draft.foreign}部门预算，围绕")


@caught_by("TXT-017")
def law_that_does_not_exist(draft: Draft) -> int:
    return draft.change("公开依据:", old="保守国家秘密法", new="保守国家机密法")


@caught_by("TXT-020")
def bracket_left_open(draft: Draft) -> int:
    return draft.change("部门整体绩效:", "总体目标:", old="围绕", new="（围绕")


@caught_by("TXT-021")
def comma_of_half_width(draft: Draft) -> int:
    return draft.change("部门整体绩效:", "总体目标:", old="，", new=",")


@caught_by("TXT-022")
def full_stop_lost(draft: Draft) -> int:
    return draft.change(*OTHER, old=WHOLE, new="说明: 没有其他需要说明的事项。各项目的绩效目标见上")


@caught_by("TXT-024")
def two_constructions_in_one(draft: Draft) -> int:
    return draft.change("部门整体绩效:", "总体目标:", old="围绕", new="根据工作要点为依据，围绕")


@caught_by("TXT-025")
def square_brackets_in_a_number(draft: Draft) -> int:
    return draft.change("部门整体绩效:", "总体目标:", old="围绕", new="按照财预[2016]143号文件，围绕")


@caught_by("TXT-026")
def comparison_left_out(draft: Draft) -> int:
    draft.remove("机关运行经费:", "上年:")
    draft.change(*OFFICE, old="，比.*。", new="。")
    return draft.number("机关运行经费:", "金额:")


@caught_by("GLO-004")
def title_shortened(draft: Draft) -> int:
    draft.change(*OTHER, old=WHOLE, new="说明: 执行《政府内部控制办法》。")
    return draft.change("部门整体绩效:", "总体目标:", old="围绕", new="按照《内部控制办法》，围绕")
