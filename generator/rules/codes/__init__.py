"""Classification codes and their names."""

from generator.rules.rule import Rule

RULES: tuple[Rule, ...] = ()
