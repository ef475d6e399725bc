"""All pages of the site, in the order in which a reader comes to them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from generator.findings.codes import WAIVING
from generator.pages.page import Page
from generator.rules.manual import manual_of
from generator.views.completeness import completeness_view
from generator.views.disclosure import disclosure_view
from generator.views.finding import Register, search_view
from generator.views.glossary import glossary_view
from generator.views.judged import rule_address
from generator.views.lists import department_view, departments_view, home_view, year_view, years_view
from generator.views.rules import rule_view, rules_view, waiving_view
from generator.views.terms import TermFinder
from generator.views.uses import Use, uses_of
from generator.views.wording import title_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.check import Report
    from generator.model.corpus import Corpus
    from generator.model.disclosure import Disclosure
    from generator.model.kinds import Year
    from generator.rules.rule import AnyRule
    from generator.views.blocks import PageView


def compose(corpus: Corpus, report: Report, rules: Sequence[AnyRule], only: Year | None = None) -> Iterator[Page]:
    """Yield every page, or those of one fiscal year alone; the pages of a year do not depend on which of the two was asked."""
    finder = TermFinder(corpus.glossary)
    years = [year for year in corpus.years if only in (None, year)]
    if only is None:
        yield from _lists(corpus, report, rules, finder)
    for year in years:
        yield Page(f"{year}/", f"{year}年公开文本", partial(year_view, corpus, year), corpus.sources, year)
        for disclosure in corpus.of_year(year):
            yield _disclosure_page(corpus, report, finder, disclosure)


def _lists(corpus: Corpus, report: Report, rules: Sequence[AnyRule], finder: TermFinder) -> Iterator[Page]:
    everything = corpus.sources
    yield Page("", corpus.site.name, partial(home_view, corpus, report.loading), everything)
    yield Page("years/", "年度", partial(years_view, corpus), everything)
    yield Page("departments/", "部门", partial(departments_view, corpus), everything)
    for department in corpus.departments:
        yield Page(department.address, department.name, partial(department_view, corpus, department), everything)
    yield Page("glossary/", "名词解释", partial(_glossary, corpus, finder), everything)
    yield Page("rules/", "检查规则", partial(rules_view, rules), corpus.reference)
    for rule in rules:
        yield Page(rule_address(rule.code), manual_of(rule).fault, partial(rule_view, rule), corpus.reference)
    for code, meaning in WAIVING.items():
        yield Page(rule_address(code), meaning.name, partial(waiving_view, code), corpus.reference)
    yield Page("completeness/", "公开情况", partial(completeness_view, corpus, report, rules), everything)
    for link, view in Register(corpus).pages():
        yield Page(link.address, link.text, partial(_same, view), everything)
    yield Page("search/", "搜索", search_view, corpus.reference)


def _disclosure_page(corpus: Corpus, report: Report, finder: TermFinder, disclosure: Disclosure) -> Page:
    before, after = corpus.neighbours(disclosure)
    view = partial(disclosure_view, disclosure, finder, report.of(disclosure), before, after)
    made_of = (*corpus.reference, *(source for each in (disclosure, before, after) if each for source in each.sources))
    return Page(disclosure.address, title_of(disclosure), view, made_of, disclosure.year)


def _glossary(corpus: Corpus, finder: TermFinder) -> PageView:
    uses: dict[str, list[Use]] = {}
    for disclosure in corpus.disclosures:
        for slug, use in uses_of(disclosure, finder):
            uses.setdefault(slug, []).append(use)
    return glossary_view(corpus, uses)


def _same(view: PageView) -> PageView:
    return view
