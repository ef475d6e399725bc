"""下载数据: which files of open data stand beside a page, and how a page offers them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generator.views.blocks import Entries, Entry, Link, Section

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.model.disclosure import Disclosure
    from generator.model.kinds import Year

ANCHOR = "downloads"
DATA = "data/"
"""The address of the page that explains the data, and of the files of the whole site."""
API = "api/v1/"
ALL_YEARS = "all-years"
NO_FILES: Mapping[str, int] = {}
"""What a site without open data has."""


class Format(NamedTuple):
    """One format of the data: what a file of it is called, what it is, its media type."""

    name: str
    what: str
    media_type: str


FORMATS = {
    "xlsx": Format("Excel 工作簿", "XLSX，一张表一个工作表", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    "csv": Format("逐条数据", "CSV，一个数一行", "text/csv"),
    "zip": Format("逐条数据", "ZIP，内有 CSV 和数据包说明", "application/zip"),
    "json": Format("给程序读的数据", "JSON", "application/json"),
}
"""By the ending of the file, in the order in which a page offers them."""


def identity(disclosure: Disclosure) -> str:
    """Return the name by which a disclosure goes in files and data, as ``2021-zjk-npc-budget``."""
    return f"{disclosure.year}-{disclosure.department.slug}-{disclosure.kind.slug}"


def year_folder(year: Year) -> str:
    """Return the address of a year's data, as ``2021/data/``."""
    return f"{year}/{DATA}"


def downloads_section(stem: str, files: Mapping[str, int]) -> tuple[Section, ...]:
    """Return the section that links to the files at ``stem`` (address and name without ending), or nothing where none was written.

    ``files`` are the written files by address, with their sizes in bytes.
    """
    entries = tuple(
        Entry(Link(f"{stem.rpartition('/')[2]}.{ending}", address), f"{form.name}（{form.what}，{size_in_words(files[address])}）")
        for ending, form in FORMATS.items()
        if (address := f"{stem}.{ending}") in files
    )
    if not entries:
        return ()
    explained = Entry(Link("数据说明", DATA), "每一栏的含义、数据许可和接口")
    return (Section(ANCHOR, "下载数据", (Entries((*entries, explained)),)),)


def size_in_words(size: int) -> str:
    """Return a size as readers know it: KB below a megabyte, never less than one, then MB."""
    kilobytes = max(1, -(-size // 1024))
    return f"{kilobytes} KB" if kilobytes < 1024 else f"{size / 1024 / 1024:.1f} MB"  # noqa: PLR2004 - a megabyte
