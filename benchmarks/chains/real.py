"""Look at one real day of Arabic news: a dozen outlets and the state wire, with silver pairs of reuse.

    python benchmarks/chains/real.py                figures
    python benchmarks/chains/real.py --read 15      and pairs that only one side has, to be read and judged

Needs the reference folder (environment variable TAWATUR_SHARED, default ../shared). The silver pairs are machine-made:
15 six-word runs in common, a quarter of one article. Their sources and the agencies in `credits` come from patterns
over the printed author lines; neither is gold.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import sys
from collections import Counter
from pathlib import Path
from typing import Any

from tawatur.chains import Book, chains_in, directed_in
from tawatur.model import ChainPost, Credit, DirectedReuse, Reuse, ReusePost, Span
from tawatur.reuse import find_reuse
from tawatur.text.credits import read_credits

HOME = Path(os.environ.get("TAWATUR_SHARED", "../shared")) / "data" / "news-ar-outlets"
# The set's own codes of outlets, as the outlets write themselves.
NAMES = {
    "was": "وكالة الأنباء السعودية", "alriyadh": "صحيفة الرياض", "aljazirah": "صحيفة الجزيرة السعودية", "almadina": "صحيفة المدينة",
    "alyaum": "صحيفة اليوم", "aleqtisadiya": "صحيفة الاقتصادية", "okaz": "صحيفة عكاظ", "alwatan": "صحيفة الوطن السعودية",
    "aawsat": "الشرق الأوسط", "3alyoum": "عين اليوم", "alweeam": "صحيفة الوئام", "sabq": "صحيفة سبق",
}  # fmt: skip
AGENCIES = {
    "SPA": "agency:spa", "Reuters": "agency:reuters", "AFP": "agency:afp", "AP": "agency:associated-press",
    "DPA": "agency:dpa", "Anadolu": "agency:anadolu-agency", "agencies": "unnamed:agencies",
}  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--read", type=int, default=0)
    arguments = parser.parse_args()
    if not HOME.exists():
        sys.exit(f"{HOME}: not there. Set TAWATUR_SHARED to the folder that holds data/.")
    articles = {row["id"]: row for row in rows("articles.jsonl.gz")}
    silver = {frozenset((row["a"], row["b"])): row for row in rows("reuse-silver.jsonl.gz")}
    posts = {ident: as_post(row) for ident, row in articles.items()}
    reuses = [pair for pair in compared(posts.values()) if articles[pair.a]["outlet"] != articles[pair.b]["outlet"]]
    found = {frozenset((pair.a, pair.b)): pair for pair in reuses}
    book = Book(posts.values())
    directed = {frozenset((pair.a, pair.b)): pair for pair in directed_in(book, reuses)}
    chains = {chain.post_id: chain for chain in chains_in(book, list(directed.values()))}
    show_pairs(silver, found, directed)
    show_sources(silver, directed, chains)
    show_credits(articles, book)
    if arguments.read:
        show_disputed(silver, found, directed, articles, arguments.read)


def rows(name: str) -> list[dict[str, Any]]:
    with gzip.open(HOME / name, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def as_post(row: dict[str, Any]) -> ChainPost:
    """Title, author line and text as a page shows them; the credits as the credit reader finds them.

    The crawl's time is no date of publication and is left out.
    """
    above = f"{row['title']}\n{row['author']}\n" if row["author"] else f"{row['title']}\n"
    text = above + row["text"]
    lines = text.split("\n")
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)
    head = range(len(lines)) if len(lines) < 12 else [*range(6), *range(len(lines) - 6, len(lines))]
    credits = []
    for mention in read_credits([lines[at] for at in head]):
        span = mention.to.moved(starts[head[mention.line]])
        credits.append(Credit(kind=mention.kind, to=span.of(text), span=span))
    body = Span(len(above), len(text))
    return ChainPost(
        id=row["id"],
        text=text,
        body=body,
        outlet=NAMES[row["outlet"]],
        byline=row["author"],
        lang="ar",
        credits=tuple(credits),
    )


def compared(posts: Any) -> list[Reuse]:
    return list(find_reuse(ReusePost(id=p.id, outlet=p.outlet, lang="ar", date=None, text=p.text) for p in posts))


def show_pairs(
    silver: dict[frozenset[str], Any], found: dict[frozenset[str], Reuse], directed: dict[frozenset[str], DirectedReuse]
) -> None:
    """Recall on the silver pairs, by what the pairs are said to be; a formula is said to be no reuse."""
    both = silver.keys() & found.keys()
    kept = {key for key in both if directed[key].kind != "formula"}
    print(f"silver pairs: {len(silver)}, found {len(both)}: recall {len(both) / len(silver):.3f}, "
          f"without formulas {len(kept) / len(silver):.3f}; pairs between outlets in all: {len(found)}")  # fmt: skip
    for title, keys in (("silver", both), ("found besides", found.keys() - silver.keys())):
        print(f"  {title}: " + share(Counter(directed[key].kind for key in keys), len(keys)))


def show_sources(
    silver: dict[frozenset[str], Any], directed: dict[frozenset[str], Any], chains: dict[str, Any]
) -> None:
    """Of pairs with the state wire on one side: is the wire the source, is the copy's origin the wire?"""
    outcomes: Counter[str] = Counter()
    reasons: Counter[str] = Counter()
    origins: Counter[str] = Counter()
    for key, row in silver.items():
        source = row["likely_source"]
        if source is None or key not in directed:
            continue
        pair = directed[key]
        copy = pair.b if pair.a == source else pair.a
        says = {"a->b": pair.a, "b->a": pair.b}.get(pair.direction)
        outcomes["the wire" if says == source else "undecided" if says is None else "the paper"] += 1
        reasons[pair.reasons[0].name if pair.reasons else "none"] += 1
        origins["the wire" if "agency:spa" in chains[copy].roots else "another"] += 1
    total = sum(outcomes.values())
    print(f"pairs with the state wire on one side: {total}; the source is " + share(outcomes, total))
    print("  decided by " + share(reasons, total))
    print("  origins of the copies: " + share(origins, total))


def share(counts: Counter[str], total: int) -> str:
    return ", ".join(f"{name} {count / max(1, total):.3f}" for name, count in counts.most_common())


def show_credits(articles: dict[str, Any], book: Book) -> None:
    """Agencies that the author line names, and those found."""
    right: Counter[str] = Counter()
    given: Counter[str] = Counter()
    more = 0
    for ident, row in articles.items():
        mine = {debt.party.id for debt in book[ident].debts if debt.party.kind in ("agency", "unnamed")}
        theirs = {AGENCIES[name] for name in row.get("credits") or ()}
        own = book[ident].voice
        theirs.discard(own.id if own else "")
        for party in theirs:
            given[party] += 1
            right[party] += party in mine
        more += bool(mine - theirs)
    total = sum(given.values())
    print(
        f"agency credits given: {total}, found {sum(right.values()) / max(1, total):.3f}; articles with an agency more: {more}"
    )
    for party, count in given.most_common():
        print(f"  {party:<26} {count:4} {right[party] / count:.3f}")


def show_disputed(
    silver: dict[frozenset[str], Any],
    found: dict[frozenset[str], Reuse],
    directed: dict[frozenset[str], DirectedReuse],
    articles: dict[str, Any],
    most: int,
) -> None:
    """Pairs that one side alone has, evenly drawn: those said to be formulas apart from the rest."""
    extra = found.keys() - silver.keys()
    formulas = {key for key in extra if directed[key].kind == "formula"}
    for title, keys in (
        ("only silver", silver.keys() - found.keys()),
        ("only found, said to be reuse", extra - formulas),
        ("only found, said to be formulas", formulas),
    ):
        print(f"\n== {title}: {len(keys)}")
        for key in sorted(keys, key=sorted)[:: max(1, len(keys) // most)][:most]:
            a, b = sorted(key)
            print("--", " | ".join(f"{x} {articles[x]['outlet']} {articles[x]['title'][:70]}" for x in (a, b)))
            if key in silver:
                row = silver[key]
                print("   six-grams", row["shared_6grams"], "of a", row["share_of_a"], "of b", row["share_of_b"])
            if key in found:
                print(
                    f"   {directed[key].kind}, {directed[key].a_share:.2f} and {directed[key].b_share:.2f} of the texts"
                )
                for passage in found[key].passages[:2]:
                    whole = as_post(articles[found[key].a]).text
                    print(f"   {passage.words} words, {passage.similarity:.2f}: {passage.a.of(whole)[:160]!r}")


if __name__ == "__main__":
    main()
