"""What was taken in so far: columns of tokens and posts, and sorted runs of postings, in memory or in a folder.

A folder holds one file per column, one per run, and `reuse.json`, which is written last and by renaming: it says how
much of each file counts. A run that was killed leaves more in the files than `reuse.json` says; the next one cuts it off.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from functools import partial
from hashlib import blake2b
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from tawatur.errors import UsageError
from tawatur.model import ReusePost
from tawatur.reuse.columns import Column, give_back, map_file
from tawatur.reuse.kernel import kernel
from tawatur.reuse.offsets import pack
from tawatur.reuse.postings import BLOCK_BITS, Run
from tawatur.reuse.surprise import PAIR_CELLS, WORD_CELLS
from tawatur.reuse.tokens import tokenise

FORMAT = 1
_MOST_TOKENS = (1 << 32) - 2
# Runs up to this size are merged with their neighbours; longer ones stay as they are, so that no small addition ever
# pays for all that came before.
_LONGEST_MERGED = 16_000_000
_COLUMNS: dict[str, tuple[str, int]] = {
    "tokens": ("<u4", 1),
    "gaps": ("u1", 1),
    "lengths": ("u1", 1),
    "listed": ("<u4", 3),
    "places": ("<u4", 1),
    "bounds": ("<i8", 1),
    "blocks": ("<u4", 1),
    "outlets": ("<u4", 1),
    "ids": ("u1", 1),
    "id_ends": ("<i8", 1),
    "id_hashes": ("<u8", 1),
}


@dataclass(slots=True)
class Index:
    """Everything taken in. Columns are named after what they hold; see `open_index`."""

    folder: Path | None
    columns: dict[str, Column]
    words: NDArray[np.uint32]
    pairs: NDArray[np.uint32]
    outlets: dict[str, int] = field(default_factory=dict)
    runs: list[str] = field(default_factory=list)
    searched_posts: int = 0
    """Posts whose reuse has been found; those after them wait in the columns."""
    next_file: int = 0
    _waiting_run: str | None = None

    def __getitem__(self, column: str) -> NDArray[Any]:
        return self.columns[column].view()

    @property
    def posts(self) -> int:
        """How many posts were taken in."""
        return len(self.columns["bounds"]) - 1

    @property
    def tokens(self) -> int:
        """How many tokens were taken in."""
        return len(self.columns["tokens"])

    def take_in(self, posts: list[ReusePost]) -> None:
        """Tokenise `posts` and add them to the columns.

        Raises: UsageError where an id was taken in before, or where there is no room for more.
        """
        self._check_ids([post.id for post in posts])
        tokens, base, first = tokenise([post.text for post in posts]), self.tokens, self.posts
        if base + len(tokens.hashes) > _MOST_TOKENS:
            raise UsageError(
                f"reuse: {base + len(tokens.hashes)} words are more than one search holds ({_MOST_TOKENS}). "
                "Split the posts, by year for instance, and search each part."
            )
        gaps, lengths, listed, places = pack(tokens, base)
        ends = base + np.cumsum(tokens.counts)
        add = {name: column.append for name, column in self.columns.items()}
        add["tokens"](tokens.hashes)
        add["gaps"](gaps)
        add["lengths"](lengths)
        add["listed"](listed)
        add["places"](places)
        add["bounds"](ends)
        marks = np.arange(-(-base >> BLOCK_BITS), -(-int(ends[-1]) >> BLOCK_BITS), dtype=np.int64) << BLOCK_BITS
        add["blocks"](np.searchsorted(ends, marks, side="right") + first)
        add["outlets"](np.array([self._outlet_number(post.outlet) for post in posts]))
        names = [post.id.encode("utf-8", "surrogatepass") for post in posts]
        add["id_ends"](np.cumsum([len(name) for name in names]) + len(self.columns["ids"]))
        add["ids"](np.frombuffer(b"".join(names), dtype=np.uint8))

    def _check_ids(self, ids: list[str]) -> None:
        hashes = np.array([_id_hash(one) for one in ids], dtype=np.uint64)
        twice = np.flatnonzero(np.isin(hashes, self["id_hashes"]))
        if len(twice) == 0 and len(np.unique(hashes)) < len(hashes):
            order = np.argsort(hashes, kind="stable")
            twice = order[1:][np.diff(hashes[order]) == 0]
        if len(twice):
            raise UsageError(
                f"reuse: the post id {ids[int(twice[0])]!r} was given before. "
                "Give each post an id of its own, and each post once."
            )
        self.columns["id_hashes"].append(hashes)

    def _outlet_number(self, outlet: str | None) -> int:
        """0 for an unknown outlet: it is nobody's boilerplate."""
        if outlet is None:
            return 0
        return self.outlets.setdefault(outlet, len(self.outlets) + 1)

    def post_id(self, post: int) -> str:
        """The id that the post with this number was given."""
        ends = self["id_ends"]
        begin = int(ends[post - 1]) if post else 0
        return self["ids"][begin : int(ends[post])].tobytes().decode("utf-8", "surrogatepass")

    def older_runs(self) -> list[Run]:
        """The sorted postings of all posts searched so far, oldest first, mapped from their files."""
        if self.folder is None:
            return []
        mapped = [map_file(self.folder / name, np.uint64) for name in self.runs]
        return [Run(postings, partial(give_back, pages)) for pages, postings in mapped]

    def waiting_tokens(self) -> int:
        """Tokens that were taken in and not searched yet."""
        return self.tokens - int(self["bounds"][self.searched_posts])

    def keep(self, postings: NDArray[np.uint64]) -> None:
        """Write the sorted `postings` of the waiting posts, for later posts to be searched against."""
        if self.folder is not None and len(postings):
            self._waiting_run = self._write(postings)

    def commit(self) -> None:
        """Record that the waiting posts have been searched. What a folder holds from here on survives a crash."""
        self.searched_posts = self.posts
        if self.folder is None:
            return
        if self._waiting_run is not None:
            self.runs.append(self._waiting_run)
            self._waiting_run = None
        while len(self.runs) > 1 and self._worth_merging():
            self._merge_last()
        self._commit()

    def _write(self, postings: NDArray[np.uint64]) -> str:
        assert self.folder is not None
        name = f"run-{self.next_file}.u64"
        self.next_file += 1
        with (self.folder / name).open("wb") as file:
            file.write(postings.data)
        return name

    def _worth_merging(self) -> bool:
        assert self.folder is not None
        before, last = ((self.folder / name).stat().st_size // 8 for name in self.runs[-2:])
        return before + last <= _LONGEST_MERGED and before <= 2 * last

    def _merge_last(self) -> None:
        """Make one run of the last two. Their tokens follow on each other, so that equal postings stay in order."""
        assert self.folder is not None
        a, b = (map_file(self.folder / name, np.uint64)[1] for name in self.runs[-2:])
        merged = np.empty(len(a) + len(b), dtype=np.uint64)
        _merge(a, b, merged)
        self.runs[-2:] = [self._write(merged)]

    def _commit(self) -> None:
        assert self.folder is not None
        counts = f"counts-{self.next_file}.u32"
        self.next_file += 1
        with (self.folder / counts).open("wb") as file:
            file.write(self.words.data)
            file.write(self.pairs.data)
        state = {
            "format": FORMAT,
            "rows": {name: len(column) for name, column in self.columns.items()},
            "outlets": list(self.outlets),
            "runs": self.runs,
            "counts": counts,
            "next_file": self.next_file,
        }
        draft = self.folder / "reuse.json.new"
        draft.write_text(json.dumps(state, ensure_ascii=False), encoding="utf-8")
        draft.replace(self.folder / "reuse.json")
        _drop_unused(self.folder, {counts, *self.runs})


def open_index(folder: Path | None) -> Index:
    """An empty index in memory, or what was taken in before into `folder`, which is made where it is missing.

    Raises: UsageError where the folder holds something else, or an index of another version.
    """
    if folder is None:
        columns = {name: Column(dtype, width=width) for name, (dtype, width) in _COLUMNS.items()}
        columns["bounds"].append(np.zeros(1, np.int64))
        return Index(None, columns, np.zeros(WORD_CELLS + 1, np.uint32), np.zeros(PAIR_CELLS, np.uint32))
    folder.mkdir(parents=True, exist_ok=True)
    state = _read_state(folder)
    rows = state["rows"]
    columns = {
        name: Column(dtype, folder / f"{name}.column", rows.get(name, 0), width)
        for name, (dtype, width) in _COLUMNS.items()
    }
    if len(columns["bounds"]) == 0:
        columns["bounds"].append(np.zeros(1, np.int64))
    counts = np.zeros(WORD_CELLS + 1 + PAIR_CELLS, np.uint32)
    if state["counts"] is not None:
        counts = np.fromfile(folder / state["counts"], dtype=np.uint32)
    index = Index(folder, columns, counts[: WORD_CELLS + 1], counts[WORD_CELLS + 1 :])
    index.outlets = {name: number for number, name in enumerate(state["outlets"], 1)}
    index.runs, index.next_file = list(state["runs"]), state["next_file"]
    index.searched_posts = index.posts
    return index


def ids_digest(folder: Path) -> str | None:
    """A digest of the ids of all posts that the index in `folder` holds, in order; None for no index of this version."""
    if not (folder / "reuse.json").exists():
        return None
    try:
        index = open_index(folder)
    except (UsageError, OSError, ValueError, KeyError):
        return None
    return blake2b(index["ids"].tobytes(), digest_size=16, key=str(index.posts).encode()).hexdigest()


def _read_state(folder: Path) -> dict[str, Any]:
    path = folder / "reuse.json"
    if not path.exists():
        if any(folder.iterdir()) and not (folder / "tokens.column").exists():
            raise UsageError(f"{folder}: not empty, and not made by a search for reuse. Name an empty or a new folder.")
        return {"rows": {}, "outlets": [], "runs": [], "counts": None, "next_file": 0}
    state: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    if state.get("format") != FORMAT:
        raise UsageError(
            f"{path}: made by another version (format {state.get('format')}, this program reads {FORMAT}). "
            "Remove the folder and search all posts once more."
        )
    return state


def _drop_unused(folder: Path, used: set[str]) -> None:
    for pattern in ("run-*.u64", "counts-*.u32"):
        for path in folder.glob(pattern):
            if path.name not in used:
                path.unlink()


def _id_hash(post_id: str) -> int:
    return int.from_bytes(blake2b(post_id.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little")


@kernel
def _merge(a: NDArray[np.uint64], b: NDArray[np.uint64], out: NDArray[np.uint64]) -> None:
    i, j = 0, 0
    for n in range(len(out)):
        if j == len(b) or (i < len(a) and a[i] <= b[j]):
            out[n] = a[i]
            i += 1
        else:
            out[n] = b[j]
            j += 1
