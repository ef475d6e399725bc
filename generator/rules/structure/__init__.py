"""What must be there, once, and in order."""

from generator.rules.rule import Rule
from generator.rules.structure.denial_contradicted_by_figures import denial_contradicted_by_figures
from generator.rules.structure.draft_published import draft_published
from generator.rules.structure.empty_statement_unexplained import empty_statement_unexplained
from generator.rules.structure.metadata_missing import metadata_missing
from generator.rules.structure.note_of_another_statement import note_of_another_statement
from generator.rules.structure.numbering_broken import numbering_broken
from generator.rules.structure.passage_repeated import passage_repeated
from generator.rules.structure.section_missing import section_missing
from generator.rules.structure.stated_count_differs_from_list import stated_count_differs_from_list
from generator.rules.structure.statement_missing import statement_missing
from generator.rules.structure.text_calls_itself_otherwise import text_calls_itself_otherwise
from generator.rules.structure.unit_name_varies import unit_name_varies
from generator.rules.structure.units_incomplete import units_incomplete

RULES: tuple[Rule, ...] = (
    metadata_missing,
    section_missing,
    statement_missing,
    empty_statement_unexplained,
    denial_contradicted_by_figures,
    note_of_another_statement,
    text_calls_itself_otherwise,
    units_incomplete,
    numbering_broken,
    unit_name_varies,
    draft_published,
    passage_repeated,
    stated_count_differs_from_list,
)
