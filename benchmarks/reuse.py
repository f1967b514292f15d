"""Measure the search for reuse on made-up corpora with known copies: quality, time of each step, memory.

    python benchmarks/reuse.py                                  1,000 and 10,000 posts, invented words
    python benchmarks/reuse.py --posts 100000 --text en=FILE --text ar=FILE --seed 8
    python benchmarks/reuse.py --memory 800                     the same in bounded memory
    python benchmarks/reuse.py --mix "--copy .2 --quote .05"    other shares of copies; see the generator's help

Needs the reference folder (environment variable TAWATUR_SHARED, default ../shared): it makes the corpora
(bench/make_reuse_corpus.py) and scores the passages (bench/score_reuse.py). Corpora are kept in --work.

The lower bound is what no search of this kind can do without: tokenise, fold and hash every word, and sort the hashed
n-grams. It is measured in the same run, so that the ratio does not depend on the machine.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from tawatur.reuse import ReuseOptions, reuse_file

SHARED = Path(os.environ.get("TAWATUR_SHARED", "../shared"))
FLOOR = ("tokenise, fold, hash", "sort the n-grams")
OUTSIDE = ("read", "write")


def main() -> None:
    arguments = parse()
    if not (SHARED / "bench" / "make_reuse_corpus.py").exists():
        sys.exit(f"{SHARED}: no reference folder there. Set TAWATUR_SHARED to the folder that holds bench/ and data/.")
    warm_up()
    for posts in arguments.posts:
        corpus = make(arguments, posts)
        print(f"\n{posts:,} posts, seed {arguments.seed} {arguments.mix}")
        pairs = arguments.work / "pairs.jsonl"
        measure(corpus, pairs, ReuseOptions(memory_mb=arguments.memory))
        for extra in (["--cross-outlet"], []):
            show(
                score(corpus, pairs, extra),
                "between outlets" if extra else "all, one outlet's boilerplate included",
            )


def parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--posts", type=int, nargs="+", default=[1000, 10000])
    parser.add_argument("--text", action="append", default=[], metavar="LANG=PATH", help="text the words come from")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--mix", default="", help="further arguments of the generator, as one word")
    parser.add_argument("--memory", type=int, default=None, metavar="MB")
    parser.add_argument("--work", type=Path, default=Path(tempfile.gettempdir()) / "tawatur-bench-reuse")
    return parser.parse_args()


def warm_up() -> None:
    """Compile, or load from the cache, before anything is timed; say how long that takes."""
    begin = time.perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "posts.jsonl"
        words = " ".join(f"word{n} is here" for n in range(60))
        rows = ({"id": f"p{n}", "outlet": f"o{n % 2}", "text": words.replace("7", str(n))} for n in range(4))
        source.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
        for memory in (None, 1):
            reuse_file(source, Path(folder) / "pairs.jsonl", ReuseOptions(memory_mb=memory))
    print(f"start-up (imports, kernels from the cache or compiled): {time.perf_counter() - begin:.1f} s")


def make(arguments: argparse.Namespace, posts: int) -> Path:
    """The folder of a corpus, made where it is not there yet."""
    name = (
        "-".join([str(posts), str(arguments.seed), *arguments.text, arguments.mix]).replace("/", "_").replace(" ", "")
    )
    corpus: Path = arguments.work / name
    if not (corpus / "gold.jsonl").exists():
        texts = [part for text in arguments.text for part in ("--text", text)]
        command = [
            sys.executable, str(SHARED / "bench" / "make_reuse_corpus.py"), "--out", str(corpus),
            "--posts", str(posts), "--seed", str(arguments.seed), *texts, *arguments.mix.split(),
        ]  # fmt: skip
        subprocess.run(command, check=True)
    return corpus


def measure(corpus: Path, pairs: Path, options: ReuseOptions) -> None:
    """Search, and print time by step, the ratio to the lower bound, and the peak memory of this process so far."""
    begin = time.perf_counter()
    summary = reuse_file(corpus / "posts.jsonl", pairs, options)
    wall_s = time.perf_counter() - begin
    floor = sum(summary.cpu_s[name] for name in FLOOR)
    core = sum(seconds for name, seconds in summary.cpu_s.items() if name not in OUTSIDE)
    print(f"{'step':<24} {'CPU s':>8} {'of the bound':>13}")
    for name, seconds in summary.cpu_s.items():
        print(f"{name:<24} {seconds:8.2f} {seconds / floor:13.2f}")
    print(f"{'lower bound':<24} {floor:8.2f} {1:13.2f}")
    print(f"{'search':<24} {core:8.2f} {core / floor:13.2f}   (without reading and writing the files)")
    whole = sum(summary.cpu_s.values())
    print(
        f"{'everything':<24} {whole:8.2f} {whole / (floor + summary.cpu_s['read']):13.2f}   (bound: reading included)"
    )
    peak_mb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"{summary.words:,} words, {summary.pairs:,} pairs, {summary.passages:,} passages, "
        f"{summary.differences:,} differences, {summary.number_changes:,} of them of numbers; "
        f"{wall_s:.1f} s on the clock, peak memory {peak_mb:,.0f} MB"
    )


def score(corpus: Path, pairs: Path, extra: list[str]) -> dict[str, Any]:
    command = [
        sys.executable,
        str(SHARED / "bench" / "score_reuse.py"),
        "--corpus",
        str(corpus),
        "--pred",
        str(pairs),
    ]
    done = subprocess.run([*command, *extra], check=True, capture_output=True, text=True)
    result: dict[str, Any] = json.loads(done.stdout)
    return result


def show(result: dict[str, Any], title: str) -> None:
    keys = (
        "precision",
        "recall",
        "found",
        "granularity",
        "gold_passages",
        "predictions",
        "wrong_predictions",
    )
    print(f"{title}: " + ", ".join(f"{key.replace('_', ' ')} {result[key]}" for key in keys))
    rows = [f"{name}: {row['recall']:.3f} / {row['found']:.3f}" for name, row in result["recall_by"].items()]
    print("  recall / found   " + "   ".join(rows))


if __name__ == "__main__":
    main()
