"""Figures that must be the same wherever they are printed."""

from generator.rules.agreement.basic_expenditure_tables_differ import basic_expenditure_tables_differ
from generator.rules.agreement.code_differs_between_tables import code_differs_between_tables
from generator.rules.agreement.contribution_differs_from_item import contribution_differs_from_item
from generator.rules.agreement.expenditure_table_differs_from_totals import expenditure_table_differs_from_totals
from generator.rules.agreement.fund_table_differs_from_fiscal_totals import fund_table_differs_from_fiscal_totals
from generator.rules.agreement.general_budget_differs_from_fiscal_totals import general_budget_differs_from_fiscal_totals
from generator.rules.agreement.income_table_differs_from_totals import income_table_differs_from_totals
from generator.rules.agreement.operating_costs_exceed_public_costs import operating_costs_exceed_public_costs
from generator.rules.agreement.previous_year_differs_from_published import previous_year_differs_from_published
from generator.rules.agreement.projects_exceed_project_expenditure import projects_exceed_project_expenditure
from generator.rules.agreement.public_expense_below_basic_expenditure import public_expense_below_basic_expenditure
from generator.rules.agreement.section_differs_from_statement import section_differs_from_statement
from generator.rules.agreement.vehicle_costs_without_vehicles import vehicle_costs_without_vehicles
from generator.rules.rule import Rule

RULES: tuple[Rule, ...] = (
    income_table_differs_from_totals,
    expenditure_table_differs_from_totals,
    general_budget_differs_from_fiscal_totals,
    basic_expenditure_tables_differ,
    fund_table_differs_from_fiscal_totals,
    public_expense_below_basic_expenditure,
    operating_costs_exceed_public_costs,
    projects_exceed_project_expenditure,
    previous_year_differs_from_published,
    code_differs_between_tables,
    contribution_differs_from_item,
    vehicle_costs_without_vehicles,
    section_differs_from_statement,
)
