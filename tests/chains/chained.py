"""Posts and pairs made by hand: a shared text is found by looking for it, so that spans are never typed."""

from __future__ import annotations

from tawatur.chains import direct_reuse, find_chains, independent_origins
from tawatur.model import Chain, ChainPost, Credit, DirectedReuse, Origins, Passage, Reuse, Span
from tawatur.model.description import CreditKind

PUMPS = (
    "Engineers closed two pumping stations beside the old bridge of Tarsa after a fire in the transformer hall, and the "
    "water authority expects repairs to last four days while tankers serve the eastern quarters every morning."
)
FERRY = (
    "The ferry to Ozmara stayed in harbour for a third night because the crew found a crack below the waterline, said "
    "the harbour master, who sent the passengers by bus along the coast road to the landing at Belmo."
)
PUMPS_AR = (
    "أغلق المهندسون محطتي ضخ قرب جسر ترسا القديم بعد حريق في قاعة المحولات، وتتوقع مؤسسة المياه أن تستمر أعمال الإصلاح أربعة "
    "أيام فيما تزود الصهاريج الأحياء الشرقية كل صباح."
)


def post(ident: str, text: str, outlet: str | None = None, published: str | None = None, **more: object) -> ChainPost:
    """A post; `outlet` and `published` as a file of posts would have them."""
    return ChainPost(id=ident, text=text, outlet=outlet, published=published, **more)  # type: ignore[arg-type]


def credited(
    ident: str,
    text: str,
    outlet: str | None,
    to: str,
    kind: CreditKind = "source",
    published: str | None = None,
) -> ChainPost:
    """A post with a credit line below its text."""
    line = f"\nSource: {to}"
    at = len(text) + line.index(to)
    credit = Credit(kind=kind, to=to, span=Span(at, at + len(to)))
    return post(ident, text + line, outlet, published, body=Span(0, len(text)), credits=(credit,))


def shares(a: ChainPost, b: ChainPost, *texts: str) -> Reuse:
    """The pair of two posts that share `texts`, each found in both."""
    passages = []
    for block, text in enumerate(texts):
        in_a, in_b = a.text.index(text), b.text.index(text)
        passages.append(
            Passage(
                a=Span(in_a, in_a + len(text)),
                b=Span(in_b, in_b + len(text)),
                words=len(text.split()),
                similarity=1.0,
                block=block,
            )  # fmt: skip
        )
    same = a.outlet is not None and a.outlet == b.outlet
    return Reuse(a=a.id, b=b.id, same_outlet=same, passages=tuple(passages), made_by="made")


def directed(a: ChainPost, b: ChainPost, *texts: str) -> DirectedReuse:
    """The one pair of two posts, directed."""
    (pair,) = direct_reuse([a, b], [shares(a, b, *texts)])
    return pair


def chains(posts: list[ChainPost], reuses: list[Reuse]) -> dict[str, Chain]:
    """The chains of all posts, by id."""
    return {chain.post_id: chain for chain in find_chains(posts, direct_reuse(posts, reuses))}


def origins(posts: list[ChainPost], reuses: list[Reuse]) -> Origins:
    """The origins of all posts."""
    return independent_origins(chains(posts, reuses).values())
