"""Groups English news by happening: 24 topics, two look-alike happenings in each (ECB+), all documents at once.

    python benchmarks/stories/ecb.py

The reference, measured in the same run: TF-IDF of words with average linkage, at the threshold that is best on these
very documents. Ours runs with its default settings.
"""

from __future__ import annotations

import gzip
import json
import math
import os
import re
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from measures import b_cubed
from numpy.typing import NDArray

from tawatur.model.story import StoryPost
from tawatur.stories import find_stories

SHARED = Path(os.environ.get("TAWATUR_SHARED", "../shared"))
_WORD = re.compile(r"\w+")


def tf_idf(texts: Sequence[str]) -> NDArray[np.float64]:
    """Cosines of all pairs, from words weighted by (1 + log tf) log(1 + n / df); words of one text alone left out."""
    counts = [Counter(word.lower() for word in _WORD.findall(text)) for text in texts]
    having = Counter(word for one in counts for word in one)
    column = {word: number for number, word in enumerate(word for word, n in having.items() if n > 1)}
    matrix = np.zeros((len(texts), len(column)))
    for row, one in enumerate(counts):
        for word, n in one.items():
            if word in column:
                matrix[row, column[word]] = (1 + math.log(n)) * math.log(1 + len(texts) / having[word])
    matrix /= np.linalg.norm(matrix, axis=1, keepdims=True) + 1e-12
    cosines: NDArray[np.float64] = matrix @ matrix.T
    return cosines


def average_linkage(alike: NDArray[np.float64], least: float) -> list[int]:
    """A label for each row: the two sets with the highest mean are joined until none reaches `least`."""
    alike = alike.copy()
    np.fill_diagonal(alike, -1)
    size = np.ones(len(alike))
    members = [[number] for number in range(len(alike))]
    while True:
        a, b = divmod(int(alike.argmax()), len(alike))
        if alike[a, b] < least:
            break
        joined = (alike[a] * size[a] + alike[b] * size[b]) / (size[a] + size[b])
        alike[a], alike[:, a], alike[a, a] = joined, joined, -1
        alike[b], alike[:, b] = -1, -1
        size[a] += size[b]
        members[a] += members[b]
        members[b] = []
    labels = [0] * len(alike)
    for label, numbers in enumerate(members):
        for number in numbers:
            labels[number] = label
    return labels


def main() -> None:
    """Print both, on the same documents."""
    path = SHARED / "data/event-coref-ecbplus/docs.jsonl.gz"
    if not path.exists():
        print(f"{path} is not there: set TAWATUR_SHARED to the folder of the evaluation sets.")
        return
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        documents = [json.loads(line) for line in lines]
    gold = [document["subtopic"] for document in documents]
    texts = [document["text"] for document in documents]
    cosines = tf_idf(texts)
    tried = [(b_cubed(average_linkage(cosines, least), gold), least) for least in np.arange(0.08, 0.32, 0.02)]
    (precision, recall, f1), least = max(tried, key=lambda one: one[0][2])
    print(f"{len(texts)} documents, {len(set(gold))} happenings        P     R    B3 F1")
    print(f"TF-IDF, best threshold ({least:.2f}) on these:  {precision:.3f} {recall:.3f} {f1:.3f}")
    started = time.process_time()
    posts = [
        StoryPost(id=document["id"], title=None, text=document["text"], lang="en", published=None)
        for document in documents
    ]
    label = {post: number for number, story in enumerate(find_stories(posts)) for post in story.posts}
    seconds = time.process_time() - started
    precision, recall, f1 = b_cubed([label[document["id"]] for document in documents], gold)
    print(f"find_stories, default settings:           {precision:.3f} {recall:.3f} {f1:.3f}   {seconds:.1f} CPU s")


if __name__ == "__main__":
    main()
