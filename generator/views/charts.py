"""The geometry of all charts. An amount that is blank, withheld or not printed is named and never drawn."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from generator.views.drawing import Chart, Shape, Words
from generator.views.language import noted, say
from generator.views.wording import run_on

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

_MOST_WIDTH = 48.0
"""Per cent of the width that the longest bar takes; its amount is written behind it, and must fit on a phone."""
_FEWEST = 2
_NAME_HEIGHT, _BAR_STEP, _GAP = 1.45, 1.4, 0.35
_LONGEST_NAME, _ROOM_BEHIND = 28, 8
"""Half characters: what fits across a narrow phone, the share or the words behind the name included."""
_STEP_HEIGHT, _STEP_WIDTH = 5.0, 0.94
"""In em, and as a part of what each step has of the width."""


class Bar(NamedTuple):
    """One bar: the name above it (none: it belongs to the one before), its amount in 元 or None, the words behind it.

    ``share`` stands behind the name, which is cut where it is too long.
    """

    name: str
    amount: Decimal | None
    words: str
    look: str = ""
    share: str = ""


def bar_chart(  # noqa: PLR0913 - what it shows, in words and in bars, and where
    anchor: str,
    title: str,
    sentence: str,
    bars: Sequence[Bar],
    hollow: str = noted("空心的横条是上年，实心的是本年。"),
    *,
    beside: bool = False,
) -> Chart | None:
    """Return horizontal bars from top to bottom, or None where fewer than two amounts are known.

    ``hollow``, noted for the catalogues, says what the bars in outline are, where there are any; ``beside`` sets it beside its table.
    """
    known = [float(bar.amount) for bar in bars if bar.amount is not None]
    if len(known) < _FEWEST or not any(known):
        return None
    most, least = max(*known, 0.0), min(*known, 0.0)
    scale = _MOST_WIDTH / (most - least)
    zero = -least * scale
    shapes, words = [], []
    y = 0.0
    for bar, following in zip(bars, [*bars[1:], None], strict=True):
        # What has no bar and stands alone needs no line for it: its words follow its name.
        alone = bool(bar.name) and not bar.amount and (following is None or bool(following.name))
        if bar.name:
            y += _GAP if y else 0
            behind = f" {bar.words}" if alone else bar.share
            words.append(Words("0", _em(y + 1.05), _short(bar.name, behind) + behind, "name"))
            y += _NAME_HEIGHT
        if alone:
            continue
        end = zero
        if bar.amount:
            length = abs(float(bar.amount)) * scale
            start = zero if bar.amount > 0 else zero - length
            end = max(zero, start + length)
            shapes.append(Shape(_percent(start), _em(y), _percent(max(length, 0.3)), "1em", bar.look))
        words.append(Words(_percent(end + 1 if end else 0), _em(y + 0.85), bar.words))
        y += _BAR_STEP
    description = run_on(
        say("横条图，从上到下{count}项；横条越长，金额越大。", count=sum(1 for bar in bars if bar.name)),
        say("竖线是零，横条在竖线左边的是负数。") if least < 0 else "",
        say(hollow) if any(bar.look == "before" for bar in bars) else "",
    )
    return Chart(anchor, title, description, sentence, _em(y), tuple(shapes), tuple(words), _percent(zero) if least < 0 else "", beside)


def step_chart(anchor: str, title: str, sentence: str, steps: Sequence[tuple[str, Decimal | None, str]]) -> Chart | None:
    """Return cumulative steps from left to right as (when, per cent, words), or None where fewer than two are known."""
    if len([share for _, share, _ in steps if share is not None]) < _FEWEST:
        return None
    height, shapes, words = _steps(tuple(steps))
    description = say("阶梯图，从左到右是各个时点；台阶越高，累计支出的比例越大。")
    return Chart(anchor, title, description, sentence, height, shapes, words, beside=True)


@lru_cache(maxsize=1024)
def _steps(steps: tuple[tuple[str, Decimal | None, str], ...]) -> tuple[str, tuple[Shape, ...], tuple[Words, ...]]:
    """Return the height, the shapes and the words; most projects of a site share a few schedules."""
    width = 100 / len(steps)
    most = max(100.0, *(float(share) for _, share, _ in steps if share is not None))
    shapes, words = [], []
    floor = _STEP_HEIGHT + 1.3
    for position, (when, share, said) in enumerate(steps):
        left, middle = width * position, width * (position + 0.5)
        height = max(float(share or 0), 0.0) / most * _STEP_HEIGHT
        if height:
            shapes.append(
                Shape(_percent(left + width * (1 - _STEP_WIDTH) / 2), _em(floor - height), _percent(width * _STEP_WIDTH), _em(height))
            )
        words.append(Words(_percent(middle), _em(floor - height - 0.3), said, "middle"))
        words.append(Words(_percent(middle), _em(floor + 1.2), when, "middle"))
    return _em(floor + 1.6), tuple(shapes), tuple(words)


def _percent(number: float) -> str:
    return f"{_plain(number)}%" if number else "0"


@lru_cache(maxsize=4096)
def _em(number: float) -> str:
    return f"{_plain(number)}em"


def _plain(number: float) -> str:
    """Return a length with two decimals at most: finer than any screen."""
    return f"{number:.2f}".rstrip("0").rstrip(".")


@lru_cache(maxsize=4096)
def _short(name: str, behind: str) -> str:
    """Return as much of a name as fits across a narrow phone with what stands behind it; the table has the whole."""
    room = _LONGEST_NAME + min(0, _ROOM_BEHIND - sum(map(_half_characters, behind)))
    width = 0
    for position, character in enumerate(name):
        width += _half_characters(character)
        if width > room:
            return f"{name[: max(1, position - 1)]}…"
    return name


def _half_characters(character: str) -> int:
    return 2 if unicodedata.east_asian_width(character) in "WFA" else 1
