"""Who had the words from whom: directed reuse, chains of posts, and the origins they end at."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from tawatur.model.description import Credit
from tawatur.model.page import Link
from tawatur.model.span import Span

DirectionWord = Literal["a->b", "b->a", "unknown"]
ReuseKind = Literal["agency copy", "release copy", "outlet copy", "shared quotation", "formula"]
PartyKind = Literal["agency", "outlet", "release", "unnamed"]
LinkWord = Literal["copies", "credits", "cites", "quotes"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChainPost:
    """A post as the search for origins takes it. All spans, here and in what comes out, are of `text`."""

    id: str
    text: str
    body: Span | None = None
    """None: the whole text is taken for the body."""
    outlet: str | None = None
    """The outlet that the post names as its own."""
    publisher: str | None = None
    """The outlet of the page or feed on which the post stands, where that is known apart from the post."""
    site: str | None = None
    """Host of the page's address."""
    byline: str | None = None
    published: str | None = None
    """ISO 8601, as precise as printed."""
    lang: str | None = None
    credits: tuple[Credit, ...] = ()
    links: tuple[Link, ...] = ()
    quotations: tuple[Span, ...] | None = None
    """Words that the post gives as somebody else's. None: not known; what stands in quotation marks is taken."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """Somebody outside the posts who may have written the words: an agency, an outlet, an office."""

    id: str
    """`agency:afp`, `outlet:northern courier`, `release:ministry of health`, `unnamed:agencies`."""
    kind: PartyKind
    name: str
    """As the world knows it, or as the post has it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """One thing that speaks for a direction, or against deciding."""

    name: str
    """date, credit, citation, signature, link, agency, author, containment, cuts, sibling, through, nearer, compilation,
    quotation; contradiction, nothing."""
    says: Literal["a->b", "b->a", "siblings", "unknown"]
    why: str
    """The sentence for a reader."""
    post_id: str | None = None
    span: Span | None = None
    """The words it rests on, in the post `post_id`; None where no words show it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DirectedReuse:
    """A pair of posts with passages in common, and what can be said of who had them from whom."""

    a: str
    b: str
    direction: DirectionWord
    """`a->b`: b has the words from a."""
    siblings_of: str | None = None
    """Post or party from which both have the words, neither from the other; `direction` is then unknown."""
    kind: ReuseKind
    a_share: float
    """Share of the body of a, in code points, that stands in b too; 0 to 1."""
    b_share: float
    words: int
    """Words in common, in order."""
    a_span: Span
    """The longest passage in common."""
    b_span: Span
    reasons: tuple[Reason, ...] = ()
    made_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChainLink:
    """One step from a post towards where its words come from."""

    source: str
    """The post that owes; `from` in the export."""
    to: str
    """A post, or the id of a party."""
    kind: LinkWord
    post_id: str
    """The post whose words show it."""
    span: Span | None
    """These words; None where only the form shows it: a byline, an address."""
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Chain:
    """What one post rests on, and where that ends."""

    post_id: str
    origin_id: str | None
    """The post or party at the end of the main line; the post itself where the words are its own. None: not known."""
    links: tuple[ChainLink, ...] = ()
    """The post's own links, the main one first."""
    roots: tuple[str, ...] = ()
    """Origins the post may rest on, for counting: ids of parties, or of posts whose outlet is unknown. Sorted."""
    voice: str | None = None
    """The party that published the post, under the id by which it counts; None: not known."""
    reasons: tuple[str, ...] = ()
    """Why these roots and no others, for people."""
    made_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """One independent start, and the posts that rest on it."""

    id: str
    """The party or post where it starts."""
    posts: tuple[str, ...]
    """In the order of their ids."""
    reasons: tuple[tuple[str, str], ...]
    """(post id, why it belongs here), for every post."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Origins:
    """The independent origins of some posts."""

    count: int
    groups: tuple[Origin, ...]
