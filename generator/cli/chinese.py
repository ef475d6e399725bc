"""Click in Chinese: its help pages and its complaints."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_HELP = "显示本说明"


class _Chinese(click.Command):
    """Writes usage and options under Chinese headings."""

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the usage line."""
        pieces = [
            piece.replace("[OPTIONS]", "[选项]").replace("COMMAND [ARGS]...", "命令 [参数]...") for piece in self.collect_usage_pieces(ctx)
        ]
        formatter.write_usage(ctx.command_path, " ".join(pieces), prefix="用法：")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options, and the commands of a group."""
        _section(formatter, "选项", _option_records(self.get_params(ctx), ctx))
        if isinstance(self, click.Group):
            _section(formatter, "命令", ((name, command.get_short_help_str(200)) for name, command in self.commands.items()))

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Return the help option with a Chinese explanation."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = _HELP
        return option


class ChineseCommand(_Chinese):
    """A command whose help is Chinese."""


class ChineseGroup(_Chinese, click.Group):
    """A group whose help is Chinese."""


def _option_records(parameters: list[click.Parameter], ctx: click.Context) -> Iterator[tuple[str, str]]:
    """Yield the options alone; the usage line names the arguments already."""
    for parameter in parameters:
        record = parameter.get_help_record(ctx) if isinstance(parameter, click.Option) else None
        if record is not None:
            yield record


def _section(formatter: click.HelpFormatter, title: str, rows: Iterable[tuple[str, str]]) -> None:
    rows = list(rows)
    if rows:
        with formatter.section(title):
            formatter.write_dl(rows)


def complaint(error: click.ClickException) -> str:
    """Return what went wrong, in Chinese, with the command's usage where it helps."""
    match error:
        case click.NoSuchOption():
            text = f"没有选项 {error.option_name}"
            text += f"，是不是 {'、'.join(error.possibilities)}？" if error.possibilities else "。"
        case click.BadOptionUsage():
            text = f"选项 {error.option_name} 用得不对：后面的内容缺了，或者多了。"
        case click.MissingParameter():
            name = error.param.make_metavar(error.ctx) if error.param and error.ctx else ""
            text = f"缺少参数 {name}。"
        case click.BadParameter():
            name = error.param.make_metavar(error.ctx) if error.param and error.ctx else ""
            text = f"参数 {name} 不对。{_choices(error)}"
        case click.UsageError() if error.message.startswith("No such command"):
            known = "、".join(error.ctx.command.commands) if error.ctx and isinstance(error.ctx.command, click.Group) else ""
            text = f"没有这个命令。可用的命令：{known}。"
        case click.UsageError() if error.message.startswith("Got unexpected"):
            text = "参数太多。"
        case click.UsageError() if error.message.startswith("Missing command"):
            text = "请写上命令。"
        case _:
            return error.message
    hint = f"\n运行 {error.ctx.command_path} --help 查看说明。" if isinstance(error, click.UsageError) and error.ctx else ""
    return text + hint


def _choices(error: click.BadParameter) -> str:
    kind = error.param.type if error.param else None
    if isinstance(kind, click.Choice):
        return f"可以写：{'、'.join(map(str, kind.choices))}。"
    if isinstance(kind, click.IntRange):
        return f"应当是 {kind.min} 到 {kind.max} 之间的整数。"
    return error.message if any("\u4e00" <= character <= "\u9fff" for character in error.message) else ""
