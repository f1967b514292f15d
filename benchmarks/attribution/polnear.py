"""Who said what in English, measured on PolNeAR: content found, source right, time.

    python benchmarks/attribution/polnear.py [--only SUBSTRING] [--every N] [--misses N] [--extra N]

Reads `data/attribution-polnear/docs.jsonl.gz` under TAWATUR_SHARED (default `../shared`). A content is found where its
words overlap those of a gold content by half of their union; a source is right where it shares a word with the gold
one. Gold parts of one utterance that a cue interrupts are one content there, so our parts are joined for this score.
Gold is direct or mixed where quotation marks stand in its content. Nothing that ships was made from this data.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import re
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tawatur.attribute import attribute_page
from tawatur.attribute.plan import find_statements
from tawatur.model import Description, Page, Post, Span

WORD = re.compile(r"\w+")
QUOTE = re.compile(r"[“”\"«»]|''|``|(?<!\w)['‘]\w.*['’](?!\w)")


@dataclass(slots=True)
class Said:
    """One attribution, ours or gold, as sets of words (by where they begin)."""

    content: frozenset[int]
    source: frozenset[int]
    quoted: bool
    show: str


def main() -> None:
    options = read_options()
    path = Path(os.environ.get("TAWATUR_SHARED", "../shared")) / "data/attribution-polnear/docs.jsonl.gz"
    if not path.exists():
        raise SystemExit(f"{path} is not there: set TAWATUR_SHARED to the folder that holds data/.")
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        docs = [json.loads(line) for line in lines]
    docs = [doc for doc in docs[:: options.every] if not options.only or options.only in doc["id"]]
    score(docs, options)
    if not options.misses and not options.extra:
        speed(docs)


def read_options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--only", default="")
    parser.add_argument("--every", type=int, default=1, help="take every Nth article")
    parser.add_argument("--misses", type=int, default=0, help="show so many gold contents that were not found")
    parser.add_argument("--extra", type=int, default=0, help="show so many of ours that are in no gold")
    return parser.parse_args()


def score(docs: list[dict], options: argparse.Namespace) -> None:
    found = {name: Counter() for name in ("all", "direct and mixed", "indirect")}
    kinds: Counter[str] = Counter()
    shown = [options.misses, options.extra]
    for doc in docs:
        gold, ours = list(gold_of(doc)), list(ours_of(doc))
        pairs = matched(gold, ours)
        tally(found, gold, ours, pairs)
        hit_gold, hit_ours = {g for g, _ in pairs}, {o for _, o in pairs}
        for at, one in enumerate(gold):
            if at not in hit_gold:
                kinds[why_missed(one, ours)] += 1
                if shown[0] > 0:
                    shown[0] -= 1
                    print("MISS", one.show)
        for at, one in enumerate(ours):
            if at not in hit_ours and shown[1] > 0:
                shown[1] -= 1
                print("EXTRA", one.show)
    for name, counts in found.items():
        p, r = counts["tp_ours"] / max(1, counts["ours"]), counts["tp_gold"] / max(1, counts["gold"])
        f1 = 2 * p * r / max(1e-9, p + r)
        right = counts["source"] / max(1, counts["sourced"])
        print(
            f"{name:18} gold {counts['gold']:6} ours {counts['ours']:6}  precision {p:.3f} recall {r:.3f} F1 {f1:.3f}"
            f"  source right {right:.3f} (of those where gold has one)"
        )
    missed = sum(kinds.values())
    for kind, count in kinds.most_common():
        print(f"missed: {kind:60} {count:6} {count / max(1, missed):.3f}")


def tally(found: dict[str, Counter], gold: list[Said], ours: list[Said], pairs: list[tuple[int, int]]) -> None:
    for name in found:

        def counts(one: Said, name: str = name) -> bool:
            return name == "all" or one.quoted == (name == "direct and mixed")

        at = found[name]
        at["gold"] += sum(map(counts, gold))
        at["ours"] += sum(map(counts, ours))
        for g, o in pairs:
            at["tp_gold"] += counts(gold[g])
            at["tp_ours"] += counts(ours[o])
            if counts(gold[g]) and gold[g].source:
                at["sourced"] += 1
                at["source"] += bool(gold[g].source & ours[o].source)


def matched(gold: list[Said], ours: list[Said]) -> list[tuple[int, int]]:
    """Pairs with half of their words in common, the most alike first, each used once."""
    owner: dict[int, list[int]] = {}
    for number, one in enumerate(ours):
        for word in one.content:
            owner.setdefault(word, []).append(number)
    scored = []
    for number, one in enumerate(gold):
        common = Counter(o for word in one.content for o in owner.get(word, ()))
        for o, shared in common.items():
            alike = shared / (len(one.content) + len(ours[o].content) - shared)
            if alike >= 0.5:
                scored.append((alike, bool(one.source & ours[o].source), number, o))
    scored.sort(reverse=True)
    taken_g, taken_o, pairs = set(), set(), []
    for _, _, g, o in scored:
        if g not in taken_g and o not in taken_o:
            taken_g.add(g)
            taken_o.add(o)
            pairs.append((g, o))
    return pairs


def why_missed(one: Said, ours: list[Said]) -> str:
    best = max(
        (
            len(one.content & other.content) / len(one.content | other.content)
            for other in ours
            if one.content | other.content
        ),
        default=0.0,
    )
    what = "quotation marks inside" if one.quoted else "no quotation marks"
    if best > 0:
        return f"{what}, other bounds or inside another (overlap {'0.2..0.5' if best >= 0.2 else 'below 0.2'})"
    if not one.source:
        return f"{what}, nothing found there, and gold names no source"
    return f"{what}, nothing found there, content of {'1-4' if len(one.content) < 5 else '5 or more'} words"


def gold_of(doc: dict) -> Iterator[Said]:
    text = doc["text"]
    for one in doc["attributions"]:
        if not one["content"]:
            continue
        words = " ... ".join(text[a:b] for a, b in one["content"])
        role = {key: " ... ".join(text[a:b] for a, b in one[key]) for key in ("source", "cue")}
        show = f"S[{role['source']}] C[{role['cue']}] -> {words[:200]}"
        yield Said(starts(text, one["content"]), starts(text, one["source"]), QUOTE.search(words) is not None, show)


def ours_of(doc: dict) -> Iterator[Said]:
    page, post = as_page(doc)
    found = find_statements(page.text, post, DESCRIBED)
    groups: dict[int, list[int]] = {}
    for number, one in enumerate(found):
        groups.setdefault(one.part_of if one.part_of is not None else number, []).append(number)
    for head, numbers in groups.items():
        at, seen = head, set()
        while found[at].speaker_span is None and found[at].same_as is not None and at not in seen:
            seen.add(at)
            at = found[at].same_as
        speaker = found[at].speaker_span
        content = [(found[n].content.start, found[n].content.end) for n in numbers]
        show = (
            f"S[{speaker.of(page.text) if speaker else ''}] C[{found[head].cue.of(page.text) if found[head].cue else ''}]"
            f" -> {' ... '.join(page.text[a:b] for a, b in content)[:200]}   IN {found[head].sentence.of(page.text)[:300]!r}"
        )
        quoted = any(found[n].kind != "indirect" for n in numbers)
        yield Said(
            starts(page.text, content),
            starts(page.text, [(speaker.start, speaker.end)] if speaker else []),
            quoted,
            show,
        )


def starts(text: str, spans: list) -> frozenset[int]:
    return frozenset(match.start() for a, b in spans for match in WORD.finditer(text, a, b))


DESCRIBED = Description(
    post_id="post", title=None, byline=None, outlet=None, published=None, lang="en", made_by="benchmark"
)


def as_page(doc: dict) -> tuple[Page, Post]:
    text = doc["text"]
    title_end = text.find("\n") if "\n" in text else 0
    page = Page(
        id="page",
        source=doc["id"],
        media_type="text/plain",
        encoding=None,
        sha256="",
        retrieved="",
        title=None,
        text=text,
        made_by="benchmark",
    )
    post = Post(
        id="post",
        page_id="page",
        order=0,
        span=Span(0, len(text)),
        title=Span(0, title_end),
        body=Span(title_end, len(text)),
        made_by="benchmark",
    )
    return page, post


def speed(docs: list[dict]) -> None:
    pages = [as_page(doc) for doc in docs[:120]]
    words = sum(len(page.text.split()) for page, _ in pages)
    attribute_page(*[(page, [post], [DESCRIBED]) for page, post in pages[:1]][0])
    begun = time.process_time()
    for page, post in pages:
        attribute_page(page, [post], [DESCRIBED])
    spent = time.process_time() - begun
    print(f"time: {1000 * spent * 600 / words:.2f} ms for 600 words (CPU, {len(pages)} articles, {words} words)")


if __name__ == "__main__":
    main()
