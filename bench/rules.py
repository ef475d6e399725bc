"""Where the time of checking goes: every rule over the same disclosures, beside the time that reading them takes."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator.loading.corpus import load_corpus
from generator.model.disclosure import Disclosure
from generator.pipeline import rare_cyclic_collection
from generator.quick import kept
from generator.rules import ALL_RULES

if TYPE_CHECKING:
    from pathlib import Path

KEPT = tuple(name for name, value in vars(Disclosure).items() if isinstance(value, kept))
"""What is worked out once of a disclosure, for rules and for pages."""


@dataclass
class RuleTimes:
    """CPU seconds over all disclosures: of reading, of what rules share, and of each rule by its name."""

    disclosures: int
    reading: float
    shared: dict[str, float]
    rules: dict[str, float] = field(default_factory=lambda: {rule.name: 0.0 for rule in ALL_RULES})

    @property
    def checking(self) -> float:
        """Return the seconds of all rules and of what they share."""
        return sum(self.shared.values()) + sum(self.rules.values())

    def lines(self) -> list[str]:
        """Return the report: milliseconds a disclosure, the slowest first."""
        slowest = sorted(
            {**{f"（共用）{name}": spent for name, spent in self.shared.items()}, **self.rules}.items(), key=lambda each: -each[1]
        )
        sums = {"读取 read": self.reading, "检查 check": self.checking}
        return [f"  {spent / self.disclosures * 1000:8.3f}  {name}" for name, spent in (*slowest, *sums.items())]


def measure_rules(content: Path) -> RuleTimes:
    """Return the times over every disclosure of a content folder."""
    clock = time.process_time
    with rare_cyclic_collection():
        start = clock()
        corpus, _ = load_corpus(content)
        times = RuleTimes(len(corpus.disclosures), clock() - start, dict.fromkeys(_shared_in(corpus.disclosures[-1]), 0.0))
        for disclosure in corpus.disclosures:
            for name in times.shared:
                start = clock()
                getattr(disclosure, name)
                times.shared[name] += clock() - start
            for rule in ALL_RULES:
                start = clock()
                list(rule.find(disclosure))
                times.rules[rule.name] += clock() - start
    return times


def _shared_in(disclosure: Disclosure) -> list[str]:
    """Return what several rules look at and the first one to ask has made; it is timed apart, or the first rule would pay for all."""
    for rule in ALL_RULES:
        list(rule.find(disclosure))
    shared = [name for name in KEPT if name in vars(disclosure)]
    disclosure.forget()
    return shared
