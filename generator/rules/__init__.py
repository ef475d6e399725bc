"""Every rule, in the order in which findings are reported. One fault, one file, with its cases beside it."""

from generator.rules.arithmetic.parts_differ_from_total import parts_differ_from_total
from generator.rules.arithmetic.public_expenses_differ_from_items import public_expenses_differ_from_items
from generator.rules.arithmetic.total_change_differs_from_parts import total_change_differs_from_parts
from generator.rules.performance.project_funds_differ_from_budget import project_funds_differ_from_budget
from generator.rules.performance.schedule_never_completes import schedule_never_completes

ALL_RULES = (
    public_expenses_differ_from_items,
    parts_differ_from_total,
    total_change_differs_from_parts,
    schedule_never_completes,
    project_funds_differ_from_budget,
)
