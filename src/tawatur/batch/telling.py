"""From the posts of a case to its stories and claims: which tell of one happening, and what their reports say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from tawatur import corroborate, stories
from tawatur.chains import independent_origins
from tawatur.corroborate import find_claims
from tawatur.model import Claim, Story, StoryPost
from tawatur.store import CaseStore, open_case
from tawatur.stories import find_stories

_MADE_BY = f"{stories.MADE_BY} {corroborate.MADE_BY}"


def tell_case_stories(case: str | Path, *, again: bool = False, most: int | None = None) -> bool:
    """Bring the stories and claims of a case up to date; see `find_case_stories`.

    Args:
        most: do nothing in a case with more posts.
    Returns: False where nothing was done.
    Raises: CaseError where it cannot be used.
    """
    with open_case(case) as store:
        if most is not None and store.counts().posts > most:
            return False
        return find_case_stories(store, again=again)


def find_case_stories(store: CaseStore, *, again: bool = False) -> bool:
    """Bring the stories and claims of a case up to date; False where nothing was to be done.

    They rest on everything else that was found, chains and speakers included, and are made anew when any of it changes.
    Raises: CaseError where the case cannot be used.
    """
    state = f"{_MADE_BY} {store.stories.work_state()} {store.chains.state()} {store.speakers.state()}"
    if not again and store.stories.state() == state:
        return False
    found = find_stories(list(_story_posts(store)))
    speakers = store.speakers.speaker_of()
    claims = {story.id: _claims_of(store, story, speakers) for story in found}
    store.stories.put(found, claims, state)
    return True


def _story_posts(store: CaseStore) -> Iterator[StoryPost]:
    for page in store.pages():
        for post in store.posts(page.id):
            described = store.description(post.id)
            yield StoryPost(
                id=post.id,
                title=described.title if described is not None else None,
                text=post.body.of(page.text) if post.body is not None else "",
                lang=described.lang if described is not None else None,
                published=described.published if described is not None else None,
                places=tuple(
                    (place.place_id, place.name, place.kind) for place in store.places(post.id) if place.form == "name"
                ),
            )


def _claims_of(store: CaseStore, story: Story, speakers: dict[str, str]) -> list[Claim]:
    chains = {post: store.chains.chain(post) for post in story.posts}

    def origins(posts: Sequence[str]) -> tuple[tuple[str, ...], int]:
        known = [chain for post in posts if (chain := chains.get(post)) is not None]
        if not known:
            # Nobody looked where the posts have it from: not one of them adds an origin to another.
            return tuple(posts[:1]), min(1, len(posts))
        counted = independent_origins(known)
        return tuple(group.id for group in counted.groups), counted.count

    posts = [post for id_ in story.posts if (post := store.claim_post(id_, speakers)) is not None]
    return find_claims(posts, origins, story.id)
