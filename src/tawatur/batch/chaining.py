"""From the reuse of a case to its chains: the posts that reuse connects are looked at together, and only where one is new."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from tawatur.chains import MADE_BY, Book, Parties, chain_post, chains_in, directed_in, may_be_formula
from tawatur.chains.quoted import merged, quotations
from tawatur.model import (
    Chain,
    ChainPost,
    Description,
    Difference,
    DirectedReuse,
    Page,
    Party,
    Passage,
    Post,
    Reason,
    Reuse,
    Span,
    Statement,
)
from tawatur.store import CaseStore

# Posts that are looked at together, and stored together; what reuse connects is never parted.
_TOGETHER = 2_000


def find_case_chains(store: CaseStore, *, again: bool = False) -> bool:
    """Bring the directions and chains of a case up to date; False where nothing was to be done.

    New posts, and those that reuse connects them with, are looked at anew; with `again`, or where another version made
    the chains, all posts. What is stored is whole for each connected set of posts; a run that is killed is made up for.
    """
    again = again or store.chains.state() != MADE_BY
    waiting = store.chains.waiting()
    if not again and not waiting:
        return False
    store.chains.begin(afresh=again)
    parties = Parties(_outlets(store))
    if again:
        waiting = store.chains.waiting()
    _set_formulas_apart(store, waiting, parties)
    for posts in _portions(store.chains.connected(waiting)):
        _chain(store, posts, parties)
    store.chains.finish(MADE_BY)
    return True


def _set_formulas_apart(store: CaseStore, waiting: Sequence[str], parties: Parties) -> None:
    """Store first which new pairs share nothing but titles and set phrases: these connect no posts.

    A minister's titles stand in every tenth post; were they to connect, one new post would have all looked at anew.
    """
    for begin in range(0, len(waiting), _TOGETHER):
        pairs = {
            (pair.a, pair.b): pair
            for id_ in waiting[begin : begin + _TOGETHER]
            for pair in store.reuse.pairs(id_)
            if may_be_formula(pair)
        }
        posts = list(_chain_posts(store, dict.fromkeys(id_ for key in pairs for id_ in key)))
        starts = {post.id: start for post, start in posts}
        book = Book((post for post, _ in posts), parties)
        moved = (
            _moved(pair, -starts[pair.a], -starts[pair.b])
            for pair in pairs.values()
            if pair.a in starts and pair.b in starts
        )
        formulas = (one for one in directed_in(book, moved) if one.kind == "formula")
        store.chains.put((_direction_in_page(one, starts) for one in formulas), (), ())


def _portions(sets: Iterator[list[str]]) -> Iterator[list[str]]:
    portion: list[str] = []
    for connected in sets:
        portion += connected
        if len(portion) >= _TOGETHER:
            yield portion
            portion = []
    if portion:
        yield portion


def _chain(store: CaseStore, ids: list[str], parties: Parties) -> None:
    """Find and store the directions and chains of these posts, which share words with no others."""
    posts = list(_chain_posts(store, ids))
    book = Book((post for post, _ in posts), parties)
    starts = {post.id: start for post, start in posts}
    reuses = [
        _moved(pair, -starts[pair.a], -starts[pair.b])
        for id_ in starts
        for pair in store.reuse.pairs_from(id_)
        if pair.b in starts
    ]
    directed = directed_in(book, reuses)
    chains = chains_in(book, directed)
    store.chains.put(
        (_direction_in_page(one, starts) for one in directed),
        [_chain_in_page(chain, starts) for chain in chains],
        _parties(book, chains, starts),
    )


def _chain_posts(store: CaseStore, ids: Iterable[str]) -> Iterator[tuple[ChainPost, int]]:
    """The posts as the room takes them, and where the text of each begins in its page."""
    posts = [post for id_ in ids if (post := store.post(id_)) is not None]
    # Page by page: a page of very many posts is read once.
    for page_id, near in groupby(sorted(posts, key=_place), key=lambda post: post.page_id):
        page = store.page(page_id)
        if page is None:
            continue
        for post in near:
            known = store.description(post.id) or _nothing_known(post.id)
            one = chain_post(page, post, known)
            yield replace(one, quotations=_quotations(one.text, post, store.statements(post.id))), post.span.start


def _quotations(text: str, post: Post, statements: Iterable[Statement]) -> tuple[Span, ...]:
    """What `text`, that of `post`, gives as somebody else's words: in marks, and in statements that marks alone do not show."""
    said = [span for one in statements for span in one.quoted if post.span.holds(span)]
    return tuple(merged([*quotations(text), *(span.moved(-post.span.start) for span in said)]))


def _place(post: Post) -> tuple[str, int]:
    return post.page_id, post.order


def _nothing_known(post_id: str) -> Description:
    return Description(
        post_id=post_id, title=None, byline=None, outlet=None, published=None, lang=None, made_by="chains"
    )


def _outlets(store: CaseStore) -> Iterator[ChainPost]:
    """Every outlet that a post or page of the case names, without its words: who is who is learned from all."""
    span = Span(0, 0)
    for n, (outlet, stated, uri) in enumerate(store.chains.outlets()):
        page = Page(
            id="", source="", media_type="", encoding=None, sha256="", retrieved="", title=None, text="",
            uri=uri, stated=stated, made_by="chains",
        )  # fmt: skip
        post = Post(id=str(n), page_id="", order=0, span=span, title=None, body=None, made_by="chains")
        yield chain_post(page, post, replace(_nothing_known(str(n)), outlet=outlet))


def _parties(book: Book, chains: Iterable[Chain], posts: Iterable[str]) -> Iterator[Party]:
    """Everybody outside the posts that the chains name."""
    named: dict[str, Party] = {}
    for id_ in posts:
        facts = book[id_]
        owed = [debt.party for debt in facts.debts] + [one.party for one in (*facts.lead, *facts.mentions)]
        for party in (*owed, facts.voice):
            if party is not None:
                named.setdefault(party.id, party)
    used = {end for chain in chains for end in (chain.origin_id, *chain.roots, *(link.to for link in chain.links))}
    for end in sorted(end for end in used if end is not None and ":" in end):
        kind, _, name = end.partition(":")
        yield named.get(end) or Party(id=end, kind=kind, name=name)  # type: ignore[arg-type]


def _moved(pair: Reuse, a: int, b: int) -> Reuse:
    return replace(pair, passages=tuple(_passage_moved(passage, a, b) for passage in pair.passages))


def _passage_moved(passage: Passage, a: int, b: int) -> Passage:
    return replace(
        passage,
        a=passage.a.moved(a),
        b=passage.b.moved(b),
        differences=tuple(
            Difference(a=one.a.moved(a), b=one.b.moved(b), number=one.number) for one in passage.differences
        ),
    )


def _direction_in_page(one: DirectedReuse, starts: dict[str, int]) -> DirectedReuse:
    return replace(
        one,
        a_span=one.a_span.moved(starts[one.a]),
        b_span=one.b_span.moved(starts[one.b]),
        reasons=tuple(_reason_in_page(reason, starts) for reason in one.reasons),
    )


def _reason_in_page(reason: Reason, starts: dict[str, int]) -> Reason:
    if reason.span is None or reason.post_id is None:
        return reason
    return replace(reason, span=reason.span.moved(starts[reason.post_id]))


def _chain_in_page(chain: Chain, starts: dict[str, int]) -> Chain:
    return replace(
        chain,
        links=tuple(
            replace(link, span=link.span.moved(starts[link.post_id])) if link.span is not None else link
            for link in chain.links
        ),
    )
