"""The forms in which an examination is given out: one for people, the others for editors, forges and scripts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.cli.formats.github import as_github
from generator.cli.formats.gitlab import as_gitlab
from generator.cli.formats.json_report import as_json
from generator.cli.formats.junit import as_junit
from generator.cli.formats.sarif import as_sarif
from generator.cli.formats.text import as_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.cli.examination import Examination

FORMATS: dict[str, Callable[[Examination], str]] = {
    "text": as_text,
    "json": as_json,
    "sarif": as_sarif,
    "github": as_github,
    "gitlab": as_gitlab,
    "junit": as_junit,
}
