"""How many gold Arabic people and organisations `find_names` finds whole, by corpus.

    python benchmarks/attribution/ner_ar.py [--show 30]

Reads `data/ner-ar/sentences.jsonl.gz` of the shared folder (TAWATUR_SHARED, ../shared by default). Nothing is trained
on it. Precision counts a found name as right where a gold mention of its kind covers the same words; "touched" counts
gold mentions of which any word was found. Beside it, as a floor: single words of the name lists, taken as people.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import sys
import time
from collections import Counter
from pathlib import Path

from tawatur.attribute.plan import find_statements
from tawatur.attribute.resolve import resolve
from tawatur.languages import current_languages
from tawatur.model import Post, Span
from tawatur.text.naming import find_names
from tawatur.text.words import folded_words, words_of

KINDS = {"PER": "person", "ORG": "organisation"}


def main() -> int:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--show", type=int, default=0, help="print this many misses and false finds")
    arguments.add_argument("--corpus", default="")
    chosen = arguments.parse_args()
    path = Path(os.environ.get("TAWATUR_SHARED", "../shared")) / "data" / "ner-ar" / "sentences.jsonl.gz"
    if not path.exists():
        print(f"{path} is absent: set TAWATUR_SHARED to the shared folder. Nothing measured.", file=sys.stderr)
        return 2
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        sentences = [json.loads(line) for line in lines]
    corpora = sorted({s["corpus"] for s in sentences if chosen.corpus in s["corpus"]})
    print(
        f"{'corpus':16}{'kind':14}{'gold':>6}{'whole':>7}{'recall':>8}{'prec.':>8}{'F1':>7}{'touched':>9}{'floor F1':>10}"
    )
    for corpus in corpora:
        _score([s for s in sentences if s["corpus"] == corpus], corpus, chosen.show)
    _sources([s for s in sentences if s["corpus"] in corpora])
    text = " ".join(s["text"] for s in sentences)
    words = len(text.split())
    began = time.process_time()
    for sentence in sentences:
        find_names(sentence["text"], "ar")
    print(f"\n{1000 * (time.process_time() - began) / words * 600:.2f} ms for 600 words")
    return 0


def _sources(sentences: list[dict]) -> None:
    """Of the statements whose speaker's phrase holds a gold name: how often the resolved name is that name."""
    gold: Counter[str] = Counter()
    whole: Counter[str] = Counter()
    inside: Counter[str] = Counter()
    for number, sentence in enumerate(sentences):
        text = sentence["text"]
        everything = Span(0, len(text))
        post = Post(
            id=f"po-{number}", page_id="pg", order=0, span=everything, title=None, body=everything, made_by="bench"
        )
        found = find_statements(text, post, None)
        marks = [(Span(e["start"], e["end"]), KINDS[e["label"]]) for e in sentence["entities"] if e["label"] in KINDS]
        for one, who in zip(found, resolve(text, everything, found), strict=True):
            if one.speaker_span is None:
                continue
            held = [(span, kind) for span, kind in marks if one.speaker_span.holds(span)]
            # The name of a person in it is the speaker's; else that of the organisation that stands first.
            held.sort(key=lambda mark: (mark[1] != "person", mark[0].start))
            if not held:
                continue
            name, kind = held[0][0].of(text), held[0][1]
            gold[kind] += 1
            whole[kind] += who.speaker_name == name
            inside[kind] += who.speaker_name is not None and (name in who.speaker_name or who.speaker_name in name)
    print("\nas sources of statements found (a gold name stands in the speaker's phrase)")
    for kind in ("person", "organisation"):
        print(
            f"{kind:16}{gold[kind]:6}   named whole {whole[kind] / max(1, gold[kind]):.3f}"
            f"   with more or fewer words {inside[kind] / max(1, gold[kind]):.3f}"
        )


def _score(sentences: list[dict], corpus: str, show: int) -> None:
    gold: Counter[str] = Counter()
    whole: Counter[str] = Counter()
    made: Counter[str] = Counter()
    right: Counter[str] = Counter()
    touched: Counter[str] = Counter()
    floor_made = floor_right = 0
    given = {w for name in current_languages().names.given for w in folded_words(name)}
    missed, false = [], []
    for sentence in sentences:
        text = sentence["text"]
        names = [(n.span.start, n.span.end, n.kind, n) for n in find_names(text, "ar") if n.kind != "unknown"]
        marks = {(e["start"], e["end"], KINDS[e["label"]]) for e in sentence["entities"] if e["label"] in KINDS}
        found = {(a, b, kind) for a, b, kind, _ in names}
        for a, b, kind in marks:
            gold[kind] += 1
            whole[kind] += (a, b, kind) in found
            hit = any(x < b and a < y for x, y, k, _ in names)
            touched[kind] += hit
            if (a, b, kind) not in found:
                missed.append((kind, text[max(0, a - 25) : a] + "[" + text[a:b] + "]" + text[b : b + 20]))
        for a, b, kind, n in names:
            made[kind] += 1
            right[kind] += (a, b, kind) in marks
            if (a, b, kind) not in marks:
                false.append((kind, text[a:b], n.reasons[0], text[max(0, a - 20) : b + 20]))
        floor = {(w.start, w.end, "person") for w in words_of(text) if w.folded in given}
        floor_made += len(floor)
        floor_right += len(floor & marks)
    for kind in ("person", "organisation"):
        recall, precision = whole[kind] / max(1, gold[kind]), right[kind] / max(1, made[kind])
        f1 = 2 * recall * precision / max(1e-9, recall + precision)
        floor_f1 = 2 * floor_right / max(1, floor_made + gold["person"]) if kind == "person" else 0.0
        print(
            f"{corpus:16}{kind:14}{gold[kind]:6}{whole[kind]:7}{recall:8.3f}{precision:8.3f}{f1:7.3f}"
            f"{touched[kind] / max(1, gold[kind]):9.3f}{floor_f1:10.3f}"
        )
    for kind, words in missed[:: max(1, len(missed) // show)] if show else ():
        print("  missed", kind, words)
    for kind, words, why, around in false[:: max(1, len(false) // show)] if show else ():
        print("  false ", kind, words, "|", why, "|", around)


if __name__ == "__main__":
    raise SystemExit(main())
