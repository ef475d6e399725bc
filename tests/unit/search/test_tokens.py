"""The rule of tokens, case by case; the browser's copy of it is held to the same table."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from generator.search.tokens import index_text

CASES = yaml.safe_load((Path(__file__).parents[2] / "cases" / "search_tokens.yml").read_text(encoding="utf-8"))["texts"]


@pytest.mark.parametrize("case", CASES, ids=[case["about"] for case in CASES])
def test_a_text_gives_its_tokens(case: dict[str, str]) -> None:
    assert index_text(case["text"]) == case["tokens"]
