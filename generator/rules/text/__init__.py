"""Words left over, words missing, words that the figures contradict."""

from generator.rules.rule import Rule

RULES: tuple[Rule, ...] = ()
