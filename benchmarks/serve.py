"""How fast the workbench answers: p50 and p95 (wall clock, at the server) of every view on a made case.

    python benchmarks/serve.py --case big.tawatur --make            make a case of 100,000 posts, then measure
    python benchmarks/serve.py --case big.tawatur                   measure the case that is there
    python benchmarks/serve.py --case big.tawatur --readers 20      besides, read with so many at once while another process writes

The posts are invented prose in two languages, ten a page; statements, places, speakers, stories, claims and reuse are
made with them, as many as real cases have. A view is asked through the whole application, guard and templates included.
"""

from __future__ import annotations

import argparse
import asyncio
import re
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random

import httpx2 as httpx
from anyio import to_thread

sys.path.insert(0, str(Path(__file__).parent / "chains"))
from words import name, person, prose

import tawatur.case as cases
from tawatur.model import (
    Capture,
    Chain,
    Claim,
    Description,
    DirectedReuse,
    Page,
    Passage,
    Place,
    Post,
    Reading,
    Report,
    Reuse,
    Span,
    Speaker,
    Statement,
    Story,
    Variant,
)  # fmt: skip
from tawatur.model.ids import claim_id, page_id, post_id, sha256_hex, statement_id, story_id
from tawatur.serve import make_app
from tawatur.store import CaseStore, open_case, prepare

_A_PAGE = 10
_WHEN = "2026-04-01T00:00:00Z"
_MADE = "made"


class Maker:
    """Invented pages, the same for the same seed."""

    def __init__(self, seed: int = 7) -> None:
        self.rng = Random(seed)
        self.pool = {lang: list(prose(self.rng, lang, 4000)) for lang in ("en", "ar")}
        self.outlets = [f"The {name(self.rng, 'en')} Courier" for _ in range(200)]
        self.outlets += [f"صحيفة {name(self.rng, 'ar')}" for _ in range(100)]
        self.people = [(lang, person(self.rng, lang)) for lang in ("en", "ar") for _ in range(1500)]
        self.towns = [
            (name(self.rng, "en", 3), self.rng.uniform(12, 38), self.rng.uniform(25, 50)) for _ in range(3000)
        ]

    def page(self, number: int) -> tuple[Capture, Reading]:
        """One page of ten posts with what was found in them."""
        rng, text, parts = self.rng, "", []
        for order in range(_A_PAGE):
            lang = "en" if (number + order) % 2 else "ar"
            title = f"{rng.choice(self.pool[lang])[:70]} {number * _A_PAGE + order}"
            start = len(text)
            body = " ".join(rng.choices(self.pool[lang], k=9))
            text += f"{title}\n\n{body}\n\n"
            parts.append((order, lang, title, start, start + len(title) + 2, start + len(title) + 2 + len(body)))
        raw = text.encode()
        digest, source = sha256_hex(raw), f"made-{number:06d}.txt"
        id_ = page_id(digest, source)
        page = Page(id=id_, source=source, media_type="text/plain", encoding="utf-8", sha256=digest, retrieved=_WHEN,
                    title=None, text=text, made_by=_MADE)  # fmt: skip
        posts, described, statements, places = [], [], [], []
        for order, lang, title, start, body, end in parts:
            post = Post(id=post_id(id_, start, title), page_id=id_, order=order, span=Span(start, end),
                        title=Span(start, start + len(title)), body=Span(body, end), made_by=_MADE)  # fmt: skip
            posts.append(post)
            day = f"2026-{1 + rng.randrange(3):02d}-{1 + rng.randrange(28):02d}"
            described.append(Description(post_id=post.id, title=title, byline=None, outlet=rng.choice(self.outlets),
                                         published=day, lang=lang, made_by=_MADE))  # fmt: skip
            for n in range(2):
                at = body + 150 * n
                content = Span(at + 20, at + 120)
                statements.append(Statement(
                    id=statement_id(post.id, content.start, content.of(text)), post_id=post.id, order=n, kind="indirect",
                    content=content, speaker=Span(at, at + 12), speaker_name=None, speaker_class="person",
                    cue=Span(at + 13, at + 18), verb_class="says", lang=lang, made_by=_MADE))  # fmt: skip
            for n in range(3):
                town = int(rng.paretovariate(0.6)) % 3000
                spelt, lat, lon = self.towns[town]
                places.append(Place(post_id=post.id, order=n, span=Span(body + 400 + 9 * n, body + 406 + 9 * n), form="name",
                                    name=spelt, place_id=f"tw:{town}", kind="town", lat=lat, lon=lon, country="SY",
                                    made_by=_MADE))  # fmt: skip
        reading = Reading(page=page, posts=tuple(posts), descriptions=tuple(described), statements=tuple(statements),
                          places=tuple(places))  # fmt: skip
        return Capture(source=source, name=source, raw=raw, retrieved=_WHEN), reading


def make(path: Path, posts: int) -> None:
    """A case of so many posts at `path`."""
    maker = Maker()
    with open_case(path, create=True) as store:
        run = _run(store)
        made: list[tuple[Post, Description, Sequence[Statement]]] = []
        for number in range(posts // _A_PAGE):
            capture, reading = maker.page(number)
            store.add(capture, prepare(capture, reading), run_id=run, made_by=_MADE)
            for post, described in zip(reading.posts, reading.descriptions, strict=True):
                made.append((post, described, [one for one in reading.statements if one.post_id == post.id]))
        store.finish_run(run, state="done", finished=_WHEN, done=posts // _A_PAGE, skipped=0, failed=0, posts=posts)
        print(f"{len(made)} posts written", file=sys.stderr)
        _connect(store, made, maker.rng)
        store.speakers.put(_speakers(made, maker), "made")
        _tell(store, made, maker.rng)


def _run(store: CaseStore) -> int:
    return store.start_run(kind="read", program="benchmark", made_by=_MADE, inputs=[], options={}, started=_WHEN)


def _connect(store: CaseStore, made: Sequence[tuple[Post, Description, Sequence[Statement]]], rng: Random) -> None:
    pairs, ways, chains, owed = [], [], [], {}
    for at in range(1, len(made)):
        if rng.random() < 0.3:
            a, b = made[rng.randrange(max(0, at - 1000), at)][0], made[at][0]
            span = Span(0, 300)
            pairs.append(Reuse(a=f"{a.id}:{a.span.start}", b=f"{b.id}:{b.span.start}", same_outlet=False, made_by=_MADE, passages=(
                Passage(a=span, b=span, words=50, similarity=1.0, block=0),)))  # fmt: skip
            ways.append((a, b))
            owed[b.id] = a.id
    ids = [post.id for post, _, _ in made]
    store.reuse.add(pairs, ids, made_by=_MADE, index=lambda: None)
    store.chains.begin(afresh=True)
    directions = [
        DirectedReuse(a=a.id, b=b.id, direction="a->b", kind="outlet copy", a_share=0.3, b_share=0.3, words=50,
                      a_span=Span(a.span.start, a.span.start + 300), b_span=Span(b.span.start, b.span.start + 300), made_by=_MADE)
        for a, b in ways
    ]  # fmt: skip
    for id_ in ids:
        origin = owed.get(id_, id_)
        chains.append(Chain(post_id=id_, origin_id=origin, roots=(origin,), made_by=_MADE))
    store.chains.put(directions, chains, [])
    store.chains.finish("made")


def _speakers(made: Sequence[tuple[Post, Description, Sequence[Statement]]], maker: Maker) -> Iterator[Speaker]:
    said: dict[int, list[str]] = {}
    for _, described, statements in made:
        for one in statements:
            who = int(maker.rng.paretovariate(0.5)) % 1500 + (0 if described.lang == "en" else 1500)
            said.setdefault(who, []).append(one.id)
    for who, ids in said.items():
        called = maker.people[who][1]
        yield Speaker(id=f"sp-{who:06d}", name=f"{called} {who}", speaker_class="person", names=((called, len(ids)),),
                      statements=tuple(ids), made_by=_MADE)  # fmt: skip


def _tell(store: CaseStore, made: Sequence[tuple[Post, Description, Sequence[Statement]]], rng: Random) -> None:
    stories, claims, at = [], {}, 0
    while at < len(made):
        size = 200 if len(stories) % 500 == 0 else min(1 + int(rng.paretovariate(1.0)), 60)
        held = made[at : at + size]
        at += size
        id_ = story_id(held[0][0].id)
        days = sorted(described.published or "" for _, described, _ in held)
        stories.append(Story(id=id_, title=held[0][1].title, posts=tuple(post.id for post, _, _ in held), langs=("en", "ar"),
                             first=days[0], last=days[-1], places=("Dalma",), made_by=_MADE))  # fmt: skip
        claims[id_] = [_claim(id_, n, held, rng) for n in range(min(40, len(held) // 2))]
    store.stories.put(stories, claims, "made")


def _claim(story: str, n: int, held: Sequence[tuple[Post, Description, Sequence[Statement]]], rng: Random) -> Claim:
    chosen = rng.sample(list(held), min(len(held), 4))
    reports = []
    for post, _, statements in chosen:
        about = statements[n % 2].content
        reports.append(Report(post_id=post.id, statement_id=statements[n % 2].id, span=Span(about.start, about.start + 9),
                              about=about, speaker="the mayor"))  # fmt: skip
    half = max(1, len(reports) // 2)
    variants = [Variant(value=f"{n}", reports=tuple(part), origins=tuple(one.post_id for one in part), independent_origins=1)
                for part in (reports[:half], reports[half:]) if part]  # fmt: skip
    return Claim(id=claim_id(story, chosen[0][0].id, str(n), "made"), story_id=story, kind="happening",
                 about=f"how many were counted, {n}", slot="number" if len(variants) > 1 and n % 3 == 0 else None,
                 variants=tuple(variants), made_by=_MADE)  # fmt: skip


def addresses(path: Path) -> dict[str, list[str]]:
    """Several addresses of every view."""
    rng = Random(3)
    with cases.open(path) as case:
        briefs = list(case.briefs())
        ids = [one.id for one in rng.sample(briefs, min(40, len(briefs)))]
        words = [word for one in rng.sample(briefs, min(60, len(briefs))) for word in (one.title or "").split()[1:3]]
        stories = sorted(case.stories(), key=lambda one: -len(one.posts))
        pairs = []
        for one in briefs[:300]:
            pairs += [(pair.a, pair.b) for pair in case._store.reuse.pairs(one.id)]
    told = [*stories[:3], *rng.sample(stories, min(20, len(stories)))]
    return {
        "case": ["/"] * 20,
        "stories": [f"/stories?page={n}" for n in range(1, 21)],
        "story": [f"/stories/{one.id}" for one in told],
        "post": [f"/posts/{id_}" for id_ in ids],
        "compare": [f"/compare/{a}/{b}" for a, b in pairs[:20]],
        "speakers": [f"/speakers?page={n}" for n in range(1, 21)],
        "speakers by name": ["/speakers?name=Omar"] * 10,
        "places": ["/places"] * 20,
        "search, one word": [f"/search?q={word}" for word in words[:30]],
        "search, two words": [f"/search?q={a}+{b}" for a, b in zip(words[:30:2], words[1:30:2], strict=True)],
        "search, filters": [f"/search?q={word}&in=en&since=2026-02" for word in words[:20]],
        "all posts": [f"/search?q=*&page={n}" for n in range(1, 21)],
        "failures": ["/failures"] * 10,
    }


async def measure(path: Path) -> None:
    """Print the table."""
    transport = httpx.ASGITransport(app=make_app(path))
    print(f"{'view':<20}{'asked':>6}{'first':>9}{'p50':>9}{'p95':>9}   ms")
    async with httpx.AsyncClient(transport=transport, base_url="http://localhost", timeout=120) as client:
        for view, wanted in addresses(path).items():
            if not wanted:
                continue
            times = []
            for address in wanted:
                begin = time.perf_counter()
                answer = await client.get(address)
                times.append(1000 * (time.perf_counter() - begin))
                if answer.status_code != 200:
                    print(f"{view:<20} {address}: {answer.status_code}")
                    break
            first, rest = times[0], sorted(times[1:] or times)
            at = [rest[min(len(rest) - 1, int(len(rest) * share))] for share in (0.5, 0.95)]
            print(f"{view:<20}{len(times):6}{first:9.0f}{at[0]:9.1f}{at[1]:9.1f}")


async def crowd(path: Path, readers: int, seconds: float) -> None:
    """So many readers at once while another process adds pages: errors, and how long answers took."""
    app = make_app(path)
    to_thread.current_default_thread_limiter().total_tokens = 4
    transport = httpx.ASGITransport(app=app)
    wanted = [one for several in addresses(path).values() for one in several[:6]]
    times: list[float] = []
    wrong: list[str] = []
    until = 0.0

    async def reader(seed: int) -> None:
        rng = Random(seed)
        while time.perf_counter() < until:
            begin, address = time.perf_counter(), rng.choice(wanted)
            answer = await client.get(address)
            times.append(1000 * (time.perf_counter() - begin))
            if answer.status_code != 200:
                told = re.search(r"<main.*?</main>", answer.text, re.S)
                wrong.append(f"{address}: {answer.status_code} {told[0] if told else ''}")

    async with httpx.AsyncClient(transport=transport, base_url="http://localhost", timeout=120) as client:
        for address in ("/", "/speakers", "/places", "/search?q=*"):
            await client.get(address)
        writer = subprocess.Popen([sys.executable, __file__, "--case", str(path), "--write", str(seconds)])
        until = time.perf_counter() + seconds
        await asyncio.gather(*(reader(n) for n in range(readers)))
    writer.wait()
    times.sort()
    print(f"{readers} readers for {seconds:.0f} s while another process writes: {len(times)} answers, {len(wrong)} errors, "
          f"writer ended with {writer.returncode}; p50 {times[len(times) // 2]:.0f} ms, "
          f"p95 {times[int(len(times) * 0.95)]:.0f} ms")  # fmt: skip
    for one in wrong[:10]:
        print("  ", one)


def write(path: Path, seconds: float) -> None:
    """Add pages for so long, ten a second at the most."""
    maker, until, number = Maker(int(time.time())), time.time() + seconds, 0
    with open_case(path) as store:
        run = _run(store)
        while time.time() < until:
            capture, reading = maker.page(10_000_000 + number)
            store.add(capture, prepare(capture, reading), run_id=run, made_by=_MADE)
            number += 1
            time.sleep(0.1)
        store.finish_run(run, state="done", finished=_WHEN, done=number, skipped=0, failed=0, posts=number * _A_PAGE)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--case", type=Path, required=True)
    parser.add_argument("--make", action="store_true", help="make the case first")
    parser.add_argument("--posts", type=int, default=100_000)
    parser.add_argument("--only-readers", action="store_true", help="leave the table out")
    parser.add_argument("--readers", type=int, default=0)
    parser.add_argument("--write", type=float, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.write:
        write(arguments.case, arguments.write)
        return
    if arguments.make:
        make(arguments.case, arguments.posts)
    if not arguments.only_readers:
        asyncio.run(measure(arguments.case))
    if arguments.readers:
        asyncio.run(crowd(arguments.case, arguments.readers, 20))


if __name__ == "__main__":
    main()
