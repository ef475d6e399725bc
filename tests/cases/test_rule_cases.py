"""Every rule finds in the examples beside it exactly what they announce, and nothing else."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from generator.findings.finding import Severity
from generator.rules import ALL_RULES, SITE_RULES
from generator.rules.arithmetic.parts_differ_from_total import parts_differ_from_total
from generator.rules.rule import Outcome, Remark
from tests.cases.rule_cases import RULES, Case, disagreements, read_examples

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from generator.model.disclosure import Disclosure
    from generator.rules.rule import Said

BY_NAME = {rule.name: rule for rule in (*ALL_RULES, *SITE_RULES)}
CASES = [
    pytest.param(path.stem, case, id=f"{path.stem}：{case.name}")
    for path in sorted(RULES.rglob("*.md"))
    for case in read_examples(path.read_text(encoding="utf-8")).cases
]
WRONG_SUM = """\
# 合计不等于各项之和（ARI-010）

## 多了十万元

```yaml
支出:
  合计: 110.00  # error: [ARI-010] "相差10.00"
  构成:
    - {名称: 基本支出, 金额: 60.00}
    - {名称: 项目支出, 金额: 40.00}
```
"""


@pytest.mark.parametrize(("name", "case"), CASES)
def test_rule_speaks_where_its_examples_say(name: str, case: Case) -> None:
    assert disagreements(case, BY_NAME[name]) == []


def only_case(text: str) -> Case:
    (case,) = read_examples(text).cases
    return case


def kinds(complaints: list[str]) -> list[str]:
    return [complaint.split(":")[0] for complaint in complaints]


def test_a_right_example_agrees() -> None:
    assert disagreements(only_case(WRONG_SUM), parts_differ_from_total) == []


@pytest.mark.parametrize(
    ("written", "instead", "complaints"),
    [
        pytest.param("  # error: [ARI-010]", " # 注释 [ARI-010]", ["unexpected"], id="no mark"),
        pytest.param("相差10.00", "相差9.00", ["unexpected", "not found"], id="other words"),
        pytest.param("ARI-010] ", "ARI-011] ", ["unexpected", "not found"], id="other code"),
        pytest.param("error:", "warning:", ["unexpected", "not found"], id="other severity"),
        pytest.param("110.00", "100.00", ["not found"], id="nothing is wrong"),
        pytest.param("支出:\n", "# 多一行\n收入:\n", [], id="another flow"),
        pytest.param("40.00}", '40.00} # error: [ARI-010] "相差10.00"', ["not found"], id="announced twice"),
    ],
)
def test_a_wrong_mark_is_noticed(written: str, instead: str, complaints: list[str]) -> None:
    assert written in WRONG_SUM
    found = disagreements(only_case(WRONG_SUM.replace(written, instead)), parts_differ_from_total)
    assert kinds(found) == complaints


def test_a_mark_on_another_line_is_noticed() -> None:
    mark = '  # error: [ARI-010] "相差10.00"'
    moved = WRONG_SUM.replace(mark, "").replace("40.00}", "40.00}" + mark)
    assert [complaint.split(":")[0] for complaint in disagreements(only_case(moved), parts_differ_from_total)] == [
        "unexpected",
        "not found",
    ]


def silent(_: Disclosure) -> Iterator[Said]:
    yield Outcome.NOT_APPLICABLE


def broken(disclosure: Disclosure) -> Iterator[Said]:
    yield Remark(disclosure.text.projects[0].at("budget"), "没有项目", "")


def talkative(disclosure: Disclosure) -> Iterator[Said]:
    yield from parts_differ_from_total.find(disclosure)
    yield Remark(disclosure.text.at("year"), "还有一处", "")


@pytest.mark.parametrize(
    ("find", "complaints"),
    [(silent, ["not found"]), (broken, ["the rule broke"]), (talkative, ["unexpected"])],
)
def test_a_rule_gone_wrong_is_noticed(find: Callable[[Disclosure], Iterator[Said]], complaints: list[str]) -> None:
    found = disagreements(only_case(WRONG_SUM), replace(parts_differ_from_total, find=find))
    assert kinds(found) == complaints


def test_a_rule_of_another_weight_is_noticed() -> None:
    assert disagreements(only_case(WRONG_SUM), replace(parts_differ_from_total, severity=Severity.INFO))


@pytest.mark.parametrize(
    ("written", "instead"),
    [
        pytest.param("（ARI-010）", "", id="no code in the title"),
        pytest.param("```yaml", "```", id="no YAML"),
        pytest.param("## 多了十万元", "## 一\n\n## 二", id="a case without an example"),
        pytest.param("error: [", "error [", id="a misspelt mark"),
        pytest.param("# error", "#Error", id="a mark in capitals"),
    ],
)
def test_examples_that_are_not_understood_are_refused(written: str, instead: str) -> None:
    with pytest.raises(ValueError, match=r"needs|not spelt"):
        read_examples(WRONG_SUM.replace(written, instead, 1))


@pytest.mark.parametrize("fragment", ["支出: {合计: 一百}\n", "支处: {合计: 1}\n", "支出: [\n"])
def test_an_example_that_cannot_be_read_is_refused(fragment: str) -> None:
    case = Case("读不出来", fragment, ())
    with pytest.raises(ValueError, match="cannot be read"):
        disagreements(case, parts_differ_from_total)
