"""What every page must say about itself."""

from generator.rules.rule import Rule
from generator.rules.web.review_missing import review_missing

RULES: tuple[Rule, ...] = (review_missing,)
