"""What every page must say about itself."""

from generator.rules.rule import Rule

RULES: tuple[Rule, ...] = ()
