"""Promises that must be whole and measurable."""

from generator.rules.performance.project_funds_differ_from_budget import project_funds_differ_from_budget
from generator.rules.performance.schedule_never_completes import schedule_never_completes
from generator.rules.rule import Rule

RULES: tuple[Rule, ...] = (
    schedule_never_completes,
    project_funds_differ_from_budget,
)
