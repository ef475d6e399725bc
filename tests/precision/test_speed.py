"""Checking stays a small part of a build; ``python -m bench --rules`` shows where its time goes."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from bench.rules import measure_rules
from bench.synthesis import write_content
from generator.source.yaml_file import read_with_parser

if TYPE_CHECKING:
    from pathlib import Path

DEPARTMENTS = 60
DEAREST = 0.2


def parsing(content: Path) -> float:
    """Return the CPU seconds that YAML's own parser takes over the same files: a yardstick that our reader cannot move."""
    texts = [path.read_text(encoding="utf-8") for path in content.glob("departments/*/*/budget.yml")]
    start = time.process_time()
    for text in texts:
        read_with_parser("a", text)
    return time.process_time() - start


def test_all_rules_together_stay_within_a_few_readings_by_the_parser(tmp_path: Path) -> None:
    content = tmp_path / "content"
    write_content(content, DEPARTMENTS)
    times = measure_rules(content)
    yardstick = parsing(content)
    assert times.disclosures == DEPARTMENTS
    assert times.checking < 1.6 * yardstick
    # No single rule may come to dominate unnoticed, on however noisy a machine.
    assert max(times.rules.values()) < DEAREST * yardstick
