"""The line of an archive: the sources of one fiscal year, the site made of them, and the bag around both."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from generator.archive.bag import INFO, PAYLOAD, close_bag, one_line, read_info
from generator.archive.container import zip_folder
from generator.archive.sources import copy_sources, revision_of
from generator.archive.verification import compare
from generator.archive.versions import generator_version, rules_version
from generator.archive.warc import write_warc
from generator.mkdocs_plugin.commands import BuildFailedError, build_edition, site_address, website_folder
from generator.model.kinds import Year
from generator.pipeline import Edition, Publication, source_date
from generator.staging import replacing

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.archive.verification import Verdict
    from generator.model.corpus import Corpus

SITE, SOURCES, FINDINGS = "site", "sources", "findings.json"
_YEAR, _EPOCH = "Fiscal-Year", "Source-Date-Epoch"
# A web archive needs addresses; those of a site that never had one lead nowhere, by RFC 2606.
_NO_ADDRESS = "https://mingzhang.invalid/"
_README = """\
{title}

打开 data/site/index.html 就能阅读，不需要网络，也不需要服务器；搜索要由网页服务器提供，
没有服务器时请用首页上的“项目（按名称）”“项目（按编码）”等目录。

data/site/          网站
data/sources/       原始文本、公开格式、网页模板，用明账可以重新生成这个网站
data/findings.json  检查结果
{warc}
这个文件夹是一个 BagIt 存档（RFC 8493）。核对有没有改动，以下任何一条都可以：

    mingzhang verify 文件夹
    bagit.py --validate 文件夹
    sha256sum -c manifest-sha256.txt      （在这个文件夹里）
"""
_WARC_LINE = "data/{name}  网页的 WARC（ISO 28500）\n"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What an archive is to be: of which year, where, and in which further forms."""

    year: Year
    folder: Path
    zipped: bool = False
    warc: bool = False

    @property
    def name(self) -> str:
        """Return the name of the bag."""
        return f"mingzhang-{self.year}"


def pack(config_file: str, wanted: Wanted, findings: Callable[[Publication], str], progress: Callable[[str], None]) -> Path:
    """Make the archive and return where it is, the folder or its ZIP file; an older one of the same name is replaced at once.

    ``findings`` turns what was found into JSON. Raises RefusedError for errors in the content, BuildFailedError for anything else.
    """
    website = website_folder(config_file)
    today = _source_date()
    with replacing(wanted.folder / wanted.name) as bag:
        payload = bag / PAYLOAD
        copy_sources(website, wanted.year, payload / SOURCES)
        made = _make(payload / SOURCES, payload, wanted, today, findings, progress)
        progress("清单")
        title = f"{made.publication.corpus.site.name}：{wanted.year}年公开文本存档"
        warc = _WARC_LINE.format(name=f"{wanted.name}.warc") if wanted.warc else ""
        close_bag(bag, made.info, {"README.txt": _README.format(title=title, warc=warc)})
    bag = wanted.folder / wanted.name
    if wanted.zipped:
        whole, part = bag.with_name(f"{bag.name}.zip"), bag.with_name(f".{bag.name}.zip-new")
        try:
            zip_folder(bag, part, made.day)
            part.replace(whole)
        finally:
            part.unlink(missing_ok=True)
        return whole
    return bag


def newest_day(corpus: Corpus) -> date:
    """Return the newest date that the disclosures bear: an archive is as old as what it holds, not as its making."""
    corrections = (each.day for disclosure in corpus.disclosures for each in disclosure.text.corrections)
    return max((*(disclosure.day for disclosure in corpus.disclosures), *corrections))


@dataclass(frozen=True, slots=True)
class _Made:
    """What was made of the sources of a year, with what the bag says about it, and the day that its files bear."""

    publication: Publication
    info: list[tuple[str, str]]
    day: date


def _make(  # noqa: PLR0913, PLR0917 - packing and proving hand over the same
    sources: Path,
    payload: Path,
    wanted: Wanted,
    today: date | None,
    findings: Callable[[Publication], str],
    progress: Callable[[str], None],
) -> _Made:
    """Make of the copied ``sources`` all that a payload holds beside them. An archive is packed and is proved by this."""
    publication = build_edition(sources, Edition(wanted.year, today), payload / SITE, progress)
    if not publication.corpus.disclosures:
        message = f"{wanted.year} 年没有公开文本，没有可以存档的内容。"
        raise BuildFailedError(message)
    (payload / FINDINGS).write_text(findings(publication), encoding="utf-8", newline="\n")
    day = today or newest_day(publication.corpus)
    info = _info(publication, wanted.year, day, today, revision_of(sources))
    if wanted.warc:
        progress("WARC")
        write_warc(payload / SITE, payload / f"{wanted.name}.warc", _based(site_address(sources)), day, _warc_info(info))
    return _Made(publication, info, day)


def rebuilt(bag: Path, findings: Callable[[Publication], str], progress: Callable[[str], None]) -> Verdict:
    """Return how everything differs that comes out when a bag's own sources are built again: site, findings, WARC, description.

    Raises BuildFailedError for a bag that is not of a fiscal year; the errors are otherwise those of ``build_edition``.
    """
    info = read_info((bag / INFO).read_text(encoding="utf-8")) if (bag / INFO).is_file() else {}
    year, sources = info.get(_YEAR, ""), bag / PAYLOAD / SOURCES
    if not year.isdecimal() or not sources.is_dir():
        message = f"{bag} 不是明账的年度存档：没有 {_YEAR} 或者 {PAYLOAD}/{SOURCES}。"
        raise BuildFailedError(message)
    epoch = info.get(_EPOCH, "")
    today = datetime.fromtimestamp(int(epoch), UTC).date() if epoch.isdecimal() else None
    with tempfile.TemporaryDirectory(prefix="mingzhang-rebuild-") as folder:
        wanted = Wanted(Year(int(year)), Path(folder))
        wanted = replace(wanted, warc=(bag / PAYLOAD / f"{wanted.name}.warc").exists())
        made = _make(sources, Path(folder), wanted, today, findings, progress)
        found = compare(bag / PAYLOAD, Path(folder), SOURCES)
    wrong = [(label, one_line(value)) for label, value in made.info if info.get(label, "") != one_line(value)]
    remarks = [f"{INFO} 的 {label} 是“{info.get(label, '')}”，照原始文本应为“{value}”" for label, value in wrong]
    return replace(found, remarks=tuple(remarks))


def _source_date() -> date | None:
    try:
        return source_date()
    except ValueError as error:
        raise BuildFailedError(str(error)) from error


def _based(address: str) -> str:
    return f"{address.rstrip('/')}/" if address else _NO_ADDRESS


def _info(publication: Publication, year: Year, day: date, today: date | None, revision: str) -> list[tuple[str, str]]:
    site = publication.corpus.site
    departments = {disclosure.department.slug for disclosure in publication.corpus.disclosures}
    epoch = str(int(datetime(today.year, today.month, today.day, tzinfo=UTC).timestamp())) if today else ""
    return [
        ("Source-Organization", site.publisher or site.name),
        ("Contact-Name", site.maintainer or ""),
        ("Contact-Phone", site.contact or ""),
        ("External-Identifier", f"{site.code or site.name}-{year}"),
        (
            "External-Description",
            f"{site.name}{year}年公开文本：{len(departments)}个部门，{len(publication.corpus.disclosures)}份",
        ),
        ("Bagging-Date", day.isoformat()),
        (_YEAR, str(year)),
        (_EPOCH, epoch),
        ("Bag-Software-Agent", f"mingzhang {generator_version()}"),
        ("Rules-Version", rules_version()),
        ("Content-Revision", f"sha256:{revision}"),
    ]


def _warc_info(info: list[tuple[str, str]]) -> list[tuple[str, str]]:
    known = dict(info)
    return [
        ("software", known["Bag-Software-Agent"]),
        ("format", "WARC File Format 1.1"),
        ("description", known["External-Description"]),
        ("operator", known["Source-Organization"]),
        ("isPartOf", known["External-Identifier"]),
    ]
