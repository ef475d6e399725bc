"""Sums that must come out, within one statement or text."""

from generator.rules.arithmetic.amount_impossible import amount_impossible
from generator.rules.arithmetic.basic_expenditure_differs_from_kinds import basic_expenditure_differs_from_kinds
from generator.rules.arithmetic.code_differs_from_subordinates import code_differs_from_subordinates
from generator.rules.arithmetic.expenditure_total_differs_from_classes import expenditure_total_differs_from_classes
from generator.rules.arithmetic.fiscal_totals_do_not_balance import fiscal_totals_do_not_balance
from generator.rules.arithmetic.income_differs_from_expenditure import income_differs_from_expenditure
from generator.rules.arithmetic.income_total_differs_from_sources import income_total_differs_from_sources
from generator.rules.arithmetic.listed_parts_fall_short import listed_parts_fall_short
from generator.rules.arithmetic.parts_differ_from_total import parts_differ_from_total
from generator.rules.arithmetic.procurement_differs_from_classes import procurement_differs_from_classes
from generator.rules.arithmetic.public_expenses_differ_from_items import public_expenses_differ_from_items
from generator.rules.arithmetic.rounding_unexplained import rounding_unexplained
from generator.rules.arithmetic.row_total_differs_from_columns import row_total_differs_from_columns
from generator.rules.arithmetic.stated_change_miscalculated import stated_change_miscalculated
from generator.rules.arithmetic.stated_share_miscalculated import stated_share_miscalculated
from generator.rules.arithmetic.total_change_differs_from_parts import total_change_differs_from_parts
from generator.rules.arithmetic.vehicle_costs_not_split import vehicle_costs_not_split
from generator.rules.rule import Rule

RULES: tuple[Rule, ...] = (
    income_differs_from_expenditure,
    income_total_differs_from_sources,
    expenditure_total_differs_from_classes,
    row_total_differs_from_columns,
    code_differs_from_subordinates,
    fiscal_totals_do_not_balance,
    basic_expenditure_differs_from_kinds,
    public_expenses_differ_from_items,
    vehicle_costs_not_split,
    parts_differ_from_total,
    procurement_differs_from_classes,
    stated_change_miscalculated,
    total_change_differs_from_parts,
    stated_share_miscalculated,
    rounding_unexplained,
    amount_impossible,
    listed_parts_fall_short,
)
