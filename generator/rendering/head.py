"""What stands in a page's head for programs: tags, Open Graph, and one block of data in schema.org's words."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from markupsafe import Markup

from generator.rendering.render import base_of
from generator.views.blocks import PageView
from generator.views.language import SOURCE, say, spoken
from generator.views.machine_blocks import Address, Tag
from generator.views.machines import FRONT, GUIDE, LISTS, column

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.model.site import Site
    from generator.views.machine_blocks import Thing

# Inside a script element nothing is escaped; these could end it, or a line of it, and JSON has another spelling for them.
_UNSAFE = re.compile("[<>&\u2028\u2029]")
PICTURE = "assets/picture.png"
_SIZE = (1200, 630)


@dataclass(frozen=True, slots=True)
class Head:
    """Tags by name, tags by property, and the block of data, which may be empty."""

    names: tuple[Tag, ...]
    properties: tuple[Tag, ...]
    data: Markup
    feed: str = ""
    """The way from the page to its feed, or nothing where it has none."""


def site_tags(site: Site, base_url: str) -> Iterable[Tag]:
    """Return the tags that every page has; what nobody has stated is left out, never invented."""
    return _stated(
        (
            Tag("SiteName", site.name),
            Tag("SiteDomain", site.domain or urlsplit(base_url).hostname or ""),
            Tag("SiteIDCode", site.code or ""),
        )
    )


def head_of(view: PageView, address: str, site: Site, base_url: str, *, feed: bool = False) -> Head:
    """Return the head of the page at ``address``; ``base_url`` is the site's own address, ending in a slash, or empty."""
    machines = view.machines or column(view.title, view.description, LISTS if address else FRONT)
    whole = base_url + (view.moved_to or address) if base_url else ""
    names = (*site_tags(site, base_url), *machines.tags, Tag("Url", whole if machines.kind == "article" else ""))
    properties = (
        Tag("og:type", machines.kind),
        Tag("og:title", view.title),
        Tag("og:description", view.description),
        Tag("og:site_name", site.name),
        Tag("og:locale", "zh_CN" if spoken() == SOURCE else spoken()),
        Tag("og:url", whole),
        *(_picture(base_url) if base_url else ()),
    )
    data = data_block(machines.thing, base_url or base_of(address)) if machines.thing else Markup()
    return Head(tuple(_stated(names)), tuple(_stated(properties)), data, f"{base_of(address)}{address}feed.xml" if feed else "")


def _picture(base_url: str) -> Iterable[Tag]:
    """Return the tags of the picture that stands for any page where its address is shared; they need whole addresses."""
    width, height = _SIZE
    return (
        Tag("og:image", f"{base_url}{PICTURE}"),
        Tag("og:image:type", "image/png"),
        Tag("og:image:width", str(width)),
        Tag("og:image:height", str(height)),
        Tag("og:image:alt", say("明账的标志：三条长短不一的横线")),
    )


def head_by_hand(title: str, description: str, address: str, site: Site, base_url: str) -> Head:
    """Return the head of a page that was written by hand: to programs it is a part of the guide."""
    view = PageView(title, description or title, machines=column(title, description or title, GUIDE))
    return head_of(view, address, site, base_url)


def _stated(tags: Iterable[Tag]) -> Iterable[Tag]:
    return [tag for tag in tags if tag.content]


def data_block(thing: Thing, base: str) -> Markup:
    """Return a thing as the text of a data block: JSON in which no character can end the block; addresses stand behind ``base``."""
    whole = {"@context": "https://schema.org", **_completed(thing, base)}
    text = json.dumps(whole, ensure_ascii=False, separators=(",", ":"))
    return Markup(_UNSAFE.sub(lambda match: f"\\u{ord(match[0]):04x}", text))  # noqa: S704 - nothing in it can be taken for markup


def _completed(thing: Thing, base: str) -> Thing:
    return {key: _value(value, base) for key, value in thing.items() if value not in ("", [], None)}


def _value(value: object, base: str) -> object:
    if isinstance(value, Address):
        return f"{base}{value}"
    if isinstance(value, dict):
        return _completed(value, base)
    if isinstance(value, list):
        return [_value(each, base) for each in value]
    return value
