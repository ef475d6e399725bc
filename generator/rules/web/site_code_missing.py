"""WEB-001."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.findings.finding import Severity
from generator.model.emptiness import is_blank
from generator.rules.rule import Basis, Remark, site_rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.site import Site
    from generator.rules.rule import Outcome

_CODE = re.compile("[0-9]{10}|bm[0-9]{8}")


@site_rule("WEB-001", Severity.ERROR, Basis("政府网站发展指引（国办发〔2017〕47号）", read=False))
def site_code_missing(site: Site) -> Iterator[Remark | Outcome]:
    """网站写明网站标识码：十位数字，国务院部门是“bm”加八位数字。

    为什么：读者凭标识码认得出是不是政府网站，主管部门凭它抽查；没有标识码，这个网站就查不到是谁的。
    怎么改：照主管部门编发的标识码，在 site.yml 的“网站标识码”里写上；还没有的，先向主管部门申请。
    """
    if is_blank(site.code):
        yield Remark(site.at("code"), "网站没有网站标识码", "请在 site.yml 里写“网站标识码”，照主管部门编发的写。")
    elif site.code and not _CODE.fullmatch(site.code.strip()):
        message = f"网站标识码“{site.code}”不是十位数字，也不是“bm”加八位数字"
        yield Remark(site.at("code"), message, "请对照主管部门编发的标识码改正。", actual=site.code)
