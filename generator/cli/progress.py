"""How far a long work has come, shown on a terminal."""

from __future__ import annotations

import sys

import click


class Counter:
    """Shows on a terminal how far a long work has come; a log file gets no such line."""

    def __init__(self) -> None:
        """Begin with nothing done."""
        self.stage = ""
        self.done = 0
        self.shown = sys.stderr.isatty()

    def __call__(self, stage: str) -> None:
        """Count one step of a stage."""
        self.done = self.done + 1 if stage == self.stage else 1
        self.stage = stage
        if self.shown:
            click.echo(f"\r{self.stage} {self.done}        ", err=True, nl=False)

    def end(self) -> None:
        """Leave the line."""
        if self.shown and self.done:
            click.echo("\r                              \r", err=True, nl=False)
