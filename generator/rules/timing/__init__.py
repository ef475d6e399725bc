"""Dates that must follow each other."""

from generator.rules.rule import Rule
from generator.rules.timing.approvals_out_of_order import approvals_out_of_order
from generator.rules.timing.correction_differs_from_text import correction_differs_from_text
from generator.rules.timing.correction_incomplete import correction_incomplete
from generator.rules.timing.publication_date_impossible import publication_date_impossible
from generator.rules.timing.published_late import published_late

RULES: tuple[Rule, ...] = (
    published_late,
    approvals_out_of_order,
    publication_date_impossible,
    correction_incomplete,
    correction_differs_from_text,
)
