"""Score splitting and description on made digest pages, per template family.

    python benchmarks/digest/score.py [--pages 80] [--seed 3] [--html] [--errors FAMILY]

Makes pages with $TAWATUR_SHARED/bench/make_digest.py from three spec files: its own templates.json, and the tune and
held-out families of families.py; runs the pipeline over them and prints the measures of score_case.py, one family a
row. `--errors FAMILY` shows posts missed and invented on one family, which must not be a held-out one.
"""

from __future__ import annotations

import argparse
import gzip
import importlib.util
import json
import os
import random
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
import families

from tawatur.model import Capture, Page
from tawatur.pipeline import process

SHARED = Path(os.environ.get("TAWATUR_SHARED", "../shared"))
COLUMNS = (("posts_f1", "posts"), ("starts_f1", "starts"), ("body_chars_f1", "body"), ("title_f1", "title"), ("lang_f1", "lang")) + tuple(
    (f"{f}_{m}", f"{f[:6]} {m[0].upper()}") for f in ("byline", "outlet", "published") for m in ("precision", "recall")
)  # fmt: skip


def load(name: str):
    spec = importlib.util.spec_from_file_location(name, SHARED / "bench" / f"{name}.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def articles(path: Path, n: int, seed: int) -> None:
    """Article texts of the public sets, both languages in equal parts, for the generator."""
    rng = random.Random(seed)
    pools = []
    for where, lang in (
        ("syria-fakes/articles", "en"),
        ("attribution-polnear/docs", "en"),
        ("news-ar-outlets/articles", "ar"),
    ):
        with gzip.open(SHARED / "data" / f"{where}.jsonl.gz", "rt", encoding="utf-8") as fh:
            rows = [json.loads(line) for line in fh]
        rows = [dict(title=r["title"], text=r["text"], lang=lang) for r in rows if r["text"].count("\ufffd") < 3]
        pools.append(rng.sample(rows, min(n * (2 if lang == "ar" else 1), len(rows))))
    with path.open("w", encoding="utf-8") as out:
        for row in (r for pool in pools for r in pool):
            out.write(json.dumps(row, ensure_ascii=False) + "\n")


def found_posts(page: Path) -> tuple[Page | None, list[dict]]:
    raw = page.read_bytes()
    done = process(Capture(source=str(page), name=page.name, raw=raw, retrieved="2026-01-01T00:00:00Z"))
    if done.reading is None:
        print(*(f.message for f in done.failures), file=sys.stderr)
        return None, []
    about = {d.post_id: d for d in done.reading.descriptions}
    out = []
    for p in done.reading.posts:
        d = about.get(p.id)
        out.append(dict(start=p.span.start, end=p.span.end, body_start=p.body.start if p.body else None, body_end=p.body.end if p.body else None,
                        title=d.title if d else None, byline=d.byline if d else None, outlet=d.outlet if d else None, published=d.published if d else None, lang=d.lang if d else None))  # fmt: skip
    return done.reading.page, out


def html_as_gold(gold: list[dict], found: list[dict]) -> list[dict]:
    """In HTML only order and fields are known: posts are lined up by title, in order, and given the gold spans."""
    plain, out, at = load("score_case").plain, [], 0
    for f in found:
        hit = next((i for i in range(at, len(gold)) if plain(gold[i]["title"]) == plain(f["title"])), None)
        if hit is None:
            out.append(f | dict(start=10**9 + len(out), end=10**9 + len(out) + 1, body_start=None, body_end=None))
        else:
            g = gold[hit]
            out.append(f | {k: g[k] for k in ("start", "end", "body_start", "body_end")})
            at = hit + 1
    return out


def row(name: str, s: dict) -> str:
    return f"{name[:24]:24}" + "".join(f"{s.get(key, float('nan')):10.3f}" for key, _ in COLUMNS)


def show_errors(page: str, text: str, found: list[dict], gold: list[dict]) -> None:
    starts, wanted = {f["start"] for f in found}, {g["start"] for g in gold}
    for g in gold:
        if g["start"] not in starts:
            print(
                f"{page} MISSED  {text[max(0, g['start'] - 60) : g['start']]!r} | {text[g['start'] : g['start'] + 160]!r}"
            )
    for f in found:
        if f["start"] not in wanted:
            print(
                f"{page} EXTRA   {text[max(0, f['start'] - 60) : f['start']]!r} | {text[f['start'] : f['start'] + 160]!r}"
            )
    for g in gold:
        f = next((f for f in found if f["start"] == g["start"]), None)
        for k in ("byline", "outlet", "published", "lang"):
            if f and f[k] != g[k] and str(f[k])[:10] != str(g[k])[:10]:
                print(
                    f"{page} {k}: found {f[k]!r}, is {g[k]!r}  | {text[g['start'] : (g['body_start'] or g['end'])]!r} ... {text[g['body_end'] or g['end'] : g['end']]!r}"
                )


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--pages", type=int, default=80)
    ap.add_argument("--seed", type=int, default=3)
    ap.add_argument("--html", action="store_true")
    ap.add_argument("--errors")
    o = ap.parse_args()
    if not SHARED.exists():
        sys.exit(f"{SHARED}: the shared evaluation material is not here; set TAWATUR_SHARED to its folder.")
    if o.errors and o.errors.startswith("h-"):
        sys.exit("Held-out families are scored, never read.")
    score = load("score_case")
    with tempfile.TemporaryDirectory() as tmp:
        folder = Path(tmp)
        articles(folder / "articles.jsonl", 300, o.seed)
        (folder / "given.json").write_bytes((SHARED / "bench/templates.json").read_bytes())
        sys.argv = ["families", str(folder)]
        families.main()
        print(f"{'family':24}" + "".join(f"{label:>10}" for _, label in COLUMNS))
        for spec in ("given", "tune", "held_out"):
            subprocess.run([sys.executable, SHARED / "bench/make_digest.py", folder / "articles.jsonl", "--templates", folder / f"{spec}.json",
                            "--pages", str(o.pages), "--seed", str(o.seed), "--out", folder / spec], check=True)  # fmt: skip
            scored: dict[str, list[tuple[list, list]]] = {}
            for line in (folder / spec / "gold.jsonl").read_text(encoding="utf-8").splitlines():
                gold = json.loads(line)
                if o.errors and gold["template"] != o.errors:
                    continue
                page, found = found_posts(folder / spec / f"{gold['page']}.{'html' if o.html else 'txt'}")
                if o.errors and page:
                    show_errors(gold["page"], page.text, found, gold["posts"])
                if o.html:
                    found = html_as_gold(gold["posts"], found)
                scored.setdefault(gold["template"], []).append((found, gold["posts"]))
            for name, pages in sorted(scored.items()):
                print(row(name, score.score_posts(pages)))
            if scored:
                print(
                    row(f"= {spec}", score.score_posts([p for pages in scored.values() for p in pages])),
                    flush=True,
                )


if __name__ == "__main__":
    main()
