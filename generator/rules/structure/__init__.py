"""What must be there, once, and in order."""

from generator.rules.rule import Rule

RULES: tuple[Rule, ...] = ()
