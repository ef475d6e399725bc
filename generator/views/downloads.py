"""下载数据: which files of open data stand beside a page, and how a page offers them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generator.views.blocks import Entries, Entry, Link, Section
from generator.views.language import noted, say

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
    """One format of the data: what a file of it is, its media type."""

    name: str
    """With the file's size, noted for the catalogues."""
    media_type: str


_WORKBOOK = Format(
    noted("Excel 工作簿（XLSX，一张表一个工作表，{size}）"), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
)
_TABLE = Format(noted("逐条数据（CSV，一个数一行，{size}）"), "text/csv")
_DOCUMENT = Format(noted("给程序读的数据（JSON，{size}）"), "application/json")
FACTS = "-facts"
"""What a file of the facts of many disclosures is called behind its stem, before its ending."""
FORMATS = {".xlsx": _WORKBOOK, ".csv": _TABLE, ".json": _DOCUMENT}
"""Of one disclosure, by what follows its stem, in the order in which a page offers them."""
TOGETHER = {
    ".xlsx": _WORKBOOK,
    f"{FACTS}.csv": _TABLE,
    f"{FACTS}.json": _DOCUMENT,
    ".zip": Format(noted("逐条数据（ZIP，内有 CSV 和数据包说明，{size}）"), "application/zip"),
    ".json": Format(noted("公开文本的列表（JSON，{size}）"), "application/json"),
}
"""Of many disclosures, likewise."""


def identity(disclosure: Disclosure) -> str:
    """Return the name by which a disclosure goes in files and data, as ``2021-zjk-npc-budget``."""
    return name_at(disclosure.address)


def name_at(address: str) -> str:
    """Return the name that the files of a disclosure at ``address`` bear, which tells what is inside, wherever they are kept."""
    return address.strip("/").replace("/", "-")


def year_folder(year: Year) -> str:
    """Return the address of a year's data, as ``2021/data/``."""
    return f"{year}/{DATA}"


def downloads_section(stem: str, files: Mapping[str, int], formats: Mapping[str, Format] = FORMATS) -> tuple[Section, ...]:
    """Return the section that links to the files at ``stem`` (address and name without ending), or nothing where none was written.

    ``files`` are the written files by address, with their sizes in bytes.
    """
    entries = tuple(
        Entry(Link(address.rpartition("/")[2], address), say(form.name, size=size_in_words(files[address])))
        for ending, form in formats.items()
        if (address := f"{stem}{ending}") in files
    )
    if not entries:
        return ()
    explained = Entry(Link(say("数据说明"), DATA), say("每一栏的含义、数据许可和接口"))
    return (Section(ANCHOR, say("下载数据"), (Entries((*entries, explained)),)),)


def size_in_words(size: int) -> str:
    """Return a size as readers know it: KB below a megabyte, never less than one, then MB."""
    kilobytes = max(1, -(-size // 1024))
    return f"{kilobytes} KB" if kilobytes < 1024 else f"{size / 1024 / 1024:.1f} MB"  # noqa: PLR2004 - a megabyte
