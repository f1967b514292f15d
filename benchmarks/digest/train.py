"""Train the weights of `split/` on pages of made-up habits, and write src/tawatur/split/weights.json.

    python benchmarks/digest/train.py [--pages 1500] [--seed 5]

Articles: English from FA-KES (CC BY 4.0), English and Arabic from TICO-19 (CC0), both below $TAWATUR_SHARED/data.
Only line shapes, layout and neighbours enter the weights; no word of an article does.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import random
import re
import sys
from pathlib import Path

import numba
import numpy as np

sys.path.insert(0, str(Path(__file__).parent))
from maker import Article, make_page

from tawatur.split.clues import COLUMNS, clues
from tawatur.split.habits import HABIT_COLUMNS, habits
from tawatur.split.labels import ALLOWED, ENDS, GAPS, LABELS, STARTS
from tawatur.split.path import best_path
from tawatur.split.seen import look
from tawatur.split.wrapped import paragraphs as unwrapped
from tawatur.text.lines import lines

SHARED = Path(os.environ.get("TAWATUR_SHARED", "../shared"))
OUT = Path(__file__).parents[2] / "src/tawatur/split/weights.json"


def rows(path: Path):
    with gzip.open(path, "rt", encoding="utf-8") as fh:
        yield from map(json.loads, fh)


def paragraphs(text: str, rng: random.Random) -> list[str]:
    """Sentences of a text in runs of one to five, as papers break them."""
    sentences = [s.strip() for s in re.split(r"(?<=[.!?؟])\s+", text) if s.strip()]
    out, i, most = [], 0, rng.choice([1, 2, 3, 5])
    while i < len(sentences):
        n = rng.randint(1, most)
        out.append(" ".join(sentences[i : i + n]))
        i += n
    return out


def articles(rng: random.Random) -> list[Article]:
    found = []
    for a in rows(SHARED / "data/syria-fakes/articles.jsonl.gz"):
        if len(a["title"]) > 12 and len(a["text"]) > 300 and a["text"].count("\ufffd") < 5:
            found.append(Article(a["title"], paragraphs(a["text"], rng), "en"))
    for d in rows(SHARED / "data/crossling-ar-en-tico/docs.jsonl.gz"):
        for lang in ("ar", "ar", "ar", "en"):
            sentences = [s[lang] for s in d["sentences"]]
            for start in range(0, max(1, len(sentences) - 6), rng.randint(4, 9)):
                run = sentences[start : start + rng.randint(4, 30)]
                words = run[0].split()
                if len(words) < 7:
                    continue
                title = " ".join(words[: rng.randint(5, 13)]).rstrip(".,،:;؛ ")
                body, i = [], 0
                while i < len(run):
                    n = rng.randint(1, 4)
                    body.append(" ".join(run[i : i + n]))
                    i += n
                # A headline foretells its article in other words: leave a part of them to the body alone.
                title = " ".join(w for w in title.split() if rng.random() < 0.9)
                found.append(Article(title, body if rng.random() < 0.5 else body[1:] or body, lang))
    _swap_titles(found, rng)
    for article in found:
        article.title = _dressed(article.title, article.lang, rng)
    return found


def _dressed(title: str, lang: str, rng: random.Random) -> str:
    """A title with the marks that headlines bear: questions, colons, dashes, words in quotation marks, a rubric."""
    words = title.split()
    if len(words) > 5 and rng.random() < 0.15:
        words[rng.randint(0, 2)] += ":"
    if len(words) > 5 and rng.random() < 0.07:
        words.insert(rng.randint(2, 4), rng.choice(["–", "-", "—"]))
    if len(words) > 4 and rng.random() < 0.12:
        at = rng.randrange(len(words) - 2)
        left, right = ("«", "»") if lang == "ar" else rng.choice([("“", "”"), ("'", "'"), ('"', '"')])
        words[at], words[at + 1] = left + words[at], words[at + 1] + right
    if rng.random() < 0.03:
        words.insert(
            0, rng.choice(["رأي:", "بالفيديو:", "خاص |"] if lang == "ar" else ["Opinion:", "LIVE:", "VIDEO |"])
        )
    end = rng.random()
    mark = ("؟" if lang == "ar" else "?") if end < 0.07 else "!" if end < 0.09 else "..." if end < 0.1 else ""
    return " ".join(words) + mark


def _swap_titles(found: list[Article], rng: random.Random) -> None:
    """Columns and features bear titles that share no word with their text: so does every sixth article here."""
    for lang in ("ar", "en"):
        some = [a for a in found if a.lang == lang and rng.random() < 0.17]
        titles = [a.title for a in some]
        rng.shuffle(titles)
        for article, title in zip(some, titles, strict=True):
            article.title = " ".join(title.split()[: rng.randint(3, 12)])


@numba.njit(cache=True)
def gradient(scores, moves, gaps, gold, starts, ends):
    """Negative log-likelihood of one page, and the difference of expected and observed counts."""
    n, k = scores.shape
    alpha = np.full((n, k), -1e30)
    beta = np.full((n, k), -1e30)
    for b in range(k):
        alpha[0, b] = scores[0, b] + starts[b]
        beta[n - 1, b] = ends[b]
    for i in range(1, n):
        for b in range(k):
            top = -1e30
            for a in range(k):
                top = max(top, alpha[i - 1, a] + moves[gaps[i], a, b])
            total = 0.0
            for a in range(k):
                total += np.exp(alpha[i - 1, a] + moves[gaps[i], a, b] - top)
            alpha[i, b] = top + np.log(total) + scores[i, b]
    for i in range(n - 2, -1, -1):
        for a in range(k):
            top = -1e30
            for b in range(k):
                top = max(top, moves[gaps[i + 1], a, b] + scores[i + 1, b] + beta[i + 1, b])
            total = 0.0
            for b in range(k):
                total += np.exp(moves[gaps[i + 1], a, b] + scores[i + 1, b] + beta[i + 1, b] - top)
            beta[i, a] = top + np.log(total)
    top = -1e30
    for b in range(k):
        top = max(top, alpha[n - 1, b] + beta[n - 1, b])
    total = 0.0
    for b in range(k):
        total += np.exp(alpha[n - 1, b] + beta[n - 1, b] - top)
    z = top + np.log(total)
    d_scores = np.zeros((n, k))
    d_moves = np.zeros(moves.shape)
    loss = z - starts[gold[0]] - ends[gold[n - 1]]
    for i in range(n):
        loss -= scores[i, gold[i]]
        for b in range(k):
            d_scores[i, b] = np.exp(alpha[i, b] + beta[i, b] - z)
        d_scores[i, gold[i]] -= 1.0
        if i:
            loss -= moves[gaps[i], gold[i - 1], gold[i]]
            for a in range(k):
                for b in range(k):
                    d_moves[gaps[i], a, b] += np.exp(
                        alpha[i - 1, a] + moves[gaps[i], a, b] + scores[i, b] + beta[i, b] - z
                    )
            d_moves[gaps[i], gold[i - 1], gold[i]] -= 1.0
    return loss, d_scores, d_moves


def train(pages, columns: int, epochs: int, decay: float, rng: random.Random):
    """Adam on the conditional likelihood, with weight decay; returns clue and move weights."""
    k = len(LABELS)
    w = np.zeros((columns, k))
    t = np.zeros((GAPS, k, k))
    m, v = [np.zeros_like(w), np.zeros_like(t)], [np.zeros_like(w), np.zeros_like(t)]
    never = np.where(ALLOWED, 0.0, -1e6)
    starts, ends = np.where(STARTS, 0.0, -1e6), np.where(ENDS, 0.0, -1e6)
    step = 0
    order = list(range(len(pages)))
    for epoch in range(epochs):
        rng.shuffle(order)
        rate = 0.03 * (1 - epoch / epochs) + 0.001
        total = 0.0
        for at in range(0, len(order), 8):
            gw, gt = np.zeros_like(w), np.zeros_like(t)
            for j in order[at : at + 8]:
                x, gaps, gold = pages[j]
                loss, ds, dt = gradient((x @ w).astype(np.float64), t + never, gaps, gold, starts, ends)
                total += loss
                gw += x.T @ ds
                gt += dt
            step += 1
            for g, p, mm, vv in ((gw / 8, w, m[0], v[0]), (gt / 8, t, m[1], v[1])):
                g = g + decay * p
                mm += 0.1 * (g - mm)
                vv += 0.01 * (g * g - vv)
                p -= rate * (mm / (1 - 0.9**step)) / (np.sqrt(vv / (1 - 0.99**step)) + 1e-8)
        if epoch % 5 == 4:
            print(f"  epoch {epoch + 1}: loss per page {total / len(pages):.3f}", flush=True)
    return w, t


def prepared(pages_n: int, rng: random.Random):
    """Clue matrices, gaps and gold labels of made pages; pages whose lines do not keep their labels are left out."""
    pool = articles(rng)
    en, ar = [a for a in pool if a.lang == "en"], [a for a in pool if a.lang == "ar"]
    out = []
    for _ in range(pages_n):
        n = 1 if rng.random() < 0.12 else rng.randint(2, 10)
        mix = rng.choice([0.0, 0.5, 0.5, 1.0])
        text, _, labels = make_page(rng, [rng.choice(ar if rng.random() < mix else en) for _ in range(n)])
        at = dict(labels)
        found = unwrapped(lines(text), text)
        gold = [at.get(text.rfind("\n", 0, line.span.start) + 1) for line in found]
        if None in gold or not found or not _possible(gold):
            continue
        seen = look(found)
        gaps = np.array([min(GAPS - 1, line.blanks_before) for line in found])
        out.append(
            (
                found,
                seen,
                clues(found, seen).astype(np.float64),
                gaps,
                np.array([LABELS.index(g) for g in gold]),
            )
        )
    return out


def _possible(gold: list[str]) -> bool:
    steps = [LABELS.index(g) for g in gold]
    return bool(
        STARTS[steps[0]] and ENDS[steps[-1]] and all(ALLOWED[a, b] for a, b in zip(steps, steps[1:], strict=False))
    )


# A post that is missed is swallowed by the one before it: two are wrong. On the tune families this much more weight
# for titles in general gave the best F1, and single articles stayed whole as often as before (99.7 %).
TITLE_PRIOR = 1.1


def as_json(columns, w, t):
    return {"labels": LABELS, "clue": {c: [round(float(x), 3) for x in row] for c, row in zip(columns, w, strict=True)},
            "move": [[[round(float(x), 3) for x in r] for r in g] for g in t]}  # fmt: skip


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--pages", type=int, default=1500)
    ap.add_argument("--seed", type=int, default=5)
    ap.add_argument("--epochs", type=int, default=30)
    ap.add_argument("--decay", type=float, default=0.003)
    o = ap.parse_args()
    rng = random.Random(o.seed)
    made = prepared(o.pages, rng)
    print(f"{len(made)} pages, {sum(len(p[0]) for p in made)} lines, {len(COLUMNS)} clues", flush=True)
    w1, t1 = train([p[2:] for p in made], len(COLUMNS), o.epochs, o.decay, rng)
    second = []
    for found, seen, x, gaps, gold in made:
        path, _ = best_path((x @ w1).astype(np.float32), t1.astype(np.float32), gaps)
        second.append((np.hstack([x, habits(found, seen, path)]).astype(np.float64), gaps, gold))
    w2, t2 = train(second, len(COLUMNS) + len(HABIT_COLUMNS), o.epochs, o.decay, rng)
    for w in (w1, w2):
        w[0, LABELS.index("T")] += TITLE_PRIOR
    weights = {
        "made_by": f"benchmarks/digest/train.py --pages {o.pages} --seed {o.seed}",
        "first": as_json(COLUMNS, w1, t1),
        "second": as_json((*COLUMNS, *HABIT_COLUMNS), w2, t2),
    }
    text = json.dumps(weights, ensure_ascii=False, indent=1)
    OUT.write_text(
        re.sub(r"\[\s+((?:-?[\d.]+,?\s*)+)\]", lambda m: "[" + " ".join(m[1].split()) + "]", text) + "\n",
        encoding="utf-8",
    )


if __name__ == "__main__":
    main()
