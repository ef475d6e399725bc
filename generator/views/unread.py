"""What could not be read, on the home page of a preview; a published site never has any."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.findings.finding import Severity
from generator.views.blocks import Notice, Section

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
    lead = Notice("note", f"有{len(files)}个文件没有读出来或者没有读全，里面的内容可能没有显示。这只是预览；改正以前不能发布。")
    parts = tuple(
        Section(
            f"unread-{number}",
            path,
            tuple(
                Notice("finding", f"第{each.place.line}行第{each.place.column}列：{each.message}", f"{each.cure}（{each.code}）")
                for each in findings
            ),
        )
        for number, (path, findings) in enumerate(files.items(), 1)
    )
    return (Section("unread", "没有读出来的文件", (lead,), parts),)
