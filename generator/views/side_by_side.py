"""A table that sets departments or years side by side: its rows lead somewhere, and readers may sort it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, NamedTuple

if TYPE_CHECKING:
    from generator.views.drawing import Chart


class Value(NamedTuple):
    """One cell: what it says, how it reads (the names of ``Look``), and what it is sorted by (an amount in 元, or nothing)."""

    text: str
    look: str = "text"
    key: str = ""


class Lane(NamedTuple):
    """One row: its name, the address below the site's root that it leads to (none: no link), and its values."""

    name: str
    address: str
    values: tuple[Value, ...]
    slug: str = ""
    """What the row is called in the addresses of its cells, if they have any."""


class Heading(NamedTuple):
    """One column's header; ``number`` columns are sorted by amount, the others by their words."""

    text: str
    number: bool = False
    slug: str = ""
    """What the column is called in the addresses of its cells, if they have any."""


@dataclass(frozen=True, slots=True)
class SideBySide:
    """A table of lanes; ``sortable`` ones carry a button in each header, which the script shows."""

    component: ClassVar[str] = "side_by_side"

    anchor: str
    caption: str
    unit: str
    headings: tuple[Heading, ...]
    lanes: tuple[Lane, ...]
    notes: tuple[str, ...] = ()
    sortable: bool = False
    charts: tuple[Chart, ...] = ()
    """What draws the table; readers see both as one thing."""

    @property
    def rows(self) -> tuple[tuple[Lane, tuple[tuple[Value, str], ...]], ...]:
        """Return each lane with its values, each of them with its permanent address on the page or an empty one."""
        columns = [heading.slug for heading in self.headings[1:]]
        return tuple(
            (lane, tuple((value, self._address(lane.slug, column)) for value, column in zip(lane.values, columns, strict=True)))
            for lane in self.lanes
        )

    def _address(self, row: str, column: str) -> str:
        return f"{self.anchor}-{row}-{column}" if row and column else ""

    @property
    def wide(self) -> bool:
        """Return whether the columns are too many for a phone, where the table then scrolls in its own region."""
        return len(self.headings) > _MOST_ON_A_PHONE


_MOST_ON_A_PHONE = 5
