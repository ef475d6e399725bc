"""Two hundred disclosures without a fault: no rule speaks, none breaks, and none is silent for want of looking."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest

from generator.check import Report, check
from generator.rules import ALL_RULES, agreement, arithmetic, codes
from generator.rules.rule import Outcome
from tests.precision.sound import write_sound_content

if TYPE_CHECKING:
    from generator.rules.rule import Rule

TABLES = (*arithmetic.RULES, *agreement.RULES, *codes.RULES)
LOOKED_AT_BY_NONE = {
    "goal_without_project",
    "stated_counts_differ_from_sheet",
    "meetings_differ_from_ordinals",
    "planned_purchases_contradicted",
    "amount_stated_twice_differently",
    "satisfaction_never_asked",
    "named_indicator_not_listed",
    "one_thing_two_units",
    "title_has_two_names",
    "correction_differs_from_text",
    "correction_incomplete",
}
"""What the invented texts do not have; each is shown by its own examples and by a mutation."""


@pytest.fixture(scope="session")
def report(tmp_path_factory: pytest.TempPathFactory) -> Report:
    corpus = write_sound_content(tmp_path_factory.mktemp("sound") / "content")
    assert len(corpus.disclosures) == 200
    return check(corpus, (), ALL_RULES)


def outcomes(report: Report, rule: Rule) -> Counter[Outcome]:
    return Counter(judgement.outcomes[rule.code] for judgement in report.judgements.values() if rule.code in judgement.outcomes)


def test_nothing_is_found(report: Report) -> None:
    assert [str(finding) for finding in report.findings] == []


def test_every_rule_runs_to_its_end(report: Report) -> None:
    said = {rule.name: outcomes(report, rule) for rule in ALL_RULES}
    assert {name for name, counted in said.items() if Outcome.BROKEN in counted or Outcome.NO_DATA in counted} == set()


@pytest.mark.parametrize("rule", TABLES, ids=lambda rule: rule.name)
def test_rules_of_tables_really_look(report: Report, rule: Rule) -> None:
    assert outcomes(report, rule)[Outcome.PASSED] >= 100


def test_nearly_every_rule_really_looks(report: Report) -> None:
    assert {rule.name for rule in ALL_RULES if not outcomes(report, rule)[Outcome.PASSED]} == LOOKED_AT_BY_NONE
