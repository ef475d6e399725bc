"""What must not be published."""

from generator.rules.rule import Rule
from generator.rules.secrecy.secret_or_private_data import secret_or_private_data

RULES: tuple[Rule, ...] = (secret_or_private_data,)
