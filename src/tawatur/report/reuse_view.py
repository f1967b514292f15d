"""From pairs, chains and the pages they are of to what the report shows of who shares words with whom."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from tawatur.chains import independent_origins
from tawatur.model import Chain, DirectedReuse, Party, Reading, Reason, Reuse, Span
from tawatur.report.html_text import runs_right_to_left
from tawatur.report.html_told import Phrase, phrase
from tawatur.report.html_words import Words
from tawatur.report.reuse_flow import Flow, flow_of
from tawatur.report.reuse_marks import Block, Figure, blocks, figures
from tawatur.report.reuse_own import Own, own_text
from tawatur.reuse.nearby import with_nearby_figures

Pairs = Sequence[tuple[Reuse, DirectedReuse | None]]

# A report is for reading: so many pairs are laid side by side, those with changed figures and the longest first.
MOST_SIDE_BY_SIDE = 150
MOST_NEAR = 12
MOST_GROUPS = 60
MOST_OWN = 200
_MOST_FIGURES = 12
_POST_ID = re.compile(r"po-[0-9a-f]{20}")
_SENTENCE_END = re.compile(r"(?<=[.]) ")


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """A post as another one names it."""

    number: int
    id: str
    title: Phrase | None
    outlet: Phrase | None
    published: str | None
    published_words: str | None
    body: Span | None
    page_text: str


@dataclass(frozen=True, slots=True)
class Said:
    """A reason, with the words it rests on where there are any."""

    why: tuple[Phrase, ...]
    """Sentence by sentence, so that a name in another script at the end of one disturbs none."""
    words: Phrase | None
    where: str
    """The post that has these words, by its number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Near:
    """Another post that shares words with the one that is shown."""

    post: Brief
    way: str
    """from, to, siblings or open; seen from the post that is shown."""
    told: str
    percent: str
    words: int
    figures: int
    whys: tuple[Said, ...]
    anchor: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PairView:
    """Two posts side by side; the one that had the words first comes first, where that is known."""

    anchor: str
    posts: tuple[Brief, Brief]
    percents: tuple[str, str]
    sure: bool
    told: str
    kind: str | None
    words: int
    reasons: tuple[Said, ...]
    figures: tuple[Figure, ...]
    more_figures: int
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnView:
    """How much of a post, or of an outlet's posts, is its own: whole percents that add up to a hundred."""

    name: Phrase | None
    post: Brief | None
    posts: int
    own: int
    open: int
    taken: int


@dataclass(frozen=True, slots=True, kw_only=True)
class OriginView:
    """One independent origin and its posts, each with its reason."""

    name: Phrase
    kind: str | None
    posts: tuple[tuple[Brief, tuple[Phrase, ...]], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupView:
    """Posts that share words, directly or over others, and their origins."""

    posts: int
    origins: tuple[OriginView, ...]


@dataclass(slots=True)
class Connections:
    """Everything the report says about shared words. `near` holds the neighbours of each post, by its id."""

    near: dict[str, tuple[Near, ...]] = field(default_factory=dict)
    more_near: dict[str, int] = field(default_factory=dict)
    own: dict[str, OwnView] = field(default_factory=dict)
    pairs: tuple[PairView, ...] = ()
    all_pairs: int = 0
    flow: Flow | None = None
    outlets: tuple[OwnView, ...] = ()
    groups: tuple[GroupView, ...] = ()


def connections_of(
    readings: Iterable[Reading],
    pairs: Pairs,
    chains: Mapping[str, Chain],
    parties: Mapping[str, Party],
    words: Words,
) -> Connections:
    """What `pairs` and `chains` say, with the words of the posts in `readings`, which is gone through once."""
    told = [pair for pair in pairs if pair[1] is None or pair[1].kind != "formula"]
    posts = _briefs(readings, {id_ for pair, _ in told for id_ in (pair.a, pair.b)}, words)
    told = [
        (with_nearby_figures(pair, posts[pair.a].page_text, posts[pair.b].page_text), way)
        for pair, way in told
        if pair.a in posts and pair.b in posts
    ]
    told.sort(
        key=lambda one: (
            -_figure_count(one[0]),
            -_word_count(one[0]),
            posts[one[0].a].number,
            posts[one[0].b].number,
        )
    )
    view = _View(posts, parties, words)
    shown = [view.pair(pair, way) for pair, way in told[:MOST_SIDE_BY_SIDE]]
    anchors = {(one.posts[0].id, one.posts[1].id): one.anchor for one in shown}
    made = Connections(
        pairs=tuple(shown), all_pairs=len(told), flow=flow_of(told, posts, parties, words),
        groups=tuple(view.groups(told, chains)),
    )  # fmt: skip
    by_post: dict[str, list[tuple[Reuse, DirectedReuse | None]]] = {}
    for one in told:
        for id_ in (one[0].a, one[0].b):
            by_post.setdefault(id_, []).append(one)
    owned: dict[str, Own] = {}
    for id_, held in by_post.items():
        made.near[id_] = tuple(view.near(id_, pair, way, anchors) for pair, way in held[:MOST_NEAR])
        made.more_near[id_] = max(0, len(held) - MOST_NEAR)
        owned[id_] = own_text(id_, posts[id_].body, held)
        made.own[id_] = _own_view(owned[id_], post=posts[id_])
    made.outlets = tuple(_own_by_outlet(posts, owned))
    return made


def _word_count(pair: Reuse) -> int:
    return sum(passage.words for passage in pair.passages)


def _figure_count(pair: Reuse) -> int:
    return sum(change.number for passage in pair.passages for change in passage.differences)


def _briefs(readings: Iterable[Reading], wanted: set[str], words: Words) -> dict[str, Brief]:
    """The posts that share words, by id."""
    found: dict[str, Brief] = {}
    number = 0
    for reading in readings:
        described = {one.post_id: one for one in reading.descriptions}
        for post in reading.posts:
            number += 1
            if post.id not in wanted:
                continue
            known = described.get(post.id)
            lang, is_rtl = (
                (known.lang if known else None),
                runs_right_to_left(post.span.of(reading.page.text)[:2000]),
            )
            title = (known.title if known else None) or (post.title.of(reading.page.text) if post.title else None)
            outlet = known.outlet if known else None
            published = known.published if known else None
            found[post.id] = Brief(
                number=number,
                id=post.id,
                title=phrase(title, lang, lang_is_rtl=is_rtl) if title else None,
                outlet=phrase(outlet, lang, lang_is_rtl=is_rtl) if outlet else None,
                published=published,
                published_words=words.date(published) if published else None,
                body=post.body,
                page_text=reading.page.text,
            )
    return found


class _View:
    """Makes views in one language of the report."""

    def __init__(self, posts: Mapping[str, Brief], parties: Mapping[str, Party], words: Words) -> None:
        self._posts, self._parties, self._words = posts, parties, words

    def pair(self, pair: Reuse, way: DirectedReuse | None) -> PairView:
        """Two posts side by side."""
        a, b = self._posts[pair.a], self._posts[pair.b]
        direction = way.direction if way else "unknown"
        turned = direction == "b->a"
        texts = (a.page_text, b.page_text)
        changed = list(figures(pair.passages, texts, turned=turned))
        percents = (self._percent(way.a_share), self._percent(way.b_share)) if way else ("", "")
        return PairView(
            anchor=f"pair-{a.number}-{b.number}",
            posts=(b, a) if turned else (a, b),
            percents=(percents[1], percents[0]) if turned else percents,
            sure=direction != "unknown",
            told=self._told_of_pair(way),
            kind=self._words["reuse_kinds"].get(way.kind, way.kind) if way else None,
            words=_word_count(pair),
            reasons=self._reasons(way),
            figures=tuple(changed[:_MOST_FIGURES]),
            more_figures=max(0, len(changed) - _MOST_FIGURES),
            blocks=tuple(blocks(pair.passages, texts, turned=turned)),
        )

    def near(self, id_: str, pair: Reuse, way: DirectedReuse | None, anchors: Mapping[tuple[str, str], str]) -> Near:
        """The other post of a pair, seen from the post `id_`."""
        is_a = pair.a == id_
        direction = way.direction if way else "unknown"
        if direction != "unknown":
            word = "to" if direction == ("a->b" if is_a else "b->a") else "from"
        else:
            word = "siblings" if way and way.siblings_of else "open"
        return Near(
            post=self._posts[pair.b if is_a else pair.a],
            way=word,
            told=self._words.say(f"near_{word}", name=self._name(way.siblings_of if way else None)),
            percent=self._percent(way.a_share if is_a else way.b_share) if way else "",
            words=_word_count(pair),
            figures=_figure_count(pair),
            whys=self._reasons(way),
            anchor=anchors.get((pair.a, pair.b)) or anchors.get((pair.b, pair.a)),
        )

    def groups(self, pairs: Pairs, chains: Mapping[str, Chain]) -> Iterator[GroupView]:
        """The posts that are connected, the biggest groups first, with their origins."""
        for ids in _connected(pairs)[:MOST_GROUPS]:
            held = [chains[id_] for id_ in ids if id_ in chains]
            if len(held) < 2:
                continue
            origins = independent_origins(held)
            views = [
                OriginView(
                    name=self._origin_name(group.id),
                    kind=self._words["party_kinds"].get(self._parties[group.id].kind)
                    if group.id in self._parties
                    else None,
                    posts=tuple((self._posts[id_], self._why(why)) for id_, why in group.reasons),
                )
                for group in origins.groups
            ]
            yield GroupView(posts=len(held), origins=tuple(sorted(views, key=lambda one: -len(one.posts))))

    def _told_of_pair(self, way: DirectedReuse | None) -> str:
        if way is None or (way.direction == "unknown" and way.siblings_of is None):
            return self._words.say("pair_open")
        if way.siblings_of is not None and way.direction == "unknown":
            return self._words.say("near_siblings", name=self._name(way.siblings_of))
        return self._words.say("pair_sure")

    def _reasons(self, way: DirectedReuse | None) -> tuple[Said, ...]:
        return tuple(dict.fromkeys(map(self._said, way.reasons))) if way else ()

    def _said(self, reason: Reason) -> Said:
        words = None
        post = self._posts.get(reason.post_id) if reason.post_id else None
        if post is not None and reason.span is not None and len(reason.span):
            words = phrase(" ".join(reason.span.of(post.page_text).split()), None)
        return Said(self._why(reason.why), words, self._name(reason.post_id) if words else "")

    def _why(self, said: str) -> tuple[Phrase, ...]:
        """The sentences of a reason in the report's language, posts by their numbers."""
        told, lang = self._words.reasons(said)
        told = _POST_ID.sub(self._numbered, told)
        return tuple(phrase(one, lang, lang_is_rtl=runs_right_to_left(one)) for one in _SENTENCE_END.split(told))

    def _numbered(self, found: re.Match[str]) -> str:
        post = self._posts.get(found.group())
        return str(post.number) if post else found.group()

    def _name(self, id_: str | None) -> str:
        if id_ is None:
            return ""
        if id_ in self._posts:
            return self._words.say("post_n", n=self._posts[id_].number)
        return self._parties[id_].name if id_ in self._parties else id_.partition(":")[2] or id_

    def _origin_name(self, id_: str) -> Phrase:
        post = self._posts.get(id_)
        if post is not None:
            return phrase(self._words.say("post_n", n=post.number), self._words.language)
        return phrase(self._name(id_), None)

    def _percent(self, share: float) -> str:
        return self._words.percent(share)


def _connected(pairs: Pairs) -> list[list[str]]:
    """Sets of posts that pairs connect, the biggest first."""
    near: dict[str, list[str]] = {}
    for pair, _ in pairs:
        near.setdefault(pair.a, []).append(pair.b)
        near.setdefault(pair.b, []).append(pair.a)
    seen: set[str] = set()
    found = []
    for start in near:
        if start in seen:
            continue
        seen.add(start)
        group = [start]
        for one in group:
            fresh = [other for other in near[one] if other not in seen]
            seen.update(fresh)
            group += dict.fromkeys(fresh)
        found.append(group)
    return sorted(found, key=lambda group: -len(group))


def _own_view(own: Own, *, post: Brief | None = None, name: Phrase | None = None, posts: int = 1) -> OwnView:
    taken, open_ = round(100 * own.share(own.taken)), round(100 * own.share(own.open))
    return OwnView(name=name, post=post, posts=posts, own=max(0, 100 - taken - open_), open=open_, taken=taken)


def _own_by_outlet(posts: Mapping[str, Brief], owned: Mapping[str, Own]) -> Iterator[OwnView]:
    """The posts that share words, outlet by outlet, most text first."""
    names: dict[str, Phrase] = {}
    sums: dict[str, tuple[Own, int]] = {}
    for id_, own in owned.items():
        outlet = posts[id_].outlet
        if outlet is not None:
            names.setdefault(outlet.text, outlet)
            before, count = sums.get(outlet.text, (Own(0, 0, 0), 0))
            sums[outlet.text] = (before.plus(own), count + 1)
    for name, (own, count) in sorted(sums.items(), key=lambda item: -item[1][0].length):
        yield _own_view(own, name=names[name], posts=count)
