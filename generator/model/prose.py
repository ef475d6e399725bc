"""Everything that a disclosure says in words, as one text, so that a rule searches it once instead of passage by passage."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from generator.quick import kept

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.model.passage import Passage, Passages
    from generator.source.place import Place

_END = re.compile(r"[。；！？;\n]")
_LONGEST_SENTENCE = 400


class Hit(NamedTuple):
    """What a search found: the match in the text of its passage."""

    match: re.Match[str]
    passage: Passage

    @property
    def text(self) -> str:
        """Return the words found."""
        return self.match[0]

    @property
    def start(self) -> int:
        """Return the offset of the first character."""
        return self.match.start()

    @property
    def place(self) -> Place:
        """Return where the words begin."""
        return self.passage.at(self.match.start())

    def at(self, group: int | str) -> Place:
        """Return where a group of the match begins."""
        return self.passage.at(self.match.start(group))

    @property
    def before(self) -> str:
        """Return what stands before the words in their sentence."""
        start = self.match.start()
        return _END.split(self.passage.text[max(0, start - _LONGEST_SENTENCE) : start])[-1]

    @property
    def after(self) -> str:
        """Return what follows the words in their sentence."""
        text, start = self.passage.text, self.match.end()
        end = _END.search(text, start, start + _LONGEST_SENTENCE)
        return text[start : end.start() if end else start + _LONGEST_SENTENCE]

    @property
    def paragraph(self) -> str:
        """Return the paragraph in which the words stand."""
        text, end = self.passage.text, self.match.end()
        last = text.find("\n", end)
        return text[text.rfind("\n", 0, self.start) + 1 : last if last >= 0 else len(text)]

    @property
    def sentence(self) -> str:
        """Return the whole sentence, without its full stop."""
        return self.before + self.text + self.after


@dataclass(frozen=True, slots=True, eq=False)
class Standing:
    """A pattern that every disclosure is searched for; without one of its ``traces``, if it has any, it cannot match."""

    pattern: re.Pattern[str]
    traces: tuple[str, ...]
    exact: bool
    """Whether it tells one digit from another, as 20[0-9]{2} does, and [0-9]+万元 does not."""


_STANDING: list[Standing] = []
_NOTICED: dict[str, tuple[Standing, ...]] = {}
"""Which patterns match in a text. Disclosures repeat each other (glossaries, names of indicators, last year's sentences), and what
has been looked through once need not be looked through again."""
_TELLING: dict[str, tuple[Standing, ...]] = {}
"""The few texts among them in which any matches."""
_SHAPES: dict[str, tuple[Standing, ...]] = {}
"""The same of texts whose digits are all 0: next year's sentence is mostly last year's with other figures."""
_MOST_NOTICED = 200_000
_NO_HITS: Iterator[Hit] = iter(())
_DIGIT, _NO_DIGIT = re.compile("[0-9]"), re.compile(r"0-9|\{[0-9,]+\}|\\u[0-9a-f]{4}|\\x[0-9a-f]{2}|\\[0-9]")
"""What is a digit in a pattern, and what only looks like one: a class of all digits, a repetition, a code point, a group."""


class _Patterns:
    """Standing patterns, of which only those are looked for whose traces are there."""

    def __init__(self) -> None:
        self.all: list[Standing] = []
        self.traced: dict[str, list[tuple[str, Standing]]] = {}
        """Those that have traces, with each of them, by its first character: most of these are nowhere in a text."""

    def add(self, pattern: Standing) -> None:
        self.all.append(pattern)
        for trace in pattern.traces:
            self.traced.setdefault(trace[0], []).append((trace, pattern))

    def matching(self, texts: list[str]) -> list[tuple[Standing, ...]]:
        """Return text by text the patterns that match in it."""
        joined = "\n".join(texts)
        starts = list(accumulate([len(text) + 1 for text in texts], initial=0))
        found: list[list[Standing]] = [[] for _ in texts]
        first = self.traced.keys() & set(joined)
        traced = {pattern for character in first for trace, pattern in self.traced[character] if trace in joined}
        for each in self.all:
            if each.traces and each not in traced:
                continue
            match = each.pattern.search(joined)
            while match:
                number = bisect_right(starts, match.start()) - 1
                found[number].append(each)
                match = each.pattern.search(joined, starts[number + 1])
        return list(map(tuple, found))


_EXACT, _BLURRED = _Patterns(), _Patterns()


def standing(pattern: str, *traces: str, flags: re.RegexFlag = re.NOFLAG) -> Standing:
    """Return a pattern to be given to :meth:`Prose.find` for every disclosure; it must neither match nor look beyond a line's end."""
    exact = _DIGIT.search(_NO_DIGIT.sub("", pattern) + "".join(traces)) is not None
    added = Standing(re.compile(pattern, flags), traces, exact)
    _STANDING.append(added)
    (_EXACT if exact else _BLURRED).add(added)
    _forget()
    return added


def _forget() -> None:
    _NOTICED.clear()
    _TELLING.clear()
    _SHAPES.clear()


@dataclass(eq=False)
class Prose:
    """The passages that are disclosed, one after the other, each on lines of its own; amounts in statements are not among them."""

    passages: Passages
    looked: tuple[int, dict[Standing, list[int]]] = (0, {})
    """How many standing patterns there were when it was looked through, and the numbers of the texts in which each matches."""

    @kept
    def text(self) -> str:
        """Return all passages, a line's end between them."""
        return "\n".join(self.passages.texts)

    @kept
    def unlike(self) -> tuple[str, ...]:
        """Return every text once; a third of a disclosure repeats itself (产出指标, 数量指标, 年度计划 …)."""
        return tuple(dict.fromkeys(self.passages.texts))

    @kept
    def distinct(self) -> str:
        """Return every text once, a line's end between them."""
        return "\n".join(self.unlike)

    @property
    def where(self) -> dict[Standing, list[int]]:
        """Return the numbers of the texts in which each standing pattern matches; one that matches nowhere is not among them."""
        if self.looked[0] != len(_STANDING):
            self.looked = len(_STANDING), self._look()
        return self.looked[1]

    def _look(self) -> dict[Standing, list[int]]:
        if len(_NOTICED) > _MOST_NOTICED:
            _forget()
        unlike = set(self.passages.texts)
        fresh = sorted(unlike.difference(_NOTICED))
        if fresh:
            _notice(fresh)
        telling = unlike.intersection(_TELLING)
        where: dict[Standing, list[int]] = {}
        for number, text in enumerate(self.passages.texts):
            if text in telling:
                for each in _TELLING[text]:
                    where.setdefault(each, []).append(number)
        return where

    def find(self, pattern: Standing) -> Iterator[Hit]:
        """Return the matches of a pattern in the order of the form."""
        numbers = self.where.get(pattern)
        return self._hits(pattern.pattern, numbers) if numbers else _NO_HITS

    def _hits(self, pattern: re.Pattern[str], numbers: list[int]) -> Iterator[Hit]:
        for number in numbers:
            passage = self.passages[number]
            for match in pattern.finditer(passage.text):
                yield Hit(match, passage)

    def holding(self, *patterns: Standing) -> list[Passage]:
        """Return the running texts in which one of the patterns matches."""
        running, where = self.passages.running, self.where
        return [running[number] for number in sorted({number for each in patterns for number in where.get(each, ())} & running.keys())]

    def texts_with(self, pattern: Standing) -> list[str]:
        """Return the texts, each once, in which a pattern matches."""
        return list(dict.fromkeys([self.passages.texts[number] for number in self.where.get(pattern, ())]))

    def names(self, words: Iterable[str]) -> bool:
        """Return whether any of the words occurs; to ask this first is much cheaper than a pattern that finds nothing."""
        return any(word in self.distinct for word in words)

    def place(self, position: int) -> Place:
        """Return where the character at ``position`` of the whole text stands."""
        for number, text in enumerate(self.passages.texts):
            if position <= len(text):
                return self.passages[number].at(position)
            position -= len(text) + 1
        message = "beyond the end of the text"
        raise IndexError(message)


def _notice(fresh: list[str]) -> None:
    """Remember which standing patterns match in texts that nobody has looked through yet."""
    blurred = "\n".join(fresh)
    for digit in "123456789":
        blurred = blurred.replace(digit, "0")
    starts = accumulate([len(text) + 1 for text in fresh], initial=0)
    shapes = [blurred[start : start + len(text)] for start, text in zip(starts, fresh, strict=False)]
    new = list(dict.fromkeys([shape for shape in shapes if shape not in _SHAPES]))
    if new:
        _SHAPES.update(zip(new, _BLURRED.matching(new), strict=True))
    for text, shape, exactly in zip(fresh, shapes, _EXACT.matching(fresh), strict=True):
        _NOTICED[text] = found = _SHAPES[shape] + exactly
        if found:
            _TELLING[text] = found
