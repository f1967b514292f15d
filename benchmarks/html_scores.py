"""Scores of the benchmarks of HTML reading, the same for our reading and for the library's."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from datetime import UTC, datetime

_TOKEN = re.compile(r"\w+")
_NAMES = re.compile(r"\s*(?:[;,/|]|\band\b|\bund\b|\bet\b|\by\b|&)\s*", re.I)


def shingles(text: str, size: int = 4) -> Counter[tuple[str, ...]]:
    """Runs of `size` words with their counts; a shorter text is one run."""
    words = _TOKEN.findall(text or "")
    if len(words) < size:
        return Counter([tuple(words)] if words else [])
    return Counter(tuple(words[i : i + size]) for i in range(len(words) - size + 1))


def overlap(found: str, gold: str) -> tuple[float, float]:
    """Precision and recall of word runs."""
    a, b = shingles(found), shingles(gold)
    both = sum((a & b).values())
    return (both / a.total() if a else 0.0), (both / b.total() if b else 0.0)


def f1(precision: float, recall: float) -> float:
    """Harmonic mean."""
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def mean_f1(pairs: Sequence[tuple[float, float]]) -> tuple[float, float, float]:
    """Mean precision, mean recall and their harmonic mean."""
    precision = sum(p for p, _ in pairs) / max(1, len(pairs))
    recall = sum(r for _, r in pairs) / max(1, len(pairs))
    return precision, recall, f1(precision, recall)


def plain(text: str | None) -> str:
    """Compatibility forms, white space and case folded."""
    return " ".join(unicodedata.normalize("NFKC", text or "").split()).casefold()


def names(text: str | None) -> frozenset[str]:
    """The names in a byline, folded."""
    return frozenset(n for n in (plain(part).strip(" .") for part in _NAMES.split(text or "")) if n)


def day(value: str | float | None) -> str | None:
    """The day of an ISO date or time as written; of seconds since 1970, in UTC."""
    if isinstance(value, float | int):  # one set writes times as numbers, and NaN for none
        return datetime.fromtimestamp(value, UTC).date().isoformat() if value == value else None
    return value[:10] if value else None


def instant(value: str | None) -> float | None:
    """Seconds since 1970 of a time with a zone; None where it has none."""
    try:
        moment = datetime.fromisoformat((value or "").replace("Z", "+00:00"))
    except ValueError:
        return None
    return moment.timestamp() if moment.tzinfo else None
