"""A page becomes HTML that stands on its own below any base path."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.rendering.environment import Components
    from generator.views.blocks import PageView


def base_of(address: str) -> str:
    """Return the way from a page to the site's root, so that links hold below any base path: ``../`` for ``2021/``."""
    return "../" * address.count("/") or "./"


def render(view: PageView, address: str, components: Components) -> str:
    """Return the finished HTML of the page at ``address`` (below the root, ending in a slash, or empty for the home page)."""
    return components.page(view, base_of(address))
