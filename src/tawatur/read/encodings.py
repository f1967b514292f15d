"""Which single-byte encoding a text is in, told by how often its letters come in running text."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from importlib.resources import files
from itertools import islice
from math import log

import yaml
from charset_normalizer import from_bytes

_SAMPLE_RUNS = 16_384
_HIGH = re.compile(rb"[^\x80-\xff]?[\x80-\xff]+[^\x80-\xff]?")
_SAMPLE_BYTES = 65_536
_LIBRARY_SAMPLE_BYTES = 16_384  # charset-normalizer tries every codec it knows: its time grows with the sample

# Bits per high byte. A reading has to beat "any of 96 letters alike" (6.6 bits) to be believed; running text in the
# right encoding costs 3.5 to 5 bits, in a wrong one 7 and more (measured on sentences of every language in the table).
_BELIEVED_BITS = 6.0
_CLEAR_BITS = 0.1
_UNSEEN = 0.0005  # share given to every character that a language's letters do not name


def guess_single_byte(raw: bytes) -> str | None:
    """Name of the encoding in which the high bytes of `raw` read as a language; None where none does well."""
    sample = _sample(raw)
    counts = Counter(byte for byte in sample if byte >= 0x80)
    if not counts:
        return None
    apart = stands_apart(raw)
    best: tuple[float, str] | None = None
    for encoding, shares, is_latin in _models():
        # Accented letters stand alone among ASCII ones; letters of another script stand together.
        if is_latin == apart:
            continue
        bits = _bits(counts, encoding, shares)
        # An earlier encoding of the table is the commoner one: a later one has to be clearly better.
        if best is None or bits < best[0] - _CLEAR_BITS:
            best = (bits, encoding)
    return best[1] if best is not None and best[0] < _BELIEVED_BITS else None


def guess_with_library(raw: bytes) -> str | None:
    """Charset-normalizer's best guess from a sample; None where it has none."""
    first = _HIGH.search(raw)
    start = first.start() & ~3 if first is not None else 0  # wide encodings stay in step
    best = from_bytes(raw[start : start + _LIBRARY_SAMPLE_BYTES]).best()
    return best.encoding if best is not None else None


def looks_arabic(text: str) -> bool:
    """True where most letters beyond ASCII are Arabic ones and the commonest of them are common here too."""
    letters = Counter(char for char in text[:_SAMPLE_BYTES] if char > "\x7f" and char.isalpha())
    total = sum(letters.values())
    if total == 0:
        return False
    arabic = sum(count for char, count in letters.items() if "\u0600" <= char <= "\u06ff")
    frequent = sum(letters[char] for char in "اليمونرتبة")
    return arabic > 0.8 * total and frequent > 0.45 * total


def _sample(raw: bytes) -> bytes:
    """The first runs of high bytes with the byte on either side: a page may hold its first letter behind 100 kB of script."""
    runs = islice(_HIGH.finditer(raw), _SAMPLE_RUNS)
    return b" ".join(run[0] for run in runs)[:_SAMPLE_BYTES]


def stands_apart(raw: bytes) -> bool:
    """True where fewer than half of the high bytes have an ASCII letter beside them: another script, no accents."""
    sample = _sample(raw)
    letters = frozenset(b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")
    padded = b" " + sample + b" "
    high = touching = 0
    for before, byte, after in zip(padded, sample, padded[2:], strict=False):
        if byte >= 0x80:
            high += 1
            touching += before in letters or after in letters
    return touching < 0.5 * high


def _bits(counts: Counter[int], encoding: str, shares: dict[str, float]) -> float:
    total = 0.0
    for byte, count in counts.items():
        char = bytes((byte,)).decode(encoding, "replace")
        total -= count * log(shares.get(char, _UNSEEN if char.isprintable() else _UNSEEN / 20), 2)
    return total / sum(counts.values())


@cache
def _models() -> tuple[tuple[str, dict[str, float], bool], ...]:
    table = yaml.safe_load(files("tawatur.read").joinpath("encodings.yaml").read_text("utf-8"))
    models = []
    for language in table["languages"]:
        shares = _shares(language["letters"], language.get("marks", ""))
        models += [(name, shares, bool(language.get("latin", False))) for name in language["encodings"]]
    return tuple(models)


def _shares(letters: str, marks: str) -> dict[str, float]:
    """Letters stand in falling order of frequency; a share falls like 1 / (rank + 4), near what languages do."""
    weights = {char: 1 / (rank + 4) for rank, char in enumerate(letters.split())}
    weights |= dict.fromkeys(marks.split(), 0.01)
    weights["\u00a0"] = 0.01
    total = sum(weights.values())
    return {char: weight / total for char, weight in weights.items()}
