"""Project sheets and indicators that were filled in wrongly."""

from __future__ import annotations

from tests.precision.draft import Draft, caught_by, increased

FIRST = ("项目:",)
COUNTED, GOOD, COST = "二级指标: 数量指标", "二级指标: 质量指标", "二级指标: 成本指标"
TARGET = "指标值: ([^,]+),"


@caught_by("PER-001")
def code_not_filled_in(draft: Draft) -> int:
    draft.remove(*FIRST, "项目编码:")
    return draft.number(*FIRST, "名称:")


@caught_by("PER-002")
def schedule_decreases(draft: Draft) -> int:
    return draft.change(*FIRST, "资金支出计划:", old="10月底: [0-9]+%", new="10月底: 1%")


@caught_by("PER-002")
def schedule_stops_short(draft: Draft) -> int:
    return draft.change(*FIRST, "资金支出计划:", old="12月底: 100%", new="12月底: 97%")


@caught_by("PER-002")
def schedule_by_period(draft: Draft) -> int:
    return draft.change(*FIRST, "资金支出计划:", old="{.*}", new="{3月底: 25%, 6月底: 25%, 10月底: 25%, 12月底: 25%}")


@caught_by("PER-003")
def schedule_has_a_blank(draft: Draft) -> int:
    return draft.change(*FIRST, "资金支出计划:", old="6月底: [0-9]+%", new="6月底: ")


@caught_by("PER-004")
def code_used_twice(draft: Draft) -> int:
    code = draft.cell(*FIRST, "项目编码:", old="编码: (.*)")
    return draft.change(*FIRST, "项目编码:", "项目编码:", old="编码: .*", new=f"编码: {code}")


@caught_by("PER-004")
def code_too_short(draft: Draft) -> int:
    return draft.change(*FIRST, "项目编码:", old="编码: (.*)", new=lambda code: code[:-1])


@caught_by("PER-004")
def code_of_another_region(draft: Draft) -> int:
    return draft.change(*FIRST, "项目编码:", old="编码: [0-9]{6}", new="编码: 990000")


@caught_by("PER-016")
def blank_in_project_code(draft: Draft) -> int:
    return draft.change(*FIRST, "项目编码:", old="编码: (.*)", new=lambda code: f"{code[:8]} {code[8:]}")


@caught_by("PER-005")
def funds_differ_from_budget(draft: Draft) -> int:
    return draft.change(*FIRST, "其中财政资金:", old="([0-9.]+)$", new=lambda figure: increased(figure, -5))


@caught_by("PER-006")
def no_effects_named(draft: Draft) -> int:
    end = draft.find(*FIRST, "名称:", "名称:")
    draft.lines[:end] = [line for line in draft.lines[:end] if "一级指标: 效益指标" not in line]
    return draft.number(*FIRST, "绩效指标:") + 1


@caught_by("PER-007")
def target_without_number(draft: Draft) -> int:
    return draft.change(*FIRST, COUNTED, old=TARGET, new=lambda _: "完成")


@caught_by("PER-007")
def target_left_blank(draft: Draft) -> int:
    return draft.change(*FIRST, COUNTED, old="指标值: [^,]+,", new="指标值: ,")


@caught_by("PER-008")
def share_among_quantities(draft: Draft) -> int:
    return draft.change(*FIRST, COUNTED, old=TARGET, new=lambda _: "≥90%")


@caught_by("PER-008")
def number_among_qualities(draft: Draft) -> int:
    return draft.change(*FIRST, GOOD, old="三级指标: .*?, 指标值: [^,]+,", new="三级指标: 材料报送, 指标值: ≥12份,")


@caught_by("PER-008")
def satisfaction_among_qualities(draft: Draft) -> int:
    return draft.change(*FIRST, GOOD, old="三级指标: .*?,", new="三级指标: 群众满意度,")


@caught_by("PER-009")
def share_beyond_a_hundred(draft: Draft) -> int:
    return draft.change(*FIRST, GOOD, old="指标值: [^,]+,", new="指标值: ≥120%,")


@caught_by("PER-009")
def share_at_most(draft: Draft) -> int:
    return draft.change(*FIRST, GOOD, old="≥", new="≤")


@caught_by("PER-009")
def count_at_most(draft: Draft) -> int:
    return draft.change(*FIRST, COUNTED, old="≥", new="≤")


@caught_by("PER-009")
def cost_at_least(draft: Draft) -> int:
    return draft.change(*FIRST, COST, old="≤", new="≥")


@caught_by("PER-010")
def costs_exceed_budget(draft: Draft) -> int:
    return draft.change(*FIRST, COST, old="≤([0-9.]+)万元", new=lambda figure: increased(figure, 40))


@caught_by("PER-012")
def goal_copied(draft: Draft) -> int:
    goal = draft.cell(*FIRST, "绩效目标:", "- ", old="- (.*)")
    return draft.change(*FIRST, "绩效目标:", "绩效目标:", "- ", old="- .*", new=f"- {goal}")


@caught_by("PER-013")
def goal_promises_more(draft: Draft) -> int:
    draft.change(*FIRST, "绩效目标:", "- ", old="- .*", new="- 完成调研6次，提出可行的建议。")
    return draft.change(*FIRST, COUNTED, old="三级指标: .*?, 指标值: [^,]+,", new="三级指标: 调研次数, 指标值: ≥4次,")


@caught_by("PER-015")
def scores_below_a_hundred(draft: Draft) -> int:
    return draft.change("整体绩效指标:", "资金使用合规", old="30, 单位（文字描述）: 合规30分", new="20, 单位（文字描述）: 合规20分")


@caught_by("PER-015")
def band_above_the_score(draft: Draft) -> int:
    return draft.change("整体绩效指标:", "资金使用合规", old="合规30分", new="合规50分")


@caught_by("PER-029")
def band_missing(draft: Draft) -> int:
    return draft.change("整体绩效指标:", "公众满意度", old="80%以下不", new="60%以下不")


@caught_by("PER-030")
def sign_missing(draft: Draft) -> int:
    return draft.change("整体绩效指标:", "公众满意度", old='符号: "<="', new="符号: ")


@caught_by("PER-014")
def project_without_goal(draft: Draft) -> int:
    names = [line.split("名称: ")[1] for line in draft.lines if line.startswith("  - 名称: ")]
    at = draft.find("部门整体绩效:", "分项目标:")
    end = draft.find("部门整体绩效:", "工作保障措施:")
    draft.lines[at + 1 : end] = [f"  - {{名称: {name}, 绩效目标: 完成第{at}项任务。}}" for at, name in enumerate(names[:-1])]
    return next(number for number, line in enumerate(draft.lines, 1) if line == f"  - 名称: {names[-1]}")


@caught_by("PER-017")
def stated_count_of_indicators(draft: Draft) -> int:
    return draft.add(*FIRST, "基本情况:", line="    目标和指标设置情况: 设置3项绩效目标。")


@caught_by("PER-018")
def unit_is_a_word(draft: Draft) -> int:
    return draft.change(*FIRST, GOOD, old="指标值: [^,]+,", new="指标值: ≥95百分比,")


@caught_by("PER-019")
def unit_lost(draft: Draft) -> int:
    return draft.change(*FIRST, GOOD, old="%", new="")


@caught_by("PER-020")
def cost_in_words(draft: Draft) -> int:
    return draft.change(*FIRST, COST, old="指标值: [^,]+,", new="指标值: 控制在预算以内,")


@caught_by("PER-021")
def indicator_named_for_its_class(draft: Draft) -> int:
    return draft.change(*FIRST, GOOD, old="三级指标: [^,]+,", new="三级指标: 质量指标,")


@caught_by("PER-023")
def effect_among_outputs(draft: Draft) -> int:
    return draft.change(*FIRST, GOOD, old="二级指标: 质量指标", new="二级指标: 社会效益指标")


@caught_by("PER-024")
def indicator_listed_twice(draft: Draft) -> int:
    return draft.double(*FIRST, COUNTED)


@caught_by("PER-025")
def project_number_skipped(draft: Draft) -> int:
    return draft.change(*FIRST, "序号: 2", old="序号: 2", new="序号: 5")


@caught_by("PER-011")
def basis_missing(draft: Draft) -> int:
    return draft.change(*FIRST, COUNTED, old=", 指标值确定依据: [^}]+", new="")


@caught_by("PER-028")
def meetings_miscounted(draft: Draft) -> int:
    return draft.change(*FIRST, COUNTED, old="描述: [^,]+, 指标值: [^,]+,", new="描述: 第一次至第三次全体会议召开, 指标值: ≥2次,")


@caught_by("PER-032")
def descriptions_alike(draft: Draft) -> int:
    described = draft.cell(*FIRST, COUNTED, old="描述: ([^,]+),")
    return draft.change(*FIRST, COUNTED, COUNTED, old="描述: [^,]+,", new=f"描述: {described},")


@caught_by("PER-033")
def background_of_another_project(draft: Draft) -> int:
    draft.change(*FIRST, "名称:", "名称:", old="名称: .*", new="名称: 基层公共服务窗口运行保障经费")
    return draft.change(*FIRST, "基本情况:", old="情况: .*", new="情况: 保障基层公共服务窗口运行，按任务量测算。")


@caught_by("X-008", "PER-005", "TXT-001", "TXT-009")
def project_costs_more_than_all(draft: Draft) -> int:
    return draft.change(*FIRST, "预算数:", old="([0-9.]+)$", new=lambda figure: increased(figure, 4000))


@caught_by("PER-035")
def share_of_nothing(draft: Draft) -> int:
    return draft.change(*FIRST, GOOD, old="三级指标: .*?,", new="三级指标: 社会影响力,")


@caught_by("PER-036")
def goal_without_figure(draft: Draft) -> int:
    return draft.change("部门整体绩效:", "序号: 2,", old="绩效指标: [^}]+", new="绩效指标: 严格执行机关管理制度。")


@caught_by("PER-037")
def indicator_named_but_not_listed(draft: Draft) -> int:
    return draft.add(*FIRST, "基本情况:", line="    目标和指标设置情况: 产出指标分别是接待批次；接待人次。")


@caught_by("PER-038")
def purpose_repeats_name(draft: Draft) -> int:
    name = draft.cell(*FIRST, "名称:", old="名称: (.*)")
    return draft.change(*FIRST, "用途:", old="用途: .*", new=f"用途: 主要用于{name}。")


@caught_by("PER-039")
def name_cut_short(draft: Draft) -> int:
    return draft.change(*FIRST, GOOD, old="三级指标: .*?,", new="三级指标: 对地区经济的贡献, 绩效指标描述: 对地区经济的贡献率,")


@caught_by("PER-040")
def one_thing_two_units(draft: Draft) -> int:
    draft.change(*FIRST, COST, old="三级指标: .*?, 指标值: [^,]+,", new="三级指标: 电脑维护成本, 指标值: ≤1元/台,")
    return draft.change(*FIRST, COUNTED, old="三级指标: .*?, (.*)指标值: [^,]+,", new="三级指标: 维护电脑, 指标值: ≥2个,")
