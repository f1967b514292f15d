"""Score directions and origins on made stories whose spread is known.

    python benchmarks/chains/score.py                       300 stories of the seed one may look into
    python benchmarks/chains/score.py --aside               the seed kept aside: figures only
    python benchmarks/chains/score.py --errors 5            show stories counted wrong

The baselines count what is easily counted: posts, outlets, domains, days.
"""

from __future__ import annotations

import argparse
import time
from collections import Counter
from random import Random
from zlib import crc32

from reading import as_read, compared

from stories import SISTERS, Made, Maker, Story
from tawatur.chains import Book, chains_in, directed_in, independent_origins
from tawatur.chains.when import gap, read_when
from tawatur.model import DirectedReuse

SEED, ASIDE = 11, 424243


def main() -> None:
    arguments = parse()
    seed = ASIDE if arguments.aside else arguments.seed
    maker, how = Maker(seed), Random(seed)
    stories = [maker.story() for _ in range(arguments.stories)]
    posts = [as_read(made, how) for story in stories for made in story.posts]
    begin = time.perf_counter()
    reuses = compared(posts)
    middle = time.perf_counter()
    book = Book(posts)
    directed = directed_in(book, reuses)
    chains = {chain.post_id: chain for chain in chains_in(book, directed)}
    counts = [independent_origins(chains[post.id] for post in story.posts) for story in stories]
    end = time.perf_counter()
    print(f"seed {seed}: {len(stories)} stories, {len(posts)} posts, {len(reuses)} pairs; "
          f"reuse {middle - begin:.1f} s, chains and origins {end - middle:.1f} s")  # fmt: skip
    show_directions(
        directed,
        {made.id: made for story in stories for made in story.posts},
        0 if arguments.aside else arguments.errors,
    )
    show_origins(stories, [origins.count for origins in counts])
    if arguments.errors and not arguments.aside:
        wrong = [(s, o) for s, o in zip(stories, counts, strict=True) if s.truth != o.count]
        for story, origins in wrong[: arguments.errors]:
            print("\n---", story.kinds, "truth", story.truth, "counted", origins.count)
            for made in story.posts:
                chain = chains[made.id]
                print(
                    made.id,
                    made.outlet,
                    made.published,
                    sorted(made.origins),
                    "<-",
                    made.models,
                    chain.roots,
                    chain.reasons,
                    made.tail,
                    made.head,
                )


def parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--stories", type=int, default=300)
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--aside", action="store_true")
    parser.add_argument("--errors", type=int, default=0)
    return parser.parse_args()


def show_directions(directed: list[DirectedReuse], made: dict[str, Made], errors: int) -> None:
    """Right, wrong and undecided, by what the dates tell."""
    table: Counter[tuple[str, str]] = Counter()
    for pair in directed:
        truth = truth_of(made[pair.a], made[pair.b], made)
        if truth is None:
            continue
        dates = dates_of(made[pair.a], made[pair.b], truth)
        if truth == "siblings":
            outcome = "right" if pair.siblings_of else "undecided" if pair.direction == "unknown" else "wrong"
            dates = "siblings, " + dates
        else:
            outcome = "right" if pair.direction == truth else "undecided" if pair.direction == "unknown" else "wrong"
        table[dates, outcome] += 1
        if outcome != "right" and errors and truth != "siblings" and table[dates, outcome] <= errors:
            print(
                outcome,
                dates,
                truth,
                pair.direction,
                pair.a,
                pair.b,
                [(r.name, r.says, r.why) for r in pair.reasons],
            )
            print(
                "   ",
                made[pair.a].outlet,
                made[pair.a].tail,
                made[pair.a].published,
                "|",
                made[pair.b].outlet,
                made[pair.b].tail,
                made[pair.b].published,
            )
    print(
        f"{'pairs whose dates':<28} {'pairs':>6} {'right':>7} {'wrong':>7} {'undecided':>10} {'right of decided':>17}"
    )
    for dates in sorted({dates for dates, _ in table}):
        right, wrong, undecided = (table[dates, outcome] for outcome in ("right", "wrong", "undecided"))
        total = right + wrong + undecided
        print(f"{dates:<28} {total:6} {right / total:7.3f} {wrong / total:7.3f} {undecided / total:10.3f} "
              f"{right / max(1, right + wrong):17.3f}")  # fmt: skip


def truth_of(a: Made, b: Made, made: dict[str, Made]) -> str | None:
    """a->b where b has its words from a, however far back; siblings of a third; None for pairs that only quote alike."""
    up_a, up_b = ancestors(a, made), ancestors(b, made)
    if a.id in up_b:
        return "a->b"
    if b.id in up_a:
        return "b->a"
    return "siblings" if up_a & up_b else None


def ancestors(post: Made, made: dict[str, Made]) -> set[str]:
    found: set[str] = set()
    work = list(post.models)
    while work:
        above = work.pop()
        if above not in found:
            found.add(above)
            work.extend(made[above].models if above in made else ())
    return found


def dates_of(a: Made, b: Made, truth: str) -> str:
    first, then = read_when(a.published), read_when(b.published)
    if first is None or then is None:
        return "are missing"
    before, after = gap(first, then), gap(then, first)
    if before is None and after is None:
        return "tie"
    said = "a->b" if before is not None else "b->a"
    return "differ" if truth in (said, "siblings") else "differ, and mislead"


def show_origins(stories: list[Story], counted: list[int]) -> None:
    """Exact, over and under, beside the counts that come to mind first."""
    rows = {
        "independent origins": counted,
        "outlets": [len({post.outlet for post in story.posts}) for story in stories],
        "posts": [len(story.posts) for story in stories],
        "domains": [len({domain_of(post.outlet) for post in story.posts}) for story in stories],
        "days on which a post is dated": [
            len({(post.published or "")[:10] for post in story.posts}) for story in stories
        ],
    }
    print(f"\n{'count':<40} {'exact':>7} {'over':>7} {'under':>7}")
    for title, counts in rows.items():
        exact = sum(c == s.truth for c, s in zip(counts, stories, strict=True))
        over = sum(c > s.truth for c, s in zip(counts, stories, strict=True))
        total = len(stories)
        print(f"{title:<40} {exact / total:7.3f} {over / total:7.3f} {(total - exact - over) / total:7.3f}")
    print("\nby what is in the story:")
    for kind in sorted({kind for story in stories for kind in story.kinds}):
        chosen = [(c, s) for c, s in zip(counted, stories, strict=True) if kind in s.kinds]
        exact = sum(c == s.truth for c, s in chosen) / len(chosen)
        over = sum(c > s.truth for c, s in chosen) / len(chosen)
        print(f"  {kind:<20} {len(chosen):4} stories, exact {exact:.3f}, over {over:.3f}")


def domain_of(outlet: str) -> str:
    """The domain on which a made outlet stands: its own; one for both of a firm's; every tenth on one host of blogs."""
    if any(outlet in sisters for sisters in SISTERS):
        return "sisters.example"
    return "blogs.example" if crc32(outlet.encode()) % 10 == 0 else outlet


if __name__ == "__main__":
    main()
