"""Every rule is registered, documented and shown by examples; a rule that is not does not pass here."""

from __future__ import annotations

import shutil
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from generator.rules import ALL_RULES, SITE_RULES
from generator.rules.arithmetic.parts_differ_from_total import parts_differ_from_total
from generator.rules.rule import AnyRule, Basis, Rule
from tests.cases.rule_cases import RULES
from tests.house.laws_of_rules import faults

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from generator.model.disclosure import Disclosure
    from generator.rules.rule import Said

EVERY_RULE = (*ALL_RULES, *SITE_RULES)
NAME = parts_differ_from_total.name
EXAMPLES = f"arithmetic/{NAME}.md"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a copy of the rules that a test may spoil."""
    return shutil.copytree(RULES, tmp_path / "rules", ignore=shutil.ignore_patterns("__pycache__"))


def test_every_rule_is_complete() -> None:
    assert faults(RULES, EVERY_RULE) == []


def documented(manual: str) -> Callable[[Disclosure], Iterator[Said]]:
    """Return a finder like that of the rule, with another manual page."""

    def find(disclosure: Disclosure) -> Iterator[Said]:
        return parts_differ_from_total.find(disclosure)

    find.__name__, find.__module__, find.__doc__ = NAME, parts_differ_from_total.find.__module__, manual
    return find


def renamed(name: str) -> Callable[[Disclosure], Iterator[Said]]:
    """Return a finder like that of the rule, with another name."""
    find = documented(parts_differ_from_total.manual)
    find.__name__ = name
    return find


SOUND = "合计应当等于各项之和。\n\n    为什么：要算得出来。\n    怎么改：再算一遍。\n    "


def test_a_short_manual_page_is_enough(folder: Path) -> None:
    assert faults(folder, with_rule(replace(parts_differ_from_total, find=documented(SOUND)))) == []


def with_rule(changed: Rule) -> list[AnyRule]:
    return [changed if rule is parts_differ_from_total else rule for rule in EVERY_RULE]


@pytest.mark.parametrize(
    ("changed", "fault"),
    [
        pytest.param(replace(parts_differ_from_total, code="ARI-013"), "ARI-013: borne by 2 rules", id="code of another"),
        pytest.param(replace(parts_differ_from_total, code="ARI-999"), f"{NAME}: its examples are titled ARI-010", id="code of its own"),
        pytest.param(replace(parts_differ_from_total, code="ARI-999"), f"{NAME}: its file does not begin with ARI-999", id="code in file"),
        pytest.param(replace(parts_differ_from_total, code="DAT-001"), f"{NAME}: DAT-001 is no code of a rule", id="code of loading"),
        pytest.param(replace(parts_differ_from_total, code="AR10"), f"{NAME}: AR10 is no code of a rule", id="misspelt code"),
        pytest.param(replace(parts_differ_from_total, basis=(Basis(""),)), f"{NAME}: rests on no basis", id="no basis"),
        pytest.param(replace(parts_differ_from_total, find=renamed("other")), f"other: stands in {NAME}.py", id="other function"),
        pytest.param(replace(parts_differ_from_total, find=renamed("other")), f"{NAME}: registered 0 times", id="not by its name"),
        *(
            pytest.param(
                replace(parts_differ_from_total, find=documented(manual)), f"{NAME}: its manual page is not law, 为什么, 怎么改", id=name
            )
            for name, manual in {
                "no manual": "",
                "no law": SOUND.removeprefix("合计应当等于各项之和。"),
                "no why": SOUND.replace("为什么：", ""),
                "no cure": SOUND.replace("怎么改：再算一遍。", ""),
                "empty cure": SOUND.replace("再算一遍。", ""),
                "no blank line": SOUND.replace("\n\n", "\n"),
            }.items()
        ),
    ],
)
def test_a_spoilt_rule_is_noticed(folder: Path, changed: Rule, fault: str) -> None:
    assert fault in faults(folder, with_rule(changed))


def test_a_rule_that_is_not_registered_is_noticed(folder: Path) -> None:
    assert faults(folder, [rule for rule in EVERY_RULE if rule is not parts_differ_from_total]) == [f"{NAME}: registered 0 times"]


def test_a_rule_registered_twice_is_noticed(folder: Path) -> None:
    assert f"{NAME}: registered 2 times" in faults(folder, [*EVERY_RULE, parts_differ_from_total])


def test_a_file_without_a_registered_rule_is_noticed(folder: Path) -> None:
    (folder / "arithmetic/never_called.py").write_text("", encoding="utf-8")

    assert faults(folder, EVERY_RULE) == ["never_called: registered 0 times"]


def test_examples_left_behind_are_noticed(folder: Path) -> None:
    (folder / EXAMPLES).rename(folder / "arithmetic/old_name.md")

    assert faults(folder, EVERY_RULE) == ["old_name: examples without a rule", f"{NAME}: no examples"]


def spoil(text: str, written: str, instead: str) -> str:
    assert written in text
    return text.replace(written, instead)


@pytest.mark.parametrize(
    ("written", "instead", "fault"),
    [
        pytest.param("（ARI-010）", "（ARI-011）", f"{NAME}: its examples are titled ARI-011", id="other code"),
        pytest.param("# error: [", "# 注释 [", f"{NAME}: no failing example", id="no failing case"),
        pytest.param("支出:\n", '支出: # error: [ARI-010] ""\n', f"{NAME}: 支出合计多了十万元", id="empty words"),
        pytest.param("各项加起来正好", "有一项不公开，无从相加", f"{NAME}: two examples “有一项不公开，无从相加”", id="two of a name"),
        pytest.param("```yaml", "~~~yaml", f"{NAME}: needs “# fault（CODE）”", id="no blocks"),
    ],
)
def test_spoilt_examples_are_noticed(folder: Path, written: str, instead: str, fault: str) -> None:
    path = folder / EXAMPLES
    path.write_text(spoil(path.read_text(encoding="utf-8"), written, instead), encoding="utf-8")

    assert [found[: len(fault)] for found in faults(folder, EVERY_RULE)] == [fault]


def test_a_rule_of_the_site_needs_examples_of_the_site(folder: Path) -> None:
    path = folder / "web/site_code_missing.md"
    path.write_text(spoil(path.read_text(encoding="utf-8"), "```yaml 网站", "```yaml"), encoding="utf-8")

    assert faults(folder, EVERY_RULE) == ["site_code_missing: examples of the site belong to rules of the site, and no others"]


def test_examples_that_all_fail_are_noticed(folder: Path) -> None:
    path = folder / EXAMPLES
    text = path.read_text(encoding="utf-8")
    path.write_text(text[: text.index("## 各项加起来正好")], encoding="utf-8")

    assert faults(folder, EVERY_RULE) == [f"{NAME}: no passing example"]
