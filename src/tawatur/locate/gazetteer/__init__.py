"""Places of the world with their names in many languages, as sorted arrays that processes share without copying."""

from tawatur.locate.gazetteer.arrays import COLUMNS, GazetteerRow
from tawatur.locate.gazetteer.importing import import_geonames
from tawatur.locate.gazetteer.opened import Gazetteer, Hits, open_gazetteer, world
from tawatur.locate.gazetteer.written import write_gazetteer

__all__ = [
    "COLUMNS",
    "Gazetteer",
    "GazetteerRow",
    "Hits",
    "import_geonames",
    "open_gazetteer",
    "world",
    "write_gazetteer",
]
