"""Terms that readers must be told."""

from generator.rules.rule import Rule

RULES: tuple[Rule, ...] = ()
