"""All pages of the site, in the order in which a reader comes to them."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from generator.findings.codes import SEALING, WAIVING
from generator.pages.page import Page
from generator.rules.manual import manual_of
from generator.views.completeness import completeness_view
from generator.views.corrections import corrections_view
from generator.views.department import department_view
from generator.views.disclosure import Setting, disclosure_view
from generator.views.downloads import DATA, NO_FILES
from generator.views.feedback import Feedback
from generator.views.finding import Register, search_view
from generator.views.glossary import glossary_view, term_view
from generator.views.home import home_view
from generator.views.indexes import archive_home_view
from generator.views.judged import rule_address
from generator.views.language import say
from generator.views.lists import departments_view, moved_view, years_view
from generator.views.open_data import open_data_view
from generator.views.rules import code_view, rule_view, rules_view
from generator.views.terms import TermFinder, term_address
from generator.views.uses import TermUses
from generator.views.wording import title_of
from generator.views.year import year_view

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from generator.check import Report
    from generator.model.corpus import Corpus
    from generator.model.disclosure import Disclosure
    from generator.model.kinds import Year
    from generator.rules.rule import AnyRule
    from generator.views.blocks import PageView


def compose(
    corpus: Corpus, report: Report, rules: Sequence[AnyRule], only: Year | None = None, files: Mapping[str, int] = NO_FILES
) -> Iterator[Page]:
    """Yield every page, or those of one fiscal year alone; the pages of a year do not depend on which of the two was asked.

    ``files`` are the files of open data by address, with their sizes; what is written by the time a view is made is offered there.
    """
    finder = TermFinder(corpus.glossary)
    feedback = Feedback(corpus.site.feedback or "")
    years = [year for year in corpus.years if only in (None, year)]
    if only is None:
        yield from _lists(corpus, report, rules, finder, files)
    for year in years:
        yield Page(f"{year}/", say("{year}年公开文本", year=year), partial(year_view, corpus, report, year, files), corpus.sources, year)
        for disclosure in corpus.of_year(year):
            setting = Setting(corpus.family(disclosure), explained=True, files=files, feedback=feedback)
            yield _disclosure_page(corpus, report, finder, disclosure, setting)


def compose_alone(corpus: Corpus, report: Report, rules: Sequence[AnyRule], files: Mapping[str, int] = NO_FILES) -> Iterator[Page]:
    """Yield every page of a site that is one fiscal year alone; its home page leads to the lists that stand in for a search."""
    replaced = {"": partial(archive_home_view, corpus, report)}
    for page in compose(corpus, report, rules, files=files):
        yield replace(page, view=replaced.get(page.address, page.view))


def _lists(corpus: Corpus, report: Report, rules: Sequence[AnyRule], finder: TermFinder, files: Mapping[str, int]) -> Iterator[Page]:
    everything = corpus.sources
    yield Page("", corpus.site.name, partial(home_view, corpus, report), everything)
    yield Page("years/", say("年度"), partial(years_view, corpus), everything)
    yield Page("departments/", say("部门"), partial(departments_view, corpus), everything)
    for department in corpus.departments:
        yield Page(department.address, department.name, partial(department_view, corpus, department), everything)
    yield Page("glossary/", say("名词解释"), partial(glossary_view, corpus.glossary), corpus.reference)
    uses = TermUses(corpus, finder)
    for term in corpus.glossary.terms:
        yield Page(term_address(term.slug), term.name, partial(term_view, term, uses), everything)
    yield Page("rules/", say("检查规则"), partial(rules_view, rules), corpus.reference)
    for rule in rules:
        yield Page(rule_address(rule.code), manual_of(rule).fault, partial(rule_view, rule), corpus.reference)
    for code, meaning in (SEALING | WAIVING).items():
        yield Page(rule_address(code), meaning.name, partial(code_view, code), corpus.reference)
    yield Page("completeness/", say("公开情况"), partial(completeness_view, corpus, report, rules), everything)
    if files is not NO_FILES:
        yield Page(DATA, say("开放数据"), partial(open_data_view, corpus, files), everything)
    yield Page("corrections/", say("更正公告"), partial(corrections_view, corpus, files), everything)
    for link, view in Register(corpus).pages():
        yield Page(link.address, link.text, partial(_same, view), everything)
    yield Page("search/", say("搜索"), search_view, corpus.reference)
    for before, after in corpus.redirects.items():
        yield Page(before, say("网址改了"), partial(moved_view, after), corpus.reference)


def _disclosure_page(corpus: Corpus, report: Report, finder: TermFinder, disclosure: Disclosure, setting: Setting) -> Page:
    view = partial(disclosure_view, disclosure, finder, report.of(disclosure), setting)
    made_of = (*corpus.reference, *(source for each in setting.family.all for source in each.sources))
    return Page(disclosure.address, title_of(disclosure), view, made_of, disclosure.year)


def _same(view: PageView) -> PageView:
    return view
