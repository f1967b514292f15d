"""Which posts tell of the same happening, in any language.

In: posts (`StoryPost`: title, text, language, date, the places and people it names). Out: stories (`Story`), each with
the posts in it and what ties them, the strongest first. Every post is in one story; a comment on a happening is in it
loosely.

Posts in one language are compared by all their words; posts in two by what both languages have: the meanings of the
lexicon, the sounds of names, places and numbers. Each is weighed by how rare it is (`vectors.py`). The sets that are
nearest in the mean are joined until none are near enough (`group.py`).

How it is measured: `benchmarks/stories/` groups English news with two look-alike happenings in each topic, and invented
happenings told in two languages.
"""

from tawatur.stories.opinion import is_comment
from tawatur.stories.plan import StoryFinder, find_stories
from tawatur.stories.version import MADE_BY, VERSION

__all__ = ["MADE_BY", "VERSION", "StoryFinder", "find_stories", "is_comment"]
