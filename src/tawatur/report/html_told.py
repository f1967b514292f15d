"""Small pieces that the views of statements, speakers and places share: phrases, reasons, and what an anchor says."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import groupby

from markupsafe import Markup

from tawatur.report.html_text import direction, language_tag, plain, runs_right_to_left
from tawatur.report.html_words import Words

# A report is for reading; what is longer is named as cut and stays whole in the case.
LONGEST_PHRASE = 400
LONGEST_EXCERPT = 140
_MOST_REASONS = 8
# The rooms write words they speak of between stars.
_STARRED = re.compile(r"\*([^*\s][^*]{0,40})\*")
# First strong isolate and its end: a name in another script turns nothing around.
_ISOLATED = Markup("\u2068{}\u2069")


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words of a stranger with their direction and language."""

    text: str
    dir: str
    lang: str | None
    is_rtl: bool


def phrase(text: str, lang: str | None, *, lang_is_rtl: bool = False, longest: int = LONGEST_PHRASE) -> Phrase:
    """Words of a page, with all that a browser needs to set them right."""
    if len(text) > longest:
        text = text[:longest] + "…"
    return Phrase(
        text=text,
        dir=direction(text),
        lang=language_tag(text, lang, lang_is_rtl=lang_is_rtl),
        is_rtl=runs_right_to_left(text),
    )


def own(text: str, words: Words) -> Phrase:
    """Words of the report itself."""
    return phrase(text, words.language, lang_is_rtl=words["dir"] == "rtl")


def excerpt(text: str, lang: str | None, *, longest: int = LONGEST_EXCERPT) -> Phrase:
    """The beginning of some words, white space run together."""
    return phrase(" ".join(text[: 2 * longest].split()), lang, lang_is_rtl=runs_right_to_left(text), longest=longest)


def because(reasons: Iterable[str], words: Words) -> tuple[Phrase, ...]:
    """Reasons of a room in the report's language as far as it has them, those of one language together."""
    told = [words.reasons(reason) for reason in list(dict.fromkeys(reasons))[:_MOST_REASONS]]
    runs = [(lang, list(run)) for lang, run in groupby(told, key=lambda one: one[1])]
    return tuple(_joined([said for said, _ in run], lang, words) for lang, run in runs)


def _joined(reasons: list[str], lang: str, words: Words) -> Phrase:
    """Reasons of one language as one phrase, which runs as the language does, whatever names stand in it."""
    is_ours = lang == words.language
    is_rtl = is_ours and words["dir"] == "rtl"
    said = (words["semicolon"] if is_ours else "; ").join(reasons)
    told = phrase(_STARRED.sub(r"“\1”", said), lang, lang_is_rtl=is_rtl)
    return replace(told, lang=lang, dir="rtl" if is_rtl else "ltr", is_rtl=is_rtl)


def tip(parts: Iterable[Phrase | str | None]) -> Markup:
    """What an anchor says on hover and focus, as the value of an attribute: its parts, each isolated from the others."""
    said = [part.text if isinstance(part, Phrase) else part for part in parts if part]
    return Markup(" · ").join(_ISOLATED.format(plain(one)) for one in said)
