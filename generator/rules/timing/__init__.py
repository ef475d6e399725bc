"""Dates that must follow each other."""

from generator.rules.rule import Rule
from generator.rules.timing.approvals_out_of_order import approvals_out_of_order
from generator.rules.timing.publication_date_impossible import publication_date_impossible
from generator.rules.timing.published_late import published_late

RULES: tuple[Rule, ...] = (
    published_late,
    approvals_out_of_order,
    publication_date_impossible,
)
