"""From the statements of a case to its speakers: who is one person or body, over all posts and scripts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from tawatur.people import PEOPLE, Said, link_speakers, said_of
from tawatur.store import CaseStore, open_case

# Posts that share words tell of the same, but a chain of formulas may connect half a case.
_MOST_OF_A_STORY = 50


def link_case_speakers(case: str | Path, *, again: bool = False) -> bool:
    """Bring the speakers of a case up to date; see `find_case_speakers`. Raises: CaseError where it cannot be used."""
    with open_case(case) as store:
        return find_case_speakers(store, again=again)


def find_case_speakers(store: CaseStore, *, again: bool = False) -> bool:
    """Bring the speakers of a case up to date; False where nothing was to be done.

    They are made anew from all statements as soon as a page was read or posts were compared since, or by another
    version; with `again`, in any case.
    """
    state = _state(store)
    if not again and store.speakers.state() == state:
        return False
    store.speakers.put(link_speakers(list(_said(store))), state)
    return True


def _state(store: CaseStore) -> str:
    """What the speakers of a case are made from, and by which version."""
    search = store.reuse.search()
    compared = f"{search.made_by} {store.reuse.count()}" if search else "-"
    return f"{PEOPLE.made_by} {store.speakers.work_state()} {compared}"


def _said(store: CaseStore) -> Iterator[Said]:
    stories = _stories(store.reuse.links())
    for statement, text in store.statements_with_text():
        yield said_of(statement, text, stories.get(statement.post_id))


def _stories(links: Iterable[tuple[str, str]]) -> dict[str, str]:
    """For each post that shares words with others, directly or over others, the name of their story."""
    lead: dict[str, str] = {}

    def first(post: str) -> str:
        while lead[post] != post:
            lead[post] = lead[lead[post]]
            post = lead[post]
        return post

    for a, b in links:
        lead.setdefault(a, a)
        lead.setdefault(b, b)
        one, other = first(a), first(b)
        lead[max(one, other)] = min(one, other)
    stories: dict[str, list[str]] = {}
    for post in lead:
        stories.setdefault(first(post), []).append(post)
    return {post: name for name, posts in stories.items() if len(posts) <= _MOST_OF_A_STORY for post in posts}
