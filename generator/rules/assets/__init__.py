"""What the department holds."""

from generator.rules.assets.assets_date_odd import assets_date_odd
from generator.rules.assets.assets_differ_from_total import assets_differ_from_total
from generator.rules.assets.planned_purchases_contradicted import planned_purchases_contradicted
from generator.rules.rule import Rule

RULES: tuple[Rule, ...] = (
    assets_differ_from_total,
    assets_date_odd,
    planned_purchases_contradicted,
)
