"""The choices a caller has."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

# Bytes that a batch needs per token: postings, their places, and the older carriers of the same words.
_BYTES_PER_TOKEN = 28
# The tokens of all posts are read from a mapped file; the system may take that memory back when it is short.
_BYTES_PER_OLD_TOKEN = 4
# What the process takes whatever the input: the interpreter, compiled kernels, counts of words.
_FIXED_MB = 400
_SMALLEST_BATCH = 500_000


@dataclass(frozen=True, slots=True, kw_only=True)
class ReuseOptions:
    """How the search for reuse runs. None of these changes what is found."""

    folder: Path | None = None
    """Keeps what was taken in, so that a later call finds the reuse of its own posts with all earlier ones, in time
    that goes with its own posts. None: nothing is kept."""
    memory_mb: int | None = None
    """Bound for the whole process, kept by working in batches over files (in `folder`, or a temporary one).
    None: everything in memory, about 24 bytes per word."""
    differences: bool = True
    """Whether to line up each passage word by word and report what was changed."""

    def batch_tokens(self, taken_in: int) -> int | None:
        """Tokens to take in before they are searched, when so many were taken in before; None: all."""
        if self.memory_mb is None:
            return None
        room = (self.memory_mb - _FIXED_MB) * (1 << 20) - _BYTES_PER_OLD_TOKEN * taken_in
        return max(_SMALLEST_BATCH, room // _BYTES_PER_TOKEN)
