"""What the pages say of figures in plain sentences, side by side, and of terms."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.check import Judgement, Report
from generator.findings.finding import Finding, Severity
from generator.model.headlines import headlines
from generator.model.kinds import Kind
from generator.views.department import department_view
from generator.views.glossary import term_view
from generator.views.headlines import key_figures, planned_for
from generator.views.home import home_view
from generator.views.marks import Marks
from generator.views.side_by_side import SideBySide
from generator.views.summary import project_overview, summary
from generator.views.terms import TermFinder
from generator.views.totals import expenditure
from generator.views.uses import TermUses
from generator.views.wording import one_line
from generator.views.year import year_view
from tests.unit.views.texts import DEPARTMENT, corpus_of

if TYPE_CHECKING:
    from pathlib import Path

    from generator.model.corpus import Corpus
    from generator.model.disclosure import Disclosure
    from generator.views.blocks import PageView, Section

SOUND = Judgement((), {})


def sentences(disclosure: Disclosure, judgement: Judgement = SOUND) -> list[str]:
    """Return the sentences of the summary, each with the numbers of its findings behind it."""
    marks = Marks(judgement.findings)
    found = summary(disclosure, tuple(headlines(disclosure)), marks, judgement)
    return [f"{each.text}{''.join(f'[{mark}]' for mark in each.marks)}" for block in found for each in block.sentences]


def only(folder: Path, text: str) -> Disclosure:
    """Return the one disclosure of 2032."""
    (disclosure,) = corpus_of(folder, {"2032/budget": text}).disclosures
    return disclosure


def reported(corpus: Corpus) -> Report:
    """Return a report that has found nothing."""
    return Report((), {each.address: SOUND for each in corpus.disclosures})


def tables(view: PageView) -> dict[str, list[list[str]]]:
    """Return the rows of each table that sets things side by side, by its anchor."""

    def inside(section: Section) -> list[SideBySide]:
        own = [block for block in section.blocks if isinstance(block, SideBySide)]
        return [*own, *(table for part in section.sections for table in inside(part))]

    found = [table for section in view.sections for table in inside(section)]
    return {table.anchor: [[lane.name, *(value.text for value in lane.values)] for lane in table.lanes] for table in found}


def test_a_summary_tells_how_much_for_what_and_why(tmp_path: Path) -> None:
    text = (
        "支出: {合计: 110.00, 上年: 100.00, 构成: [{名称: 基本支出, 金额: 66.00}, {名称: 项目支出, 金额: 44.00}]}\n"
        "比上年增减: {各项: [{名称: 支出, 方向: 增加, 金额: 10.00, 原因: 人员增加。}]}\n"
    )
    assert sentences(only(tmp_path, text))[:2] == [
        "2032年计划支出110.00万元，比上年增加10.00万元（10.0%），原因：人员增加。",
        "花到哪里去：基本支出66.00万元（占60.0%）、项目支出44.00万元（占40.0%）。",
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("支出: {合计: 110.00}\n", "2032年计划支出110.00万元，没有列出上年的数，无从比较。"),
        ("支出: {合计: 不公开}\n", "支出合计不公开。"),
        ("支出: {合计: 1.00, 上年: 1.00}\n", "2032年计划支出1.00万元，与上年持平。"),
        ("支出: {合计: 2.00, 上年: 1.00}\n", "2032年计划支出2.00万元，比上年增加1.00万元（100.0%），文本没有写明原因。"),
        (
            "支出: {合计: 2.00, 上年: 1.00}\n比上年增减: {各项: [{名称: 支出, 方向: 减少, 金额: 1.00}]}\n",
            "2032年计划支出2.00万元，比上年增加1.00万元（100.0%），文本写的是减少1.00万元，与两年的数不符；文本没有写明原因。",
        ),
        (
            "支出: {合计: 2.00, 上年: 1.00}\n可比性: [{原因: 口径变化, 说明: 并入下属单位}]\n",
            "2032年计划支出2.00万元，与上年不可直接比较，口径变化，并入下属单位。",
        ),
        (
            "收入: {合计: 9.00, 构成: [{名称: 甲, 金额: 不公开}, {名称: 乙, 金额: 4.00}, {名称: 丙, 金额: }]}\n",
            "收入9.00万元，没有列出上年的数，无从比较。",
        ),
    ],
)
def test_what_is_not_known_is_said_to_be_unknown(tmp_path: Path, text: str, said: str) -> None:
    assert sentences(only(tmp_path, text))[0] == said


def test_parts_without_an_amount_are_named_and_parts_that_contradict_their_total_have_no_shares(tmp_path: Path) -> None:
    parts = "[{名称: 甲, 金额: 不公开}, {名称: 乙, 金额: 4.00}, {名称: 丙, 金额: }]"
    wrong = "支出: {合计: 9.00, 构成: [{名称: 甲, 金额: 4.00}, {名称: 乙, 金额: 4.00}]}\n"
    said = sentences(only(tmp_path, f"收入: {{合计: 8.00, 构成: {parts}}}\n{wrong}"))
    assert "钱从哪里来：乙4.00万元（占50.0%）；甲不公开；丙空白。" in said
    assert "花到哪里去：甲4.00万元、乙4.00万元；各项与合计9.00万元对不上，不列占比。" in said


def test_a_figure_with_a_finding_leads_to_it(tmp_path: Path) -> None:
    disclosure = only(tmp_path, "支出: {合计: 110.00, 上年: 100.00}\n")
    assert disclosure.text.expenditure is not None
    fault = Finding("ARI-010", Severity.ERROR, disclosure.text.expenditure.at("total"), "不符")
    said = sentences(disclosure, Judgement((fault,), {}))
    assert said[0].endswith("。[1]")
    assert said[-1] == "数字和文字核对下来，有1处检查结果，其中错误1处，列在本页“检查结果”一节。"


def test_projects_at_a_glance_tell_which_have_no_amount(tmp_path: Path) -> None:
    purpose = "预算数30万元，其中财政资金30万元，修路。再修桥。"
    text = f"项目: [{{名称: 甲, 预算数: 30, 用途: {purpose}}}, {{名称: 乙, 预算数: 不公开}}, {{名称: 丙, 预算数: 10}}]\n"
    (overview,) = project_overview(only(tmp_path, text).text.projects, ["a", "b", "c"])
    assert overview.lead == "共3个项目，其中2个列出金额，合计40万元。"
    assert [(each.amount, each.share, each.purpose) for each in overview.projects] == [
        ("30万元", "占75.0%", "修路"), ("不公开", "", ""), ("10万元", "占25.0%", ""),
    ]  # fmt: skip


def test_a_department_is_compared_over_the_years(tmp_path: Path) -> None:
    corpus = corpus_of(
        tmp_path,
        {
            "2031/budget": "支出: {合计: 100.00}\n三公经费: {公务接待费: {本年: 3.00}}\n",
            "2032/budget": "支出: {合计: 1200000元}\n三公经费: {公务接待费: {本年: 2.00}}\n可比性: [{原因: 机构改革}]\n",
            "2033/budget": "支出: {合计: 90.00}\n比上年增减: {各项: [{名称: 支出, 方向: 减少, 金额: 30.00, 原因: 项目完成}]}\n",
        },
    )
    found = tables(department_view(corpus, corpus.departments[0]))
    assert found["t-years-expenditure"] == [
        ["2031年", "100.00", "—", "没有列出上年的数，无从比较"],
        ["2032年", "1,200,000元", "不可直接比较", "机构改革"],
        ["2033年", "90.00", "减少30.00万元（25.0%）", "项目完成"],
    ]
    assert found["t-years-items"] == [["公务接待费", "3.00", "2.00"]]


def test_accounts_stand_beside_the_budget_of_their_year(tmp_path: Path) -> None:
    texts = {"2031/budget": "支出: {合计: 100.00}\n", "2031/accounts": "支出: {合计: 92.00}\n", "2032/budget": "支出: {合计: 95.00}\n"}
    corpus = corpus_of(tmp_path, texts)
    assert [row[:4] for row in tables(department_view(corpus, corpus.departments[0]))["t-years-expenditure"]] == [
        ["2031年", "100.00", "92.00", "比预算少8.00万元（8.0%）"],
        ["2032年", "95.00", "未载明", "缺一个数，无从比较"],
    ]
    accounts = corpus.disclosures[0] if corpus.disclosures[0].kind is Kind.ACCOUNTS else corpus.disclosures[1]
    planned = planned_for(accounts, corpus.family(accounts).all)
    (block,) = key_figures(accounts, tuple(headlines(accounts)), Marks(), planned)
    assert block.figures[0].before == "年初预算100.00万元"


def test_a_department_with_one_text_is_not_compared_with_itself(tmp_path: Path) -> None:
    corpus = corpus_of(tmp_path, {"2032/budget": "支出: {合计: 100.00}\n"})
    assert tables(department_view(corpus, corpus.departments[0])) == {}


def test_a_years_total_says_what_it_leaves_out(tmp_path: Path) -> None:
    texts = {"2032/budget": "支出: {合计: 100.00}\n", "departments/water/2032/budget": "支出: {合计: 不公开}\n",
             "departments/roads/2032/budget": "支出: {合计: 12345元}\n", "departments/water/department": DEPARTMENT,
             "departments/roads/department": DEPARTMENT}  # fmt: skip
    corpus = corpus_of(tmp_path, texts)
    (total,) = expenditure(corpus.disclosures, reported(corpus))
    assert (total.words, total.listed, total.lacking) == ("约101.23万元", 2, 1)
    assert total.caution == "由2份部门预算的支出合计直接相加，单位不同的已经换算；1份没有列出或者不公开，没有计入"
    (rows,) = tables(year_view(corpus, reported(corpus), corpus.years[0])).values()
    assert [row[2] for row in rows] == ["100.00", "12,345元", "不公开"]
    (years,) = tables(home_view(corpus, reported(corpus))).values()
    assert years == [["2032年", "3", "3", "约101.23万元（另有1份没有列出）", "0"]]


def test_a_term_says_whether_texts_explain_it_differently(tmp_path: Path) -> None:
    texts = {f"{year}/budget": f"名词解释:\n  一、基本支出：: {text}\n" for year, text in ((2031, "甲"), (2032, "甲"), (2033, "乙"))}
    corpus = corpus_of(tmp_path, texts)
    term = next(term for term in corpus.glossary.terms if term.slug == "basic-expenditure")
    view = term_view(term, TermUses(corpus, TermFinder(corpus.glossary)))
    (notice,) = view.sections[0].blocks
    assert "3份公开文本解释了这个名词，有2种说法" in str(notice)
    assert "改过说法的有市档案馆（2033年）。" in str(notice)


@pytest.mark.parametrize(
    ("text", "line"),
    [("修路。再修桥。", "修路"), ("1. **修**[路](https://a.example)", "修路"), ("- 甲\n- 乙", "甲乙"), ("长" * 9, "长长长长…")],
)
def test_one_line_is_the_first_sentence_without_marks(text: str, line: str) -> None:
    assert one_line(text, 5) == line
