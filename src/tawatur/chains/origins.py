"""Counting origins instead of outlets."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from tawatur.chains.graph import Sets
from tawatur.chains.parties import UNNAMED
from tawatur.chains.roots import WORDLESS
from tawatur.model import Chain, Origin, Origins

_NO_ONE = (UNNAMED.id, WORDLESS)


def independent_origins(chains: Iterable[Chain]) -> Origins:
    """Count the independent origins of some posts, given the chains of these posts.

    The rule: two posts are of two origins only if everything that either may rest on is known and different.
    So posts that carry the same text, one agency's text, one release, or mostly one speaker's words are one origin;
    so are the posts of one outlet and of one owner's outlets. A post that may rest on several origins adds one only
    where none of these is counted already. A post that credits "agencies" adds one only where no agency is counted,
    and an empty post only where there is nothing else. A post without any link stands for itself.

    The count never exceeds the number of posts and does not depend on their order. A later copy never raises it, unless
    the posts themselves name its outlet as their source and so show what they rest on.
    """
    posts = {chain.post_id: chain for chain in chains}
    spoken = _spoken(posts.values())
    counted = {
        chain.roots[0] for chain in posts.values() if len(chain.roots) == 1 and not _is_passed_on(chain, spoken)
    }.difference(_NO_ONE)
    several = [chain.roots for chain in posts.values() if len(chain.roots) > 1]
    homes = _homes([*several, *((root, *under) for root, under in spoken.items())], counted)
    groups: dict[str, list[tuple[str, str]]] = {}
    for post_id, chain in sorted(posts.items()):
        home, why = _home(chain, homes)
        groups.setdefault(home, []).append((post_id, why))
    _place_the_unnamed(groups)
    return Origins(
        count=len(groups),
        groups=tuple(
            Origin(id=home, posts=tuple(post_id for post_id, _ in sorted(held)), reasons=tuple(sorted(held)))
            for home, held in sorted(groups.items())
        ),
    )


def _spoken(chains: Collection[Chain]) -> dict[str, tuple[str, ...]]:
    """For each outlet that others credit and that has posts here itself: the roots of these posts."""
    credited = {root for chain in chains for root in chain.roots if root != chain.voice}
    under: dict[str, set[str]] = {}
    for chain in chains:
        if chain.voice in credited:
            under.setdefault(chain.voice, set()).update(chain.roots)
    return {voice: tuple(sorted(roots)) for voice, roots in sorted(under.items())}


def _is_passed_on(chain: Chain, spoken: Mapping[str, tuple[str, ...]]) -> bool:
    """True where the post credits an outlet whose own posts here tell more of where its words come from."""
    return chain.roots[0] != chain.voice and chain.roots[0] in spoken


def _homes(several: Iterable[tuple[str, ...]], counted: set[str]) -> dict[str, str]:
    """Where a post that names this root is counted: at a root that stands for itself, if it can reach one."""
    bound = Sets()
    touched: set[str] = set()
    for roots in several:
        touched.update(roots)
        for root in roots[1:]:
            bound.join(roots[0], root)
    reached: dict[str, str] = {}
    for root in sorted(touched & counted):
        reached.setdefault(bound.of(root), root)
    return {root: root if root in counted else reached.get(bound.of(root), bound.of(root)) for root in touched}


def _home(chain: Chain, homes: Mapping[str, str]) -> tuple[str, str]:
    why = " ".join(chain.reasons)
    roots = chain.roots or (chain.post_id,)
    direct = [root for root in roots if homes.get(root, root) == root]
    home = direct[0] if direct else homes[roots[0]]
    if len(roots) > 1:
        several = ", ".join(root.partition(":")[2] or root for root in roots)
        why += f" It may rest on any of: {several}."
    elif home != roots[0]:
        why += f" What that outlet has here rests on {home.partition(':')[2] or home}."
    return home, why


def _place_the_unnamed(groups: dict[str, list[tuple[str, str]]]) -> None:
    """Posts of no named agency go to an agency that is counted, empty ones to anything."""
    for no_one in _NO_ONE:
        held = groups.pop(no_one, None)
        if held is None:
            continue
        open_to = [home for home in sorted(groups) if no_one == WORDLESS or home.startswith("agency:")]
        if not open_to:
            groups[no_one] = held
        else:
            more = f" It cannot be told apart from {open_to[0].partition(':')[2] or open_to[0]}, and adds no origin."
            groups[open_to[0]].extend((post_id, why + more) for post_id, why in held)
