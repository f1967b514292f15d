"""The whole grouping on one screen: posts come in, stories go out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date

from tawatur.model.ids import story_id
from tawatur.model.story import Story, StoryPost
from tawatur.stories.cluster import Cluster, likeness, single
from tawatur.stories.features import Features, features_of
from tawatur.stories.group import NEAR, group
from tawatur.stories.ties import ties_of
from tawatur.stories.vectors import Rarity, Vector, dot
from tawatur.stories.version import MADE_BY

# A comment speaks of much besides; it belongs to a story, loosely, from this share of the likeness that a report needs.
_LOOSE = 0.6
# A story's places are those that at least this share of its posts name.
_PLACES = 0.3
_MOST_PLACES = 8


def find_stories(posts: Sequence[StoryPost]) -> list[Story]:
    """Group `posts` by the happening they tell of; every post is in exactly one story.

    The same posts give the same stories, whatever their order. Posts with no words are stories of their own.

    Args:
        posts: any number, in any order, in any mix of languages.
    Returns: stories in the order of their first posts.
    """
    return StoryFinder().find(posts)


class StoryFinder:
    """Finds stories again and again in a growing set of posts, and reads every post once.

    What a post is about is remembered; how rare that is, and what it is grouped with, rests on all posts and is made
    anew. So the stories are those that `find_stories` makes of the same posts.
    """

    def __init__(self) -> None:
        self._known: dict[str, tuple[StoryPost, Features]] = {}

    def find(self, posts: Sequence[StoryPost]) -> list[Story]:
        """The stories of `posts`; see `find_stories`. What is known of posts that are no longer among them is forgotten."""
        known = {}
        for post in posts:
            before = self._known.get(post.id)
            known[post.id] = before if before is not None and before[0] == post else (post, features_of(post))
        self._known = known
        ordered = sorted(posts, key=lambda post: (day_of(post.published) is None, post.published or "", post.id))
        return _stories_of(ordered, [known[post.id][1] for post in ordered])


def _stories_of(ordered: Sequence[StoryPost], features: Sequence[Features]) -> list[Story]:
    rarity = Rarity.of(features)
    vectors = [(rarity.vector(one.own), rarity.vector(one.bridge)) for one in features]
    singles = [
        single(number, post.lang, *vectors[number], day_of(post.published)) for number, post in enumerate(ordered)
    ]
    told = group([one for one, post in zip(singles, ordered, strict=True) if not post.opinion])
    loose = _place_comments(told, [one for one, post in zip(singles, ordered, strict=True) if post.opinion])
    return [
        _story(cluster, comments, ordered, features, vectors)
        for cluster, comments in sorted(loose, key=lambda item: min(item[0].posts))
    ]


def _place_comments(told: list[Cluster], comments: list[Cluster]) -> list[tuple[Cluster, list[int]]]:
    """Every comment with the story it is nearest to, or as a story of its own."""
    stories: list[tuple[Cluster, list[int]]] = [(cluster, []) for cluster in told]
    for comment in comments:
        near = [(likeness(comment, cluster), -number) for number, cluster in enumerate(told)]
        best = max(near, default=(0.0, 0))
        if best[0] >= NEAR * _LOOSE:
            stories[-best[1]][1].extend(comment.posts)
        else:
            stories.append((comment, []))
    return stories


def _story(
    cluster: Cluster,
    comments: list[int],
    ordered: Sequence[StoryPost],
    features: Sequence[Features],
    vectors: Sequence[tuple[Vector, Vector]],
) -> Story:
    numbers = sorted([*cluster.posts, *comments])
    posts = [ordered[number] for number in numbers]
    days = sorted((post.published for post in posts if post.published is not None), key=lambda day: (day[:10], day))
    langs = Counter(post.lang for post in posts if post.lang is not None)
    return Story(
        id=story_id(posts[0].id),
        title=_title(cluster, ordered, vectors),
        posts=tuple(post.id for post in posts),
        loose=tuple(ordered[number].id for number in sorted(comments)),
        langs=tuple(lang for lang, _ in sorted(langs.items(), key=lambda item: (-item[1], item[0]))),
        first=days[0] if days else None,
        last=days[-1] if days else None,
        places=_places([ordered[number] for number in cluster.posts]),
        ties=tuple(ties_of(posts, [features[number] for number in numbers], [vectors[number] for number in numbers])),
        made_by=MADE_BY,
    )


def _title(cluster: Cluster, ordered: Sequence[StoryPost], vectors: Sequence[tuple[Vector, Vector]]) -> str | None:
    """The title of the post that is nearest to all others of its language, in the language most posts have."""
    titled = [number for number in cluster.posts if ordered[number].title]
    if not titled:
        return None
    langs = Counter(ordered[number].lang or "und" for number in titled)
    most = min(langs, key=lambda lang: (-langs[lang], lang))
    own = cluster.own.get(most, {})
    best = min(
        (number for number in titled if (ordered[number].lang or "und") == most),
        key=lambda number: (-dot(vectors[number][0], own), number),
    )
    return ordered[best].title


def _places(posts: Sequence[StoryPost]) -> tuple[str, ...]:
    names: dict[str, str] = {}
    having: Counter[str] = Counter()
    for post in posts:
        for place, name, _ in post.places:
            names.setdefault(place, name)
        having.update({place for place, _, _ in post.places})
    best = sorted(having.items(), key=lambda item: (-item[1], names[item[0]]))
    return tuple(names[place] for place, count in best if count >= len(posts) * _PLACES)[:_MOST_PLACES]


def day_of(published: str | None) -> date | None:
    """The day of a date as precise as a day; None for a month, a year or nothing."""
    if published is None or len(published) < len("2021-02-09"):
        return None
    try:
        return date.fromisoformat(published[:10])
    except ValueError:
        return None
