"""What the posts of a story report alike, and where they do not agree.

In: the posts of one story (`ClaimPost`: text, statements, places) and a way to count the independent origins of posts.
Out: claims (`Claim`), each with its reports in one variant, or side by side in several that cannot all hold: another
actor, number, direction, day, or a denial. Every row points at its words. Nothing is called true or false.

Each statement's content and each sentence in a post's own voice is a unit (`units.py`). Units of different posts that
speak of one utterance or one happening are lined up by what they share, in whatever languages (`gather.py`); what each
puts into its slots (`fillers.py`) is compared with sense: "at least 30" does not contradict 34 (`compare.py`). `check_claim` asks the same of a sentence that somebody puts.
"""

from tawatur.corroborate.check import check_claim
from tawatur.corroborate.plan import find_claims
from tawatur.corroborate.version import MADE_BY, VERSION

__all__ = ["MADE_BY", "VERSION", "check_claim", "find_claims"]
