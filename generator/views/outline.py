"""The sections of a disclosure in the order of its form: which field each shows, under which heading and permanent anchor."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.model.emptiness import is_blank
from generator.model.format import Demand, SectionForm

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.disclosure import Disclosure

# Label of the form → (field of the text, anchor on the page). The order is that of sections which a form does not name.
_PARTS = {
    "公开依据": ("legal_basis", "legal-basis"),
    "部门职责": ("duties", "duties"),
    "机构设置": ("units", "units"),
    "预算编制说明": ("general", "general"),
    "收入": ("income", "income"),
    "支出": ("expenditure", "expenditure"),
    "比上年增减": ("changes", "changes"),
    "机关运行经费": ("operating", "operating"),
    "三公经费": ("public_expenses", "public-expenses"),
    "公开表": ("statements", "statements"),
    "部门整体绩效": ("performance", "performance"),
    "专项资金说明": ("special_funds_note", "special-funds"),
    "项目": ("projects", "projects"),
    "政府采购": ("procurement", "procurement"),
    "国有资产": ("assets", "assets"),
    "名词解释": ("glossary", "glossary"),
    "其他说明": ("other", "other"),
    "附件": ("attachments", "attachments"),
    "更正": ("corrections", "corrections"),
}


@dataclass(frozen=True, slots=True)
class Heading:
    """One section: its label on the form, the field that it shows, its anchor, and the words above it."""

    label: str
    attribute: str
    anchor: str
    words: str
    demand: Demand


def anchor_of(label: str) -> str:
    """Return the anchor of the section with this label."""
    return _PARTS[label][1]


def anchors_of(disclosure: Disclosure) -> frozenset[str]:
    """Return the anchors that a disclosure's page is sure to have: of sections that are filled in or demanded."""
    return frozenset(
        heading.anchor
        for heading in outline(disclosure)
        if heading.demand is not Demand.OPTIONAL or not is_blank(getattr(disclosure.text, heading.attribute))
    )


def outline(disclosure: Disclosure) -> Iterator[Heading]:
    """Yield the sections that the form names, then those that the text has beyond it, so that nothing written is lost."""
    named = {section.name for section in disclosure.form.sections}
    beyond = (SectionForm(name=label, demand=Demand.OPTIONAL) for label in _PARTS if label not in named)
    for section in (*disclosure.form.sections, *beyond):
        if section.name not in _PARTS:
            continue
        attribute, anchor = _PARTS[section.name]
        if section.name == "公开表" and section.name not in named and not disclosure.text.statements:
            continue
        yield Heading(section.name, attribute, anchor, section.heading or section.name, section.demand)
