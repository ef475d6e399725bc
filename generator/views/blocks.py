"""The parts that pages are made of. Each is shown by the component of ``theme/components`` that it names."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, NamedTuple


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
    CODE = "code"
    BLANK = "blank"
    WITHHELD = "withheld"


class Cell(NamedTuple):
    """One cell; ``scope`` makes it a header (``row`` or ``rowgroup``)."""

    text: str
    look: str = Look.TEXT
    scope: str = ""
    rowspan: int = 1
    level: str = ""
    mark: int = 0
    """The number of the finding at this figure on this page; 0 where there is none."""


class HeadCell(NamedTuple):
    """One column header; ``scope`` is ``col`` or ``colgroup``."""

    text: str
    scope: str = "col"
    look: str = Look.TEXT
    colspan: int = 1
    rowspan: int = 1


class Row(NamedTuple):
    """One row; a total stands out."""

    cells: tuple[Cell, ...]
    total: bool = False


_MOST_ON_A_PHONE = 5


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

    @property
    def wide(self) -> bool:
        """Return whether the columns are too many for a phone, where the table then scrolls in its own region."""
        return sum(cell.colspan for cell in self.head[0]) > _MOST_ON_A_PHONE


@dataclass(frozen=True, slots=True)
class Prose:
    """Running text in Markdown; ``terms`` are the words to link to the glossary, each once, as (words, address)."""

    component: ClassVar[str] = "narrative"

    text: str
    terms: tuple[tuple[str, str], ...] = ()
    marks: tuple[int, ...] = ()
    """The numbers of the findings in this text."""


@dataclass(frozen=True, slots=True)
class Fact:
    """A name with its value: a few words, or running text."""

    name: str
    value: str = ""
    prose: Prose | None = None
    mark: int = 0


@dataclass(frozen=True, slots=True)
class Facts:
    """Names with values, as on the head of a form."""

    component: ClassVar[str] = "fact_list"

    rows: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class KeyFigure:
    """One amount that a reader looks for first; ``remark`` says how it compares, or is empty."""

    name: str
    amount: str
    unit: str
    remark: str = ""


@dataclass(frozen=True, slots=True)
class KeyFigures:
    """The amounts at the top of a page."""

    component: ClassVar[str] = "key_figures"

    figures: tuple[KeyFigure, ...]


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
class Found:
    """One finding as readers see it: its number on the page, the rule, what is wrong, the details, the cure, its place."""

    number: int
    severity: str
    rule: Link
    message: str
    details: tuple[Fact, ...]
    cure: str
    place: str
    follows: int = 0
    """The number of the finding that this one follows from; 0 where it stands for itself."""


@dataclass(frozen=True, slots=True)
class FoundList:
    """All findings of a disclosure, in the order of the text."""

    component: ClassVar[str] = "found_list"

    findings: tuple[Found, ...]


@dataclass(frozen=True, slots=True)
class OutcomeRow:
    """One outcome with the rules that came out so."""

    outcome: str
    rules: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Outcomes:
    """How every rule came out, by outcome."""

    component: ClassVar[str] = "rule_outcomes"

    summary: str
    rows: tuple[OutcomeRow, ...]


@dataclass(frozen=True, slots=True)
class CodeSample:
    """Source text as a clerk writes it; ``label`` says whose it is."""

    component: ClassVar[str] = "code_sample"

    label: str
    text: str


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


Block = Table | Prose | Facts | KeyFigures | Items | Entries | Notice | SearchBox | SearchPanel | FoundList | Outcomes | CodeSample


@dataclass(frozen=True, slots=True)
class Section:
    """A headed part of a page with its permanent ASCII anchor."""

    anchor: str
    heading: str
    blocks: tuple[Block, ...] = ()
    sections: tuple[Section, ...] = ()


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
