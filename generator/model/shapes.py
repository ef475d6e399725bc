"""What a text says but for its figures. Next year's sentence is mostly last year's with other ones, and is read by the same shape."""

from __future__ import annotations

_KNOWN: dict[str, str] = {}
"""The shapes of texts that have been read. Disclosures repeat each other (glossaries, names of indicators), and few are new."""
_SHAPES: dict[str, str] = {}
"""Every shape by itself: texts of one shape share it."""
_MOST_KNOWN = 200_000
_BETWEEN = "\0"
"""Hardly in any text."""


def shape_of(text: str) -> str:
    """Return a text with all its digits 0."""
    known = _KNOWN.get(text)
    return _blurred(text) if known is None else known


def unknown(texts: set[str]) -> set[str]:
    """Return those of some texts whose shapes are not known."""
    return texts.difference(_KNOWN)


def learn(texts: list[str]) -> list[str]:
    """Return the shapes of texts, and know them from now on."""
    looks = _blurred(_BETWEEN.join(texts)).split(_BETWEEN)
    if len(looks) != len(texts):
        looks = list(map(_blurred, texts))
    shapes = [_SHAPES.setdefault(each, each) for each in looks]
    _KNOWN.update(zip(texts, shapes, strict=True))
    return shapes


def full() -> bool:
    """Return whether so many texts are known that they had better be forgotten."""
    return len(_KNOWN) > _MOST_KNOWN


def forget() -> None:
    """Know no shape any more."""
    _KNOWN.clear()
    _SHAPES.clear()


def _blurred(text: str) -> str:
    for digit in "123456789":
        text = text.replace(digit, "0")
    return text
