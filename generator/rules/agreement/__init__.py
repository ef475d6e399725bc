"""Figures that must be the same wherever they are printed."""

from generator.rules.rule import Rule

RULES: tuple[Rule, ...] = ()
