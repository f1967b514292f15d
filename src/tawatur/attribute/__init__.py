"""Posts -> statements: who said what.

In comes a `Page` with its `Post`s and their `Description`s, out comes one `Statement` for every stretch of words that a
post credits to somebody: content, cue, speaker and addressee, all of them spans of the page.

Measured by `benchmarks/attribution/`: content spans found, speakers right, time for a post of 600 words.
"""

from tawatur.attribute.plan import ATTRIBUTE, attribute_page

__all__ = ["ATTRIBUTE", "attribute_page"]
