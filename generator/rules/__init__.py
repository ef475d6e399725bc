"""Every rule, in the order in which findings are reported. One fault, one file, with its cases beside it."""

from generator.rules import agreement, arithmetic, assets, codes, glossary, performance, secrecy, structure, text, timing, web

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
SITE_RULES = web.SITE_RULES
"""What the site itself owes its readers; judged once, not with every disclosure."""
