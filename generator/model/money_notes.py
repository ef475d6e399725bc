"""The running text that speaks of the department's money, section by section; what projects promise is not among it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.disclosure import Text
    from generator.model.narrative import Narrative

_SECTIONS = ("income", "expenditure", "changes", "operating", "public_expenses", "procurement", "assets")


def money_notes(text: Text) -> Iterator[Narrative]:
    """Yield the explanations of income, expenditure and their changes, in the order of the form."""
    notes = [text.general, *(getattr(getattr(text, name), "note", None) for name in _SECTIONS), text.other]
    notes += [statement.note for statement in text.statements]
    yield from (note for note in notes if note is not None)
