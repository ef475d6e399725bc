"""What a reader of text can object to before anybody asks what the text means."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.source.place import Place


@dataclass(frozen=True, slots=True)
class Flaw:
    """A fault of spelling: a permanent code, where it stands, what is wrong and how to mend it (both in Chinese)."""

    code: str
    place: Place
    message: str
    cure: str
