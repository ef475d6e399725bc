"""Terms that readers must be told."""

from generator.rules.glossary.required_term_unexplained import required_term_unexplained
from generator.rules.glossary.term_has_two_names import term_has_two_names
from generator.rules.glossary.term_never_used import term_never_used
from generator.rules.glossary.title_has_two_names import title_has_two_names
from generator.rules.rule import Rule

RULES: tuple[Rule, ...] = (
    required_term_unexplained,
    term_never_used,
    term_has_two_names,
    title_has_two_names,
)
