"""axe-core, asked for everything that it knows: WCAG A, AA and AAA, best practice and what is still experimental."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page

_RUN = """async () => {
  const rules = axe.getRules().map(({ ruleId }) => ruleId);
  const { violations } = await axe.run(document, { resultTypes: ["violations"], runOnly: { type: "rule", values: rules } });
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html, any, all, none }) =>
    `${id}: ${html.slice(0, 120)} (${[...any, ...all, ...none].map(({ message }) => message).join("; ").slice(0, 200)})`));
}"""


@cache
def _script() -> str:
    return files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")


def violations(page: Page) -> list[str]:
    """Return one line for each element that breaks a rule: the rule, the element, what is wrong."""
    page.evaluate(f"{_script()};0")
    found: list[str] = page.evaluate(_RUN)
    return found
