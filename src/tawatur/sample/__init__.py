"""The sample case: pages about an invented accident, as messy as real ones, and what a careful reader finds in them.

The country, its places, outlets and people do not exist. `NOTES.md` says what was planted where.
"""

from __future__ import annotations

from pathlib import Path

_FOLDER = Path(__file__).parent
_PAGES = ("*.txt", "*.html", "*.xml", "*.warc.gz")


def sample_pages() -> tuple[Path, ...]:
    """The pages of the sample case, in the order of their names; hand them to `tawatur read`."""
    return tuple(sorted(path for pattern in _PAGES for path in _FOLDER.glob(pattern)))


def sample_gold() -> Path:
    """What a careful reader finds in the pages, as JSON."""
    return _FOLDER / "gold.json"


def sample_pack() -> Path:
    """The invented places of the sample case, as a pack for `packs` of `tawatur.read`."""
    return _FOLDER / "pack.yaml"
