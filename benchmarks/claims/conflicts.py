"""Invented reports, two by two: which can both hold, and which cannot, by slot and by language.

    python benchmarks/claims/conflicts.py            # both parts, with a table of slots
    python benchmarks/claims/conflicts.py --missed   # and every pair of the open part that came out wrong

The part kept aside is only ever counted; its pairs are not shown.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Sequence

from made_posts import claim_post
from read_sets import SETS, SLOTS, Pair, read_pairs

from tawatur.corroborate import find_claims
from tawatur.model import ClaimPost

_KINDS = ("en-en", "ar-ar", "across")


def slots_found(pair: Pair) -> list[str]:
    """The slots in which the two reports of `pair` are said not to agree."""
    first, second = (_post(name, pair, place) for place, name in enumerate(("po-a", "po-b")))
    return [claim.slot for claim in find_claims([first, second], _each_its_own) if claim.slot is not None]


def _post(name: str, pair: Pair, place: int) -> ClaimPost:
    return claim_post(name, pair.texts[place], lang=pair.langs[place], day=pair.day)


def _each_its_own(posts: Sequence[str]) -> tuple[tuple[str, ...], int]:
    return tuple(posts), len(posts)


def kind_of(pair: Pair) -> str:
    """en-en, ar-ar or across."""
    return "-".join(pair.langs) if pair.langs[0] == pair.langs[1] else "across"


def figures(hits: int, found: int, wanted: int) -> str:
    """Precision and recall."""
    return f"{hits / found if found else 0:9.3f} {hits / wanted if wanted else 0:7.3f}"


def count(pairs: Sequence[Pair], found: Sequence[Sequence[str]]) -> None:
    """Print precision and recall of conflicts by languages, then recall by slot, and in how many the slot is right."""
    print(f"  {'':10} {'pairs':>6} {'in conflict':>12} {'precision':>9} {'recall':>7}")
    for kind in (*_KINDS, "all"):
        chosen = [n for n, pair in enumerate(pairs) if kind in (kind_of(pair), "all")]
        hits = sum(pairs[n].conflict and bool(found[n]) for n in chosen)
        said = sum(bool(found[n]) for n in chosen)
        wanted = sum(pairs[n].conflict for n in chosen)
        print(f"  {kind:10} {len(chosen):6} {wanted:12} {figures(hits, said, wanted)}")
    print(f"  {'slot':10} {'pairs':>6} {'in conflict':>12} {'precision':>9} {'recall':>7} {'right slot':>11}")
    for slot in SLOTS:
        chosen = [n for n, pair in enumerate(pairs) if pair.slot == slot]
        hits = sum(pairs[n].conflict and bool(found[n]) for n in chosen)
        said = sum(bool(found[n]) for n in chosen)
        wanted = sum(pairs[n].conflict for n in chosen)
        right = sum(pairs[n].conflict and slot in found[n] for n in chosen)
        print(f"  {slot:10} {len(chosen):6} {wanted:12} {figures(hits, said, wanted)} {right:11}")


def main() -> None:
    """Print the figures of both parts."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--missed", action="store_true", help="show the pairs of the open part that came out wrong")
    parser.add_argument("--open", action="store_true", help="the open part only")
    options = parser.parse_args()
    for part in ("open",) if options.open else ("open", "aside"):
        pairs = read_pairs(SETS / f"reports_{part}.txt")
        found = [slots_found(pair) for pair in pairs]
        print(f"{part}: {len({pair.event for pair in pairs})} events")
        count(pairs, found)
        wrong: Counter[str] = Counter()
        if options.missed and part == "open":
            for pair, slots in zip(pairs, found, strict=True):
                if bool(slots) != pair.conflict:
                    wrong["missed" if pair.conflict else "invented"] += 1
                    print(f"  {'MISSED' if pair.conflict else 'INVENTED'} {pair.slot} {slots} {pair.event}")
                    print(f"    {pair.texts[0]}\n    {pair.texts[1]}")
            print(dict(wrong))


if __name__ == "__main__":
    main()
