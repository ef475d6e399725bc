"""What a page is to programs: search engines, feeds and the readers of shared links."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


class Address(str):
    """An address below the site's root inside a thing; it is completed when the page's own address is known."""

    __slots__ = ()


Thing = dict[str, object]
"""Something in the words of schema.org; a value that is empty is left out."""


class Tag(NamedTuple):
    """A tag for programs in the head of a page; one without content is left out."""

    name: str
    content: str


@dataclass(frozen=True, slots=True)
class ForMachines:
    """What a page is to programs: its tags, its kind in Open Graph's words, the thing that it is about."""

    tags: tuple[Tag, ...]
    kind: str = "website"
    thing: Thing | None = None
