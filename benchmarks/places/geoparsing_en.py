"""Places in English news: detection and resolution on four public sets, against resolution by population alone.

    python benchmarks/places/geoparsing_en.py [--corpus lgl] [--misses N] [--wrong N] [--spurious N]

Reads `data/geoparsing-en` of the shared reference (TAWATUR_SHARED, `../shared` by default). Detection: spans, exact and
overlapping; demonyms count where the set marks them. Resolution: every gold mention with coordinates is handed over as
a span, what is not resolved counts as wrong. The sets serve for measuring: no shipped data are made from them.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import sys
from collections import Counter
from pathlib import Path
from random import Random
from typing import Any

from measures import Distances, exact, f1, overlapping

from tawatur.locate import locate_page
from tawatur.locate.given import most_spoken_of, resolve_given
from tawatur.locate.globe import km_between
from tawatur.model import Page, Place, Post, Span

SHARED = Path(os.environ.get("TAWATUR_SHARED", Path(__file__).resolve().parents[3] / "shared"))
DATA = SHARED / "data" / "geoparsing-en" / "docs.jsonl.gz"
CORPORA = ("lgl", "tr-news", "geowebnews", "geovirus")
# Types of GeoWebNews that are no names of places.
NOT_NAMES = frozenset({"Literal_Expression", "Non_Lit_Expression", "Non_Toponym"})
# The sets that mark "Iraqi" as a toponym.
WITH_DEMONYMS = frozenset({"geowebnews", "lgl", "tr-news"})


def main() -> None:
    """Print the tables."""
    asked = _asked()
    if not DATA.exists():
        sys.exit(f"{DATA} is not there. Set TAWATUR_SHARED to the folder of the shared reference.")
    with gzip.open(DATA, "rt", encoding="utf-8") as lines:
        docs = [json.loads(line) for line in lines]
    print(f"{'detection':12} {'docs':>5} {'gold':>6} {'found':>6}   exact P    R    F1   overlap P    R    F1")
    for corpus in asked.corpus:
        _detection(corpus, [doc for doc in docs if doc["corpus"] == corpus], asked)
    print(
        f"\n{'resolution':12} {'gold':>6} {'resolved':>8}  acc@161  mean km  median   AUC | by people: acc@161  mean km  median   AUC   gain"
    )
    for corpus in asked.corpus:
        _resolution(corpus, [doc for doc in docs if doc["corpus"] == corpus], asked)


def _asked() -> argparse.Namespace:
    given = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    given.add_argument("--corpus", nargs="*", choices=CORPORA, default=CORPORA)
    for part in ("misses", "spurious", "wrong"):
        given.add_argument(f"--{part}", type=int, default=0, help="print so many")
    return given.parse_args()


def found_in(text: str) -> list[Place]:
    """The places of one text taken as one post."""
    whole = Span(0, len(text))
    post = Post(id="post", page_id="page", order=0, span=whole, title=None, body=whole, made_by="benchmark")
    page = Page(
        id="page", source="benchmark", media_type="text/plain", encoding="utf-8", sha256="", retrieved="2020-01-01T00:00:00Z",
        title=None, text=text, made_by="benchmark",
    )  # fmt: skip
    return locate_page(page, [post], [])


def _detection(corpus: str, docs: list[dict[str, Any]], asked: argparse.Namespace) -> None:
    right = touched = found_all = gold_all = 0
    missed: list[str] = []
    spurious: list[str] = []
    for doc in docs:
        places = [p for p in found_in(doc["text"]) if p.form == "name" or corpus in WITH_DEMONYMS]
        gold = [(t["start"], t["end"]) for t in doc["toponyms"] if t.get("type") not in NOT_NAMES]
        found = [(place.span.start, place.span.end) for place in places]
        right, touched = right + exact(found, gold), touched + overlapping(found, gold)
        found_all, gold_all = found_all + len(found), gold_all + len(set(gold))
        missed += [_shown(doc["text"], g) for g in gold if not any(f[0] < g[1] and g[0] < f[1] for f in found)]
        spurious += [_shown(doc["text"], f) for f in found if not any(f[0] < g[1] and g[0] < f[1] for g in gold)]
    strict, loose = f1(right, found_all, gold_all), f1(touched, found_all, gold_all)
    print(
        f"{corpus:12} {len(docs):5} {gold_all:6} {found_all:6}     "
        + " ".join(f"{value:.3f}" for value in strict)
        + "    "
        + " ".join(f"{value:.3f}" for value in loose)
    )
    _show("missed", missed, asked.misses)
    _show("spurious", spurious, asked.spurious)


def _shown(text: str, span: tuple[int, int]) -> str:
    before, after = text[max(0, span[0] - 40) : span[0]], text[span[1] : span[1] + 30]
    return f"{before}[[{text[span[0] : span[1]]}]]{after}".replace("\n", " / ")


def _show(what: str, lines: list[str], most: int) -> None:
    if most:
        named = Counter(line.split("[[")[1].split("]]")[0] for line in lines)
        print(f"  {what} most often: {named.most_common(40)}")
    for line in Random(7).sample(lines, min(most, len(lines))):
        print(f"  {what}: {line}")


def _resolution(corpus: str, docs: list[dict[str, Any]], asked: argparse.Namespace) -> None:
    ours: list[float | None] = []
    simple: list[float | None] = []
    wrong: list[str] = []
    for doc in docs:
        gold = [t for t in doc["toponyms"] if t.get("lat") is not None]
        spans = [Span(t["start"], t["end"]) for t in gold]
        chosen = [one.chosen if one is not None else None for one in resolve_given(doc["text"], spans)]
        for toponym, candidate, popular in zip(gold, chosen, most_spoken_of(doc["text"], spans), strict=True):
            ours.append(_error(toponym, candidate))
            simple.append(_error(toponym, popular))
            if ours[-1] is None or ours[-1] > 161:
                put = (
                    f"{candidate.place_id} {candidate.name} {candidate.country} {candidate.kind}"
                    if candidate
                    else "nothing"
                )
                meant = f"{toponym.get('name')} {toponym.get('country')} {toponym.get('admin1')} {toponym.get('fcode')}"
                wrong.append(f"{_shown(doc['text'], (toponym['start'], toponym['end']))} -> {put} not {meant}")
    a, b = Distances(tuple(ours)), Distances(tuple(simple))
    print(
        f"{corpus:12} {len(ours):6} {len(a.known()):8}    {_row(a)} |             {_row(b)}  {a.within(161) - b.within(161):+.3f}"
    )
    _show("wrong", wrong, asked.wrong)


def _row(errors: Distances) -> str:
    return f"{errors.within(161):.3f} {errors.mean():8.0f} {errors.median():7.1f} {errors.auc():.3f}"


def _error(gold: dict[str, Any], candidate: Any) -> float | None:
    if candidate is None or candidate.lat is None:
        return None
    return km_between(gold["lat"], gold["lon"], candidate.lat, candidate.lon)


if __name__ == "__main__":
    main()
