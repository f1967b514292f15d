"""Time (CPU) directions, chains and origins on many posts, and ask whether time grows with posts and pairs alone.

    python benchmarks/chains/speed.py                 5,000 and 20,000 posts of made stories
    python benchmarks/chains/speed.py --posts 100000

One story more is carried by 500 outlets, linked as the search for reuse links it: with its first carriers and the
nearest ones before. The pairs here are made, not searched for: their search has a benchmark of its own.
"""

from __future__ import annotations

import argparse
import time
from random import Random

from words import prose

from tawatur.chains import Book, chains_in, directed_in, independent_origins
from tawatur.model import ChainPost, Passage, Reuse, Span


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--posts", type=int, nargs="+", default=[5000, 20000])
    parser.add_argument("--copied", type=float, default=0.3, help="share of posts that copy another")
    arguments = parser.parse_args()
    print(
        f"{'posts':>8} {'pairs':>8} {'who is who':>11} {'directions':>11} {'chains':>8} {'origins':>8} {'ms a post':>10}  CPU seconds"
    )
    for size in arguments.posts:
        posts, reuses = corpus(size, arguments.copied)
        begin = time.process_time()
        book = Book(posts)
        first = time.process_time()
        directed = directed_in(book, reuses)
        second = time.process_time()
        chains = chains_in(book, directed)
        third = time.process_time()
        independent_origins(chains)
        end = time.process_time()
        print(f"{size:8} {len(reuses):8} {first - begin:11.2f} {second - first:11.2f} {third - second:8.2f} "
              f"{end - third:8.2f} {1000 * (end - begin) / size:10.3f}")  # fmt: skip


def corpus(size: int, copied: float) -> tuple[list[ChainPost], list[Reuse]]:
    """So many posts of 400 words by 300 outlets, and the pairs of a third of them and of one story of 500."""
    rng = Random(5)
    pool = [" ".join(prose(rng, lang, 18)) for lang in ("en", "ar") for _ in range(500)]
    names = [f"The {prose(rng, 'en', 1)[0].split()[-1].strip('.').capitalize()} Courier {n}" for n in range(300)]
    posts, reuses = [], []
    for n in range(size):
        text = f"{rng.choice(pool)} {n} {rng.choice(pool)[:400]}"
        posts.append(
            ChainPost(id=f"po-{n:07d}", text=text, outlet=names[n % 300], published=f"2026-03-{1 + n % 28:02d}")
        )
        if n and rng.random() < copied:
            reuses.append(reuse(posts[rng.randrange(max(0, n - 1000), n)], posts[n]))
    story = posts[:: max(1, size // 500)][:500]
    for at, post in enumerate(story):
        near = {*range(min(2, at)), *range(max(0, at - 2), at)} if at > 100 else range(at)
        reuses.extend(reuse(story[other], post) for other in sorted(near))
    return posts, reuses


def reuse(a: ChainPost, b: ChainPost) -> Reuse:
    """A pair that shares its first two thousand code points."""
    length = min(len(a.text), len(b.text), 2000)
    passage = Passage(a=Span(0, length), b=Span(0, length), words=length // 6, similarity=1.0, block=0)
    return Reuse(a=a.id, b=b.id, same_outlet=a.outlet == b.outlet, passages=(passage,), made_by="made")


if __name__ == "__main__":
    main()
