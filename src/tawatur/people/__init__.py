"""All statements of a case -> its speakers: the same person, organisation or office, in all posts and both scripts.

In comes what each statement says of its speaker (`Said`; `said_of` makes it from a statement), out comes one `Speaker`
for everybody who is the same. Sources without a name are never joined across posts.

Measured by `benchmarks/attribution/names_across.py`: precision and recall over pairs of names that are easily confused.
"""

from tawatur.people.plan import PEOPLE, link_speakers
from tawatur.people.said import Said, said_of

__all__ = ["PEOPLE", "Said", "link_speakers", "said_of"]
