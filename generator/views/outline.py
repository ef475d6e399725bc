"""The sections of a disclosure in the order of its form: which field each shows, under which heading and permanent anchor."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.model.emptiness import is_blank
from generator.model.format import Demand, SectionForm
from generator.views.language import SOURCE, kept_for_each, noted, say, spoken

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.disclosure import Disclosure
    from generator.model.format import Form

_STATEMENTS = noted("公开表")
# Label of the form → (field of the text, anchor on the page). The order is that of sections which a form does not name.
_PARTS = {
    noted("公开依据"): ("legal_basis", "legal-basis"),
    noted("部门职责"): ("duties", "duties"),
    noted("机构设置"): ("units", "units"),
    noted("预算编制说明"): ("general", "general"),
    noted("收入"): ("income", "income"),
    noted("支出"): ("expenditure", "expenditure"),
    noted("比上年增减"): ("changes", "changes"),
    noted("机关运行经费"): ("operating", "operating"),
    noted("三公经费"): ("public_expenses", "public-expenses"),
    _STATEMENTS: ("statements", "statements"),
    noted("部门整体绩效"): ("performance", "performance"),
    noted("专项资金说明"): ("special_funds_note", "special-funds"),
    noted("项目"): ("projects", "projects"),
    noted("政府采购"): ("procurement", "procurement"),
    noted("国有资产"): ("assets", "assets"),
    noted("名词解释"): ("glossary", "glossary"),
    noted("其他说明"): ("other", "other"),
    noted("附件"): ("attachments", "attachments"),
    noted("更正"): ("corrections", "corrections"),
}


@dataclass(frozen=True, slots=True)
class Heading:
    """One section: its label on the form, the field that it shows, its anchor, and the words above it."""

    label: str
    attribute: str
    anchor: str
    words: str
    """As the form prints them; data and exports say them so in every language."""
    demand: Demand

    @property
    def said(self) -> str:
        """Return what stands above the section on a page: in another language than the forms' own, its label in that language."""
        return self.words if spoken() == SOURCE else say(self.label)


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
    headings, unasked = _of_form(disclosure.form)
    return iter(headings) if disclosure.text.statements else (each for each in headings if each.label not in unasked)


@kept_for_each
def _of_form(form: Form) -> tuple[tuple[Heading, ...], frozenset[str]]:
    """Return the sections of every disclosure of a form, and which of them to leave out where a text has no statements."""
    named = {section.name for section in form.sections}
    beyond = (SectionForm(name=label, demand=Demand.OPTIONAL) for label in _PARTS if label not in named)
    headings = (
        Heading(section.name, *_PARTS[section.name], section.heading or section.name, section.demand)
        for section in (*form.sections, *beyond)
        if section.name in _PARTS
    )
    return tuple(headings), frozenset((_STATEMENTS,)) - named
