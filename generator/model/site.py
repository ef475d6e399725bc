"""Who publishes the site."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from generator.model.narrative import Narrative
from generator.model.record import Record, label


class OnError(Enum):
    """What becomes of a disclosure in which a check found an error."""

    STOP = "停止发布"
    SHOW = "照常发布并列出"


@dataclass(frozen=True, slots=True, kw_only=True)
class Site(Record):
    """The file ``site.yml``."""

    name: str = label("网站名称", required=True, example="某某市部门预算公开")
    tagline: str | None = label("一句话介绍")
    notice: str | None = label("提示", "每一页顶部的提示，如“示例，非官方发布”")
    publisher: str | None = label("主办单位")
    maintainer: str | None = label("承办单位")
    contact: str | None = label("联系方式")
    code: str | None = label("网站标识码")
    icp: str | None = label("备案号", "工业和信息化部的备案号，如“京ICP备00000000号”")
    police: str | None = label("公安备案号", "如“京公网安备 00000000000000号”")
    domain: str | None = label("域名", "网站的英文域名，如 www.example.gov.cn")
    feedback: str | None = label("反馈", "邮箱，或者表单的网址；网址里的“{位置}”换成读者所在的页面和位置", example="yusuan@example.gov.cn")
    on_error: OnError = label("发现错误时", default=OnError.STOP)
    introduction: Narrative | None = label("介绍", "首页的说明文字")
