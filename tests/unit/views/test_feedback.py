"""Where readers write to, and what a page says of who publishes it."""

from __future__ import annotations

from urllib.parse import parse_qs, unquote, urlsplit

import pytest

from generator.model.site import Site
from generator.views.feedback import Feedback
from generator.views.identity import footer

TITLE, ADDRESS, PLACE = "示例市档案馆 2026年部门预算", "2026/archives/budget/", "检查结果3（ARI-010，budget.yml:7:9）"


def test_a_letter_names_the_page_and_the_place() -> None:
    link = urlsplit(Feedback("yusuan@example.gov.cn").about(TITLE, ADDRESS, PLACE))
    asked = parse_qs(link.query)
    assert (link.scheme, link.path) == ("mailto", "yusuan@example.gov.cn")
    assert asked["subject"] == [f"反馈：{TITLE}"]
    assert asked["body"] == [f"页面：{TITLE}（{ADDRESS}）\n位置：{PLACE}\n\n"]


def test_a_form_is_told_the_place_where_its_address_asks_for_it() -> None:
    address = Feedback("https://www.example.gov.cn/fankui?where={位置}").about(TITLE, "")
    assert unquote(address) == f"https://www.example.gov.cn/fankui?where={TITLE}（首页）"
    assert Feedback("https://www.example.gov.cn/fankui").about(TITLE, "") == "https://www.example.gov.cn/fankui"


@pytest.mark.parametrize("target", ["yusuan@example.gov.cn", "https://www.example.gov.cn/~a/fankui?where={位置}&x=1"])
def test_the_address_of_a_figure_is_put_into_what_stands_around_it(target: str) -> None:
    figure = "t-income-total"
    assert figure.join(Feedback(target).at(TITLE, ADDRESS)) == Feedback(target).about(TITLE, ADDRESS, f"#{figure}")


@pytest.mark.parametrize("target", ["", "https://www.example.gov.cn/fankui"])
def test_without_a_target_that_is_told_the_place_figures_have_no_link(target: str) -> None:
    assert Feedback(target).at(TITLE, ADDRESS) == ("", "")


@pytest.mark.parametrize("target", ["", "请打电话", "javascript:alert(1)", "a@b.example?cc=c@d.example", "https://a b/", "//a.example"])
def test_what_is_no_address_makes_no_link(target: str) -> None:
    assert Feedback(target).about(TITLE, ADDRESS) == ""


def test_a_place_cannot_add_to_the_letter() -> None:
    address = Feedback("a@b.example").about('"><script>&cc=c@d.example', "x/")
    assert not set('"<>') & set(address)
    assert parse_qs(urlsplit(address).query).keys() == {"subject", "body"}


def test_the_footer_says_only_what_the_site_says() -> None:
    site = Site(name="甲", publisher="示例市财政局", code="1234567890", icp="示ICP备1号", police="示公网安备2号")
    made = footer(site, "", ("accessibility/",))
    assert [(fact.name, fact.value) for fact in made.facts] == [
        ("主办单位：", "示例市财政局"),
        ("网站标识码：", "1234567890"),
        ("备案号：", "示ICP备1号"),
        ("公安备案号：", "示公网安备2号"),
    ]
    assert [link.text for link in made.links] == ["按年度查找", "按部门查找", "公开情况", "无障碍说明"]
