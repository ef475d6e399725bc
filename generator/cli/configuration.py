"""The option that names the website's configuration, found from wherever below it a command is started."""

from __future__ import annotations

from pathlib import Path

import click
from click.core import ParameterSource

_NAME = "mkdocs.yml"


def _nearest(context: click.Context, parameter: click.Parameter, value: str) -> str:
    """Return what was asked for, else the configuration of this folder or of the nearest one above that has one."""
    if context.get_parameter_source(parameter.name or "") is not ParameterSource.DEFAULT or Path(value).is_file():
        return value
    return next((str(folder / value) for folder in Path.cwd().parents if (folder / value).is_file()), value)


CONFIG = click.option(
    "-f",
    "--config",
    default=_NAME,
    metavar="文件",
    callback=_nearest,
    help="网站配置文件，默认是所在的或者上级文件夹里的 mkdocs.yml",
)
