"""Promises that must be whole and measurable."""

from generator.rules.performance.background_of_another_project import background_of_another_project
from generator.rules.performance.bound_is_impossible import bound_is_impossible
from generator.rules.performance.cost_indicator_missing import cost_indicator_missing
from generator.rules.performance.cost_without_figure import cost_without_figure
from generator.rules.performance.costs_exceed_budget import costs_exceed_budget
from generator.rules.performance.descriptions_alike import descriptions_alike
from generator.rules.performance.effect_repeats_output import effect_repeats_output
from generator.rules.performance.formula_ambiguous import formula_ambiguous
from generator.rules.performance.goal_without_figure import goal_without_figure
from generator.rules.performance.goal_without_project import goal_without_project
from generator.rules.performance.goals_differ_from_indicators import goals_differ_from_indicators
from generator.rules.performance.indicator_class_unknown import indicator_class_unknown
from generator.rules.performance.indicator_family_missing import indicator_family_missing
from generator.rules.performance.indicator_in_wrong_class import indicator_in_wrong_class
from generator.rules.performance.indicator_listed_twice import indicator_listed_twice
from generator.rules.performance.indicator_name_cut_short import indicator_name_cut_short
from generator.rules.performance.indicator_named_for_its_class import indicator_named_for_its_class
from generator.rules.performance.meetings_differ_from_ordinals import meetings_differ_from_ordinals
from generator.rules.performance.named_indicator_not_listed import named_indicator_not_listed
from generator.rules.performance.number_without_unit import number_without_unit
from generator.rules.performance.one_basis_for_all import one_basis_for_all
from generator.rules.performance.one_thing_two_units import one_thing_two_units
from generator.rules.performance.percentage_of_nothing import percentage_of_nothing
from generator.rules.performance.project_code_has_blank import project_code_has_blank
from generator.rules.performance.project_code_malformed import project_code_malformed
from generator.rules.performance.project_funds_differ_from_budget import project_funds_differ_from_budget
from generator.rules.performance.project_numbers_broken import project_numbers_broken
from generator.rules.performance.project_sheet_incomplete import project_sheet_incomplete
from generator.rules.performance.purpose_repeats_name import purpose_repeats_name
from generator.rules.performance.rubric_bands_broken import rubric_bands_broken
from generator.rules.performance.rubric_scores_do_not_fit import rubric_scores_do_not_fit
from generator.rules.performance.satisfaction_never_asked import satisfaction_never_asked
from generator.rules.performance.schedule_has_blanks import schedule_has_blanks
from generator.rules.performance.schedule_never_completes import schedule_never_completes
from generator.rules.performance.sign_missing import sign_missing
from generator.rules.performance.stated_counts_differ_from_sheet import stated_counts_differ_from_sheet
from generator.rules.performance.target_cannot_be_measured import target_cannot_be_measured
from generator.rules.performance.target_without_basis import target_without_basis
from generator.rules.performance.text_reused_between_projects import text_reused_between_projects
from generator.rules.performance.unit_written_as_word import unit_written_as_word
from generator.rules.rule import Rule

RULES: tuple[Rule, ...] = (
    project_sheet_incomplete,
    schedule_never_completes,
    schedule_has_blanks,
    project_code_malformed,
    project_funds_differ_from_budget,
    indicator_family_missing,
    target_cannot_be_measured,
    indicator_in_wrong_class,
    bound_is_impossible,
    costs_exceed_budget,
    target_without_basis,
    text_reused_between_projects,
    goals_differ_from_indicators,
    goal_without_project,
    rubric_scores_do_not_fit,
    project_code_has_blank,
    stated_counts_differ_from_sheet,
    unit_written_as_word,
    number_without_unit,
    cost_without_figure,
    indicator_named_for_its_class,
    one_basis_for_all,
    indicator_class_unknown,
    indicator_listed_twice,
    project_numbers_broken,
    satisfaction_never_asked,
    cost_indicator_missing,
    meetings_differ_from_ordinals,
    rubric_bands_broken,
    sign_missing,
    effect_repeats_output,
    descriptions_alike,
    background_of_another_project,
    formula_ambiguous,
    percentage_of_nothing,
    goal_without_figure,
    named_indicator_not_listed,
    purpose_repeats_name,
    indicator_name_cut_short,
    one_thing_two_units,
)
