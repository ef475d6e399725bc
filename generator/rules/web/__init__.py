"""What every page, and the site itself, must say about itself."""

from generator.rules.rule import Rule, SiteRule
from generator.rules.web.feedback_leads_nowhere import feedback_leads_nowhere
from generator.rules.web.publisher_not_named import publisher_not_named
from generator.rules.web.review_missing import review_missing
from generator.rules.web.site_code_missing import site_code_missing

RULES: tuple[Rule, ...] = (review_missing,)
SITE_RULES: tuple[SiteRule, ...] = (site_code_missing, publisher_not_named, feedback_leads_nowhere)
