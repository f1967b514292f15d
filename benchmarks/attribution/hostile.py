"""Who said what in text that is out to break it: seconds for a size, and for twice the size.

    python benchmarks/attribution/hostile.py [--size N]

Work in proportion to the text shows as a ratio near 2; a ratio near 4 is quadratic.
"""

from __future__ import annotations

import argparse
import random
import time

from tawatur.attribute.plan import find_statements
from tawatur.model import Description, Post, Span

MARKS = "\"“”«»„‟‹›‘’'`"
WORDS = ['"', "“", "”", "«", "»", "said", "he", "that", ",", ".", "قال", "إن", "المصدر"]


def texts(size: int) -> dict[str, str]:
    """Texts of about `size` code points, the same on every run."""
    dice = random.Random(7)
    return {
        "no stops": "he said the army told them that " * (size // 32),
        "only quotation marks": "".join(dice.choices(MARKS, k=size)),
        "one mark": '"' * size,
        "nested": "«" * (size // 2) + "»" * (size // 2),
        "marks and words": " ".join(dice.choices(WORDS, k=size // 3)),
        "right-to-left marks": "\u200f".join(["He said “we will go,”"] * (size // 22)),
        "cues and commas": ", said" * (size // 6),
        "quotations in a row": '"a b," he said, ' * (size // 16),
        "unclosed in each line": "“ab said \n" * (size // 10),
        "Arabic without stops": "قال المصدر إن الجيش أكد أن القوات " * (size // 34),
        "brackets": "(" * size,
        "one word": "a" * size,
        "hyphens": "a-" * (size // 2),
        "turns": "Ann: yes it is.\n" * (size // 16),
    }


def seconds(text: str, lang: str) -> float:
    """CPU seconds for one post."""
    post = Post(
        id="po",
        page_id="pg",
        order=0,
        span=Span(0, len(text)),
        title=None,
        body=Span(0, len(text)),
        made_by="benchmark",
    )
    told = Description(
        post_id="po", title=None, byline=None, outlet=None, published=None, lang=lang, made_by="benchmark"
    )
    begun = time.process_time()
    find_statements(text, post, told)
    return time.process_time() - begun


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--size", type=int, default=250_000, help="code points of the smaller text")
    size = parser.parse_args().size
    seconds("He said no.", "en")
    seconds("قال لا.", "ar")
    print(f"{'':24} {'en, s':>8} {'ratio':>6} {'ar, s':>8} {'ratio':>6}   ({size} and {2 * size} code points)")
    small, large = texts(size), texts(2 * size)
    for name in small:
        cells = []
        for lang in ("en", "ar"):
            once, twice = seconds(small[name], lang), seconds(large[name], lang)
            cells.append(f"{twice:8.2f} {twice / max(once, 1e-3):6.1f}")
        print(f"{name:24} {' '.join(cells)}")


if __name__ == "__main__":
    main()
