"""来历 says of each figure what the rules have found, and nothing that they have not."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from generator.check import judge
from generator.pipeline import publish
from generator.rendering.environment import Components
from generator.rendering.formulas import render_formulas
from generator.rendering.render import render
from generator.rules import ALL_RULES
from generator.views.addresses import Addresses
from generator.views.origins import origins
from tests.cases.rule_cases import ROOT, Case, disclosure_of, disclosure_of_case

if TYPE_CHECKING:
    from pathlib import Path

    from generator.check import Judgement
    from generator.model.disclosure import Disclosure
    from generator.views.origin_blocks import Check, Origins

SUM = "支出: {合计: 100.00, 构成: [{名称: 基本支出, 金额: 60.00}, {名称: 项目支出, 金额: 40.00}]}\n"
TABLE = """\
公开表:
  支出总表:
  - {科目名称: 合计, 合计: 5.00, 基本支出: 3.00, 项目支出: 2.00}
  - {科目编码: 201, 科目名称: 一般公共服务支出, 合计: 4.00, 基本支出: 2.00, 项目支出: 2.00}
  - {科目编码: 208, 科目名称: 社会保障和就业支出, 合计: 1.00, 基本支出: 1.00, 项目支出: 0.00}
"""


def said(text: str, *without: str) -> dict[str, Origins]:
    """Return the account of a text, judged by all rules but those named."""
    disclosure = disclosure_of(text)
    return accounts(disclosure, judge(disclosure, [rule for rule in ALL_RULES if rule.code not in without]))


def accounts(disclosure: Disclosure, judgement: Judgement) -> dict[str, Origins]:
    return origins(disclosure, Addresses(disclosure), judgement)


def formulas(told: Origins) -> list[str]:
    return [words(check) for check in (*told.common, *(check for row in told.rows for check in row.checks))]


def words(check: Check) -> str:
    whole, parts = "".join(each.text for each in check.whole), f" {check.sign} ".join(each.text for each in check.parts)
    return f"{whole}{check.relation}{parts}：{check.outcome}（{check.rule}）"


def test_a_total_tells_its_parts_and_who_has_added_them_up() -> None:
    told = said(SUM)["t-expenditure"]
    assert formulas(told) == ["=基本支出 + 项目支出：相符（ARI-010）"]
    assert [row.line for row in told.rows] == ["第1行"] * 3
    assert "单位：万元" in told.facts


def test_a_sum_that_is_wrong_leads_to_its_finding() -> None:
    disclosure = disclosure_of(SUM.replace("100.00", "109.00"))
    judgement = judge(disclosure, ALL_RULES)
    (check,) = [check for row in accounts(disclosure, judgement)["t-expenditure"].rows for check in row.checks]
    assert words(check) == "≠基本支出 + 项目支出：相差9.00万元（ARI-010）"
    assert judgement.findings[check.mark - 1].code == "ARI-010"


def test_a_sum_that_is_waived_says_so() -> None:
    waiver = "豁免:\n  - {规则: ARI-010, 理由: 原文如此, 批准人: 甲}\n"
    assert formulas(said(SUM.replace("100.00", "109.00") + waiver)["t-expenditure"]) == [
        "≠基本支出 + 项目支出：相差9.00万元，已豁免（ARI-010）"
    ]


def test_what_rounding_explains_is_not_called_wrong() -> None:
    rounded = SUM.replace("合计: 100.00", "合计: 100.01")
    assert formulas(said(rounded)["t-expenditure"]) == ["=基本支出 + 项目支出：相差0.01万元，由四舍五入造成（ARI-010）"]


def test_a_rule_that_did_not_run_shows_no_formula() -> None:
    told = said(SUM, "ARI-010")["t-expenditure"]
    assert formulas(told) == []
    assert len(told.rows) == 3


@pytest.mark.parametrize("figure", ["空白", "不公开"])
def test_a_sum_that_lacks_a_figure_shows_no_formula(figure: str) -> None:
    written = "" if figure == "空白" else figure
    assert formulas(said(SUM.replace("100.00", written))["t-expenditure"]) == []


def test_a_statement_tells_what_holds_in_every_row_once() -> None:
    told = said(TABLE)["t-expenditure-table"]
    assert formulas(told) == [
        "合计=基本支出 + 项目支出：3行相符（ARI-004）",
        "各栏=一般公共服务支出 + 社会保障和就业支出：相符（ARI-005）",
    ]


def test_changes_are_added_with_their_direction() -> None:
    rows = "{名称: 支出, 方向: 增加, 金额: 2.00}, {名称: 基本支出, 方向: 增加, 金额: 2.00}, {名称: 项目支出, 方向: 持平}"
    changes = f"比上年增减: {{各项: [{rows}]}}\n"
    assert formulas(said(changes)["t-changes"]) == ["=基本支出（增加） + 项目支出（持平）：相符（ARI-013）"]


OPERATING = "支出: {构成: [{名称: 基本支出, 其中: [{名称: 公用经费, 金额: 30.00}]}]}\n机关运行经费: {金额: 20.00}\n"


def test_what_must_not_exceed_another_says_so_on_both_sides() -> None:
    told = said(OPERATING)
    assert "≥《机关运行经费》“本年安排”：相符（X-007）" in formulas(told["t-expenditure"])
    assert formulas(told["operating"]) == ["≤《支出构成》“公用经费”：相符（X-007）"]


def test_what_exceeds_another_leads_to_its_finding_unless_it_is_waived() -> None:
    wrong = OPERATING.replace("20.00", "40.00")
    disclosure = disclosure_of(wrong)
    judgement = judge(disclosure, ALL_RULES)
    (row,) = accounts(disclosure, judgement)["operating"].rows
    assert [words(check) for check in row.checks] == ["≤《支出构成》“公用经费”：不符（X-007）"]
    assert judgement.findings[row.checks[0].mark - 1].code == "X-007"
    waiver = "豁免:\n  - {规则: X-007, 理由: 口径不同, 批准人: 甲}\n"
    assert formulas(said(wrong + waiver)["operating"]) == ["≤《支出构成》“公用经费”：不符，已豁免（X-007）"]


def test_parts_that_are_only_the_principal_ones_do_not_exceed_their_whole() -> None:
    told = said("支出: {构成: [{名称: 项目支出, 金额: 9.00, 其中: [{名称: 会议, 金额: 3.00}, {名称: 培训, 金额: 4.00}]}]}\n")
    assert "≥会议 + 培训：相符（ARI-010）" in formulas(told["t-expenditure"])


@pytest.mark.parametrize(
    ("now", "way", "formula"),
    [
        ("3.00", "增加", "“增减”=“本年” − “上年”：相符（ARI-012）"),
        ("1.00", "减少", "“增减”=“上年” − “本年”：相符（ARI-012）"),
        ("4.00", "增加", "“增减”=“本年” − “上年”：不符（ARI-012）"),
    ],
)
def test_a_stated_change_is_the_difference_of_both_years(now: str, way: str, formula: str) -> None:
    told = said(f"三公经费: {{公务接待费: {{上年: 2.00, 本年: {now}, 方向: {way}, 增减: 1.00}}}}\n")
    assert formula in formulas(told["t-public-expenses"])


def test_a_change_in_the_other_direction_is_no_difference() -> None:
    told = said("三公经费: {公务接待费: {上年: 2.00, 本年: 1.00, 方向: 增加, 增减: 1.00}}\n")
    assert [line for line in formulas(told["t-public-expenses"]) if "ARI-012" in line] == []


PROJECT = """\
项目:
- 名称: 培训
  资金支出计划: {3月底: 20, 6月底: 50, 12月底: 100}
  绩效指标:
  - {一级指标: 产出指标, 二级指标: 数量指标, 三级指标: 培训次数, 指标值: ≥2次}
  - {一级指标: 产出指标, 二级指标: 数量指标, 三级指标: 培训人数, 指标值: ≥9人}
"""


def test_a_schedule_rises() -> None:
    assert formulas(said(PROJECT)["t-project-1-schedule"]) == ["“12月底”≥“6月底” ≥ “3月底”：相符（PER-002）"]
    assert formulas(said(PROJECT.replace("50", "10"))["t-project-1-schedule"]) == ["“12月底”≥“6月底” ≥ “3月底”：不符（PER-002）"]


def test_indicators_tell_where_they_are_written_and_how_the_rules_came_out() -> None:
    told = said(PROJECT)["t-project-1"]
    assert [(row.row.text, row.row.address, row.line) for row in told.rows] == [("培训：绩效指标", "t-project-1", "各行依次在第5、6行")]
    assert re.search(r"单位：写在各行里，.*绩效方面的规则通过\d+条，不通过\d+条", told.facts)


def test_figures_that_are_the_same_say_so_on_both_sides() -> None:
    both = f"{SUM.replace('100.00', '5.00').replace('60.00', '3.00').replace('40.00', '2.00')}{TABLE}"
    told = said(both)
    assert "=《部门支出总表》“合计”的“基本支出”：相符（X-014）" in formulas(told["t-expenditure"])
    assert "“基本支出”=《支出构成》“基本支出”：相符（X-014）" in formulas(told["t-expenditure-table"])


SPOKEN = "机关运行经费: {金额: 20.00, 说明: 机关运行经费20.00万元。}\n"


def test_an_amount_that_the_text_repeats_leads_to_the_text() -> None:
    told = said(SPOKEN)["operating"]
    assert formulas(told) == ["=正文“机关运行经费20.00万元”：相符（TXT-001）"]
    assert [part.address for row in told.rows for check in row.checks for part in check.parts] == ["operating"]
    assert formulas(said(SPOKEN.replace("费20", "费23"))["operating"]) == ["=正文“机关运行经费23.00万元”：不符（TXT-001）"]
    ten_times = SPOKEN.replace("20.00万", "200.0万")
    assert formulas(said(ten_times)["operating"]) == [], "what another rule calls wrong by its magnitude is not judged here"


SHARE = "支出: {合计: 200.00, 说明: 其中基本支出150.00万元，占75%。}\n"


@pytest.mark.parametrize(("share", "outcome"), [("75%", "相符"), ("70%", "不符")])
def test_a_share_that_the_text_states_is_one_of_the_total(share: str, outcome: str) -> None:
    told = said(SHARE.replace("75%", share))["t-expenditure"]
    assert f"≈正文“150.00万元” ÷ 正文“{share}”：{outcome}（ARI-014）" in formulas(told)


def test_a_share_of_another_amount_of_the_text_is_not_said_of_the_total() -> None:
    other = SHARE.replace("占75%", "会议费15.00万元，占基本支出的10%")
    assert [line for line in formulas(said(other)["t-expenditure"]) if "ARI-014" in line] == []


COSTS = """\
项目:
- 名称: 调研
  预算数: 6.00
  绩效指标:
  - {二级指标: 成本指标, 三级指标: 交通成本, 指标值: ≤4万元}
  - {二级指标: 成本指标, 三级指标: 印刷成本, 指标值: 2万元}
"""


@pytest.mark.parametrize(("budget", "outcome"), [("6.00", "相符"), ("5.00", "不符")])
def test_a_budget_covers_the_costs_that_indicators_limit(budget: str, outcome: str) -> None:
    told = said(COSTS.replace("6.00", budget))["t-projects"]
    assert f"“预算数”≥指标“交通成本≤4万元” + 指标“印刷成本2万元”：{outcome}（PER-010）" in formulas(told)


BEFORE = "机关运行经费: {金额: 20.00}\n"
REPEATED = "机关运行经费: {金额: 21.00, 上年: 20.00}\n"


@pytest.mark.parametrize(
    ("text", "formula"),
    [
        (REPEATED, "=2025年部门预算的《机关运行经费》“本年安排”：相符（X-010）"),
        (REPEATED.replace("20.00", "22.00"), "≠2025年部门预算的《机关运行经费》“本年安排”：相差2.00万元（X-010）"),
    ],
)
def test_last_years_figure_leads_to_last_years_page(text: str, formula: str) -> None:
    disclosure = disclosure_of_case(Case("", text, (), previous=BEFORE))
    told = accounts(disclosure, judge(disclosure, ALL_RULES))["operating"]
    assert formula in formulas(told)
    (check,) = [check for row in told.rows for check in row.checks if check.rule == "X-010"]
    assert disclosure.previous
    assert (check.page, check.parts[0].address) == (disclosure.previous.address, "operating-amount")
    assert f'href="../../../{check.page}#operating-amount"' in render_formulas([check], "../../../")


@pytest.fixture(scope="module")
def pages() -> list[tuple[str, str]]:
    """Return the disclosure pages of the shipped content and of the golden site."""
    components = Components(ROOT / "theme")
    published = [page for content in (ROOT / "content", ROOT / "tests/site/content") for page in publish(content).pages]
    disclosures = [page for page in published if page.year is not None and page.address.count("/") > 1]
    return [(page.address, render(page.view(), page.address, components)) for page in disclosures]


def test_every_formula_leads_to_figures_that_are_there_and_no_address_is_given_twice(pages: list[tuple[str, str]]) -> None:
    assert len(pages) > 8
    for address, html in pages:
        known = re.findall(r'\bid="([^"]+)"', html)
        assert len(known) == len(set(known)), address
        links = {
            link
            for part in re.findall(r'<details class="figure-origins">.*?</details>', html, re.DOTALL)
            for link in re.findall(r'href="#([^"]+)"', part)
        }
        assert links <= set(known), address


def test_nothing_is_called_unequal_without_a_finding_or_a_waiver(pages: list[tuple[str, str]]) -> None:
    unequal = [line for _, html in pages for line in re.findall(r"<li>[^\n]*≠[^\n]*</li>", html)]
    assert unequal
    for line in unequal:
        for formula in line.split("；")[1:]:
            assert "≠" not in formula or "#finding-" in formula or "已豁免" in formula, formula


def test_the_line_of_the_source_is_linked_where_the_site_names_its_address(tmp_path: Path) -> None:
    content = tmp_path / "content"
    (content / "departments" / "a" / "2032").mkdir(parents=True)
    source = ROOT / "tests" / "site" / "content"
    for path in source.rglob("*"):
        if path.is_file():
            copy = content / path.relative_to(source)
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_bytes(path.read_bytes())
    site = content / "site.yml"
    site.write_text(site.read_text(encoding="utf-8") + "源文件网址: https://example.gov.cn/blob/v1/{文件}#L{行}\n", encoding="utf-8")
    page = next(page for page in publish(content).pages if page.address == "2032/archives/budget/")
    html = render(page.view(), page.address, Components(ROOT / "theme"))
    assert '<a href="https://example.gov.cn/blob/v1/content/departments/archives/2032/budget.yml#L21">第21行</a>' in html
    assert "statements/%E6%94%AF%E5%87%BA%E6%80%BB%E8%A1%A8.csv#L2" in html
