"""What an archived year has in place of a site's home page: one that says what it is, and leads to the lists where no search runs."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.views.blocks import Entries, Entry, Notice, PageView, Section
from generator.views.finding import LISTS
from generator.views.home import home_view

if TYPE_CHECKING:
    from generator.check import Report
    from generator.model.corpus import Corpus


def archive_home_view(corpus: Corpus, report: Report) -> PageView:
    """Return the home page of one fiscal year alone."""
    home = home_view(corpus, report)
    years = "、".join(f"{year}年" for year in corpus.years)
    kept = Notice("note", f"这是{years}公开文本的存档，可以单独保存和阅读，内容不再变动。其他年度和最新的更正，请看公开网站。")
    rows = tuple(Entry(link) for link in LISTS)
    return replace(home, sections=(Section("archive", "存档", (kept,)), *home.sections, Section("indexes", "目录", (Entries(rows),))))
