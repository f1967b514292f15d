"""Directions, chains and origins on one screen."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from tawatur.chains.compiled import turn_towards_compilations
from tawatur.chains.direction import direct
from tawatur.chains.facts import Book
from tawatur.chains.links import links_of, main_source
from tawatur.chains.origins import independent_origins
from tawatur.chains.pair import lay_side_by_side
from tawatur.chains.readings import Readings
from tawatur.chains.roots import Rooted, find_roots
from tawatur.chains.siblings import part_siblings
from tawatur.chains.sources import Sources, gather
from tawatur.chains.through import decide_through
from tawatur.chains.version import MADE_BY
from tawatur.model import Chain, ChainLink, ChainPost, DirectedReuse, Origins, Reuse


def direct_reuse(posts: Iterable[ChainPost], reuses: Iterable[Reuse]) -> list[DirectedReuse]:
    """Say of every pair who had the words from whom, as far as evidence decides; in the order of `reuses`.

    Pairs of posts that are not among `posts` are left out. Linear in posts and pairs.
    """
    return directed_in(Book(posts), reuses)


def directed_in(book: Book, reuses: Iterable[Reuse]) -> list[DirectedReuse]:
    """`direct_reuse` over posts whose facts are kept in `book`."""
    laid = [
        lay_side_by_side(reuse, book[reuse.a], book[reuse.b])
        for reuse in reuses
        if reuse.passages and reuse.a != reuse.b and reuse.a in book and reuse.b in book
    ]
    directed = turn_towards_compilations([direct(pair) for pair in laid])
    readings = Readings(laid)
    return decide_through(part_siblings(directed, readings), readings)


def find_chains(posts: Iterable[ChainPost], directed: Sequence[DirectedReuse]) -> list[Chain]:
    """The chain of every post, in the order of their ids."""
    return chains_in(Book(posts), directed)


def chains_in(book: Book, directed: Sequence[DirectedReuse]) -> list[Chain]:
    """`find_chains` over posts whose facts are kept in `book`."""
    held = gather(book, directed)
    rooted = find_roots(book, held)
    ends = _ends(held, rooted)
    return [_chain(post_id, book, held, rooted[post_id], ends[post_id]) for post_id in book.ids()]


def origins_of(posts: Iterable[ChainPost], reuses: Iterable[Reuse]) -> Origins:
    """Count the independent origins of `posts`, from nothing but them and their reuse."""
    book = Book(posts)
    return independent_origins(chains_in(book, directed_in(book, reuses)))


def walk(post_id: str, chains: Mapping[str, Chain], most: int = 50) -> list[ChainLink]:
    """The links from a post back to its origin along the main line, at most `most`; the rest of its links is its own."""
    path: list[ChainLink] = []
    seen = {post_id}
    at: str | None = post_id
    while at is not None and at in chains and len(path) < most:
        links = chains[at].links
        step = next((link for link in links if link.kind == "copies"), links[0] if links else None)
        if step is None:
            break
        path.append(step)
        at = step.to if step.to not in seen else None
        seen.add(step.to)
    return path


def _chain(post_id: str, book: Book, held: Mapping[str, Sources], rooted: Rooted, origin_id: str | None) -> Chain:
    voice = book[post_id].voice
    return Chain(
        post_id=post_id,
        origin_id=origin_id,
        links=tuple(links_of(post_id, held)),
        roots=rooted.roots,
        voice=book.parties.root_id(voice) if voice is not None else None,
        reasons=rooted.reasons,
        made_by=MADE_BY,
    )


def _ends(held: Mapping[str, Sources], rooted: Mapping[str, Rooted]) -> dict[str, str | None]:
    """Where the main line of each post ends: a post of own words, a party named, or None where that is not known."""
    ends: dict[str, str | None] = {}
    for start in held:
        line: list[str] = []
        on_line: set[str] = set()
        at: str | None = start
        while at is not None and at not in ends and at not in on_line:
            line.append(at)
            on_line.add(at)
            at = main_source(at, held)
        # A line that comes back to itself has no end.
        end = ends[at] if at is not None and at in ends else None if at is not None else _end(line[-1], held, rooted)
        for post_id in line:
            ends[post_id] = end
    return ends


def _end(post_id: str, held: Mapping[str, Sources], rooted: Mapping[str, Rooted]) -> str | None:
    one = held[post_id]
    if one.debts:
        return one.debts[0].party.id
    if one.lead:
        return one.lead[0].party.id
    if one.told_by_copies:
        return min(one.told_by_copies)
    return None if one.one_with else post_id
