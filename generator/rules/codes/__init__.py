"""Classification codes and their names."""

from generator.rules.codes.code_in_wrong_budget import code_in_wrong_budget
from generator.rules.codes.code_in_wrong_column import code_in_wrong_column
from generator.rules.codes.code_malformed import code_malformed
from generator.rules.codes.code_name_wrong import code_name_wrong
from generator.rules.codes.code_unknown import code_unknown
from generator.rules.codes.depth_insufficient import depth_insufficient
from generator.rules.rule import Rule

RULES: tuple[Rule, ...] = (
    code_malformed,
    code_unknown,
    code_name_wrong,
    depth_insufficient,
    code_in_wrong_budget,
    code_in_wrong_column,
)
