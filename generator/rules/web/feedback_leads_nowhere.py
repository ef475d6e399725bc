"""WEB-009."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.findings.finding import Severity
from generator.model.contact import is_form, is_mail
from generator.model.emptiness import is_blank
from generator.rules.rule import Basis, Outcome, Remark, site_rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.site import Site


@site_rule("WEB-009", Severity.WARNING, Basis("政府网站发展指引（国办发〔2017〕47号）", read=False))
def feedback_leads_nowhere(site: Site) -> Iterator[Remark | Outcome]:
    """“反馈”写的是一个邮箱，或者表单的完整网址。

    为什么：写成别的，网页上就没有反馈的链接，读者发现了错也无处可说，写的人却以为已经有了。
    怎么改：邮箱如 yusuan@example.gov.cn；表单的网址从 https:// 写起；电话写在“联系方式”里。
    """
    target = (site.feedback or "").strip()
    if is_blank(target):
        yield Outcome.NOT_APPLICABLE
    elif not (is_mail(target) or is_form(target)):
        message = f"“{target}”不是邮箱，也不是完整的网址，网页上不会有反馈的链接"
        yield Remark(site.at("feedback"), message, "请写一个邮箱，或者以 https:// 开头的网址；电话写在“联系方式”里。", actual=target)
