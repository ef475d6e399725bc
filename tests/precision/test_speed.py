"""Checking stays a small part of a build; ``python -m bench --rules`` shows where its time goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bench.rules import measure_rules
from bench.synthesis import write_content

if TYPE_CHECKING:
    from pathlib import Path

DEPARTMENTS = 60
DEAREST = 0.25


def test_all_rules_together_take_no_longer_than_reading(tmp_path: Path) -> None:
    content = tmp_path / "content"
    write_content(content, DEPARTMENTS)
    times = measure_rules(content)
    assert times.disclosures == DEPARTMENTS
    assert times.checking < times.reading
    # No single rule may come to dominate unnoticed, on however noisy a machine.
    assert max(times.rules.values()) < DEAREST * times.reading
