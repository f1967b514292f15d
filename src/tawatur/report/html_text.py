"""Strangers' words made safe to look at: escaped, direction known, control characters to be seen."""

from __future__ import annotations

import re
import unicodedata

from markupsafe import Markup, escape

# What could hide, reorder or break the words around it: C0 and C1 controls (tab and line ends aside), bidi embeddings,
# overrides and isolates, separators, the byte order mark, annotation and tag characters, surrogates, non-characters.
# Marks that Arabic and Persian writing needs (RLM, LRM, ALM, ZWNJ, ZWJ) stay: they reach no further than their neighbours.
_CONTROL = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069"
    "\ufeff\ufff9-\ufffb\ufffe\uffff\ud800-\udfff\U000e0000-\U000e007f]"
)
_RIGHT_TO_LEFT = frozenset({"R", "AL"})
# Enough characters to know which way a text runs; a title or a line seldom has more.
_LOOKED_AT = 1600
_SCRIPTS = {
    "ARABIC": "Arab",
    "HEBREW": "Hebr",
    "LATIN": "Latn",
    "CYRILLIC": "Cyrl",
    "GREEK": "Grek",
    "SYRIAC": "Syrc",
}


def shown(text: str) -> Markup:
    """`text` as HTML that shows every character it has and obeys none of its control characters."""
    if not _CONTROL.search(text):
        return escape(text)
    parts: list[str] = []
    at = 0
    for found in _CONTROL.finditer(text):
        parts += [escape(text[at : found.start()]), _box(found.group())]
        at = found.end()
    return Markup("".join([*parts, escape(text[at:])]))


def plain(text: str) -> Markup:
    """`text` for the value of an attribute: escaped, control characters as their numbers."""
    return escape(_CONTROL.sub(lambda found: f"[{_number(found.group())}]", text))


def direction(text: str) -> str:
    """Value of the `dir` attribute for `text`.

    "auto" follows the first strong letter, which is right for nearly every text. Where most words run the other
    way (an Arabic title that begins with a Latin name), the majority is named outright.
    """
    first, right, left = _words(text)
    most = "rtl" if right > left else "ltr"
    return "auto" if right == left or first == most else most


def runs_right_to_left(text: str) -> bool:
    """True where most words of `text` run from right to left."""
    _, right, left = _words(text)
    return right > left


def language_tag(text: str, lang: str | None, *, lang_is_rtl: bool) -> str | None:
    """Value of the `lang` attribute for `text` inside a post in `lang`.

    A name in another script than the post's gets its script alone ("und-Latn"): its language is not known.
    """
    first, right, left = _words(text)
    if first is None or (lang is not None and (right > left) == lang_is_rtl):
        return lang
    script = _script(text)
    return f"und-{script}" if script else lang


def _words(text: str) -> tuple[str | None, int, int]:
    """Direction of the first strong letter, and how many words run right to left and left to right.

    Words, not letters: one long address does not turn an Arabic line around.
    """
    first: str | None = None
    right = left = 0
    for word in text[:_LOOKED_AT].split():
        way = next(filter(None, map(_way, word)), None)
        right += way == "rtl"
        left += way == "ltr"
        first = first or way
    return first, right, left


def _way(letter: str) -> str | None:
    """Direction of a strong letter, None for any other character."""
    bidi = unicodedata.bidirectional(letter)
    return "rtl" if bidi in _RIGHT_TO_LEFT else "ltr" if bidi == "L" else None


def _script(text: str) -> str | None:
    """ISO 15924 code of the script of the first letter whose script we name."""
    for letter in text[:_LOOKED_AT]:
        if letter.isalpha():
            return _SCRIPTS.get(unicodedata.name(letter, "").split(" ", 1)[0])
    return None


def _box(control: str) -> Markup:
    name = unicodedata.name(control, "")
    return Markup('<bdi class="ctl" dir="ltr" title="{}">{}</bdi>').format(name, _number(control))


def _number(control: str) -> str:
    return f"U+{ord(control):04X}"
