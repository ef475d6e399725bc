"""Words left over, words missing, words that the figures contradict."""

from generator.rules.rule import Rule
from generator.rules.text.amount_off_by_magnitude import amount_off_by_magnitude
from generator.rules.text.amount_stated_twice_differently import amount_stated_twice_differently
from generator.rules.text.change_without_reason import change_without_reason
from generator.rules.text.compared_with_itself import compared_with_itself
from generator.rules.text.comparison_missing import comparison_missing
from generator.rules.text.conversion_residue import conversion_residue
from generator.rules.text.dated_expression import dated_expression
from generator.rules.text.direction_contradicts_figures import direction_contradicts_figures
from generator.rules.text.document_number_brackets import document_number_brackets
from generator.rules.text.doubled_word_or_mark import doubled_word_or_mark
from generator.rules.text.foreign_department import foreign_department
from generator.rules.text.half_width_mark import half_width_mark
from generator.rules.text.missing_full_stop import missing_full_stop
from generator.rules.text.misspelt_word import misspelt_word
from generator.rules.text.mixed_comparison_bases import mixed_comparison_bases
from generator.rules.text.mixed_construction import mixed_construction
from generator.rules.text.placeholder_left import placeholder_left
from generator.rules.text.rate_on_zero_base import rate_on_zero_base
from generator.rules.text.reason_does_not_explain import reason_does_not_explain
from generator.rules.text.result_in_goal import result_in_goal
from generator.rules.text.share_misprinted import share_misprinted
from generator.rules.text.text_amount_differs_from_figure import text_amount_differs_from_figure
from generator.rules.text.unknown_law_title import unknown_law_title
from generator.rules.text.unpaired_mark import unpaired_mark
from generator.rules.text.wrong_level_of_government import wrong_level_of_government
from generator.rules.text.year_not_updated import year_not_updated

RULES: tuple[Rule, ...] = (
    text_amount_differs_from_figure,
    amount_off_by_magnitude,
    amount_stated_twice_differently,
    change_without_reason,
    direction_contradicts_figures,
    reason_does_not_explain,
    rate_on_zero_base,
    share_misprinted,
    year_not_updated,
    compared_with_itself,
    mixed_comparison_bases,
    placeholder_left,
    conversion_residue,
    doubled_word_or_mark,
    wrong_level_of_government,
    foreign_department,
    unknown_law_title,
    dated_expression,
    result_in_goal,
    unpaired_mark,
    half_width_mark,
    missing_full_stop,
    misspelt_word,
    mixed_construction,
    document_number_brackets,
    comparison_missing,
)
