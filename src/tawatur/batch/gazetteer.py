"""A gazetteer of the user's own, and the pack that takes it into use."""

from __future__ import annotations

from pathlib import Path

from tawatur.errors import ExportError
from tawatur.locate import import_geonames


def import_places(file: Path, out: Path) -> tuple[int, Path]:
    """Make a gazetteer in the folder `out` from a dump of GeoNames; gives how many places it has, and its pack.

    Raises: LanguageDataError where the file is no such dump, ExportError where the folder cannot be written.
    """
    pack = out / "pack.yaml"
    try:
        out.mkdir(parents=True, exist_ok=True)
        count = import_geonames(file, out)
        # The folder by its whole name: a pack may be copied elsewhere, a gazetteer stays where it was made.
        folder = str(out.resolve()).replace("'", "''")
        pack.write_text(
            f"# {count} places of {file.name} (GeoNames, CC BY 4.0)\ngazetteers:\n  - '{folder}'\n", "utf-8"
        )
    except OSError as error:
        raise ExportError(
            f"{error.filename or out}: the gazetteer could not be written ({error.strerror or error}). "
            "Check that the folder may be written and the disk has room, and run the same command again."
        ) from error
    return count, pack
