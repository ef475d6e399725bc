"""A small website folder and rules made for these tests, so that no real rule can change what they expect; and how to run a command."""

# ruff: noqa: D400, D415 - A rule's manual page is Chinese.

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from generator.cli import main
from generator.findings.finding import Severity
from generator.rules.rule import Basis, Outcome, Remark, Rule, SiteRule, rule, site_rule
from tests.faults.cases import HERE
from tests.projects import own_project

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from generator.model.disclosure import Disclosure
    from generator.model.site import Site

BUDGET = """\
年度: 2026
金额单位: 万元
部门职责: 负责全市档案的收集、整理、保管，2026年支出1,100.00万元，其中基本支出600.00万元，项目支出500.00万元，比上年增加，用于档案数字化。
支出:
  合计: 1,100.00
  构成:
    - 名称: 基本支出
      金额: 610.00
      其中:
        - {名称: 人员经费, 金额: 500.00}
        - {名称: 公用经费, 金额: 100.00}
    - {名称: 项目支出, 金额: 500.00}
"""
NAME = "content/departments/demo/2026/budget.yml"
BASIS = Basis("测试用的依据")


@rule("ARI-901", Severity.ERROR, BASIS)
def wrong_sums(disclosure: Disclosure) -> Iterator[Remark | Outcome]:
    """合计应当等于各项之和。

    为什么：要算得出来。
    怎么改：再算一遍。
    """
    flow = disclosure.text.expenditure
    if flow is None:
        yield Outcome.NOT_APPLICABLE
        return
    basic, project = flow.parts
    yield Remark(
        flow.at("total"),
        "支出合计是1,100.00万元，各项之和是1,110.00万元",
        "请核对各项。",
        (basic.at("amount"), project.at("amount")),
        "1,110.00万元",
        "1,100.00万元",
        "-10.00万元",
        "支出合计 = 基本支出 + 项目支出",
    )
    yield Remark(
        basic.at("amount"),
        "基本支出是610.00万元，各项之和是600.00万元",
        "请核对各项。",
        tuple(part.at("amount") for part in basic.parts),
        "600.00万元",
        "610.00万元",
        "+10.00万元",
        "基本支出 = 人员经费 + 公用经费",
        "差数正好是 10，可能多打了一位",
    )


@rule("TXT-901", Severity.WARNING, BASIS)
def odd_words(disclosure: Disclosure) -> Iterator[Remark | Outcome]:
    """文字说明里的百分比、冒号、逗号都要留意。

    为什么：测试转义。
    怎么改：不用改。
    """
    duties = disclosure.text.duties
    assert duties is not None
    yield Remark(duties.at(duties.text.index("比上年增加")), "只有 50%: 甲,乙\n第二行", "请改。", severity=Severity.INFO)


@rule("STR-901", Severity.ERROR, BASIS)
def does_not_apply(disclosure: Disclosure) -> Iterator[Remark | Outcome]:
    """没有什么可以判断的。"""
    assert disclosure
    yield Outcome.NOT_APPLICABLE


@rule("STR-902", Severity.ERROR, BASIS)
def passes(disclosure: Disclosure) -> Iterator[Remark | Outcome]:
    """总是通过的。"""
    assert disclosure
    yield from ()


@rule("STR-903", Severity.ERROR, BASIS)
def lacks_data(disclosure: Disclosure) -> Iterator[Remark | Outcome]:
    """没有上年的数字，无从判断。"""
    assert disclosure
    yield Outcome.NO_DATA


@rule("STR-904", Severity.ERROR, BASIS)
def breaks(disclosure: Disclosure) -> Iterator[Remark | Outcome]:
    """执行时会出错的。"""
    yield Remark(disclosure.text.at("nothing of this name", 1), "", "")  # type: ignore[call-arg]  # It is to break.


@site_rule("WEB-901", Severity.ERROR, BASIS)
def nobody_to_ask(site: Site) -> Iterator[Remark | Outcome]:
    """网站写明联系方式。"""
    if not site.contact:
        yield Remark(site.at("name"), "网站没有联系方式", "请写联系方式。")


@site_rule("WEB-902", Severity.ERROR, BASIS)
def breaks_on_the_site(site: Site) -> Iterator[Remark | Outcome]:
    """执行时会出错的。"""
    yield Remark(site.at("nothing of this name", 1), "", "")  # type: ignore[call-arg]  # It is to break.


RULES: tuple[Rule, ...] = (wrong_sums, odd_words, does_not_apply, passes, lacks_data, breaks)


def project(folder: Path, files: dict[str, str] | None = None) -> Path:
    """Make ``folder`` a website folder with the demonstration department and its faulty budget, and ``files`` over it."""
    sound = {path.relative_to(HERE / "content").as_posix(): path.read_text("utf-8") for path in (HERE / "content").rglob("*.yml")}
    return own_project(folder, {**sound, "departments/demo/2026/budget.yml": BUDGET, **(files or {})})


class Command:
    """Runs ``mingzhang`` in this process, with rules of the test's own."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
        self.monkeypatch = monkeypatch
        self.capsys = capsys
        self.use(RULES)

    def use(self, rules: Sequence[Rule], of_site: Sequence[SiteRule] = ()) -> None:
        """Let these be all the rules that there are."""
        for module in ("generator.pipeline", "generator.cli.checking"):
            self.monkeypatch.setattr(f"{module}.ALL_RULES", tuple(rules))
            self.monkeypatch.setattr(f"{module}.SITE_RULES", tuple(of_site))

    def __call__(self, folder: Path, *arguments: str) -> tuple[int, str, str]:
        """Run the command in ``folder`` and return its exit code, what it printed, and what it complained of."""
        self.monkeypatch.chdir(folder)
        self.monkeypatch.setattr(sys, "argv", ["mingzhang", *arguments])
        code = 0
        try:
            main()
        except SystemExit as ended:
            code = int(ended.code or 0)
        said = self.capsys.readouterr()
        return code, said.out, said.err


@pytest.fixture
def mingzhang(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Command:
    """Return the command."""
    return Command(monkeypatch, capsys)
