"""Are figures that were changed inside a copy flagged, and are unchanged copies left alone?

    python benchmarks/reuse_numbers.py                        invented prose in two languages
    python benchmarks/reuse_numbers.py --text FILE            paragraphs of a text file, parted by blank lines
    python benchmarks/reuse_numbers.py --misses 5             show figures that were missed

Each copy is a whole post, a paragraph or a quotation of twelve to forty words, set among other words; some have words
changed besides. In half of them one figure is changed, at any place. A figure counts as flagged where a difference
marked as one of numbers covers it; an unchanged copy counts as falsely flagged where its pair has any such difference.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).parent / "chains"))
from words import prose

from tawatur.model import Reuse, ReusePost
from tawatur.reuse import find_reuse

_FIGURE = re.compile(r"(?<![\w.,])\d[\d.,]*\d|(?<![\w.,])\d(?![\w])")


@dataclass
class Copy:
    """A made copy: where its changed figure stands, or None, and how far that is from the nearer edge, in words."""

    source: str
    kind: str
    place: str
    figure: tuple[int, int] | None


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--copies", type=int, default=6000)
    parser.add_argument("--text", type=Path, action="append", default=[])
    parser.add_argument("--seed", type=int, default=3)
    parser.add_argument("--misses", type=int, default=0)
    arguments = parser.parse_args()
    posts, copies = make(Random(arguments.seed), arguments.copies, [p.read_text("utf-8") for p in arguments.text])
    pairs = {(pair.a, pair.b): pair for pair in find_reuse(posts)}
    show(copies, pairs, {post.id: post.text for post in posts}, arguments.misses)


def make(rng: Random, size: int, texts: list[str]) -> tuple[list[ReusePost], dict[str, Copy]]:
    """`size` copies, each of a post of its own."""
    pools = [[p.split() for p in re.split(r"\n\s*\n", text) if len(p.split()) > 30] for text in texts]
    for pool in pools:
        rng.shuffle(pool)
    posts: list[ReusePost] = []
    copies: dict[str, Copy] = {}
    for n in range(size):
        source, own = _paragraphs(rng, pools, n), _paragraphs(rng, pools, n + size)
        posts.append(_post(f"s{n}", n, source))
        kind = rng.choice(("whole", "paragraph", "quote"))
        words = _taken(rng, kind, source)
        plain = [w for w in own[0] if not _FIGURE.search(w)]
        rate = rng.choice((0, 0, 0.02, 0.05))
        changed = [w if _FIGURE.search(w) or rng.random() >= rate else rng.choice(plain) for w in words]
        figure = None
        figures = [at for at, w in enumerate(words) if _FIGURE.search(w)]
        if n % 2 and figures:
            at = rng.choice(figures)
            changed[at] = _FIGURE.sub(lambda found: _other(rng, found.group()), changed[at], count=1)
            near = min(at, len(words) - 1 - at)
            figure = at, near
        before = [w for paragraph in own[:1] for w in paragraph]
        text = " ".join(before) + "\n\n" + " ".join(changed) + "\n\n" + " ".join(own[-1])
        span = None
        if figure is not None:
            start = len(" ".join(before)) + 2 + len(" ".join([*changed[: figure[0]], ""]))
            span = start, start + len(changed[figure[0]])
        place = "none" if figure is None else f"{figure[1]} words" if figure[1] < 3 else "inside"
        posts.append(ReusePost(id=f"c{n}", outlet=f"o{n % 97}", lang=None, date=None, text=text))
        copies[f"c{n}"] = Copy(f"s{n}", kind, place, span)
    return posts, copies


def _paragraphs(rng: Random, pools: list[list[list[str]]], n: int) -> list[list[str]]:
    if not pools:
        lang = ("en", "ar")[n % 2]
        return [" ".join(prose(rng, lang, rng.randrange(3, 6))).split() for _ in range(4)]
    pool = pools[n % len(pools)]
    return [pool[(4 * n + k) % len(pool)] for k in range(4)]


def _post(ident: str, n: int, paragraphs: list[list[str]]) -> ReusePost:
    text = "\n\n".join(" ".join(words) for words in paragraphs)
    return ReusePost(id=ident, outlet=f"q{n % 89}", lang=None, date=None, text=text)


def _taken(rng: Random, kind: str, source: list[list[str]]) -> list[str]:
    if kind == "whole":
        return [w for paragraph in source for w in paragraph]
    paragraph = rng.choice(source)
    if kind == "paragraph":
        return list(paragraph)
    size = min(len(paragraph), rng.randrange(12, 41))
    at = rng.randrange(len(paragraph) - size + 1)
    return paragraph[at : at + size]


def _other(rng: Random, figure: str) -> str:
    at = rng.choice([n for n, sign in enumerate(figure) if sign.isdigit()])
    return figure[:at] + rng.choice([d for d in "123456789" if d != figure[at]]) + figure[at + 1 :]


def show(copies: dict[str, Copy], pairs: dict[tuple[str, str], Reuse], texts: dict[str, str], misses: int) -> None:
    """Flagged of the changed, flagged of the unchanged, by kind and place; copies that were not found apart."""
    table: Counter[tuple[str, str, str]] = Counter()
    for ident, copy in copies.items():
        pair = pairs.get((copy.source, ident))
        if pair is None:
            table[copy.kind, copy.place, "not found"] += 1
            continue
        flags = [one for passage in pair.passages for one in passage.differences if one.number]
        if copy.figure is None:
            table[copy.kind, copy.place, "flagged" if flags else "clean"] += 1
            continue
        start, end = copy.figure
        hit = any(one.b.start < end and start < one.b.end for one in flags)
        table[copy.kind, copy.place, "flagged" if hit else "missed"] += 1
        if not hit and misses:
            misses -= 1
            print(copy.kind, copy.place, repr(texts[ident][max(0, start - 80) : end + 80]))
    print(f"{'kind':<10} {'figure, from the edge':<22} {'copies found':>12} {'flagged':>8} {'not found':>10}")
    keys = sorted({key[:2] for key in table})
    for key in [*keys, None, "false"]:
        if key is None or key == "false":
            chosen = [k for k in keys if (k[1] == "none") == (key == "false")]
            title = ("all", "unchanged" if key else "changed")
        else:
            chosen, title = [key], key
        count = {what: sum(table[(*k, what)] for k in chosen) for what in ("flagged", "missed", "clean", "not found")}
        found = count["flagged"] + count["missed"] + count["clean"]
        print(
            f"{title[0]:<10} {title[1]:<22} {found:12} {count['flagged'] / max(1, found):8.4f} {count['not found']:10}"
        )


if __name__ == "__main__":
    main()
