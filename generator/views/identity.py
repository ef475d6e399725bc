"""Who publishes the site, as every page's footer says it to readers and its head to the inspectors' machines."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.views.blocks import Link
from generator.views.feedback import Feedback

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.model.site import Site
    from generator.views.blocks import PageView

_WAYS = (Link("按年度查找", "years/"), Link("按部门查找", "departments/"), Link("公开情况", "completeness/"))
_ALSO = (Link("无障碍说明", "accessibility/"), Link("组件一览", "gallery/"))
_REGISTER = "https://beian.miit.gov.cn/"
_POLICE_REGISTER = "https://beian.mps.gov.cn/"


@dataclass(frozen=True, slots=True)
class Particular:
    """One thing that a footer says of its site; ``address`` is that of the register it can be looked up in, or empty."""

    name: str
    value: str
    address: str = ""


@dataclass(frozen=True, slots=True)
class Meta:
    """One ``meta`` element of a page's head."""

    name: str
    value: str


@dataclass(frozen=True, slots=True)
class Footer:
    """The foot of a page: ways on, who publishes, and where to report what is wrong on this page (empty: nowhere)."""

    links: tuple[Link, ...]
    facts: tuple[Particular, ...]
    feedback: str = ""


def around(site: Site, view: PageView | None, title: str, address: str, also: Sequence[str]) -> dict[str, object]:
    """Return what the shell says around a page, by the names that its templates use.

    ``view`` is None for a page written by hand; ``also`` are the addresses of those pages that only some sites have.
    """
    feedback = Feedback(site.feedback or "").about(title, address)
    return {"site": site, "identity": identity(site, view), "footer": footer(site, feedback, also), "written_by_hand": view is None}


def footer(site: Site, feedback: str, also: Sequence[str]) -> Footer:
    """Return the foot of a page."""
    links = (*_WAYS, *(link for link in _ALSO if link.address in also))
    facts = (
        Particular("主办单位", site.publisher or ""),
        Particular("承办单位", site.maintainer or ""),
        Particular("联系方式", site.contact or ""),
        Particular("网站标识码", site.code or ""),
        Particular("备案号", site.icp or "", _REGISTER),
        Particular("公安备案号", site.police or "", _POLICE_REGISTER),
    )
    return Footer(links, tuple(fact for fact in facts if fact.value), feedback)


def identity(site: Site, view: PageView | None) -> tuple[Meta, ...]:
    """Return the tags that 《政府网站发展指引》 asks of a page; a site without its identification code is none that must have them.

    ``view`` is None for pages written by hand. Nothing is filled in that the content does not say.
    """
    if not site.code:
        return ()
    tags = [Meta("SiteName", site.name), Meta("SiteDomain", site.domain or ""), Meta("SiteIDCode", site.code)]
    if view is not None and view.published is not None:
        tags += [Meta("ArticleTitle", view.title), Meta("PubDate", view.published), Meta("ContentSource", view.origin)]
    elif view is not None:
        kind = "信息公开目录" if view.breadcrumbs else "首页"
        tags += [Meta("ColumnName", view.title), Meta("ColumnDescription", view.description)]
        tags += [Meta("ColumnKeywords", "部门预算,部门决算,绩效目标"), Meta("ColumnType", kind)]
    return tuple(tag for tag in tags if tag.value)
