"""What the department holds."""

from generator.rules.rule import Rule

RULES: tuple[Rule, ...] = ()
