"""How a rule comes out, when it is in force, what a waiver covers, and what is said of a waiver that nobody needs."""

# ruff: noqa: D400, D415 - A rule's manual page is Chinese.

from __future__ import annotations

import dataclasses
from datetime import date
from typing import TYPE_CHECKING

import pytest

from generator.check import Judgement, check, judge, judge_site
from generator.findings.finding import Severity
from generator.model.corpus import Corpus
from generator.model.glossary import Glossary
from generator.model.site import Site
from generator.rules.arithmetic.parts_differ_from_total import parts_differ_from_total as wrong_sum
from generator.rules.rule import Basis, Outcome, Remark, Rule, rule, site_rule
from tests.cases.rule_cases import disclosure_of, site_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.disclosure import Disclosure

BASIS = Basis("测试用的依据")
WRONG = "支出: {合计: 110.00, 构成: [{名称: 基本支出, 金额: 60.00}, {名称: 项目支出, 金额: 40.00}]}\n"
SOUND = WRONG.replace("110.00", "100.00")
CODE = wrong_sum.code
TODAY = date(2026, 7, 1)


@rule("STR-901", Severity.ERROR, BASIS)
def nothing_to_judge(disclosure: Disclosure) -> Iterator[Remark | Outcome]:
    """没有什么可以判断的。"""
    assert disclosure
    yield Outcome.NOT_APPLICABLE


@rule("STR-902", Severity.ERROR, BASIS)
def no_figures(disclosure: Disclosure) -> Iterator[Remark | Outcome]:
    """没有数字可以判断。"""
    assert disclosure
    yield Outcome.NO_DATA


@rule("STR-903", Severity.ERROR, BASIS)
def breaks(disclosure: Disclosure) -> Iterator[Remark | Outcome]:
    """执行时会出错的。"""
    yield Remark(disclosure.text.at("year"), "说到一半", "")
    raise KeyError(disclosure.year)


def judged(text: str, *rules: Rule, today: date | None = TODAY) -> Judgement:
    return judge(disclosure_of(text), rules or (wrong_sum,), today)


def waived(waiver: str, text: str = WRONG) -> str:
    return f"{text}豁免:\n  - {{规则: {CODE}, 理由: 原文如此, 批准人: 甲, {waiver}}}\n"


def codes(judgement: Judgement) -> list[str]:
    return [finding.code for finding in judgement.findings]


@pytest.mark.parametrize(
    ("text", "tried", "outcome", "complete"),
    [
        (SOUND, wrong_sum, Outcome.PASSED, True),
        (WRONG, wrong_sum, Outcome.FAILED, True),
        (SOUND, nothing_to_judge, Outcome.NOT_APPLICABLE, True),
        (SOUND, no_figures, Outcome.NO_DATA, False),
        (SOUND, breaks, Outcome.BROKEN, False),
        (waived("位置: 支出"), wrong_sum, Outcome.WAIVED, True),
    ],
    ids=[outcome.name.lower() for outcome in Outcome if outcome is not Outcome.WAIVED] + ["waived"],
)
def test_a_rule_has_six_ways_to_come_out(text: str, tried: Rule, outcome: Outcome, *, complete: bool) -> None:
    judgement = judged(text, tried)
    assert judgement.outcomes == {tried.code: outcome}
    assert judgement.complete is complete


def test_there_are_six_outcomes() -> None:
    assert [outcome.value for outcome in Outcome] == ["通过", "不通过", "不适用", "数据不足", "未能执行", "已豁免"]


def test_a_rule_that_breaks_halfway_says_nothing_but_that_it_broke_and_the_others_go_on() -> None:
    judgement = judged(WRONG, breaks, wrong_sum)
    assert sorted(codes(judgement)) == [CODE, "STR-903"]
    (broken,) = (finding for finding in judgement.findings if finding.code == "STR-903")
    assert (broken.severity, broken.place.line, broken.place.column) == (Severity.WARNING, 1, 1)
    assert "没有能够执行（KeyError: 2026）" in broken.message
    assert judgement.outcomes[CODE] is Outcome.FAILED


@pytest.mark.parametrize("where", ["", "位置: 支出", "位置: 1", "位置: 合计是110.00"], ids=["whole text", "section", "line", "words"])
def test_a_waiver_covers_what_it_names(where: str) -> None:
    judgement = judged(waived(where))
    assert (codes(judgement), [finding.code for finding in judgement.waived]) == ([], [CODE])


@pytest.mark.parametrize("where", ["位置: 收入", "位置: 11", "位置: 2"])
def test_a_waiver_of_another_place_covers_nothing_and_is_said_to_be_unused(where: str) -> None:
    judgement = judged(waived(where))
    assert (codes(judgement), judgement.waived) == ([CODE, "WAI-001"], ())
    assert judgement.outcomes[CODE] is Outcome.FAILED


def test_a_waiver_of_another_rule_covers_nothing() -> None:
    assert codes(judged(waived("").replace(f"规则: {CODE}", "规则: ARI-999"))) == [CODE, "WAI-001"]


def test_a_waiver_without_its_fault_is_unused() -> None:
    (unused,) = judged(waived("", SOUND)).findings
    assert (unused.code, unused.severity, unused.place.line) == ("WAI-001", Severity.WARNING, 3)
    assert unused.place.column == waived("", SOUND).splitlines()[2].index(CODE) + 1


@pytest.mark.parametrize(
    ("until", "today", "found"),
    [
        ("2026-07-01", TODAY, []),
        ("2026-06-30", TODAY, [CODE, "WAI-002"]),
        ("2026-06-30", None, []),
    ],
    ids=["last day", "day after", "no day known"],
)
def test_a_waiver_expires(until: str, today: date | None, found: list[str]) -> None:
    assert codes(judged(waived(f"有效期至: {until}"), today=today)) == found


def test_findings_stand_in_the_order_of_the_text() -> None:
    @rule("AAA-999", Severity.INFO, BASIS)
    def at_the_year(disclosure: Disclosure) -> Iterator[Remark | Outcome]:
        """在后面的。"""
        yield Remark(disclosure.text.at("year"), "年度", "")

    assert codes(judged(WRONG, at_the_year, wrong_sum)) == [CODE, "AAA-999"]


def corpus(text: str, site: str = "网站名称: 示例\n") -> Corpus:
    disclosure = disclosure_of(text)
    return Corpus(site=site_of(site), glossary=Glossary(), departments=(disclosure.department,), disclosures=(disclosure,))


PUBLISHED = WRONG + "日期: {公开: 2026-02-20}\n"
OLD, NEW = date(2026, 2, 20), date(2026, 2, 21)


@pytest.mark.parametrize(
    ("since", "until", "then", "now"),
    [
        (None, None, True, True),
        (OLD, None, True, True),
        (NEW, None, False, True),
        (None, OLD, True, False),
        (None, date(2026, 2, 19), False, False),
    ],
)
def test_a_text_is_judged_by_the_rules_of_its_own_day_or_by_the_current_ones(
    since: date | None, until: date | None, *, then: bool, now: bool
) -> None:
    dated = dataclasses.replace(wrong_sum, since=since, until=until)
    for current, applies in ((False, then), (True, now)):
        (judgement,) = check(corpus(PUBLISHED), (), (dated,), current=current).judgements.values()
        assert (CODE in judgement.outcomes) is applies
        assert codes(judgement) == ([CODE] if applies else [])


@pytest.mark.parametrize(
    ("dates", "day"),
    [
        ("日期: {人大批准: 2026-01-20, 财政批复: 2026-02-10, 公开: 2026-02-20}\n", date(2026, 2, 20)),
        ("日期: {人大批准: 2026-01-20, 财政批复: 2026-02-10}\n", date(2026, 2, 10)),
        ("日期: {人大批准: 2026-01-20}\n", date(2026, 1, 20)),
        ("", date(2026, 1, 1)),
    ],
)
def test_the_day_of_a_text_is_the_last_that_is_known_of_it(dates: str, day: date) -> None:
    assert disclosure_of(SOUND + dates).day == day


@site_rule("WEB-901", Severity.ERROR, BASIS)
def nobody_to_ask(site: Site) -> Iterator[Remark | Outcome]:
    """网站写明联系方式。"""
    if not site.contact:
        yield Remark(site.at("name"), "网站没有联系方式", "请写联系方式。")


@site_rule("WEB-902", Severity.ERROR, BASIS)
def breaks_on_the_site(site: Site) -> Iterator[Remark | Outcome]:
    """执行时会出错的。"""
    yield Remark(site.at("name"), site.name * int(site.name), "")


def test_the_site_is_judged_once_whatever_the_number_of_texts() -> None:
    report = check(corpus(WRONG), (), (wrong_sum, nobody_to_ask))
    assert report.site.outcomes == {"WEB-901": Outcome.FAILED}
    assert [finding.code for finding in report.findings] == ["WEB-901", CODE]
    assert [judgement.outcomes for judgement in report.judgements.values()] == [{CODE: Outcome.FAILED}]


def test_a_sound_site_passes_and_a_broken_rule_is_no_pass() -> None:
    judgement = judge_site(site_of("网站名称: 示例\n联系方式: 甲\n"), (nobody_to_ask, breaks_on_the_site))
    assert judgement.outcomes == {"WEB-901": Outcome.PASSED, "WEB-902": Outcome.BROKEN}
    assert codes(judgement) == ["WEB-902"]
    assert not judgement.complete


def test_a_site_that_could_not_be_read_is_not_judged() -> None:
    assert judge_site(Site(name="明账"), (nobody_to_ask,)) == Judgement((), {})
