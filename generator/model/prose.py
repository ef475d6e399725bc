"""Everything that a disclosure says in words, as one text, so that a rule searches it once instead of passage by passage."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from generator.model import shapes
from generator.model.passage import Passage, Rows
from generator.model.shapes import shape_of
from generator.quick import kept

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from generator.model.passage import Passages
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
    number: int
    """How many were declared before it."""
    like: re.Pattern[str]
    """What matches in the shape of every text in which the pattern matches, and in shapes of others."""


_LIKELY: dict[str, tuple[Standing, ...]] = {}
"""The patterns that may match in the texts of a shape; whatever has a shape by now has been looked through, and need not be again."""
_TELLING: dict[str, tuple[Standing, ...]] = {}
"""The few texts in which any pattern matches, with these patterns."""
_NO_HITS: Iterator[Hit] = iter(())
_DIGIT = re.compile(r"0-9|\{[0-9,]+\}|\\u[0-9a-f]{4}|\\x[0-9a-f]{2}|\\[0-9]|(?P<digit>[0-9])")
"""A digit in a pattern, and what only looks like one: a class of all digits, a repetition, a code point, a group."""
_TOKEN = re.compile(
    r"\\(?:u[0-9a-f]{4}|x[0-9a-f]{2}|.)|\{[0-9,]+\}|(?:\[(?P<but>\^)?\]?(?:\\.|[^\]\\])*\])|(?P<open>\((?P<unless>\?<?!)?)|(?P<close>\))|."
)


class _Patterns:
    """Standing patterns, of which only those are looked for whose traces are there."""

    def __init__(self) -> None:
        self.all: list[Standing] = []
        self.traced: list[tuple[str, Standing]] = []
        """Those that have traces, with each of them: most of these are nowhere in a text."""

    def add(self, pattern: Standing) -> None:
        self.all.append(pattern)
        self.traced += [(shape_of(trace), pattern) for trace in pattern.traces]

    def matching(self, looks: list[str]) -> list[tuple[Standing, ...]]:
        """Return shape by shape the patterns that may match in its texts."""
        joined = "\n".join(looks)
        starts = list(accumulate([len(each) + 1 for each in looks], initial=0))
        found: dict[int, list[Standing]] = {}
        traced = {pattern for trace, pattern in self.traced if trace in joined}
        for each in self.all:
            if each.traces and each not in traced:
                continue
            match = each.like.search(joined)
            while match:
                number = bisect_right(starts, match.start()) - 1
                found.setdefault(number, []).append(each)
                match = each.like.search(joined, starts[number + 1])
        return [tuple(found.get(number, ())) for number in range(len(looks))]


_PATTERNS = _Patterns()


def standing(pattern: str, *traces: str, flags: re.RegexFlag = re.NOFLAG) -> Standing:
    """Return a pattern to be given to :meth:`Prose.find` for every disclosure; it must neither match nor look beyond a line's end.

    It may ask for a digit, but not for the want of one, ``(?!5)``, which no shape tells: that is refused.
    """
    if _wants_no_digit(pattern):
        message = f"{pattern} asks for the want of a digit"
        raise ValueError(message)
    like = _DIGIT.sub(lambda each: "0" if each["digit"] else each[0], pattern)
    added = Standing(re.compile(pattern, flags), traces, len(_PATTERNS.all), re.compile(like, flags))
    _PATTERNS.add(added)
    _forget()
    return added


def _wants_no_digit(pattern: str) -> bool:
    """Return whether a class of what must not be there, or what may not stand before or after, names a single digit."""
    inside: list[bool] = []
    for token in _TOKEN.finditer(pattern):
        if token["open"]:
            inside.append(token["unless"] is not None)
        elif token["close"]:
            inside.pop()
        elif (token["but"] or any(inside)) and any(each["digit"] for each in _DIGIT.finditer(token[0])):
            return True
    return False


def _forget() -> None:
    shapes.forget()
    _LIKELY.clear()
    _TELLING.clear()


@dataclass(eq=False)
class Prose:
    """The passages that are disclosed, one after the other, each on lines of its own; amounts in statements are not among them."""

    passages: Passages

    @kept
    def text(self) -> str:
        """Return all passages, a line's end between them."""
        return "\n".join(self.passages.texts())

    @kept
    def unlike(self) -> set[str]:
        """Return the texts, each once: a third of a disclosure repeats itself (产出指标, 数量指标, 年度计划 …)."""
        origins = self.passages.origins
        said = {each.text for each in origins if isinstance(each, Passage)}.union(
            *[each.unlike for each in origins if isinstance(each, Rows)]
        )
        said.discard("")
        return said

    @kept
    def distinct(self) -> str:
        """Return every text once, a line's end between them, to ask whether something is said."""
        return "\n".join(self.unlike)

    @kept
    def looked(self) -> tuple[int, dict[Standing, list[Passage]]]:
        """Return how many patterns were looked for, and the passages in which each matches; one that matches nowhere is not there."""
        if shapes.full():
            _forget()
        fresh = shapes.unknown(self.unlike)
        if fresh:
            _notice(list(fresh))
        telling = set(filter(_TELLING.__contains__, self.unlike))
        where: dict[Standing, list[Passage]] = {}
        for passage in self.passages.saying(telling):
            for pattern in _TELLING[passage.text]:
                where.setdefault(pattern, []).append(passage)
        return len(_PATTERNS.all), where

    def holding(self, *patterns: Standing) -> list[Passage]:
        """Return the running texts in which one of the patterns matches."""
        found = {id(passage) for each in patterns for passage in self._where(each)}
        return [passage for passage in self.passages.running if id(passage) in found]

    def texts_with(self, pattern: Standing) -> list[str]:
        """Return the texts, each once, in which a pattern matches."""
        return list(dict.fromkeys([passage.text for passage in self._where(pattern)]))

    def find(self, pattern: Standing) -> Iterator[Hit]:
        """Return the matches of a pattern in the order of the form."""
        passages = self._where(pattern)
        return _hits(pattern.pattern, passages) if passages else _NO_HITS

    def _where(self, pattern: Standing) -> Sequence[Passage]:
        """Return the passages in which a pattern matches; one that was declared later has not been looked for yet."""
        known, where = self.looked
        if pattern.number >= known:
            where[pattern] = [passage for passage in self.passages if pattern.pattern.search(passage.text)]
        return where.get(pattern, ())

    def names(self, words: Iterable[str]) -> bool:
        """Return whether any of the words occurs; to ask this first is much cheaper than a pattern that finds nothing."""
        return any(word in self.distinct for word in words)

    def place(self, position: int) -> Place:
        """Return where the character at ``position`` of the whole text stands."""
        for passage in self.passages:
            if position <= len(passage.text):
                return passage.at(position)
            position -= len(passage.text) + bool(passage.text)
        message = "beyond the end of the text"
        raise IndexError(message)


def _hits(pattern: re.Pattern[str], passages: Sequence[Passage]) -> Iterator[Hit]:
    for passage in passages:
        for match in pattern.finditer(passage.text):
            yield Hit(match, passage)


def _notice(fresh: list[str]) -> None:
    """Remember which standing patterns match in texts that nobody has looked through yet."""
    learnt = shapes.learn(fresh)
    new = list(dict.fromkeys([shape for shape in learnt if shape not in _LIKELY]))
    if new:
        _LIKELY.update(zip(new, _PATTERNS.matching(new), strict=True))
    for text, shape in zip(fresh, learnt, strict=True):
        likely = _LIKELY[shape]
        if likely and (found := [each for each in likely if each.pattern.search(text)]):
            _TELLING[text] = tuple(found)
