"""``python -m bench``: how long a cold build of synthetic disclosures takes, stage by stage; with ``--rules``, rule by rule."""

from __future__ import annotations

import argparse
import shutil
import tempfile
from pathlib import Path

from bench.rules import measure_rules
from bench.stages import CHECK, measure
from bench.synthesis import write_content
from bench.yardstick import compose_time

ROOT = Path(__file__).resolve().parent.parent

YEARS = (2023, 2024, 2025, 2026)
"""Each synthetic department discloses four years, as departments do."""

CONFIG = """\
site_name: bench
docs_dir: content/pages
theme: {{name: material, custom_dir: {theme}, language: zh-CN, font: false}}
plugins: [{{mingzhang: {{content: content}}}}]
markdown_extensions: []
"""


def main() -> None:
    """Write the content, build it once, print the CPU milliseconds a disclosure and the peak memory."""
    parser = argparse.ArgumentParser(prog="python -m bench", description="测量冷构建合成公开文本的 CPU 时间，逐阶段列出。", add_help=False)
    parser.add_argument("-n", type=int, default=1000, metavar="份数", help="公开文本的份数，默认 1000")
    parser.add_argument("--index", action="store_true", help="连同搜索索引一起测量")
    parser.add_argument("--exports", action="store_true", help="连同数据文件（CSV、JSON、XLSX 等）一起测量")
    parser.add_argument("--rules", action="store_true", help="只测量检查：逐条规则列出用时")
    parser.add_argument("-h", "--help", action="help", help="显示本说明")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_content(folder / "content", max(1, options.n // len(YEARS)), YEARS, terse=True)
        if options.rules:
            times = measure_rules(folder / "content")
            print(f"公开文本 {times.disclosures} 份；CPU 毫秒/份：", *times.lines(), sep="\n")
            return
        (folder / "content" / "pages").mkdir(exist_ok=True)
        config = folder / "mkdocs.yml"
        config.write_text(CONFIG.format(theme=ROOT / "theme"), encoding="utf-8")
        files = sorted(folder.glob("content/departments/*/*/budget.yml"))
        size = sum(path.stat().st_size for path in files) / len(files)
        some = [path.read_text(encoding="utf-8") for path in files[:: max(1, len(files) // 100)]]
        before = compose_time(some)
        measured = measure(config, folder / "site", index=options.index, exports=options.exports)
        yardstick = (before + compose_time(some)) / 2 * 1000
        shutil.rmtree(folder / "site", ignore_errors=True)
    print(f"公开文本 {measured.disclosures} 份，平均 {size / 1024:.0f} KB；CPU 毫秒/份：")
    for stage, seconds in measured.seconds.items():
        print(f"  {stage:<12}{seconds / measured.disclosures * 1000:8.2f}")
    print(f"  {'索引进程 beside':<12}{measured.beside / measured.disclosures * 1000:8.2f}")
    rest = measured.total - measured.beside - sum(measured.seconds.values())
    print(f"  {'其余 rest':<12}{rest / measured.disclosures * 1000:8.2f}")
    print(f"  {'合计 total':<12}{measured.total / measured.disclosures * 1000:8.2f}")
    print(f"  {'墙钟 clock':<12}{measured.clock / measured.disclosures * 1000:8.2f}")
    check = measured.seconds[CHECK] / measured.disclosures * 1000
    others = measured.total / measured.disclosures * 1000 - check
    print(f"标尺：PyYAML 的 C 解析器读同样的文件 {yardstick:.2f}")
    print(f"检查是标尺的 {check / yardstick:.2f} 倍，其余合起来是 {others / yardstick:.2f} 倍")
    print(f"内存峰值 {measured.peak:.0f} MB")


if __name__ == "__main__":
    main()
