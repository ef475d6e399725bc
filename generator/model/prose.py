"""Everything that a disclosure says in words, as one text, so that a rule searches it once instead of passage by passage."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.model.passage import Passage, Passages
    from generator.source.place import Place

_END = re.compile(r"[。；！？;\n]")
_LONGEST_SENTENCE = 400


@dataclass(frozen=True, slots=True)
class Hit:
    """What a search found: the match, the passage in which it stands, and its first character's offset there."""

    prose: Prose
    match: re.Match[str]
    passage: Passage
    start: int

    @property
    def text(self) -> str:
        """Return the words found."""
        return self.match[0]

    @property
    def place(self) -> Place:
        """Return where the words begin."""
        return self.passage.at(self.start)

    def at(self, group: int | str) -> Place:
        """Return where a group of the match begins."""
        return self.passage.at(self.start + self.match.start(group) - self.match.start())

    @property
    def before(self) -> str:
        """Return what stands before the words in their sentence."""
        return self.prose.sentence_before(self.match.start())

    @property
    def after(self) -> str:
        """Return what follows the words in their sentence."""
        return self.prose.sentence_after(self.match.end())

    @property
    def paragraph(self) -> str:
        """Return the paragraph in which the words stand."""
        text, end = self.passage.text, self.start + len(self.text)
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


_STANDING: list[Standing] = []
_NOTICED: dict[str, tuple[Standing, ...]] = {}
"""Which patterns match in a text. Disclosures repeat each other (glossaries, names of indicators, last year's sentences), and what
has been looked through once need not be looked through again."""
_MOST_NOTICED = 200_000


def standing(pattern: str, *traces: str, flags: re.RegexFlag = re.NOFLAG) -> Standing:
    """Return a pattern to be given to :meth:`Prose.find` for every disclosure; it must neither match nor look beyond a line's end."""
    added = Standing(re.compile(pattern, flags), traces)
    _STANDING.append(added)
    _NOTICED.clear()
    return added


@dataclass(eq=False)
class Prose:
    """The passages that are disclosed, one after the other, each on lines of its own; amounts in statements are not among them."""

    passages: Passages
    looked: tuple[int, frozenset[Standing]] = (0, frozenset())
    """How many standing patterns there were when it was looked through, and those that match."""

    @cached_property
    def text(self) -> str:
        """Return all passages, a line's end between them."""
        return "\n".join(self.passages.texts)

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """Return where in the text each passage begins."""
        return tuple(accumulate([len(text) + 1 for text in self.passages.texts], initial=0))[:-1]

    @cached_property
    def unlike(self) -> tuple[str, ...]:
        """Return every text once; a third of a disclosure repeats itself (产出指标, 数量指标, 年度计划 …)."""
        return tuple(dict.fromkeys(self.passages.texts))

    @cached_property
    def distinct(self) -> str:
        """Return every text once, a line's end between them."""
        return "\n".join(self.unlike)

    @property
    def noticed(self) -> frozenset[Standing]:
        """Return the standing patterns that match somewhere."""
        if self.looked[0] != len(_STANDING):
            self.looked = len(_STANDING), self._look()
        return self.looked[1]

    def _look(self) -> frozenset[Standing]:
        if len(_NOTICED) > _MOST_NOTICED:
            _NOTICED.clear()
        fresh = [text for text in self.unlike if text not in _NOTICED]
        if fresh:
            _notice(fresh)
        return frozenset([each for text in self.unlike for each in _NOTICED[text]])

    def find(self, pattern: re.Pattern[str] | Standing) -> Iterator[Hit]:
        """Yield the matches of a pattern in the order of the form; a pattern must not match a line's end."""
        if isinstance(pattern, Standing):
            return map(self.hit, pattern.pattern.finditer(self.text)) if pattern in self.noticed else iter(())
        return map(self.hit, pattern.finditer(self.text)) if pattern.search(self.distinct) else iter(())

    def holding(self, *patterns: Standing) -> list[Passage]:
        """Return the running texts in which one of the patterns may match."""
        if self.noticed.isdisjoint(patterns):
            return []
        # What has been forgotten meanwhile may match as well.
        return [each for each in self.passages.narratives if any(one in patterns for one in _NOTICED.get(each.text, patterns))]

    def texts_with(self, pattern: Standing) -> list[str]:
        """Return the texts, each once, in which a pattern may match."""
        return [text for text in self.unlike if pattern in _NOTICED.get(text, (pattern,))] if pattern in self.noticed else []

    def names(self, words: Iterable[str]) -> bool:
        """Return whether any of the words occurs; to ask this first is much cheaper than a pattern that finds nothing."""
        return any(word in self.distinct for word in words)

    def hit(self, match: re.Match[str]) -> Hit:
        """Return a match in this text with its passage."""
        which = bisect_right(self.starts, match.start()) - 1
        return Hit(self, match, self.passages[which], match.start() - self.starts[which])

    def place(self, position: int) -> Place:
        """Return where the character at ``position`` of the whole text stands."""
        which = bisect_right(self.starts, position) - 1
        return self.passages[which].at(position - self.starts[which])

    def sentence_before(self, position: int) -> str:
        """Return the beginning of the sentence that ``position`` stands in."""
        piece = self.text[max(0, position - _LONGEST_SENTENCE) : position]
        return _END.split(piece)[-1]

    def sentence_after(self, position: int) -> str:
        """Return the rest of the sentence that ``position`` stands in."""
        end = _END.search(self.text, position, position + _LONGEST_SENTENCE)
        return self.text[position : end.start() if end else position + _LONGEST_SENTENCE]


def _notice(fresh: list[str]) -> None:
    """Remember which standing patterns match in texts that nobody has looked through yet."""
    joined = "\n".join(fresh)
    starts = list(accumulate([len(text) + 1 for text in fresh], initial=0))
    noticed: dict[int, list[Standing]] = {}
    for each in _STANDING:
        if each.traces and not any(map(joined.__contains__, each.traces)):
            continue
        for match in each.pattern.finditer(joined):
            found = noticed.setdefault(bisect_right(starts, match.start()) - 1, [])
            if not found or found[-1] is not each:
                found.append(each)
    for number, text in enumerate(fresh):
        _NOTICED[text] = tuple(noticed.get(number, ()))
