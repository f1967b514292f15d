"""How well the likeness of two posts follows what people say of their likeness (SemEval-2022 task 8, pairs as given).

    python benchmarks/stories/similarity.py

Scores run from 1 (the same story) to 4; their sign is turned. Published for the winner, on the official texts and after
training on them: ar-ar 0.794, en-en 0.872, de-en 0.860, es-en 0.864, pl-en 0.882, zh-en 0.810. Ours has learnt nothing;
beside it stands TF-IDF of words, whose rarity is counted in the same texts.
"""

from __future__ import annotations

import gzip
import json
import os
from collections.abc import Sequence
from pathlib import Path

from ecb import tf_idf
from measures import pearson

from tawatur.model import StoryPost
from tawatur.stories.cluster import likeness, single
from tawatur.stories.features import features_of
from tawatur.stories.vectors import Rarity

SHARED = Path(os.environ.get("TAWATUR_SHARED", "../shared"))
_PUBLISHED = {"ar-ar": 0.794, "en-en": 0.872, "de-en": 0.860, "es-en": 0.864, "pl-en": 0.882, "zh-en": 0.810}
_SAME = 1.75


def average_precision(scores: Sequence[float], wanted: Sequence[bool]) -> float:
    """The mean precision at each pair that is wanted, the highest scores first."""
    ranked = [want for _, want in sorted(zip(scores, wanted, strict=True), key=lambda one: -one[0])]
    at = [sum(ranked[: n + 1]) / (n + 1) for n, want in enumerate(ranked) if want]
    return sum(at) / len(at) if at else 0.0


def main() -> None:
    """Print the correlation by pair of languages."""
    path = SHARED / "data/story-similarity-multiling/pairs.jsonl.gz"
    if not path.exists():
        print(f"{path} is not there: set TAWATUR_SHARED to the folder of the evaluation sets.")
        return
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        pairs = [json.loads(line) for line in lines]
    # Texts of other languages come as machine translations into English, except where the file keeps the original.
    posts = [
        StoryPost(id=f"po-{n}-{side}", title=None, text=pair[f"text{side}"], lang=_lang(pair, side), published=None)
        for n, pair in enumerate(pairs)
        for side in (1, 2)
    ]
    features = [features_of(post) for post in posts]
    rarity = Rarity.of(features)
    sets = [
        single(n, post.lang, rarity.vector(one.own), rarity.vector(one.bridge), None)
        for n, (post, one) in enumerate(zip(posts, features, strict=True))
    ]
    ours = [likeness(sets[2 * n], sets[2 * n + 1]) for n in range(len(pairs))]
    cosines = tf_idf([post.text for post in posts])
    plain = [float(cosines[2 * n, 2 * n + 1]) for n in range(len(pairs))]
    gold = [-pair["overall"] for pair in pairs]
    print(f"{'':8}{'pairs':>6}{'ours':>8}{'TF-IDF':>8}{'published':>11}{'AP of the same story':>22}")
    for langs in ("ar-ar", "en-en", "de-en", "es-en", "pl-en", "zh-en"):
        chosen = [
            n
            for n, pair in enumerate(pairs)
            if langs in (f"{pair['lang1']}-{pair['lang2']}", f"{pair['lang2']}-{pair['lang1']}")
        ]
        wanted = [gold[n] for n in chosen]
        r, base = pearson([ours[n] for n in chosen], wanted), pearson([plain[n] for n in chosen], wanted)
        ap = average_precision([ours[n] for n in chosen], [pairs[n]["overall"] <= _SAME for n in chosen])
        print(f"{langs:8}{len(chosen):6}{r:8.3f}{base:8.3f}{_PUBLISHED[langs]:11.3f}{ap:22.3f}")


def _lang(pair: dict[str, str], side: int) -> str:
    lang = pair[f"lang{side}"]
    return lang if lang == "ar" else "en"


if __name__ == "__main__":
    main()
