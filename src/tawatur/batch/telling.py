"""From the posts of a case to its stories and claims: which tell of one happening, and what their reports say."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from tawatur import corroborate, stories
from tawatur.chains import independent_origins
from tawatur.corroborate import find_claims
from tawatur.model import Chain, Claim, ClaimPost, Story, StoryPost
from tawatur.model.ids import sha256_hex
from tawatur.store import CaseStore, open_case
from tawatur.stories import find_stories, is_comment

# One post alone neither agrees nor disagrees.
_FEWEST = 2
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
    before, made_from = _split(store.stories.state())
    if not again and before == state:
        return False
    found = find_stories(list(_story_posts(store)))
    speakers = store.speakers.speaker_of()
    claims: dict[str, list[Claim]] = {}
    inputs: dict[str, str] = {}
    for story in found:
        if len(story.posts) < _FEWEST:
            continue
        told = _told_in(store, story, speakers)
        inputs[story.id] = told.digest
        # A story of which nothing changed has the claims that it had.
        unchanged = not again and made_from.get(story.id) == told.digest
        claims[story.id] = list(store.stories.claims(story.id)) if unchanged else told.claims()
    store.stories.put(found, claims, f"{state}\n{json.dumps(inputs, sort_keys=True)}")
    return True


def _split(state: str | None) -> tuple[str | None, dict[str, str]]:
    """What stories were made from, and for each story a digest of what its claims were made from."""
    head, _, rest = (state or "").partition("\n")
    return head or None, json.loads(rest) if rest else {}


def _story_posts(store: CaseStore) -> Iterator[StoryPost]:
    for page in store.pages():
        for post in store.posts(page.id):
            described = store.description(post.id)
            fields = (described.title, described.byline) if described is not None else ()
            lang = described.lang if described is not None else None
            text = post.body.of(page.text) if post.body is not None else ""
            start = post.body.start if post.body is not None else 0
            said = [one.content.moved(-start) for one in store.statements(post.id) if one.content.start >= start]
            yield StoryPost(
                id=post.id,
                title=described.title if described is not None else None,
                text=text,
                lang=lang,
                published=described.published if described is not None else None,
                places=tuple(
                    (place.place_id, place.name, place.kind) for place in store.places(post.id) if place.form == "name"
                ),
                opinion=is_comment(fields, text, lang, said),
            )


@dataclass(frozen=True, slots=True)
class _Told:
    """All that the claims of one story are made from."""

    story: Story
    posts: tuple[ClaimPost, ...]
    chains: dict[str, Chain]

    @property
    def digest(self) -> str:
        """Another one as soon as any of it is another, the room included."""
        chains = [self.chains[id_] for id_ in sorted(self.chains)]
        # Of a page only the post itself counts: the others on it may be many.
        posts = [replace(post, page_text=post.span.of(post.page_text)) for post in self.posts]
        return sha256_hex(f"{corroborate.MADE_BY}\n{posts!r}\n{chains!r}".encode(errors="surrogatepass"))

    def claims(self) -> list[Claim]:
        """What the posts report alike, and where they do not agree."""
        return find_claims(self.posts, self._origins, self.story.id)

    def _origins(self, posts: Sequence[str]) -> tuple[tuple[str, ...], int]:
        known = [chain for post in posts if (chain := self.chains.get(post)) is not None]
        if not known:
            # Nobody looked where the posts have it from: not one of them adds an origin to another.
            return tuple(posts[:1]), min(1, len(posts))
        counted = independent_origins(known)
        return tuple(group.id for group in counted.groups), counted.count


def _told_in(store: CaseStore, story: Story, speakers: dict[str, str]) -> _Told:
    posts = tuple(post for id_ in story.posts if (post := store.claim_post(id_, speakers)) is not None)
    chains = {id_: chain for id_ in story.posts if (chain := store.chains.chain(id_)) is not None}
    return _Told(story, posts, chains)
