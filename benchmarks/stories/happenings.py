"""Groups invented happenings told in two languages, a third of them look-alikes of another one.

    python benchmarks/stories/happenings.py           # both parts
    python benchmarks/stories/happenings.py --missed  # and what went wrong in the open part

The part kept aside is only ever counted. References in the same run: every post alone, and every language by itself
without the bridge (what a grouping of one language at a time would reach at best).
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from measures import b_cubed
from read_happenings import SETS, Happening, Told, read_happenings

from tawatur.locate import locate_page
from tawatur.model import Page, Post, Span, StoryPost
from tawatur.stories import find_stories


def story_post(id_: str, told: Told) -> StoryPost:
    """A post as the pipeline would hand it over: its places are found, not given."""
    whole = f"{told.title}\n\n{told.text}"
    span, head, body = Span(0, len(whole)), Span(0, len(told.title)), Span(len(told.title) + 2, len(whole))
    page = Page(
        id=f"pg-{id_}", source=id_, media_type="text/plain", encoding="utf-8", sha256="", retrieved="", title=None,
        text=whole, made_by="benchmark",
    )  # fmt: skip
    places = locate_page(
        page, [Post(id=id_, page_id=page.id, order=0, span=span, title=head, body=body, made_by="")], []
    )
    return StoryPost(
        id=id_,
        title=told.title,
        text=told.text,
        lang=told.lang,
        published=told.day,
        places=tuple((place.place_id, place.name, place.kind) for place in places if place.form == "name"),
    )


def label(posts: Sequence[StoryPost]) -> list[str]:
    """For each post the story that it was put into."""
    story_of = {post: story.id for story in find_stories(posts) for post in story.posts}
    return [story_of[post.id] for post in posts]


def grouped(happenings: Sequence[Happening], missed: bool) -> None:
    """Print B-cubed figures of all posts, of one language at a time, and of those without dates."""
    told = [(happening.name, post) for happening in happenings for post in happening.posts]
    posts = [story_post(f"po-{n:04}", post) for n, (_, post) in enumerate(told)]
    gold = [name for name, _ in told]
    rows = {"every post alone": (list(range(len(posts))), gold), "all posts": (label(posts), gold)}
    for lang in ("en", "ar"):
        chosen = [n for n, post in enumerate(posts) if post.lang == lang]
        rows[f"{lang} by itself"] = (label([posts[n] for n in chosen]), [gold[n] for n in chosen])
    bare = [StoryPost(id=p.id, title=p.title, text=p.text, lang=p.lang, published=None, places=p.places) for p in posts]
    rows["all posts, no dates"] = (label(bare), gold)
    print(f"  {'':22}{'P':>7}{'R':>7}{'B3 F1':>7}")
    for name, (found, wanted) in rows.items():
        precision, recall, f1 = b_cubed(found, wanted)
        print(f"  {name:22}{precision:7.3f}{recall:7.3f}{f1:7.3f}")
    if missed:
        found = rows["all posts"][0]
        for name in dict.fromkeys(gold):
            mine = [n for n, one in enumerate(gold) if one == name]
            if len({found[n] for n in mine}) > 1 or any(
                found[n] in {found[m] for m in mine} for n in range(len(gold)) if n not in mine
            ):
                print(f"  {name}: " + "; ".join(f"{posts[n].lang} {found[n][-6:]} {posts[n].title}" for n in mine))


def main() -> None:
    """Print the figures of both parts."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--missed", action="store_true", help="show what went wrong in the open part")
    options = parser.parse_args()
    for part in ("open", "aside"):
        happenings = read_happenings(SETS / f"{part}.txt")
        posts = sum(len(one.posts) for one in happenings)
        alike = sum(one.like is not None for one in happenings)
        print(f"{part}: {len(happenings)} happenings ({alike} look-alikes), {posts} posts")
        grouped(happenings, options.missed and part == "open")


if __name__ == "__main__":
    main()
