"""Places in Arabic reports of disasters: detection and resolution, against resolution by population alone.

    python benchmarks/places/idrisi_ar.py [--misses N] [--wrong N] [--spurious N]

Reads `data/places-ar-idrisi` of the shared reference (TAWATUR_SHARED, `../shared` by default): short posts by anybody,
in standard Arabic and dialect. Resolution: every gold mention with coordinates is handed over as a span; what is not
resolved counts as wrong. The gold spans take in the type word («منطقة ...»), so overlap tells more than exactness.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
from collections import defaultdict
from typing import Any

from geoparsing_en import SHARED, _error, _show, _shown, found_in
from measures import Distances, exact, f1, overlapping

from tawatur.locate.given import most_spoken_of, resolve_given
from tawatur.model import Span

DATA = SHARED / "data" / "places-ar-idrisi" / "tweets.jsonl.gz"


def main() -> None:
    """Print the tables."""
    given = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    for part in ("misses", "spurious", "wrong"):
        given.add_argument(f"--{part}", type=int, default=0, help="print so many")
    asked = given.parse_args()
    if not DATA.exists():
        sys.exit(f"{DATA} is not there. Set TAWATUR_SHARED to the folder of the shared reference.")
    with gzip.open(DATA, "rt", encoding="utf-8") as lines:
        tweets = [json.loads(line) for line in lines]
    _detection(tweets, asked)
    _resolution(tweets, asked)


def _detection(tweets: list[dict[str, Any]], asked: argparse.Namespace) -> None:
    right = touched = found_all = gold_all = 0
    missed: list[str] = []
    spurious: list[str] = []
    for tweet in tweets:
        gold = [(t["start"], t["end"]) for t in tweet["toponyms"]]
        found = [(p.span.start, p.span.end) for p in found_in(tweet["text"]) if p.form == "name"]
        right, touched = right + exact(found, gold), touched + overlapping(found, gold)
        found_all, gold_all = found_all + len(found), gold_all + len(set(gold))
        missed += [_shown(tweet["text"], g) for g in gold if not any(f[0] < g[1] and g[0] < f[1] for f in found)]
        spurious += [_shown(tweet["text"], f) for f in found if not any(f[0] < g[1] and g[0] < f[1] for g in gold)]
    print(f"{'detection':12} {'docs':>5} {'gold':>6} {'found':>6}   exact P    R    F1   overlap P    R    F1")
    strict, loose = f1(right, found_all, gold_all), f1(touched, found_all, gold_all)
    print(
        f"{'idrisi-ar':12} {len(tweets):5} {gold_all:6} {found_all:6}     "
        + " ".join(f"{value:.3f}" for value in strict)
        + "    "
        + " ".join(f"{value:.3f}" for value in loose)
    )
    _show("missed", missed, asked.misses)
    _show("spurious", spurious, asked.spurious)


def _resolution(tweets: list[dict[str, Any]], asked: argparse.Namespace) -> None:
    errors: dict[str, list[float | None]] = {"ours": [], "by people": []}
    country: dict[str, int] = defaultdict(int)
    wrong: list[str] = []
    for tweet in tweets:
        gold = [t for t in tweet["toponyms"] if t.get("lat") is not None]
        spans = [Span(t["start"], t["end"]) for t in gold]
        chosen = [one.chosen if one is not None else None for one in resolve_given(tweet["text"], spans)]
        for toponym, candidate, simple in zip(gold, chosen, most_spoken_of(tweet["text"], spans), strict=True):
            for name, place in (("ours", candidate), ("by people", simple)):
                errors[name].append(_error(toponym, place))
                country[name] += bool(place and place.country and place.country.lower() == toponym.get("country_code"))
            last = errors["ours"][-1]
            if last is None or last > 20:
                put = (
                    f"{candidate.place_id} {candidate.name} {candidate.country} {candidate.kind}"
                    if candidate
                    else "nothing"
                )
                km = "" if last is None else f" ({last:.0f} km)"
                wrong.append(
                    f"{_shown(tweet['text'], (toponym['start'], toponym['end']))} -> {put}{km} not {toponym.get('name')} {toponym.get('type')}"
                )
    print(f"\n{'resolution':12} {'gold':>6} {'resolved':>8}  acc@161  acc@20  country  mean km  median   AUC")
    for name, given in errors.items():
        all_of_them = Distances(tuple(given))
        print(
            f"{name:12} {len(given):6} {len(all_of_them.known()):8}    {all_of_them.within(161):.3f}   {all_of_them.within(20):.3f}"
            f"    {country[name] / max(1, len(given)):.3f} {all_of_them.mean():8.0f} {all_of_them.median():7.1f} {all_of_them.auc():.3f}"
        )
    _show("wrong", wrong, asked.wrong)


if __name__ == "__main__":
    main()
