"""Every example of this folder is found to be faulty, or sound, exactly as it says."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from generator.loading.corpus import load_corpus

from cases import HERE, Case, cases_of

if TYPE_CHECKING:
    from pathlib import Path

    from generator.findings.finding import Finding

CASES = [case for path in sorted(HERE.glob("*.md")) for case in cases_of(path.name)]
