"""Sums that must come out, within one statement or text."""

from generator.rules.arithmetic.parts_differ_from_total import parts_differ_from_total
from generator.rules.arithmetic.public_expenses_differ_from_items import public_expenses_differ_from_items
from generator.rules.arithmetic.total_change_differs_from_parts import total_change_differs_from_parts
from generator.rules.rule import Rule

RULES: tuple[Rule, ...] = (
    public_expenses_differ_from_items,
    parts_differ_from_total,
    total_change_differs_from_parts,
)
