"""Which posts share passages, word for word or edited.

In: posts (`ReusePost`), in any order and language. Out: for every pair of posts that share something a `Reuse`: the
passages as exact spans of both texts, what was changed inside them, and figures among the changes. The pair is not
directed here.

What counts: words are compared folded (case, accents, Arabic spelling, presentation forms, digits of every script);
punctuation does not count; digits do. A passage has nine words or more in common, and tells more than chance could
give in a text as long as all that came in so far. Words that an outlet carries in post after post are its boilerplate
and no reuse between its own posts. Of a text that more than a hundred posts carry, each further post is linked with
its first carriers and with those just before it, so that the links stay as many as the posts; together they hold all
carriers in one piece. Of what a post says twice, one place is lined up: the first, or the one in the longer passage.

How it is measured: `benchmarks/reuse.py` makes corpora with known copies and prints precision, recall and the time
of each step beside the lower bound (tokenise and sort alone).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from tawatur.model import Reuse, ReusePost
from tawatur.reuse.options import ReuseOptions
from tawatur.reuse.version import MADE_BY, VERSION

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tawatur.reuse.files import ReuseSummary

__all__ = ["MADE_BY", "VERSION", "ReuseOptions", "find_reuse", "kept_posts", "reuse_file"]

# The plan is imported when it is first needed: it brings in the compiler, which takes half a second to load.


def find_reuse(posts: Iterable[ReusePost], options: ReuseOptions | None = None) -> Iterator[Reuse]:
    """Find the passages that each of `posts` shares with those before it, and with all that `options.folder` holds.

    Yields: one `Reuse` per pair of posts, in the order of the later post.
    Raises: UsageError where two posts have the same id.
    """
    from tawatur.reuse.phases import Phases
    from tawatur.reuse.plan import search

    for found in search(posts, options or ReuseOptions(), Phases()):
        yield from found.pairs()


def reuse_file(
    posts_path: Path | str,
    out_path: Path | str,
    options: ReuseOptions | None = None,
    *,
    progress: Callable[[int], None] | None = None,
) -> ReuseSummary:
    """Find the reuse among the posts of a JSON Lines file; see `tawatur.reuse.files.reuse_file`."""
    from tawatur.reuse.files import reuse_file as run

    return run(posts_path, out_path, options, progress=progress)


def kept_posts(folder: Path) -> str | None:
    """A digest of the ids, in order, of all posts that an index kept in `folder` holds; None where it cannot be used."""
    from tawatur.reuse.runs import ids_digest

    return ids_digest(folder)
