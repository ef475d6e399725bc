"""How long to look: the same examples every time, or many others where MINGZHANG_FUZZ says how many."""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

_WISHED = os.environ.get("MINGZHANG_FUZZ")


def looks(examples: int) -> settings:
    """Return settings for a test that is content with so many examples; MINGZHANG_FUZZ=20 asks for twenty times as many."""
    return settings(
        max_examples=examples * int(_WISHED or 1),
        derandomize=_WISHED is None,
        database=None,
        deadline=None,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much],
    )
