"""A page as a value: where it stands, what it shows, and what it is made of."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.model.kinds import Year
    from generator.model.source_file import SourceFile
    from generator.views.blocks import PageView


@dataclass(frozen=True, slots=True)
class Page:
    """One page. Its view is made when it is asked for, so that a thousand pages need the memory of one."""

    address: str
    title: str
    view: Callable[[], PageView]
    made_of: tuple[SourceFile, ...]
    year: Year | None = None
    """The fiscal year that the page belongs to, if to one alone; such pages can be built apart from other years'."""

    @property
    def fingerprint(self) -> str:
        """Return a hash of every source that the page is made of: with one generator and theme, equal ones mean equal pages."""
        digest = hashlib.sha256(self.address.encode())
        for source in sorted(self.made_of, key=lambda source: source.path):
            digest.update(f"\n{source.path} {source.sha256}".encode())
        return digest.hexdigest()
