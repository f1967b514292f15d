"""The choices of one run over many inputs."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any

from tawatur.errors import LanguageDataError
from tawatur.pipeline import PIPELINE, Recipe
from tawatur.read import ReadOptions

GIB = 1 << 30


@dataclass(frozen=True, slots=True, kw_only=True)
class RunOptions:
    """How a run goes about its work. The defaults suit a machine that does nothing else."""

    read: ReadOptions = field(default_factory=ReadOptions)
    """Limits and permissions of taking in."""
    packs: tuple[Path, ...] = ()
    """The user's own language data."""
    workers: int | None = None
    """Processes that work on pages; None: one for each core. 0: none, all in this process."""
    page_limit_s: float = 60.0
    """A page that takes longer becomes a failure, and its process is replaced."""
    memory_limit: int = 4 * GIB
    """Bytes that one process may hold; a page that needs more becomes a failure. Kept where the system can."""
    pages_per_worker: int = 5_000
    """A process is replaced by a fresh one after so many pages, so that what a library leaks stays small."""
    again: bool = False
    """Work on pages again that the same versions have worked on already."""
    recipe: Recipe = PIPELINE
    """What is done with one capture."""

    @property
    def made_by(self) -> str:
        """The recipe's rooms and versions, and which packs stood beside them: other packs give other results."""
        if not self.packs:
            return self.recipe.made_by
        packs = sha256()
        for pack in self.packs:
            packs.update(_content(pack))
        return f"{self.recipe.made_by} packs@{packs.hexdigest()[:12]}"

    def to_json(self) -> dict[str, Any]:
        """The options as plain values, for the record of the run."""
        return {
            "read": asdict(self.read),
            "packs": [str(pack) for pack in self.packs],
            "workers": self.workers,
            "page_limit_s": self.page_limit_s,
            "again": self.again,
        }


def _content(pack: Path) -> bytes:
    try:
        return pack.read_bytes()
    except OSError as error:
        raise LanguageDataError(f"{pack}: the pack cannot be read ({error}). Check its name.") from error
