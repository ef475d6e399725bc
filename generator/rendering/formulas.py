"""The account of a table's figures becomes HTML: a disclosure has hundreds of its lines, as a template too slow.

With ``cells`` this is the only markup outside ``theme/components``.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from generator.rendering.escaping import as_markup, escaped_text
from generator.views.language import remembered, say

if TYPE_CHECKING:
    from collections.abc import Iterable

    from markupsafe import Markup

    from generator.views.origin_blocks import Check, Operand, OriginRow


_WEB = ("https://", "http://")


def render_formulas(checks: Iterable[Check], base: str) -> Markup:
    """Return formulas as the items of a list, every text in them escaped."""
    comma = say("，")
    return as_markup("\n".join([f"<li>{_formula(check, base, comma)}</li>" for check in checks]))


def render_origins(rows: Iterable[OriginRow], base: str, answer: tuple[str, str] = ("", "")) -> Markup:
    """Return what is said of each row as the items of a list, every text in them escaped.

    ``answer`` is what stands before and behind a row's address in that of a letter or a form about it; without it there is none.
    """
    comma, semicolon = say("，"), say("；")
    if answer[0]:
        items = [f"{_row(row, base, comma, semicolon)}{semicolon}{_answer(row, *answer)}" for row in rows]
    else:
        items = [_row(row, base, comma, semicolon) for row in rows]
    return as_markup("\n".join([f"<li>{item}</li>" for item in items]))


def _answer(row: OriginRow, before: str, behind: str) -> str:
    words = say("反馈“{name}”", name=row.row.text)
    return f'<a href="{escaped_text(before + row.row.address + behind)}">{escaped_text(words)}</a>'


def _row(row: OriginRow, base: str, comma: str, semicolon: str) -> str:
    line = escaped_text(row.line)
    if row.source.startswith(_WEB):
        line = f'<a href="{escaped_text(row.source)}">{line}</a>'
    name = _operand(row.row)
    if not row.checks:
        return f"{name}{comma}{line}"
    formulas = semicolon.join([_formula(check, base, comma) for check in row.checks])
    return f"{name}{comma}{line}{semicolon}{formulas}"


@remembered(maxsize=1 << 13)
def _formula(check: Check, base: str, comma: str) -> str:
    whole = "".join(map(_operand, check.whole))
    others = [_on_page(base + check.page, each) for each in check.parts] if check.page else map(_operand, check.parts)
    parts = f" {check.sign} ".join(others)
    outcome = escaped_text(check.outcome)
    if check.mark:
        number = int(check.mark)
        words = say("检查结果{number}", number=number)
        outcome += f'{comma}<a href="#finding-{number}">{escaped_text(words)}</a>'
    rule = _rule(base, check.rule_address, check.rule)
    return f"{whole}{' ' if whole else ''}{escaped_text(check.relation)} {parts}{comma}{outcome}{rule}"


@lru_cache(maxsize=1 << 16)
def _operand(operand: Operand) -> str:
    text = escaped_text(operand.text)
    return f'<a href="#{escaped_text(operand.address)}">{text}</a>' if operand.address else text


def _on_page(page: str, operand: Operand) -> str:
    return f'<a href="{escaped_text(page)}#{escaped_text(operand.address)}">{escaped_text(operand.text)}</a>'


@remembered(maxsize=1 << 10)
def _rule(base: str, address: str, code: str) -> str:
    return say("（{rule}）", rule=f'<a href="{escaped_text(base + address)}">{escaped_text(code)}</a>')
