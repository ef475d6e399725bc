"""WEB-003."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.findings.finding import Severity
from generator.model.emptiness import is_blank
from generator.rules.rule import Basis, Remark, site_rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.site import Site
    from generator.rules.rule import Outcome

_DEMANDED = (("publisher", "主办单位"), ("contact", "联系方式"), ("icp", "备案号"))


@site_rule("WEB-003", Severity.ERROR, Basis("政府网站发展指引（国办发〔2017〕47号）", read=False))
def publisher_not_named(site: Site) -> Iterator[Remark | Outcome]:
    """每一页的页脚写明主办单位、联系方式和备案号；网站标识码另有规则检查。

    为什么：读者要知道这些数字是谁公开的、有疑问找谁；没有备案号的网站，也分不清真假。
    怎么改：在 site.yml 里补写缺的几项，页脚就会印出来；备案号照备案的写。
    """
    missing = [label for attribute, label in _DEMANDED if is_blank(getattr(site, attribute))]
    if missing:
        yield Remark(site.at(), f"页脚没有{'、'.join(missing)}", f"请在 site.yml 里写{'、'.join(f'“{label}”' for label in missing)}。")
