"""Page -> posts: cut a digest page wherever a new post begins; a page of one article stays one post.

In comes a `Page`, out come its `Post`s in order, never overlapping. Two roads end in the same cut choice: units that
the form of the page marks (feed entries, articles, repeated blocks) are taken as they are; elsewhere every line is
labelled as page furniture, title, head, body or credits, all lines of the page at once, twice: first from what each
line shows, then also from the habits of the page that the first labelling brought out.

Measured by `benchmarks/digest/score.py` on pages of families that no weight has seen; see docs/design/0004.
"""

from tawatur.split.plan import SPLIT, split_page

__all__ = ["SPLIT", "split_page"]
