"""``mingzhang check`` for machines: every format keeps to its own schema and points at the same figures."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any
from urllib.parse import unquote
from xml.etree import ElementTree as ET

import jsonschema
import pytest

import generator.cli.formats
from tests.unit.cli.made_up import (
    BUDGET,
    NAME,
    RULES,
    Command,
    breaks_on_the_site,
    mingzhang,
    nobody_to_ask,
    odd_words,
    passes,
    project,
    wrong_sums,
)

__all__ = ["mingzhang"]

REPORT_SCHEMA = Path(generator.cli.formats.__file__).with_name("report.schema.json")
SARIF_SCHEMA = Path(__file__).with_name("sarif_part.schema.json")
WAIVED = BUDGET + "豁免:\n  - {规则: TXT-901, 理由: 原文如此, 批准人: 甲}\n"
SITE = "content/site.yml"
CHINESE_FILE = {"departments/demo/2026/statements/不认识的表.csv": "甲,乙\n1,2\n"}


def conforms(value: object, schema: Path) -> None:
    validator = jsonschema.Draft202012Validator(json.loads(schema.read_text("utf-8")))
    assert [f"{error.json_path}: {error.message}" for error in validator.iter_errors(value)] == []


def output(mingzhang: Command, folder: Path, form: str, code: int = 1) -> str:
    ended, out, err = mingzhang(folder, "check", "--format", form)
    assert (ended, err) == (code, "")
    return out


def loaded(mingzhang: Command, folder: Path, form: str, code: int = 1) -> Any:  # noqa: ANN401 - JSON
    return json.loads(output(mingzhang, folder, form, code))


# What every format must bear: all outcomes, a rule that broke, a waiver, a file that cannot be read, with a Chinese name.
@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return project(tmp_path, {"departments/demo/2026/budget.yml": WAIVED, **CHINESE_FILE})


@pytest.mark.parametrize("form", ["json", "sarif", "github", "gitlab", "junit"])
def test_the_same_content_gives_the_same_bytes(folder: Path, mingzhang: Command, form: str) -> None:
    assert output(mingzhang, folder, form) == output(mingzhang, folder, form)


def test_json_keeps_to_its_schema(folder: Path, mingzhang: Command) -> None:
    report = loaded(mingzhang, folder, "json")
    conforms(report, REPORT_SCHEMA)
    assert report["complete"] is False
    assert report["unread"] == ["content/departments/demo/2026/statements/不认识的表.csv"]
    assert report["summary"]["severities"] == {"error": 3, "warning": 1, "info": 0}
    outcomes = {"passed": 1, "failed": 1, "not_applicable": 1, "no_data": 1, "broken": 1, "waived": 1}
    assert report["summary"]["outcomes"] == outcomes
    assert [each["code"] for each in report["disclosures"][0]["waived"]] == ["TXT-901"]


def test_json_of_nothing_keeps_to_its_schema(tmp_path: Path, mingzhang: Command) -> None:
    mingzhang.use([passes])
    report = loaded(mingzhang, project(tmp_path), "json", 0)
    conforms(report, REPORT_SCHEMA)
    assert (report["complete"], report["findings"]) == (True, [])


def test_every_format_bears_the_site(tmp_path: Path, mingzhang: Command) -> None:
    folder = project(tmp_path)
    mingzhang.use([passes], [nobody_to_ask, breaks_on_the_site])
    report = loaded(mingzhang, folder, "json")
    conforms(report, REPORT_SCHEMA)
    assert report["site"] == {"file": SITE, "complete": False, "outcomes": {"WEB-901": "failed", "WEB-902": "broken"}}
    log = loaded(mingzhang, folder, "sarif")
    conforms(log, SARIF_SCHEMA)
    run = log["runs"][0]
    assert {result["ruleId"] for result in run["results"]} == {"WEB-901", "WEB-902"}
    assert [each["associatedRule"]["id"] for each in run["invocations"][0]["toolExecutionNotifications"]] == ["WEB-902"]
    suite = ET.fromstring(output(mingzhang, folder, "junit")).find("testsuite")  # noqa: S314 - our own output
    assert suite is not None
    assert (suite.get("name"), suite.get("tests"), suite.get("failures"), suite.get("errors")) == ("网站信息", "2", "1", "1")
    assert {case.get("file") for case in suite} == {SITE}
    for form in ("github", "gitlab"):
        assert SITE in output(mingzhang, folder, form)


def test_json_tells_figures_and_groups(tmp_path: Path, mingzhang: Command) -> None:
    mingzhang.use([wrong_sums])
    first, second = loaded(mingzhang, project(tmp_path), "json")["findings"]
    assert first["place"] == {"path": NAME, "line": 8, "column": 11}
    assert first["also"] == [{"path": NAME, "line": 10, "column": 26}, {"path": NAME, "line": 11, "column": 26}]
    assert (first["expected"], first["actual"], first["difference"]) == ("600.00万元", "610.00万元", "+10.00万元")
    assert [(each["group"], each["leads"]) for each in (first, second)] == [(1, True), (1, False)]


def test_sarif_keeps_to_the_specification(folder: Path, mingzhang: Command) -> None:
    log = loaded(mingzhang, folder, "sarif")
    conforms(log, SARIF_SCHEMA)
    run = log["runs"][0]
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == [*(rule.code for rule in RULES), "DAT-020"]
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        assert (folder / unquote(uri)).is_file()
    assert [result["ruleId"] for result in run["results"] if "suppressions" in result] == ["TXT-901"]
    notifications = run["invocations"][0]["toolExecutionNotifications"]
    assert [(each["level"], each["associatedRule"]["id"]) for each in notifications] == [("note", "STR-903"), ("error", "STR-904")]
    assert run["invocations"][0]["executionSuccessful"] is False


def test_the_part_of_sarif_is_strict(folder: Path, mingzhang: Command) -> None:
    log = loaded(mingzhang, folder, "sarif")
    log["runs"][0]["results"][0]["ruleID"] = "ARI-901"
    with pytest.raises(AssertionError, match="ruleID"):
        conforms(log, SARIF_SCHEMA)


def test_sarif_marks_the_whole_figure_and_the_others(tmp_path: Path, mingzhang: Command) -> None:
    mingzhang.use([wrong_sums, odd_words])
    folder = project(tmp_path)
    lines = (folder / NAME).read_text("utf-8").split("\n")

    def marked(location: dict[str, Any]) -> str:
        region = location["physicalLocation"]["region"]
        return str(lines[region["startLine"] - 1][region["startColumn"] - 1 : region["endColumn"] - 1])

    results = loaded(mingzhang, folder, "sarif")["runs"][0]["results"]
    assert [(each["level"], marked(each["locations"][0])) for each in results] == [
        ("note", "比"),
        ("error", "610.00"),
        ("error", "1,100.00"),
    ]
    assert [[marked(other) for other in each.get("relatedLocations", ())] for each in results] == [
        [],
        ["500.00", "100.00"],
        ["610.00", "500.00"],
    ]
    assert results[1]["properties"]["difference"] == "+10.00万元"
    assert [each["properties"]["group"] for each in results] == [1, 2, 2]


_COMMAND = re.compile(r"::(?P<kind>error|warning|notice) (?P<properties>[^:]*)::(?P<message>.*)")


def unescaped(text: str) -> str:
    for written, meant in (("%3A", ":"), ("%2C", ","), ("%0D", "\r"), ("%0A", "\n"), ("%25", "%")):
        text = text.replace(written, meant)
    return text


def test_github_commands_are_escaped(tmp_path: Path, mingzhang: Command) -> None:
    mingzhang.use([odd_words])
    lines = output(mingzhang, project(tmp_path), "github").splitlines()
    assert len(lines) == 1
    command = _COMMAND.fullmatch(lines[0])
    assert command is not None
    properties = dict(pair.split("=", 1) for pair in command["properties"].split(","))
    assert command["kind"] == "notice"
    assert properties == {
        "file": NAME,
        "line": "3",
        "col": "69",
        "endColumn": "69",
        "title": "TXT-901 文字说明里的百分比、冒号、逗号都要留意",
    }
    assert "%25: 甲,乙%0A第二行%0A" in command["message"]
    assert unescaped(command["message"]) == "只有 50%: 甲,乙\n第二行\n改法：请改。"


def test_github_properties_are_escaped(tmp_path: Path, mingzhang: Command) -> None:
    mingzhang.use([])
    content = {"departments/demo/2026/100%,a:b.txt": "甲"}
    command = _COMMAND.fullmatch(output(mingzhang, project(tmp_path, content), "github").strip())
    assert command is not None
    assert "file=content/departments/demo/2026/100%25%2Ca%3Ab.txt,line=1" in command["properties"]


def test_github_shows_leaders_first_and_paths_from_the_repository(tmp_path: Path, mingzhang: Command) -> None:
    mingzhang.use([wrong_sums])
    folder = project(tmp_path / "site")
    code, out, _ = mingzhang(folder.parent, "check", "-f", "site/mkdocs.yml", "--format", "github")
    assert code == 1
    assert re.findall(r"^::error file=(\S+?),line=(\d+),col=(\d+),endColumn=(\d+),", out, re.MULTILINE) == [
        (f"site/{NAME}", "8", "11", "16"),
        (f"site/{NAME}", "5", "7", "14"),
    ]


def test_gitlab_knows_findings_again_and_apart(folder: Path, mingzhang: Command) -> None:
    report = loaded(mingzhang, folder, "gitlab")
    for issue in report:
        assert set(issue) == {"description", "check_name", "fingerprint", "severity", "location"}
        assert issue["severity"] in {"info", "minor", "major", "critical", "blocker"}
        assert issue["location"]["lines"]["begin"] >= 1
        assert (folder / issue["location"]["path"]).is_file()
    marks = [issue["fingerprint"] for issue in report]
    assert len(set(marks)) == len(marks) == 4
    (folder / NAME).write_text("# 上面加了一行\n" + WAIVED, encoding="utf-8")
    assert [issue["fingerprint"] for issue in loaded(mingzhang, folder, "gitlab")] == marks


def test_gitlab_tells_findings_apart_that_read_alike(tmp_path: Path, mingzhang: Command) -> None:
    mingzhang.use([])
    project(tmp_path, {"departments/demo/2026/budget.yml": BUDGET + "收入:\n  合计: 甲\n  上年: 甲\n"})
    report = loaded(mingzhang, tmp_path, "gitlab")
    assert len({issue["description"] for issue in report}) == 1
    assert len({issue["fingerprint"] for issue in report}) == 2


def test_junit_has_a_suite_for_each_disclosure_and_a_case_for_each_rule(folder: Path, mingzhang: Command) -> None:
    root = ET.fromstring(output(mingzhang, folder, "junit").encode())  # noqa: S314 - our own output
    assert root.tag == "testsuites"
    assert [suite.get("name") for suite in root] == ["读取文件", "2026/demo/budget"]
    for suite in root:
        cases = suite.findall("testcase")
        assert int(suite.attrib["tests"]) == len(cases) > 0
        assert all(case.get("classname") == suite.get("name") and case.get("name") for case in cases)
        for attribute, tag in (("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
            assert int(suite.attrib[attribute]) == len(suite.findall(f"testcase/{tag}"))
    assert root.attrib["tests"] == "7"
    said = {case.attrib["name"][:7]: [(part.tag, part.get("message", "")) for part in case] for case in root[1]}
    assert said["ARI-901"] == [("failure", "基本支出是610.00万元，各项之和是600.00万元（另有 1 处）")]
    assert said["TXT-901"] == [("skipped", "已豁免")]
    assert said["STR-901"] == [("skipped", "不适用")]
    assert said["STR-902"] == []
    assert said["STR-903"] == [("skipped", "数据不足")]
    assert said["STR-904"][0][0] == "error"


def test_an_idle_waiver_is_a_case_of_its_own(tmp_path: Path, mingzhang: Command) -> None:
    mingzhang.use([passes])
    root = ET.fromstring(output(mingzhang, project(tmp_path, {"departments/demo/2026/budget.yml": WAIVED}), "junit"))  # noqa: S314 - our own output
    assert [case.get("name") for case in root.iter("testcase")] == ["STR-902 总是通过的", "WAI-001 豁免没有用到"]


def test_characters_that_xml_cannot_hold_are_replaced(tmp_path: Path, mingzhang: Command) -> None:
    mingzhang.use([])
    project(tmp_path, {"departments/demo/2026/\x01\ufffe.txt": "甲"})
    root = ET.fromstring(output(mingzhang, tmp_path, "junit"))  # noqa: S314 - our own output
    assert [case.get("name") for case in root.iter("testcase")] == ["content/departments/demo/2026/��.txt"]


def test_an_unknown_format_is_refused(tmp_path: Path, mingzhang: Command) -> None:
    code, out, err = mingzhang(project(tmp_path), "check", "--format", "xml")
    assert (code, out) == (2, "")
    assert "可以写：text、json、sarif、github、gitlab、junit。" in err
