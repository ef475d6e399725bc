"""What must not be published."""

from generator.rules.rule import Rule

RULES: tuple[Rule, ...] = ()
