"""Score who-said-what on the annotated posts of our own, in `sets/`.

    python benchmarks/attribution/score.py [--part open|aside|pages] [--lang en|ar] [--misses open [--manner wire]]

Prints content, speaker, name, class, verb class, negation and addressee per language and part, then content F1 by
manner. Posts of `open` and `aside` are given to the room as they are; `pages` are whole digest pages that go through
the pipeline from their bytes, beside the same pages cut by hand, so that the cost of splitting shows.

`--misses open` lists what was missed or invented, with its context. The other parts are kept aside: look at their
figures only, and change no rule because of one of their sentences.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

import annotated
from annotated import Annotated
from statement_scores import Compared, Said, by_manner, compare, measures, said_as_found, said_by_hand

from tawatur.attribute import attribute_page
from tawatur.model import Capture, Description, Page, Post, Span
from tawatur.pipeline import process

Finder = Callable[[Annotated], list[Said]]
MADE_BY = "by hand"


def page_of(post: Annotated) -> tuple[Page, list[Post], list[Description]]:
    """A page with the posts that the marks tell of, and what is known of them."""
    page = Page(
        id=f"pg-{post.id}",
        source=post.id,
        media_type="text/plain",
        encoding="utf-8",
        sha256=hashlib.sha256(post.text.encode()).hexdigest(),
        retrieved="2026-01-01T00:00:00Z",
        title=None,
        text=post.text,
        made_by=MADE_BY,
    )
    posts, told = [], []
    for order, cut in enumerate(post.posts):
        name = f"po-{post.id}-{order}"
        start = cut.title.start if cut.title else cut.body.start
        span = Span(start, cut.body.end)
        posts.append(
            Post(id=name, page_id=page.id, order=order, span=span, title=cut.title, body=cut.body, made_by=MADE_BY)
        )
        told.append(
            Description(
                post_id=name,
                title=cut.title.of(post.text) if cut.title else None,
                byline=None,
                outlet=post.outlet if len(post.posts) == 1 else None,
                published=None,
                lang=cut.lang,
                made_by=MADE_BY,
            )
        )
    return page, posts, told


def found_in_post(post: Annotated) -> list[Said]:
    """What the room finds in a post that is given as one."""
    return [said_as_found(post.text, statement) for statement in attribute_page(*page_of(post))]


def found_in_page(post: Annotated) -> list[Said]:
    """What the room finds after the pipeline has read and split the bytes of the page."""
    raw = post.text.encode()
    capture = Capture(source=f"{post.id}.txt", name=f"{post.id}.txt", raw=raw, retrieved="2026-01-01T00:00:00Z")
    done = process(capture)
    if done.failures or done.reading is None:
        raise SystemExit("\n".join(failure.message for failure in done.failures))
    reading = done.reading
    if reading.page.text != post.text:
        raise SystemExit(
            f"{post.id}: the page read is not the text written. Look for line ends or marks of byte order."
        )
    return [said_as_found(post.text, s) for s in attribute_page(reading.page, reading.posts, reading.descriptions)]


def marked_by_hand(post: Annotated) -> list[Said]:
    """The marks themselves: every measure must then be 1."""
    return [said_by_hand(post, mark) for mark in post.statements]


def columns(parts: Sequence[str], langs: Sequence[str], check: bool) -> list[tuple[str, list[Compared]]]:
    """One column a language and part: its heading and its compared posts."""
    out: list[tuple[str, list[Compared]]] = []
    for part in parts:
        finders: dict[str, Finder] = {"": found_in_post}
        if part == "pages":
            finders = {" cut by hand": found_in_post, " split": found_in_page}
        for lang in langs if part != "pages" else [None]:
            posts = annotated.load(part, lang)
            for label, find in finders.items():
                done = [compare(post, (marked_by_hand if check else find)(post)) for post in posts]
                if done:
                    out.append((f"{lang + ' ' if lang else ''}{part}{label}", done))
    return out


def print_tables(table: list[tuple[str, list[Compared]]]) -> None:
    """The measures, then content F1 by manner; a figure and in brackets what it rests on."""
    for rows in ([(h, measures(done)) for h, done in table], [(h, by_manner(done)) for h, done in table]):
        names = list(dict.fromkeys(name for _, values in rows for name in values))
        print(f"{'':42}" + "".join(f"{heading:>20}" for heading, _ in rows))
        for name in names:
            cells = [f"{v[name][0]:.3f} ({v[name][1]})" if name in v else "-" for _, v in rows]
            print(f"{name:42}" + "".join(f"{cell:>20}" for cell in cells))
        print()


def print_misses(table: list[tuple[str, list[Compared]]], manner: str | None) -> None:
    """What was missed, invented, or given to somebody else, with the words around it."""
    for heading, done in table:
        for one in done:
            if manner and one.post.manner != manner:
                continue
            for line in differences(one):
                print(f"{heading} {one.post.id} ({one.post.manner}) {line}")


def differences(one: Compared) -> list[str]:
    """Each difference of a post as a line, in the order of the text."""
    text = one.post.text
    found = {id(f) for f, _ in one.pairs}
    marked = {id(m) for _, m in one.pairs}
    lines = [
        (m.content.start, f"missed {m.kind}: {_around(text, m.content)}") for m in one.marked if id(m) not in marked
    ]
    lines += [
        (f.content.start, f"invented {f.kind}: {_around(text, f.content)}") for f in one.found if id(f) not in found
    ]
    for f, m in one.pairs:
        for name in ("kind", "speaker", "name", "speaker_class", "verb_class", "negated", "addressee"):
            ours, theirs = getattr(f, name), getattr(m, name)
            if ours != theirs:
                lines.append(
                    (m.content.start, f"{name}: found {ours!r}, marked {theirs!r}: {_around(text, m.content)}")
                )
    return [line for _, line in sorted(lines)]


def _around(text: str, span: Span, reach: int = 60) -> str:
    before, after = text[max(0, span.start - reach) : span.start], text[span.end : span.end + reach]
    return f"{before}[[{span.of(text)}]]{after}".replace("\n", " / ")


def main() -> None:
    """Read what is asked for and print it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "--part", choices=annotated.PARTS, action="append", help="open, aside or pages; all where absent"
    )
    parser.add_argument("--lang", choices=("en", "ar"), action="append")
    parser.add_argument(
        "--misses", choices=annotated.PARTS, help="list differences; open is the only part it is given for"
    )
    parser.add_argument("--manner", choices=annotated.MANNERS, help="with --misses: this manner only")
    parser.add_argument("--check", action="store_true", help="score the marks against themselves: all must be 1")
    asked = parser.parse_args()
    if asked.misses and asked.misses != "open":
        parser.error(f"the part {asked.misses} is kept aside, and its sentences are not shown. Use --misses open.")
    parts = [asked.misses] if asked.misses else asked.part or annotated.PARTS
    table = columns(parts, asked.lang or ("en", "ar"), asked.check)
    if asked.misses:
        print_misses(table, asked.manner)
    print_tables(table)


if __name__ == "__main__":
    main()
