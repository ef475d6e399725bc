"""What an archived year has in place of a site's home page: one that says what it is, and leads to the lists where no search runs."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.views.blocks import Entries, Entry, Notice, PageView, Section
from generator.views.finding import lists
from generator.views.home import home_view
from generator.views.language import say
from generator.views.wording import year_name

if TYPE_CHECKING:
    from generator.check import Report
    from generator.model.corpus import Corpus


def archive_home_view(corpus: Corpus, report: Report) -> PageView:
    """Return the home page of one fiscal year alone."""
    view = home_view(corpus, report)
    years = say("、").join(map(year_name, corpus.years))
    said = say("这是{years}公开文本的存档，可以单独保存和阅读，内容不再变动。其他年度和最新的更正，请看公开网站。", years=years)
    rows = Entries(tuple(Entry(link) for link in lists()))
    kept = Section("archive", say("存档"), (Notice("note", said),))
    return replace(view, sections=(kept, *view.sections, Section("indexes", say("目录"), (rows,))))
