"""Posts -> descriptions: what each post says of itself.

In comes a `Page` with its `Post`s, out comes one `Description` a post: title, byline, outlet, date with its
precision, language of the post and of sentences that differ, credits, links and captions. Every field carries the
words it rests on; None means that the page does not say.

Measured by `benchmarks/describe.py` on pages whose posts are known, and by precision and recall of each field.
"""

from tawatur.describe.plan import DESCRIBE, describe_page

__all__ = ["DESCRIBE", "describe_page"]
