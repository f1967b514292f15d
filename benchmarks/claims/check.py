"""What reports say of a claim: support, denial, or only talk of it; on invented claims and on four public sets.

    python benchmarks/claims/check.py [--share 0.1] [--only asked,ans,syria,fnc,claimdiff]

`--share` takes that part of the larger sets, by every n-th item. Majority baselines stand in the same tables; what others
published (by training on data of the same kind, on the whole sets) stands beside them where it is known.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from made_posts import claim_post
from read_sets import SETS, read_asked

from tawatur.corroborate import check_claim
from tawatur.model import Finding

SHARED = Path(os.environ.get("TAWATUR_SHARED", "../shared"))
_ORDER = ("supports", "denies", "discusses")


def stance_of(findings: Sequence[Finding]) -> str:
    """What a post as a whole says of the claim: its nearest finding decides; "other" where nothing speaks of it."""
    return findings[0].stance if findings else "other"


def f1_of(found: Sequence[str], gold: Sequence[str], name: str) -> tuple[float, float, float]:
    """Precision, recall and F1 of one class."""
    hits = sum(f == g == name for f, g in zip(found, gold, strict=True))
    precision = hits / found.count(name) if name in found else 0.0
    recall = hits / gold.count(name) if name in gold else 0.0
    return precision, recall, 2 * precision * recall / (precision + recall) if hits else 0.0


def show(title: str, found: Sequence[str], gold: Sequence[str], published: str = "") -> None:
    """Print precision, recall and F1 of every class, the mean F1, and what always saying the commonest gives."""
    classes = sorted(set(gold))
    print(f"{title}: {len(gold)} pairs{published}")
    for name in classes:
        precision, recall, f1 = f1_of(list(found), list(gold), name)
        print(f"  {name:12}{gold.count(name):7}  P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}")
    most = max(classes, key=list(gold).count)
    for what, said in (("ours", list(found)), ("majority", [most] * len(gold))):
        macro = sum(f1_of(said, list(gold), name)[2] for name in classes) / len(classes)
        right = sum(f == g for f, g in zip(said, gold, strict=True)) / len(gold)
        print(f"  {what:12} accuracy {right:.3f}  macro F1 {macro:.3f}")


def asked(_: float) -> None:
    """Invented claims: both parts."""
    for part in ("open", "aside"):
        items = read_asked(SETS / f"asked_{part}.txt")
        posts = [claim_post(f"po-{n}", one.report, lang=one.langs[1], day=one.day) for n, one in enumerate(items)]
        claims = [claim_post("asked", one.claim, lang=one.langs[0], day=one.day) for one in items]
        found = [stance_of(check_claim(claim, [post])) for claim, post in zip(claims, posts, strict=True)]
        for kind in ("one language", "across"):
            chosen = [n for n, one in enumerate(items) if (one.langs[0] != one.langs[1]) == (kind == "across")]
            show(f"invented claims, {part}, {kind}", [found[n] for n in chosen], [items[n].stance for n in chosen])


def ans(share: float) -> None:
    """Pairs of Arabic headlines."""
    items = _some(_lines("stance-ar-headlines-ans/pairs.jsonl.gz"), share)
    names = {"supports": "agree", "denies": "disagree", "discusses": "other", "other": "other"}
    found = [
        names[
            stance_of(
                check_claim(claim_post("asked", one["s1"], lang="ar"), [claim_post("po-1", one["s2"], lang="ar")])
            )
        ]
        for one in items
    ]
    show("stance-ar-headlines-ans", found, [one["stance"] for one in items], " (BERT, trained on it: F1 0.767)")


def syria(share: float) -> None:
    """Arabic claims on a war, and articles."""
    items = _some(
        [(one["claim"], article) for one in _lines("stance-ar-syria/claims.jsonl.gz") for article in one["articles"]],
        share,
    )
    names = {"supports": "agree", "denies": "disagree", "discusses": "discuss", "other": "unrelated"}
    found = [
        names[
            stance_of(
                check_claim(claim_post("asked", claim, lang="ar"), [claim_post("po-1", article["text"], lang="ar")])
            )
        ]
        for claim, article in items
    ]
    show(
        "stance-ar-syria",
        found,
        [article["stance"] for _, article in items],
        " (cross-validated figures: see its paper)",
    )


def fnc(share: float) -> None:
    """English headlines, and article bodies of their own or of another story."""
    bodies = {one["body_id"]: one["body"] for one in _lines("stance-en-fnc1/bodies.jsonl.gz")}
    items = _some(_lines("stance-en-fnc1/pairs.jsonl.gz"), share)
    names = {"supports": "agree", "denies": "disagree", "discusses": "discuss", "other": "unrelated"}
    by_body: dict[Any, list[int]] = defaultdict(list)
    for number, one in enumerate(items):
        by_body[one["body_id"]].append(number)
    found = ["unrelated"] * len(items)
    for body, numbers in by_body.items():
        post = claim_post("po-1", bodies[body], lang="en")
        for number in numbers:
            found[number] = names[
                stance_of(check_claim(claim_post("asked", items[number]["headline"], lang="en"), [post]))
            ]
    gold = [one["stance"] for one in items]
    show("stance-en-fnc1", found, gold, " (trained on 50,000 pairs: score 0.82, macro F1 0.58 to 0.61)")
    print(f"  score {_fnc_score(found, gold):.3f}; all unrelated {_fnc_score(['unrelated'] * len(gold), gold):.3f}")


def _fnc_score(found: Sequence[str], gold: Sequence[str]) -> float:
    """A quarter for related or not, three quarters more for the very class; as a share of the best."""
    got = sum(
        (0.25 if g == "unrelated" else 1.0) if f == g else 0.25 * (f != "unrelated" and g != "unrelated")
        for f, g in zip(found, gold, strict=True)
    )
    return got / sum(0.25 if g == "unrelated" else 1.0 for g in gold)


def claimdiff(share: float) -> None:
    """Sentences of two outlets on one story: does the second strengthen or weaken the first."""
    items = _some(_lines("claims-en-claimdiff/pairs.jsonl.gz"), share)
    found = [
        stance_of(
            check_claim(claim_post("asked", one["claim_a"], lang="en"), [claim_post("po-1", one["claim_b"], lang="en")])
        )
        for one in items
    ]
    for task, stance in (("strengthen", "supports"), ("weaken", "denies")):
        chosen = [n for n, one in enumerate(items) if task in one and "test" in one["parts"]]
        gold = ["yes" if items[n][task] else "no" for n in chosen]
        if chosen:
            show(f"claims-en-claimdiff, {task}", ["yes" if found[n] == stance else "no" for n in chosen], gold)


def _lines(name: str) -> list[Any]:
    with gzip.open(SHARED / "data" / name, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def _some(items: Sequence[Any], share: float) -> list[Any]:
    return list(items[:: max(1, round(1 / share))])


_PARTS: dict[str, Callable[[float], None]] = {
    "asked": asked,
    "ans": ans,
    "syria": syria,
    "fnc": fnc,
    "claimdiff": claimdiff,
}


def _chosen(names: str) -> Iterator[tuple[str, Callable[[float], None]]]:
    for name in names.split(","):
        yield name, _PARTS[name]


def main() -> None:
    """Print the figures of the parts that were asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--share", type=float, default=1.0, help="the part of the public sets that is taken")
    parser.add_argument("--only", default=",".join(_PARTS), help="names with commas: " + ", ".join(_PARTS))
    options = parser.parse_args()
    for name, measure in _chosen(options.only):
        if name != "asked" and not (SHARED / "data").exists():
            print(f"{SHARED / 'data'} is not there: set TAWATUR_SHARED to the folder of the evaluation sets.")
            continue
        measure(options.share)


if __name__ == "__main__":
    main()
