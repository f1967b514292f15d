"""What stories and claims cost for many posts, beside what the rooms that work post by post cost.

    python benchmarks/stories/speed.py [--posts 10000]

Posts are made from the open happenings, with other names, numbers and days for every telling of each: some thousand
happenings in all. Also timed: one story of as many posts, all undated, and a hundred posts added to what was told.
"""

from __future__ import annotations

import argparse
import random
import re
import time
from datetime import date, timedelta

from read_happenings import SETS, Told, read_happenings

from tawatur.attribute import attribute_page
from tawatur.corroborate import find_claims
from tawatur.describe import describe_page
from tawatur.locate import locate_page
from tawatur.model import ClaimPost, Page, Post, Span, StoryPost
from tawatur.stories import StoryFinder, find_stories

_SAMPLE = 200
_LETTERS = "bdfghjklmnrstz"
_NAME = re.compile(r"\b(?:Umm al-Lawz|Dalma|Karfas|Zahrin|Beiroun|Nukhaylat|Jarrah|Zaynun|Marwada)\b")
_NUMBER = re.compile(r"\b\d{2,3}\b")


def made(many: int) -> list[StoryPost]:
    """`many` posts, each happening told again and again with other names, numbers and days."""
    chance = random.Random(7)
    told = read_happenings(SETS / "open.txt")
    posts: list[StoryPost] = []
    while len(posts) < many:
        happening = chance.choice(told)
        name = "".join(chance.choice(_LETTERS) + chance.choice("aiou") for _ in range(3)).title()
        shift, more = chance.randrange(700), chance.randrange(10, 800)
        posts += [_varied(len(posts) + n, one, name, shift, more) for n, one in enumerate(happening.posts)]
    return posts[:many]


def _varied(number: int, told: Told, name: str, shift: int, more: int) -> StoryPost:
    def change(text: str) -> str:
        return _NUMBER.sub(lambda hit: str(int(hit[0]) + more), _NAME.sub(name, text))

    day = date.fromisoformat(told.day) + timedelta(days=shift)
    return StoryPost(
        id=f"po-{number:06}", title=change(told.title), text=f"{name}. {change(told.text)}", lang=told.lang, published=day.isoformat()
    )  # fmt: skip


def page_of(post: StoryPost) -> tuple[Page, Post]:
    """The post as a page of its own."""
    text = f"{post.title}\n\n{post.text}"
    head = len(post.title or "")
    page = Page(
        id=f"pg-{post.id}", source=post.id, media_type="text/plain", encoding="utf-8", sha256="", retrieved="", title=None,
        text=text, made_by="benchmark",
    )  # fmt: skip
    return page, Post(
        id=post.id, page_id=page.id, order=0, span=Span(0, len(text)), title=Span(0, head), body=Span(head + 2, len(text)), made_by=""
    )  # fmt: skip


def claim_post(post: StoryPost) -> ClaimPost:
    """The post as the search for claims takes it, with its statements and places."""
    page, whole = page_of(post)
    return ClaimPost(
        id=post.id, page_text=page.text, span=whole.span, title=whole.title, body=whole.body, lang=post.lang,
        published=post.published, statements=tuple(attribute_page(page, [whole], [])), places=tuple(locate_page(page, [whole], [])),
    )  # fmt: skip


def main() -> None:
    """Print the times, each also for one post."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--posts", type=int, default=10_000)
    many: int = parser.parse_args().posts
    posts = made(many + 100)
    chance = random.Random(3)
    claim_post(posts[0])
    find_stories(posts[:50])
    sample = [page_of(post) for post in chance.sample(posts, _SAMPLE)]
    seconds = _timed(
        lambda: [(describe_page(p, [o]), attribute_page(p, [o], []), locate_page(p, [o], [])) for p, o in sample]
    )
    print(f"{'describe, attribute, locate (a sample)':44}{seconds / _SAMPLE * 1000:10.2f} ms a post")
    finder = StoryFinder()
    started = time.process_time()
    stories = finder.find(posts[:many])
    _show(f"stories of {many:,} posts ({len(stories):,} stories)", time.process_time() - started, many)
    started = time.process_time()
    more = finder.find(posts)
    _show("the same with 100 posts more", time.process_time() - started, 100)
    assert more == find_stories(posts), "adding posts gives what all at once gives"
    by_id = {post.id: post for post in posts}
    chosen = [story for story in chance.sample(stories, len(stories)) if len(story.posts) > 1][:_SAMPLE]
    inputs = [[claim_post(by_id[id_]) for id_ in story.posts] for story in chosen]
    seconds = _timed(lambda: [find_claims(one, lambda ids: (tuple(ids), len(ids))) for one in inputs])
    _show("claims (a sample of stories)", seconds, sum(len(one) for one in inputs))
    one = [
        StoryPost(id=f"po-{n:06}", title=posts[0].title, text=f"{posts[0].text} {n}", lang="en", published=None)
        for n in range(many)
    ]
    _show(f"one story of {many:,} undated posts", _timed(lambda: find_stories(one)), many)


def _timed(work: object) -> float:
    started = time.process_time()
    work()  # type: ignore[operator]
    return time.process_time() - started


def _show(what: str, seconds: float, many: int) -> None:
    print(f"{what:44}{seconds:8.1f} s{seconds / many * 1000:10.2f} ms a post")


if __name__ == "__main__":
    main()
