"""Folding: one spelling for all the ways of writing the same word, with the way back to the original.

Folded away are: case and Latin accents; compatibility forms (fullwidth, ligatures, Arabic presentation forms);
Arabic short vowels and tatweel; alef forms; ya, alef maqsura and Persian ya; ta marbuta and ha; Persian kaf;
hamza seats, composed or decomposed; digits of every script (to ASCII); zero-width and bidi controls; the shapes
of apostrophes, double quotation marks (not « ») and dashes. Word order, spaces and line ends stay.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from tawatur.model import Span

_HAMZA_ABOVE = "\u0654"
_TATWEEL = "\u0640"
_SEATED_BEFORE_WAW = re.compile("[ئء]+(?=و)")
_BARE_AFTER_YA = re.compile("(?<=ي)ء+")
_CODE_POINTS = 0x110000
_UNKNOWN = 255

# What Unicode's own decompositions do not say. Reasons in groups.
_OWN: dict[str, str] = {
    # alef forms without a canonical decomposition
    **dict.fromkeys("ٱٲٳٵ", "ا"),
    # ya: alef maqsura, Persian, Pashto and Urdu forms. The hamza seat ئ is kept for `_settle`.
    **dict.fromkeys("ىیېۍےێ", "ي"),
    "ئ": "ئ",
    # kaf and ha forms; ta marbuta is written as ha in much careless typing
    **dict.fromkeys("کڪګ", "ك"),
    **dict.fromkeys("ةہھەۃۀۂ", "ه"),
    # waw forms of Persian, Kurdish and loan words
    **dict.fromkeys("ۆۇٶٷ", "و"),
    "ڤ": "ف",
    # a free-standing high hamza is a decomposed one to the eye
    "\u0674": _HAMZA_ABOVE,
    # Latin letters that no decomposition covers
    **dict.fromkeys("ıİ", "i"),
    **dict.fromkeys("øØ", "o"),
    **dict.fromkeys("łŁ", "l"),
    **dict.fromkeys("đĐ", "d"),
    **dict.fromkeys("æÆ", "ae"),
    **dict.fromkeys("œŒ", "oe"),
    # shapes of the same mark
    **dict.fromkeys("‘’‚‛ʼ´`′", "'"),
    **dict.fromkeys("“”„‟″", '"'),
    **dict.fromkeys("‐‑‒–—―−", "-"),
    "٫": ".",
    "٬": ",",
    "٪": "%",
    # signs whose compatibility form would glue letters to the word before them
    "™": "™",
    "℠": "℠",
}

# Marks that spell no sound of their own in their script; the vowel signs of Indic scripts are not among them.
_DROPPED_MARKS = (
    (0x0300, 0x036F),
    (0x0483, 0x0489),
    (0x0591, 0x05C7),
    (0x0610, 0x061A),
    (0x064B, 0x065F),
    (0x0670, 0x0670),
    (0x06D6, 0x06ED),
    (0x0711, 0x0711),
    (0x0730, 0x074A),
    (0x0897, 0x089F),
    (0x08CA, 0x08FF),
    (0x1AB0, 0x1AFF),
    (0x1DC0, 0x1DFF),
    (0x20D0, 0x20FF),
    (0xFE00, 0xFE0F),
    (0xFE20, 0xFE2F),
    (0xE0100, 0xE01EF),
)


class _Table(dict[int, str]):
    """Code point to folded string, each worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        folded = self[code] = _fold_one(chr(code))
        return folded


_TABLE = _Table()


def fold_text(text: str) -> str:
    """`text` folded for matching. Idempotent and linear; use `fold` where the way back is needed."""
    if text.isascii():
        return text.lower().replace("`", "'")
    return _settle(text.translate(_TABLE))


def fold(text: str) -> Folded:
    """`text` folded for matching, with the way back; the map is built only when the first hit is asked for."""
    return Folded(text)


class Folded:
    """A folded text that remembers where each of its code points came from."""

    __slots__ = ("_origins", "original", "text")

    def __init__(self, original: str) -> None:
        self.original = original
        self.text = fold_text(original)
        self._origins: NDArray[np.int64] | None = None

    def __repr__(self) -> str:
        return f"Folded({self.original!r})"

    def back(self, span: Span) -> Span:
        """The original code points behind `span` of the folded text, whole letters with all their marks.

        A ligature that is met only in part is covered whole, because there is no smaller piece of the original.
        Raises: ValueError if `span` reaches beyond the folded text.
        """
        if span.end > len(self.text):
            raise ValueError(f"{span} reaches beyond the folded text of {len(self.text)} code points")
        if self._origins is None:
            self._origins = _origins(self.original)
        start = int(self._origins[span.start])
        if span.start == span.end:
            return Span(start, start)
        return Span(start, _whole_letter(self.original, int(self._origins[span.end - 1]) + 1))


def _whole_letter(text: str, end: int) -> int:
    """`end` moved on over the marks and tatweels that belong to the letter before it."""
    while end < len(text) and (text[end] == _TATWEEL or unicodedata.category(text[end]) in ("Mn", "Me")):
        end += 1
    return end


def _settle(text: str) -> str:
    """Bring hamza seats together once marks are gone.

    The seat of one and the same hamza is spelt by habit: «مسؤول», «مسئول» and «مسءول» are one word, and so are
    «شيء» and «شئ». So before a waw every hamza is written as waw, elsewhere ئ as ya, and after ya a bare one goes.
    """
    if _HAMZA_ABOVE in text:
        text = text.replace("ي" + _HAMZA_ABOVE, "ئ").replace(_HAMZA_ABOVE, "")
    if "ئ" not in text and "ء" not in text:
        return text
    text = _SEATED_BEFORE_WAW.sub(_as_waw, text).replace("ئ", "ي")
    return _BARE_AFTER_YA.sub("", text)


def _as_waw(hit: re.Match[str]) -> str:
    return "و" * len(hit[0])


def _origins(text: str) -> NDArray[np.int64]:
    """For each code point of the folded text the index of its original; one more at the end: the text's length."""
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    origins = np.repeat(np.arange(len(codes), dtype=np.int64), _lengths_of(codes))
    # The same steps as in `_settle`, each dropping from the map what it drops from the text.
    settling = text.translate(_TABLE)
    if _HAMZA_ABOVE in settling:
        settling = settling.replace("ي" + _HAMZA_ABOVE, "ئ" + _HAMZA_ABOVE)
        units = np.frombuffer(settling.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
        origins = origins[units != ord(_HAMZA_ABOVE)]
        settling = settling.replace(_HAMZA_ABOVE, "")
    settling = _SEATED_BEFORE_WAW.sub(_as_waw, settling).replace("ئ", "ي")
    gone = [at for hit in _BARE_AFTER_YA.finditer(settling) for at in range(hit.start(), hit.end())]
    if gone:
        origins = np.delete(origins, gone)
    return np.append(origins, len(codes))


def _lengths_of(codes: NDArray[np.uint32]) -> NDArray[np.uint8]:
    """How many code points each of `codes` folds to."""
    table = _lengths()
    lengths = table[codes]
    unknown = codes[lengths == _UNKNOWN]
    if len(unknown):
        for code in np.unique(unknown).tolist():
            table[code] = len(_TABLE[code])
        lengths = table[codes]
    return lengths


@lru_cache(maxsize=1)
def _lengths() -> NDArray[np.uint8]:
    return np.full(_CODE_POINTS, _UNKNOWN, dtype=np.uint8)


def _fold_one(char: str) -> str:
    """What one code point folds to: nothing, one code point or several."""
    if char in _OWN:
        return _OWN[char]
    parts = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", char).casefold())
    if len(parts) > 1 and parts[0] in " " + _TATWEEL and all(map(_is_dropped, parts[1:])):
        # A mark printed on a space: the Arabic ones stand inside words, the others («¨», «¯») are signs.
        return "" if unicodedata.name(char, "").startswith("ARABIC") else char
    seat = "ئ" if parts[:2] == "ي" + _HAMZA_ABOVE else None
    if seat is not None:
        return seat + "".join(map(_fold_part, parts[2:]))
    return "".join(map(_fold_part, parts))


def _fold_part(part: str) -> str:
    if part in _OWN:
        return _OWN[part]
    if part == _HAMZA_ABOVE:
        return part
    if _is_dropped(part):
        return ""
    digit = unicodedata.decimal(part, None)
    return part if digit is None else str(digit)


def _is_dropped(part: str) -> bool:
    if part == _TATWEEL:
        return True
    category = unicodedata.category(part)
    if category == "Cf":
        return True
    code = ord(part)
    return category in ("Mn", "Me", "Mc") and any(low <= code <= high for low, high in _DROPPED_MARKS)
