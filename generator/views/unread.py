"""What could not be read, on the home page of a preview; a published site never has any."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.findings.finding import Severity
from generator.views.blocks import Notice, Section
from generator.views.language import say

if TYPE_CHECKING:
    from generator.findings.finding import Finding


def unread_sections(reading: tuple[Finding, ...]) -> tuple[Section, ...]:
    """Return a section that names each file that could not be read, or not wholly, with everything found in it; or nothing."""
    files: dict[str, list[Finding]] = {}
    for finding in reading:
        if finding.severity is Severity.ERROR:
            files.setdefault(finding.place.path, []).append(finding)
    if not files:
        return ()
    lead = Notice(
        "note", say("有{count}个文件没有读出来或者没有读全，里面的内容可能没有显示。这只是预览；改正以前不能发布。", count=len(files))
    )
    parts = tuple(
        Section(
            f"unread-{number}",
            path,
            tuple(_notice(each) for each in findings),
        )
        for number, (path, findings) in enumerate(files.items(), 1)
    )
    return (Section("unread", say("没有读出来的文件"), (lead,), parts),)


def _notice(finding: Finding) -> Notice:
    place = finding.place
    said = say("第{line}行第{column}列：{message}", line=place.line, column=place.column, message=finding.message)
    return Notice("finding", said, say("{message}（{code}）", message=finding.cure, code=finding.code))
