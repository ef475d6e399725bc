"""The account of a table's figures becomes HTML: a disclosure has hundreds of its lines, as a template too slow.

With ``cells`` this is the only markup outside ``theme/components``.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from markupsafe import Markup

from generator.rendering.escaping import escaped
from generator.views.language import remembered, say

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.views.origin_blocks import Check, Operand, OriginRow


_WEB = ("https://", "http://")


def render_formulas(checks: Iterable[Check], base: str) -> Markup:
    """Return formulas as the items of a list, every text in them escaped."""
    comma = say("，")
    return Markup("\n".join([f"<li>{_formula(check, base, comma)}</li>" for check in checks]))  # noqa: S704 - _formula has escaped it


def render_origins(rows: Iterable[OriginRow], base: str, answer: tuple[str, str] = ("", "")) -> Markup:
    """Return what is said of each row as the items of a list, every text in them escaped.

    ``answer`` is what stands before and behind a row's address in that of a letter or a form about it; without it there is none.
    """
    comma, semicolon = say("，"), say("；")
    if answer[0]:
        items = [f"{_row(row, base, comma, semicolon)}{semicolon}{_answer(row, *answer)}" for row in rows]
    else:
        items = [_row(row, base, comma, semicolon) for row in rows]
    return Markup("\n".join([f"<li>{item}</li>" for item in items]))  # noqa: S704 - _row and _answer have escaped it


def _answer(row: OriginRow, before: str, behind: str) -> str:
    words = say("反馈“{name}”", name=row.row.text)
    return f'<a href="{escaped(before + row.row.address + behind)}">{escaped(words)}</a>'


def _row(row: OriginRow, base: str, comma: str, semicolon: str) -> str:
    line = f'<a href="{escaped(row.source)}">{escaped(row.line)}</a>' if row.source.startswith(_WEB) else escaped(row.line)
    name = _operand(row.row)
    if not row.checks:
        return f"{name}{comma}{line}"
    formulas = semicolon.join([_formula(check, base, comma) for check in row.checks])
    return f"{name}{comma}{line}{semicolon}{formulas}"


def _formula(check: Check, base: str, comma: str) -> str:
    whole = "".join(map(_operand, check.whole))
    parts = f" {check.sign} ".join(
        [_on_page(base + check.page, each) for each in check.parts] if check.page else map(_operand, check.parts)
    )
    outcome = escaped(check.outcome)
    if check.mark:
        number = int(check.mark)
        words = say("检查结果{number}", number=number)
        outcome += f'{comma}<a href="#finding-{number}">{escaped(words)}</a>'
    rule = _rule(base, check.rule_address, check.rule)
    return f"{whole}{' ' if whole else ''}{escaped(check.relation)} {parts}{comma}{outcome}{rule}"


@lru_cache(maxsize=1 << 16)
def _operand(operand: Operand) -> str:
    text = escaped(operand.text)
    return f'<a href="#{escaped(operand.address)}">{text}</a>' if operand.address else str(text)


def _on_page(page: str, operand: Operand) -> str:
    return f'<a href="{escaped(page)}#{escaped(operand.address)}">{escaped(operand.text)}</a>'


@remembered(maxsize=1 << 10)
def _rule(base: str, address: str, code: str) -> str:
    return say("（{rule}）", rule=f'<a href="{escaped(base + address)}">{escaped(code)}</a>')
