"""Who publishes the site."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from urllib.parse import quote

from generator.model.narrative import Narrative
from generator.model.record import Record, label


class OnError(Enum):
    """What becomes of a disclosure in which a check found an error."""

    STOP = "停止发布"
    SHOW = "照常发布并列出"


class Language(Enum):
    """The languages in which the interface can be said."""

    CHINESE = "zh-CN"
    ENGLISH = "en"


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
    language: Language = label("语言", "界面的语言；公开文本照原文，不翻译", default=Language.CHINESE)
    source_address: str | None = label(
        "源文件网址",
        "源文件在代码托管平台上的网址，{文件}、{行} 的位置由程序填写",
        example="https://example.gov.cn/budget/blob/v2026/{文件}#L{行}",
    )
    licence: str | None = label("数据许可", "别人怎样可以使用本站的数据，如“CC BY 4.0”；不写，下载的数据就注明没有载明许可")
    licence_address: str | None = label("数据许可网址", "许可全文的网址，如 https://creativecommons.org/licenses/by/4.0/deed.zh-hans")
    on_error: OnError = label("发现错误时", default=OnError.STOP)
    introduction: Narrative | None = label("介绍", "首页的说明文字")

    def source_at(self, path: str, line: int) -> str:
        """Return the address of a source's line at its publisher's, or the empty string where the site names none."""
        if not self.source_address:
            return ""
        return self.source_address.replace("{文件}", quote(path)).replace("{行}", str(line))
