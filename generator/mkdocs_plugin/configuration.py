"""``mkdocs.yml``, loaded; what MkDocs objects to is said in Chinese, with the line where it stands."""

from __future__ import annotations

import logging
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs.config.base import ValidationError
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import ConfigurationError, MkDocsException

if TYPE_CHECKING:
    from collections.abc import Iterator

_LOG = logging.getLogger("mkdocs.plugins.mingzhang")
_IN_CHINESE = (
    (r"Unrecognised configuration name: (.+)", "不认识这一项"),
    (r"Required configuration not provided\.?", "没有写，这一项必须写"),
    (r"The URL isn't valid.*|Unable to parse the URL.*", "应当是完整的网址，以 https:// 或者 http:// 开头"),
    (r"The path set in custom_dir \('(.+)'\) does not exist\.?", "custom_dir 写的文件夹“{0}”不存在"),
    (r"The path '(.+)' isn't an existing .+", "写的“{0}”不存在"),
    (r"Unrecognised theme name: '(.+?)'.*", "没有名叫“{0}”的主题，本站用 material"),
    (r"No theme name set\.?|At least one of 'name' or 'custom_dir' must be defined\.?", "没有写主题的名称，本站用 material"),
    (r"The \"(.+)\" plugin is not installed", "没有安装插件“{0}”"),
    (r"Failed to load extension '(.+?)'.*", "没有安装 Markdown 扩展“{0}”"),
    (r"Expected one of: \((.+)\) but received: (.+)", "写的是 {1}，只能写 {0} 当中的一个"),
    (r"Expected nav .*", "导航应当逐条写成“- 标题: 文件.md”"),
    (
        r"Invalid Plugins configuration.*|Invalid Markdown Extensions configuration.*|Expected a list of items.*",
        "应当写成列表，每条以“- ”开头",
    ),
    (r"Expected type: .*|Expected a string, got .*|Invalid type .*", "写法不对，请照样例写"),
    (r"The 'docs_dir' should not be within .*|The 'site_dir' should not be within .*", "网页文件夹和生成网站的文件夹不能一个套着另一个"),
    (r"The '.+' should not be the parent directory .*", "不能写配置文件所在的文件夹，请用其中的一个子文件夹"),
)
_OPTION = re.compile(r"Plugin '(?P<plugin>.+?)' option '(?P<option>.+?)': (?P<message>.+)", re.DOTALL)
_SUB_OPTION = re.compile(r"Sub-option '(?P<option>.+?)': (?P<message>.+)", re.DOTALL)


class ConfigurationFaultError(Exception):
    """The configuration cannot be used; the message is Chinese and names file, line, fault and cure."""


def load_configuration(config_file: str, **settings: Any) -> MkDocsConfig:
    """Return the configuration in ``config_file`` with ``settings`` in place of what it says.

    Raises ConfigurationFaultError. What MkDocs only warns of is logged, in Chinese too.
    """
    text = Path(config_file).read_bytes().decode("utf-8", "replace")
    config = MkDocsConfig(config_file_path=str(Path(config_file).absolute()))
    try:
        with Path(config_file).open("rb") as file:
            config.load_file(file)
        config.load_dict({name: value for name, value in settings.items() if value is not None})
        errors, warnings = config.validate()
    except (MkDocsException, ValidationError, OSError) as error:
        raise ConfigurationFaultError("\n".join(_unreadable(config_file, error))) from error
    for name, warning in warnings:
        _LOG.warning("%s", _said(config_file, text, name, str(warning)))
    if errors:
        raise ConfigurationFaultError("\n".join(_said(config_file, text, name, str(error)) for name, error in errors))
    return config


def _unreadable(config_file: str, error: Exception) -> Iterator[str]:
    # What YAML objects to knows its place; MkDocs puts its own error around it.
    mark = next(filter(None, (getattr(each, "problem_mark", None) for each in (error.__cause__, error.__context__))), None)
    if mark is not None:
        yield f"网站配置文件 {config_file}:{mark.line + 1}:{mark.column + 1} 读不通：请检查这一行和上一行的缩进、冒号、引号和括号。"
    elif isinstance(error, ConfigurationError) and "dict" in str(error):
        yield f"网站配置文件 {config_file}:1 的内容不是一组“键: 值”：请照样例逐行填写，如“site_name: 网站名称”。"
    else:
        yield f"网站配置文件 {config_file} 读不出来（{error}）。"


def fault_of(config_file: str, name: str, message: str) -> str:
    """Return what MkDocs objects to in one option, in Chinese, with the line where it is written."""
    return _said(config_file, Path(config_file).read_bytes().decode("utf-8", "replace"), name, message)


def _said(config_file: str, text: str, name: str, message: str) -> str:
    """Return a fault of one option: where it is written, which option, and what is wrong with it."""
    path = [name]
    for pattern in (_OPTION, _SUB_OPTION):
        inner = pattern.fullmatch(message)
        if inner:
            path += [inner.groupdict().get("plugin") or "", inner["option"]]
            message = inner["message"]
    path = [each for each in path if each]
    line = _line(text, path)
    where = f"{config_file}:{line}" if line else config_file
    return f"网站配置文件 {where} 的“{' → '.join(path)}”有误：{_chinese(message)}。"


def _chinese(message: str) -> str:
    for pattern, words in _IN_CHINESE:
        match = re.fullmatch(pattern, message.strip(), re.DOTALL)
        if match:
            return words.format(*match.groups())
    return f"写法不对（MkDocs 的说明：{' '.join(message.split())}）"


def _line(text: str, path: list[str]) -> int:
    """Return the number of the line where the keys of a path stand one below the other, or 0 where the first is not written."""
    found = 0
    lines = text.splitlines()
    for key in path:
        pattern = re.compile(rf"\s*(?:- +)?[\"']?{re.escape(key)}[\"']?\s*(?::|$)")
        below = [number for number in range(found, len(lines)) if pattern.match(lines[number])]
        if not below:
            break
        found = below[0] + 1
    return found
