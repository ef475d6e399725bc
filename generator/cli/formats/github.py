"""The findings as commands of GitHub Actions, which shows them at the line of a pull request."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.cli.excerpts import Excerpts
from generator.findings.finding import Severity

if TYPE_CHECKING:
    from generator.cli.examination import Examination
    from generator.findings.finding import Finding

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def as_github(examination: Examination) -> str:
    """Return one command a line. GitHub shows the first ten of a kind only, so what leads a group comes before what follows it."""
    excerpts = Excerpts(examination.folder)
    leaders = [group.leader for group in examination.groups]
    followers = [finding for group in examination.groups for finding in group.followers]
    return "".join(f"{_command(finding, examination, excerpts)}\n" for finding in (*leaders, *followers))


def _command(finding: Finding, examination: Examination, excerpts: Excerpts) -> str:
    place = finding.place
    length = excerpts.span(place, (finding.actual, finding.expected)).length
    properties = {
        "file": examination.prefix + place.path,
        "line": place.line,
        "col": place.column,
        "endColumn": place.column + length - 1,
        "title": f"{finding.code} {examination.name_of(finding.code)}".strip(),
    }
    others = [f"对照：{examination.prefix}{each.path}:{each.line}:{each.column}" for each in finding.also]
    message = "\n".join([finding.message, *([f"改法：{finding.cure}"] if finding.cure else []), *others])
    said = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    return f"::{_COMMANDS[finding.severity]} {said}::{_data(message)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
