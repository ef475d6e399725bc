"""A measure of the machine itself: what PyYAML's parser in C takes for the same files, in the same minutes.

Machines differ, and one machine from hour to hour; how many times as long something takes as this holds on all of them.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import yaml

if TYPE_CHECKING:
    from collections.abc import Sequence

_FEWEST = 100


def compose_time(texts: Sequence[str]) -> float:
    """Return the CPU seconds that PyYAML takes to compose one text, with the places of all values; on average of a hundred at least."""
    rounds = -(-_FEWEST // len(texts))
    start = time.process_time()
    for _ in range(rounds):
        for text in texts:
            yaml.compose(text, Loader=yaml.CSafeLoader)
    return (time.process_time() - start) / rounds / len(texts)
