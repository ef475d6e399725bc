"""What a page is to programs: the tags that 《政府网站发展指引》 asks for, and the thing that it is about in schema.org's words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.views.downloads import DATA, FORMATS, TOGETHER, identity
from generator.views.language import say
from generator.views.machine_blocks import Address, ForMachines, Tag
from generator.views.wording import year_name

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from generator.model.department import Department
    from generator.model.disclosure import Disclosure
    from generator.model.kinds import Year
    from generator.model.site import Site
    from generator.views.downloads import Format
    from generator.views.machine_blocks import Thing

FRONT, LISTS, GUIDE, OPEN_DATA = "首页", "信息公开目录", "信息公开指南", "数据开放"
"""Kinds of column, in the words of the ministry's own list."""


def column(title: str, description: str, kind: str = LISTS, thing: Thing | None = None) -> ForMachines:
    """Return what a page is that leads to others."""
    tags = (Tag("ColumnName", title), Tag("ColumnDescription", description), Tag("ColumnKeywords", title), Tag("ColumnType", kind))
    return ForMachines(tags, "website", thing)


def article(disclosure: Disclosure, title: str, files: Mapping[str, int]) -> ForMachines:
    """Return what the page of a disclosure is."""
    dates = disclosure.text.dates
    published = dates.published.isoformat() if dates and dates.published else ""
    department = disclosure.department
    keywords = (disclosure.department_name, year_name(disclosure.year), say(disclosure.kind.value), say(disclosure.kind.phase))
    tags = (
        Tag("ArticleTitle", title),
        # The tag's form demands an hour, which nobody has stated: the day's beginning, as in the feeds.
        Tag("PubDate", f"{published} 00:00" if published else ""),
        Tag("ContentSource", disclosure.department_name),
        Tag("Keywords", say("，").join(keywords)),
        Tag("Author", disclosure.department_name),
    )
    corrected = max((correction.day.isoformat() for correction in disclosure.text.corrections), default="")
    thing: Thing = {
        "@type": "Dataset",
        "name": title,
        "description": say("{title}的全部公开表、项目和绩效指标，金额单位为{unit}。", title=title, unit=say(disclosure.text.unit.value)),
        "identifier": identity(disclosure),
        "url": Address(disclosure.address),
        "inLanguage": "zh-CN",
        "isAccessibleForFree": True,
        "temporalCoverage": str(disclosure.year),
        "spatialCoverage": department.region.name,
        "keywords": list(keywords),
        "datePublished": published,
        "dateModified": max(published, corrected),
        "license": disclosure.site.licence_address or "",
        "creator": _organization(disclosure.department_name, department),
        "publisher": _publisher(disclosure.site),
        "includedInDataCatalog": {"@type": "DataCatalog", "name": disclosure.site.name, "url": Address(DATA)} if files else "",
        "distribution": _distribution(f"{disclosure.address}{identity(disclosure)}", files, FORMATS),
    }
    return ForMachines(tags, "article", thing)


def year_data(site: Site, year: Year, title: str, stem: str, files: Mapping[str, int]) -> Thing:
    """Return a fiscal year as a data set."""
    return {
        "@type": "Dataset",
        "name": title,
        "description": say("{title}：各部门的预算、决算和绩效文本的全部数据。", title=title),
        "url": Address(f"{year}/"),
        "inLanguage": "zh-CN",
        "temporalCoverage": str(year),
        "license": site.licence_address or "",
        "publisher": _publisher(site),
        "distribution": _distribution(stem, files, TOGETHER),
    }


def department_thing(department: Department) -> Thing:
    """Return a department as an organization, with the names that it has borne."""
    return _organization(department.name, department) | {
        "alternateName": [name.full for name in department.file.names if name.full != department.name],
        "identifier": department.file.code or "",
        "areaServed": department.region.name,
    }


def catalog(site: Site, description: str, stem: str, files: Mapping[str, int]) -> Thing:
    """Return the whole site as a catalog of data."""
    return {
        "@type": "DataCatalog",
        "name": site.name,
        "description": description,
        "url": Address(DATA),
        "inLanguage": "zh-CN",
        "license": site.licence_address or "",
        "publisher": _publisher(site),
        "dataset": {"@type": "Dataset", "name": say("{site}：全部年度", site=site.name), "description": description, "url": Address(DATA),
                    "license": site.licence_address or "", "distribution": _distribution(stem, files, TOGETHER)},
    }  # fmt: skip


def _organization(name: str, department: Department) -> Thing:
    return {"@type": "GovernmentOrganization", "name": name, "url": Address(department.address)}


def _publisher(site: Site) -> Thing | str:
    return {"@type": "GovernmentOrganization", "name": site.publisher} if site.publisher else ""


def _distribution(stem: str, files: Mapping[str, int], formats: Mapping[str, Format]) -> Sequence[Thing]:
    return [
        {
            "@type": "DataDownload",
            "encodingFormat": form.media_type,
            "contentUrl": Address(address),
            "contentSize": f"{files[address]} B",
        }
        for ending, form in formats.items()
        if (address := f"{stem}{ending}") in files
    ]
