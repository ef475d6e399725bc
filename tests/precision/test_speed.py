"""Checking stays a small part of a build; ``python -m bench --rules`` shows where its time goes."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from bench.rules import measure_rules
from bench.synthesis import write_content
from generator.source.yaml_file import read_with_parser

if TYPE_CHECKING:
    from pathlib import Path

DEPARTMENTS, YEARS = 60, (2025, 2026)
ALL, DEAREST = 1.35, 0.2
"""All rules, and the dearest of them, against the parser's own time for the same files."""


def parsing(content: Path) -> float:
    """Return the CPU seconds that YAML's own parser takes over the same files: a yardstick that our reader cannot move."""
    texts = [path.read_text(encoding="utf-8") for path in content.glob("departments/*/*/budget.yml")]
    start = time.process_time()
    for text in texts:
        read_with_parser("a", text)
    return time.process_time() - start


def test_all_rules_together_stay_within_a_few_readings_by_the_parser(tmp_path: Path) -> None:
    shares: list[tuple[float, float]] = []
    for year in YEARS:
        content = tmp_path / str(year)
        write_content(content, DEPARTMENTS, (year,))
        times = measure_rules(content)
        yardstick = parsing(content)
        assert times.disclosures == DEPARTMENTS
        shares.append((times.checking / yardstick, max(times.rules.values()) / yardstick))
    # What else the machine does only ever adds to a time, so the better of two years is nearer to the truth.
    checking, dearest = (min(share) for share in zip(*shares, strict=True))
    assert checking < ALL
    # No single rule may come to dominate unnoticed, on however noisy a machine.
    assert dearest < DEAREST
