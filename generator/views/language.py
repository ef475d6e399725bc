"""The interface's words in the language of the site: Simplified Chinese is their source, other languages are catalogues.

What departments disclose is never translated. A word that a catalogue does not have is said in Chinese; a test sees to it
that the shipped catalogues lack none.
"""

from __future__ import annotations

from functools import lru_cache, wraps
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from babel.messages.pofile import read_po

if TYPE_CHECKING:
    from collections.abc import Callable

SOURCE = "zh-CN"
CATALOGUES = Path(__file__).parent / "languages"

_Function = TypeVar("_Function", bound="Callable[..., object]")
_Thing = TypeVar("_Thing")
_Made = TypeVar("_Made")
_words: dict[str, str] = {}
_spoken = [SOURCE]
_forget: list[Callable[[], None]] = []


class _Number(int):
    """A number that chooses between words: ``{count:year|years}`` is “year” for one and “years” for any other."""

    def __format__(self, form: str) -> str:
        one, both, other = form.partition("|")
        return (one if self == 1 else other) if both else super().__format__(form)


def say(text: str, **values: object) -> str:
    """Return the interface's words for a Chinese text, with the values put in where it names them in braces.

    A catalogue may let a whole number choose between two forms of a word: ``{count} {count:year|years}``.
    """
    words = _words.get(text)
    if words is None:
        return text.format(**values) if values else text
    return words.format(**{name: _Number(value) if type(value) is int else value for name, value in values.items()}) if values else words


def say_as(use: str, text: str) -> str:
    """Return the words for a Chinese text that other languages say differently in this use: 部门 of a list, and of one of them."""
    return _words.get(_in_use(use, text), text)


def _in_use(use: str | None, text: str) -> str:
    return f"{use}\x04{text}" if use else text


def noted(text: str) -> str:
    """Return the text itself, noted for the catalogues: something else will say it."""
    return text


def spoken() -> str:
    """Return the language of the interface, as HTML names it."""
    return _spoken[0]


def speak(language: str) -> None:
    """Say everything in this language from now on. Raises FileNotFoundError for one that has no catalogue."""
    words = {} if language == SOURCE else read_catalogue(language)
    if language != spoken():
        _spoken[0] = language
        _words.clear()
        _words.update(words)
        for forget in _forget:
            forget()


def read_catalogue(language: str) -> dict[str, str]:
    """Return the words of a language by their Chinese, and by their use where they have one."""
    with (CATALOGUES / f"{language}.po").open("rb") as file:
        return {_in_use(each.context, str(each.id)): str(each.string) for each in read_po(file) if each.id and each.string}


def remembered(maxsize: int) -> Callable[[_Function], _Function]:
    """Return a decorator that keeps what a function has made of words, until another language is spoken."""

    def keep(function: _Function) -> _Function:
        kept = lru_cache(maxsize=maxsize)(function)
        _forget.append(kept.cache_clear)
        return kept  # type: ignore[return-value]  # it is called like the function that it keeps

    return keep


_MOST_THINGS = 1000


def kept_for_each(function: Callable[[_Thing], _Made]) -> Callable[[_Thing], _Made]:
    """Return a function of one thing that keeps what it has made of that very thing, until another language is spoken.

    A thing is known by its identity: to hash all that a form says would cost more than what is made of it.
    """
    kept: dict[int, tuple[_Thing, _Made]] = {}
    _forget.append(kept.clear)

    @wraps(function)
    def of(thing: _Thing) -> _Made:
        # The thing is kept beside what was made of it, so that no other can take its id.
        known = kept.get(id(thing))
        if known is None:
            if len(kept) >= _MOST_THINGS:
                kept.clear()  # A preview reads its forms anew on every change.
            known = kept[id(thing)] = (thing, function(thing))
        return known[1]

    return of
