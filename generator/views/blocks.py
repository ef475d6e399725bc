"""The parts that pages are made of. Each is shown by the component of ``theme/components`` that it names."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from generator.quick import quick
from generator.views.drawing import Chart
from generator.views.glance import KeyFigures, ProjectOverview, Summary, YearSwitch
from generator.views.judged_blocks import CodeSample, Example, FoundList, Outcomes
from generator.views.origin_blocks import Check, Operand, OriginRow, Origins
from generator.views.side_by_side import SideBySide

if TYPE_CHECKING:
    from generator.views.machine_blocks import ForMachines

__all__ = ["Check", "Operand", "OriginRow", "Origins"]


@quick
@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead to an address below the site's root (``2021/zjk-npc/budget/#income``)."""

    text: str
    address: str


class Look:
    """How a cell reads: as text, as a figure, as a code, or as one of the things that are no figure."""

    # Plain names, not an enumeration: every page asks for them a thousand times.
    TEXT = "text"
    NUMBER = "number"
    AMOUNT = "amount"
    """Money, which readers may see in another unit."""
    CODE = "code"
    BLANK = "blank"
    WITHHELD = "withheld"
    # What stands in a column of figures lines up with them.
    BLANK_FIGURE = "blank number"
    WITHHELD_FIGURE = "withheld number"


class Cell(NamedTuple):
    """One cell; ``scope`` makes it a header (``row`` or ``rowgroup``)."""

    text: str
    look: str = Look.TEXT
    scope: str = ""
    rowspan: int = 1
    level: str = ""
    mark: int = 0
    """The number of the finding at this figure on this page; 0 where there is none."""
    pad: str = ""
    """What the figure lacks to end with its column's longest decimals: “.00”, “0”."""
    corrected: bool = False
    """Whether the figure was corrected after publication; the page's list of corrections says how."""


class HeadCell(NamedTuple):
    """One column header; ``scope`` is ``col`` or ``colgroup``."""

    text: str
    scope: str = "col"
    look: str = Look.TEXT
    colspan: int = 1
    rowspan: int = 1
    key: str = ""
    """The permanent address of the column on the page, if it has one."""


class Row(NamedTuple):
    """One row; a total stands out."""

    cells: tuple[Cell, ...]
    total: bool = False
    key: str = ""
    """The permanent address of the row on the page; its figures add their column's name to it."""


_MOST_ON_A_PHONE = 5


@quick
@dataclass(frozen=True, slots=True)
class Table:
    """A table with its caption, the unit of its amounts, header rows, and groups of rows (one ``tbody`` each)."""

    component: ClassVar[str] = "data_table"

    anchor: str
    caption: str
    unit: str
    head: tuple[tuple[HeadCell, ...], ...]
    groups: tuple[tuple[Row, ...], ...]
    notes: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    """The addresses of the last columns in those of their rows; empty for a column without figures."""
    charts: tuple[Chart, ...] = ()
    """What draws the table; readers see both as one thing."""

    @property
    def wide(self) -> bool:
        """Return whether the columns are too many for a phone, where the table then scrolls in its own region."""
        return sum([cell.colspan for cell in self.head[0]]) > _MOST_ON_A_PHONE


@dataclass(frozen=True, slots=True)
class TermNote:
    """A term's explanation where it is read, and the address of its own page."""

    name: str
    text: Prose
    address: str


@dataclass(frozen=True, slots=True)
class TermNotes:
    """The explanations of the terms that a text is the first in its section to use; they unfold below it."""

    component: ClassVar[str] = "term_notes"

    names: str
    notes: tuple[TermNote, ...]


@quick
@dataclass(frozen=True, slots=True)
class Prose:
    """Running text in Markdown; ``terms`` are the words to link to the glossary, each once, as (words, address)."""

    component: ClassVar[str] = "narrative"

    text: str
    terms: tuple[tuple[str, str], ...] = ()
    marks: tuple[int, ...] = ()
    """The numbers of the findings in this text."""
    notes: TermNotes | None = None


@quick
@dataclass(frozen=True, slots=True)
class Fact:
    """A name with its value: a few words, or running text."""

    name: str
    value: str = ""
    prose: Prose | None = None
    mark: int = 0
    key: str = ""
    """The permanent address of a figure on the page."""
    corrected: bool = False


@quick
@dataclass(frozen=True, slots=True)
class Facts:
    """Names with values, as on the head of a form."""

    component: ClassVar[str] = "fact_list"

    rows: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class UnitChoice:
    """The choice of the unit in which amounts are shown; ``printed`` is the one of the text."""

    component: ClassVar[str] = "unit_choice"

    printed: str
    units: tuple[str, ...] = ("元", "万元", "亿元")


@dataclass(frozen=True, slots=True)
class Items:
    """A short list of texts, numbered where their order was printed."""

    component: ClassVar[str] = "item_list"

    items: tuple[str, ...]
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """A link with what stands behind it."""

    link: Link
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Entries:
    """A list of links, such as the departments of a year."""

    component: ClassVar[str] = "link_list"

    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Notice:
    """A remark set apart from the text: ``lacking`` for what should be there and is not, ``finding`` for a fault, ``note`` else."""

    component: ClassVar[str] = "notice"

    kind: str
    text: str
    cure: str = ""


@dataclass(frozen=True, slots=True)
class SearchBox:
    """The search form; addresses are below the site's root."""

    component: ClassVar[str] = "search_box"

    label: str


class Choice(NamedTuple):
    """A filter of the search: its name in the address, its label, and the words for no choice."""

    name: str
    label: str
    everything: str


@dataclass(frozen=True, slots=True)
class SearchPanel:
    """The search itself; ``links`` lead to the lists for whoever cannot or would not search."""

    component: ClassVar[str] = "search_page"

    choices: tuple[Choice, ...]
    links: tuple[Link, ...]


Block = (
    Table | Prose | Facts | KeyFigures | Items | Entries | Notice | SearchBox | SearchPanel | FoundList | Outcomes | CodeSample
    | Example | Origins | UnitChoice | TermNotes | Chart | Summary | ProjectOverview | YearSwitch | SideBySide
)  # fmt: skip


@quick
@dataclass(frozen=True, slots=True)
class Section:
    """A headed part of a page with its permanent ASCII anchor."""

    anchor: str
    heading: str
    blocks: tuple[Block, ...] = ()
    sections: tuple[Section, ...] = ()
    years: tuple[Link, ...] = ()
    """The ways to the same section of the same department in other years."""


@dataclass(frozen=True, slots=True)
class PageView:
    """A whole page: its one first-level heading, what stands before the sections, the sections, and the ways on."""

    title: str
    description: str
    lead: str = ""
    breadcrumbs: tuple[Link, ...] = ()
    blocks: tuple[Block, ...] = ()
    sections: tuple[Section, ...] = ()
    pager: tuple[Entry, ...] = ()
    contents: bool = False
    """Whether the page shows a table of its own contents."""
    machines: ForMachines | None = None
    """What the page is to programs; None for a page that is a column of the site like any other."""
    moved_to: str = ""
    """The address that stands in this one's place, to which readers are led on at once; empty for a page that stays."""
