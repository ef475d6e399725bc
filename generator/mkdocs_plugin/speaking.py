"""What MkDocs and the system say of themselves, in Chinese: plain ``mkdocs`` speaks to the same clerks as ``mingzhang``."""

from __future__ import annotations

import errno
import logging
import re

from generator.mkdocs_plugin.configuration import fault_of

_REASONS = {
    errno.ENOSPC: "磁盘满了", errno.EDQUOT: "超出了磁盘配额", errno.EFBIG: "文件超过了允许的大小", errno.EACCES: "没有权限",
    errno.EPERM: "没有权限", errno.EROFS: "这个磁盘只能读", errno.EMFILE: "打开的文件太多", errno.EIO: "磁盘读写出错",
    errno.ENOENT: "文件或者文件夹不见了", errno.ENOTDIR: "路径里有一段不是文件夹", errno.EISDIR: "这里应当是文件，却是文件夹",
    errno.ENAMETOOLONG: "文件名太长", errno.ENOTEMPTY: "文件夹不是空的", errno.EEXIST: "已经有同名的文件",
}  # fmt: skip
# What is logged while a site is built or shown; the rest of MkDocs' words belongs to what this project does not use.
_SAID = (
    (r"Error (?:building|reading) page '(?:index|(.+))\.md':.*", "网页 {0}/ 没有生成"),  # Why, is said at the end.
    (r"Template skipped: '(.+)' not found in .+", "找不到模板 {0}，略过"),
    (r"Doc file '(.+?)' contains a link '(.+?)', but the target .*is not found among .*", "{0} 里的链接“{1}”指向没有的文件"),
    (r"Doc file '(.+?)' contains a link '(.+?)', but (?:the doc '.+?' does|there is) not? .*anchor.*", "{0} 里的链接“{1}”指向没有的位置"),
    (r"A reference to '(.+?)' is included in the 'nav' configuration, which is not found .*", "导航里的 {0} 没有这个文件"),
    (r"Cleaning site directory", "清空新网站的文件夹"),
    (r"Building documentation to directory: .+", "在旁边生成新的网站，齐了再换"),
    (r"Documentation built in ([0-9.]+) seconds", "生成完毕，用时 {0} 秒"),
    (r"Building documentation\.\.\.", "正在生成"),
    (r"Detected file changes", "文件有改动"),
    (r"Reloading browsers", "刷新网页"),
    (r"Watching paths for changes: (.+)", "看着这些文件夹的改动：{0}"),
    (r"Serving on (\S+).*", "预览：{0}"),
    (r"Shutting down\.\.\.", "预览结束"),
    (r"An error happened during the rebuild\..*", "没有生成；改好以后会自动再生成，网页暂时还是原来的"),
)  # fmt: skip
_OF_OPTION = re.compile(r"Config value '(?P<name>.+?)': (?P<message>.+)", re.DOTALL)
_LOGS = (
    "mkdocs.config",
    "mkdocs.commands.build",
    "mkdocs.commands.serve",
    "mkdocs.livereload",
    "mkdocs.structure.pages",
    "mkdocs.structure.nav",
)


class _InChinese(logging.Filter):
    """Rewords MkDocs' records on their way; what it does not know passes as it is."""

    config_file = ""

    def filter(self, record: logging.LogRecord) -> bool:
        """Let every record pass, in Chinese where it has words for it."""
        message = record.getMessage()
        option = _OF_OPTION.fullmatch(message)
        if option and self.config_file and record.levelno >= logging.WARNING:
            record.msg, record.args = fault_of(self.config_file, option["name"], option["message"]), ()
        for pattern, words in _SAID:
            found = re.fullmatch(rf"(\[[0-9:]+\] )?{pattern}", message, re.DOTALL)
            if found:
                time, *values = (group or "" for group in found.groups())
                record.msg, record.args = f"{time}{words.format(*values)}".strip(), ()
        return True


_FILTER = _InChinese()


def speak_chinese(config_file: str | None) -> None:
    """Let what MkDocs logs from now on be Chinese; ``config_file`` is the configuration that it may object to."""
    _FILTER.config_file = config_file or ""
    for name in _LOGS:
        logging.getLogger(name).addFilter(_FILTER)  # The same filter is never added twice.


def reason(error: BaseException) -> str:
    """Return why something could not be done; what the system says comes in Chinese, with the file."""
    if not isinstance(error, OSError) or error.errno not in _REASONS:
        return str(error)
    said = _REASONS[error.errno]
    return f"{said}：{error.filename}" if error.filename else f"{said}。"
