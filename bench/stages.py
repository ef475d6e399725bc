"""Where the time of one real build goes: the functions of the line are timed while MkDocs runs them."""

from __future__ import annotations

import resource
import time
from contextlib import ExitStack
from dataclasses import dataclass, field
from functools import wraps
from typing import TYPE_CHECKING, Any
from unittest import mock

import mkdocs.commands.build
from mkdocs.commands.build import build
from mkdocs.config import load_config

import generator.mkdocs_plugin
import generator.mkdocs_plugin.commands
import generator.pages.page
import generator.pipeline
from generator.loading.files import Shelf
from generator.pipeline import rare_cyclic_collection
from generator.search.indexing import Indexing

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

CHECK = "检查 check"
STAGES = ("读取 read", "建模 model", CHECK, "视图 view", "渲染 render", "外壳 shell", "写盘 write", "数据 exports", "索引 index")


@dataclass
class Stopwatch:
    """CPU seconds of the main thread by stage. A stage inside another is taken off the outer one, so that the stages add up."""

    seconds: dict[str, float] = field(default_factory=lambda: dict.fromkeys(STAGES, 0.0))
    running: list[float] = field(default_factory=list)

    def timed(self, stage: str, function: Callable[..., Any]) -> Callable[..., Any]:
        """Return ``function`` with its CPU time booked under ``stage``."""

        @wraps(function)
        def measured(*arguments: Any, **options: Any) -> Any:
            self.running.append(0.0)
            start = time.thread_time()
            try:
                return function(*arguments, **options)
            finally:
                spent = time.thread_time() - start
                self.seconds[stage] += spent - self.running.pop()
                if self.running:
                    self.running[-1] += spent

        return measured


@dataclass(frozen=True)
class Measurement:
    """One build: CPU seconds by stage, of what makes the index beside it, and in all; seconds by the clock; and the peak memory in MB."""

    disclosures: int
    seconds: dict[str, float]
    beside: float
    total: float
    clock: float
    peak: float


def measure(config_file: Path, site: Path, *, index: bool, exports: bool = False) -> Measurement:
    """Return the measurement of one cold build of the site that ``config_file`` describes, written to ``site``.

    ``index`` and ``exports`` tell whether the search index and the open data are part of it.
    """
    watch = Stopwatch()
    plugin = generator.mkdocs_plugin
    targets: list[tuple[Any, str, str]] = [
        (Shelf, "mapping", STAGES[0]),
        (Shelf, "build", STAGES[1]),
        (generator.pipeline, "check", STAGES[2]),
        (plugin, "view_of", STAGES[3]),
        (plugin, "render", STAGES[4]),
        (mkdocs.commands.build, "_build_page", STAGES[5]),
        (mkdocs.commands.build, "_populate_page", STAGES[5]),
        (mkdocs.utils, "write_file", STAGES[6]),
        (plugin, "export", STAGES[7]),
        (Indexing, "take", STAGES[8]),
        (plugin, "finish", STAGES[8]),
    ]
    with ExitStack() as stack:
        for owner, name, stage in targets:
            stack.enter_context(mock.patch.object(owner, name, watch.timed(stage, getattr(owner, name))))
        config = load_config(str(config_file), site_dir=str(site))
        own = plugin.commands.plugin_of(config)
        own.config.search = index
        own.config.exports = exports
        start, clock, children = time.process_time(), time.perf_counter(), _of_children()
        with rare_cyclic_collection():
            build(config)
        clock = time.perf_counter() - clock
        beside = _of_children() - children
        total = time.process_time() - start + beside
    disclosures = len(plugin.commands.plugin_of(config).ready()[0].corpus.disclosures)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return Measurement(disclosures, watch.seconds, beside, total, clock, peak)


def _of_children() -> float:
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime
