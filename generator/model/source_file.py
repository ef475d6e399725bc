"""The files that the model was made from, so that whatever is made of it can say so."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceFile:
    """A file that something was made from: its path as findings print it, and the SHA-256 of its bytes."""

    path: str
    sha256: str
