"""Where readers say that something is wrong: a letter or a form that already names the place."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote

from generator.model.contact import is_form, is_mail
from generator.views.language import say

PLACE = "{位置}"
_MARK = "~"
"""Stands for the address of a figure, which it is no part of; nothing quotes it."""


@dataclass(frozen=True, slots=True)
class Feedback:
    """What ``site.yml`` says under 反馈: a mail address, or a form's address in which ``{位置}`` stands for the place."""

    target: str = ""

    def about(self, title: str, address: str, place: str = "") -> str:
        """Return the address of a link that reports something about a page, or about a ``place`` on it.

        Returns the empty string where the site names no target, or one that is neither a mail nor a web address.
        """
        target = self.target.strip()
        page = say("{title}（{address}）", title=title, address=address or say("首页"))
        if is_mail(target):
            lines = (say("页面：{page}", page=page), *((say("位置：{place}", place=place),) if place else ()), "", "")
            subject = say("反馈：{title}", title=title)
            return f"mailto:{quote(target, safe='@')}?subject={quote(subject)}&body={quote(chr(10).join(lines))}"
        if is_form(target):
            return target.replace(PLACE, quote(say("，").join(filter(None, (page, place)))))
        return ""

    def at(self, title: str, address: str) -> tuple[str, str]:
        """Return what stands before and behind the address of a figure in that of a link about it: one page has hundreds.

        Both are empty where the site names no target, or a form that is not told the place.
        """
        before, mark, behind = self.about(title, address, f"#{_MARK}").rpartition(_MARK)
        return (before, behind) if mark else ("", "")


NOWHERE = Feedback()
