"""Dates that must follow each other."""

from generator.rules.rule import Rule

RULES: tuple[Rule, ...] = ()
