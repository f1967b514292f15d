"""Who had the words from whom, where each post's words begin, and how many beginnings there are.

In: posts (`ChainPost`: text, outlet, byline, date, credits, links) and the pairs that the search for reuse found
(`Reuse`). Out: the same pairs with a direction, or without one where evidence does not decide (`DirectedReuse`); for
every post the chain of what it copies, credits, cites and quotes, with the words that show each link (`Chain`); and,
for any of the posts, the count of their independent origins with a reason for every post (`Origins`).

    directed = direct_reuse(posts, find_reuse(...))
    chains = find_chains(posts, directed)
    origins = independent_origins(chains)

Outlets, their publishers and feeds, agencies and offices that issue releases are kept apart; the language data knows
them by all their names. Time is linear in posts and pairs.

How it is measured: `benchmarks/chains/` makes stories whose spread is known, in two languages.
"""

from tawatur.chains.facts import Book
from tawatur.chains.kinds import may_be_formula
from tawatur.chains.origins import independent_origins
from tawatur.chains.parties import Parties
from tawatur.chains.plan import chains_in, direct_reuse, directed_in, find_chains, origins_of, walk
from tawatur.chains.posts import chain_post
from tawatur.chains.version import MADE_BY, VERSION

__all__ = [
    "MADE_BY",
    "VERSION",
    "Book",
    "Parties",
    "chain_post",
    "chains_in",
    "direct_reuse",
    "directed_in",
    "find_chains",
    "independent_origins",
    "may_be_formula",
    "origins_of",
    "walk",
]
