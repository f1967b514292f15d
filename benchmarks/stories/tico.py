"""Pairs the same documents across Arabic and English (TICO-19): whole ones, and pieces of eight sentences.

    python benchmarks/stories/tico.py

All of it is on one subject, so words of the subject part nothing. Reference in the same run: a pairing by numbers and
Latin words alone, which both languages print alike.
"""

from __future__ import annotations

import gzip
import json
import os
from collections.abc import Sequence
from pathlib import Path

from measures import b_cubed

from tawatur.model import StoryPost
from tawatur.stories import find_stories
from tawatur.stories.features import features_of
from tawatur.stories.vectors import Rarity, Vector, dot
from tawatur.text.words import words_of

SHARED = Path(os.environ.get("TAWATUR_SHARED", "../shared"))
_PIECE = 8


def paired(english: Sequence[str], arabic: Sequence[str]) -> tuple[float, float]:
    """The share of Arabic texts whose own English one is the nearest, by our keys; and by what both print alike."""
    posts = [
        _post(f"po-{n}", text, lang)
        for lang, texts in (("en", english), ("ar", arabic))
        for n, text in enumerate(texts)
    ]
    features = [features_of(post) for post in posts]
    rarity = Rarity.of(features)
    ours = [rarity.vector(one.bridge) for one in features]
    alike = [{word.folded: 1.0 for word in words_of(post.text) if word.folded.isascii()} for post in posts]
    return _share(ours, len(english)), _share(alike, len(english))


def _share(vectors: Sequence[Vector], many: int) -> float:
    english, arabic = vectors[:many], vectors[many:]
    right = sum(max(range(many), key=lambda n: dot(one, english[n])) == number for number, one in enumerate(arabic))
    return right / many


def _post(id_: str, text: str, lang: str) -> StoryPost:
    return StoryPost(id=id_, title=None, text=text, lang=lang, published=None)


def main() -> None:
    """Print the pairing of documents and pieces, and the grouping of half the pieces in each language."""
    path = SHARED / "data/crossling-ar-en-tico/docs.jsonl.gz"
    if not path.exists():
        print(f"{path} is not there: set TAWATUR_SHARED to the folder of the evaluation sets.")
        return
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        documents = [json.loads(line) for line in lines]
    whole = [tuple("\n".join(one[lang] for one in doc["sentences"]) for lang in ("en", "ar")) for doc in documents]
    print(f"{'':34}{'ours':>8}{'printed alike':>15}")
    ours, alike = paired([en for en, _ in whole], [ar for _, ar in whole])
    print(f"{f'{len(whole)} documents paired':34}{ours:8.3f}{alike:15.3f}")
    pieces = [
        (number, *("\n".join(one[lang] for one in doc["sentences"][at : at + _PIECE]) for lang in ("en", "ar")))
        for number, doc in enumerate(documents)
        for at in range(0, len(doc["sentences"]), _PIECE)
    ]
    ours, alike = paired([en for _, en, _ in pieces], [ar for _, _, ar in pieces])
    print(f"{f'{len(pieces)} pieces of {_PIECE} sentences paired':34}{ours:8.3f}{alike:15.3f}")
    posts = [_post(f"po-{n:04}", (en, ar)[n % 2], ("en", "ar")[n % 2]) for n, (_, en, ar) in enumerate(pieces)]
    label = {post: story.id for story in find_stories(posts) for post in story.posts}
    precision, recall, f1 = b_cubed([label[post.id] for post in posts], [number for number, _, _ in pieces])
    print(f"pieces grouped by document, every other one in Arabic: B-cubed {precision:.3f} {recall:.3f} F1 {f1:.3f}")
    print("(pieces of one document tell of different things: a grouping by happening is not made to join them all)")


if __name__ == "__main__":
    main()
