"""Who publishes the site, as every page's footer says it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.views.blocks import Link
from generator.views.feedback import Feedback
from generator.views.language import noted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.model.site import Site

_WAYS = (Link(noted("按年度查找"), "years/"), Link(noted("按部门查找"), "departments/"), Link(noted("公开情况"), "completeness/"))
_ALSO = (
    Link(noted("更正公告"), "corrections/"),
    Link(noted("开放数据"), "data/"),
    Link(noted("无障碍说明"), "accessibility/"),
    Link(noted("组件一览"), "gallery/"),
)
OFFERED = frozenset(link.address for link in _ALSO)
"""The pages that the foot offers where a site has them."""
_REGISTER = "https://beian.miit.gov.cn/"
_POLICE_REGISTER = "https://beian.mps.gov.cn/"


@dataclass(frozen=True, slots=True)
class Particular:
    """One thing that a footer says of its site; ``address`` is that of the register it can be looked up in, or empty."""

    name: str
    value: str
    address: str = ""


@dataclass(frozen=True, slots=True)
class Footer:
    """The foot of a page: ways on, who publishes, and where to report what is wrong on this page (empty: nowhere)."""

    links: tuple[Link, ...]
    facts: tuple[Particular, ...]
    feedback: str = ""


def around(site: Site, title: str, address: str, also: Sequence[str]) -> dict[str, object]:
    """Return what the shell says around a page, by the names that its templates use.

    ``also`` are the addresses of those pages that only some sites have.
    """
    return {"site": site, "footer": footer(site, Feedback(site.feedback or "").about(title, address), also)}


def footer(site: Site, feedback: str, also: Sequence[str]) -> Footer:
    """Return the foot of a page."""
    links = (*_WAYS, *(link for link in _ALSO if link.address in also))
    facts = (
        Particular(noted("主办单位："), site.publisher or ""),
        Particular(noted("承办单位："), site.maintainer or ""),
        Particular(noted("联系方式："), site.contact or ""),
        Particular(noted("网站标识码："), site.code or ""),
        Particular(noted("备案号："), site.icp or "", _REGISTER),
        Particular(noted("公安备案号："), site.police or "", _POLICE_REGISTER),
    )
    return Footer(links, tuple(fact for fact in facts if fact.value), feedback)
