"""来历: operands that stand in no table of the page beside the figure: in a sentence, in an indicator, on last year's page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.model.passage import Passage
from generator.quick import kept
from generator.views.addresses import Addresses
from generator.views.blocks import Operand
from generator.views.language import say
from generator.views.operands import far
from generator.views.outline import anchor_of

if TYPE_CHECKING:
    from generator.model.disclosure import Disclosure
    from generator.model.entry import Told
    from generator.model.record import Record


class Outside:
    """What a disclosure's figures were compared with that is none of its figures."""

    def __init__(self, disclosure: Disclosure, addresses: Addresses) -> None:
        """Take the disclosure and the addresses of its page."""
        self.disclosure = disclosure
        self.addresses = addresses

    def told(self, told: Told) -> Operand:
        """Return the words, leading to the section whose text says them or to the row of the indicator that does."""
        if isinstance(told.where, Passage):
            return Operand(say("正文“{words}”", words=told.words), self._anchor(told.where))
        return Operand(say("指标“{words}”", words=told.words), self.addresses.key(told.where))

    def published(self, record: Record, field: str) -> tuple[Operand, str] | None:
        """Return a figure of last year's text and the address of its page, or None where that has no such cell."""
        before = self.disclosure.previous
        row = self._published.row(record, field) if self._published else None
        if before is None or row is None:
            return None
        told = say("{year}年{kind}的{figure}", year=before.year, kind=say(before.kind.value), figure=far(row, field))
        return Operand(told, row.cell(field)), before.address

    @kept
    def _published(self) -> Addresses | None:
        """Return the addresses of last year's page that this year's can repeat, worked out where something of it does."""
        return Addresses(self.disclosure.previous, repeated=True) if self.disclosure.previous else None

    @kept
    def _projects(self) -> dict[int, str]:
        projects = self.disclosure.text.projects
        return dict(zip(map(id, projects), self.addresses.projects, strict=True))

    def _anchor(self, passage: Passage) -> str:
        return self._projects[id(passage.project)] if passage.project else anchor_of(passage.section)
