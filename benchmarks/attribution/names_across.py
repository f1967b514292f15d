"""How well `likeness` tells one person from two, over our own labelled pairs of names in both scripts.

    python benchmarks/attribution/names_across.py [--show 20]

The pairs of `sets/name_pairs.tsv` are halved by a hash. The threshold is chosen on one half (the highest F1 among those
with precision of at least 0.94) and precision and recall are printed for the other. Beside it, in the same run: the
likeness of plain letters (difflib's ratio of the romanised names), with its own threshold.
"""

from __future__ import annotations

import argparse
import difflib
import hashlib
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from tawatur.text.transliteration import likeness, romanise, skeleton

PAIRS = Path(__file__).with_name("sets") / "name_pairs.tsv"
LEAST_PRECISION = 0.94


class Pair(NamedTuple):
    """Two names, and whether they are one person's."""

    same: bool
    a: str
    b: str
    sort: str


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--show", type=int, default=0, help="print this many wrong pairs of the first half")
    show = arguments.parse_args().show
    pairs = [
        pair for line in PAIRS.read_text("utf-8").splitlines() if not line.startswith("#") if (pair := _pair(line))
    ]
    halves: tuple[list[Pair], list[Pair]] = ([], [])
    for pair in pairs:
        halves[hashlib.sha256("|".join(sorted((pair.a, pair.b))).encode()).digest()[0] & 1].append(pair)
    print(f"{sum(p.same for p in pairs)} true pairs, {sum(not p.same for p in pairs)} false ones, all hard")
    print(f"{'measure':22}{'threshold':>10}{'AUC':>8}{'precision':>11}{'recall':>8}   (on the half kept aside)")
    for name, measure in (("likeness", likeness), ("plain letters", _plain)):
        threshold = _choose(halves[0], measure)
        precision, recall = _score(halves[1], measure, threshold)
        print(f"{name:22}{threshold:10.1f}{_auc(halves[1], measure):8.3f}{precision:11.3f}{recall:8.3f}")
        if name == "likeness":
            _by_sort(halves[1], measure, threshold)
            wrong = [p for p in halves[0] if (measure(p.a, p.b) >= threshold) != p.same]
            for pair in wrong[:show]:
                print(f"    {'missed' if pair.same else 'false '} {measure(pair.a, pair.b):5.1f} {pair.a} | {pair.b}")
    shared = sum(bool(set(skeleton(p.a).split()[-1:]) & set(skeleton(p.b).split()[-1:])) for p in pairs if p.same)
    print(f"true pairs whose last words share a skeleton: {shared / sum(p.same for p in pairs):.3f}")
    began = time.process_time()
    count = 0
    for one in pairs[:200]:
        for other in pairs[:200]:
            likeness(one.a, other.b)
            count += 1
    print(f"{count / (time.process_time() - began):,.0f} pairs a second, each met for the first time")


def _pair(line: str) -> Pair | None:
    cells = line.split("\t")
    return Pair(cells[0] == "1", cells[1], cells[2], cells[3]) if len(cells) == 4 else None


def _plain(a: str, b: str) -> float:
    return 100 * difflib.SequenceMatcher(None, romanise(a).lower(), romanise(b).lower()).ratio()


def _score(pairs: list[Pair], measure: Callable[[str, str], float], threshold: float) -> tuple[float, float]:
    taken = [pair for pair in pairs if measure(pair.a, pair.b) >= threshold]
    right = sum(pair.same for pair in taken)
    return right / max(1, len(taken)), right / max(1, sum(pair.same for pair in pairs))


def _choose(pairs: list[Pair], measure: Callable[[str, str], float]) -> float:
    best, chosen = -1.0, 100.0
    for step in range(400, 1000):
        precision, recall = _score(pairs, measure, step / 10)
        value = 2 * precision * recall / max(1e-9, precision + recall) - (precision < LEAST_PRECISION)
        if value > best:
            best, chosen = value, step / 10
    return chosen


def _auc(pairs: list[Pair], measure: Callable[[str, str], float]) -> float:
    true = [measure(p.a, p.b) for p in pairs if p.same]
    false = [measure(p.a, p.b) for p in pairs if not p.same]
    wins = sum((t > f) + 0.5 * (t == f) for t in true for f in false)
    return wins / (len(true) * len(false))


def _by_sort(pairs: list[Pair], measure: Callable[[str, str], float], threshold: float) -> None:
    all_, right = Counter[str](), Counter[str]()
    for pair in pairs:
        sort = f"{'same' if pair.same else 'two'}: {pair.sort}"
        all_[sort] += 1
        right[sort] += (measure(pair.a, pair.b) >= threshold) == pair.same
    for sort in sorted(all_):
        print(f"    {sort:30}{right[sort]:5} of {all_[sort]}")


if __name__ == "__main__":
    main()
