"""Every rule, in the order in which findings are reported. One fault, one file, with its cases beside it."""

from generator.rules import agreement
from generator.rules import arithmetic
from generator.rules import assets
from generator.rules import codes
from generator.rules import glossary
from generator.rules import performance
from generator.rules import secrecy
from generator.rules import structure
from generator.rules import text
from generator.rules import timing
from generator.rules import web

ALL_RULES = (
    *structure.RULES,
    *timing.RULES,
    *arithmetic.RULES,
    *agreement.RULES,
    *codes.RULES,
    *text.RULES,
    *glossary.RULES,
    *performance.RULES,
    *assets.RULES,
    *web.RULES,
    *secrecy.RULES,
)
