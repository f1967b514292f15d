"""Post -> Place: the places that a post names, and what each stands for.

In: the posts of a page, and their descriptions where there are any. Out: a `Place` for every mention, in order, with the
toponym as a span of the page, the place of the gazetteer it stands for, and the reasons for it. Measured on
`benchmarks/places/`.
"""

from tawatur.locate.gazetteer import import_geonames
from tawatur.locate.plan import LOCATE, locate_page

__all__ = ["LOCATE", "import_geonames", "locate_page"]
