"""Captions: words under a picture or video."""

from __future__ import annotations

import re
from functools import lru_cache

from tawatur.languages import Languages
from tawatur.text.credit_tails import bracketed
from tawatur.text.matchers import Matchers, matchers
from tawatur.text.names import read_names
from tawatur.text.words import Word, words_of

LONGEST_CAPTION = 320
MOST_WORDS = 60
_IN_PICTURE = re.compile(
    r"\((?:L|R|C|left|right|centre|center|pictured|file|above|below|2nd [lr]|"
    r"يمين|يسار|وسط|إلى اليمين|إلى اليسار|يمينا|يسارا|أرشيف|أرشيفية|من الأرشيف)\)|\[(?:file|archive|أرشيف)\b",
    re.IGNORECASE,
)
_COLON = re.compile(r"[ \t\u00a0)]*[:：]")
_SENTENCE_END = re.compile(r"[.!?؟][\"”»]?\s*$")


def caption_likeness(line: str, *, languages: Languages | None = None) -> float:
    """How much the whole line looks like the words under a picture or video, 0 to 1.

    From 0.8: it says so ("File photo", «صورة أرشيفية», a photo credit at its end). About 0.6: the shape of one: a
    role and a name ("Army spokesman, Nadia Haddad"), a scene told in the present without a full stop.
    """
    return _likeness(line, matchers(languages)) if len(line) <= LONGEST_CAPTION else 0.0


@lru_cache(maxsize=1 << 12)
def _likeness(line: str, known: Matchers) -> float:
    words = words_of(line, MOST_WORDS + 1)
    if not words or len(words) > MOST_WORDS:
        return 0.0
    if known.phrases_of("captions.phrases").whole(words):
        return 0.95
    opener = known.phrases_of("captions.openers").at(words, 0)
    if opener is not None and len(words) <= 30:
        return 0.85
    label = known.phrases_of("captions.labels").at(words, 0)
    if label is not None and label < len(words) <= 40 and _COLON.match(line, words[label - 1].end):
        return 0.85
    credit = bracketed(line, known)
    if credit is not None and credit.kind == "photo":
        return 0.9 if credit.cue is not None or len(words) <= 25 else 0.5
    if len(words) <= 30 and _IN_PICTURE.search(line):
        return 0.8 if len(words) <= 15 or not _SENTENCE_END.search(line) else 0.4
    closer = known.phrases_of("captions.closers").ending(words, len(words))
    if closer and len(words) <= 40:
        set_off = line[words[closer - 1].end : words[closer].start].strip()
        # One word alone ends sentences too ("... into the archive"): it must be set off.
        return 0.75 if set_off or len(words) - closer > 1 else 0.0
    return max(_role_and_name(line, words, known), _scene(line, words, known))


def _role_and_name(line: str, words: list[Word], known: Matchers) -> float:
    """ "Russian military spokesman, Igor Petrov": a role set off from a name, and no more."""
    if not 2 <= len(words) <= 12 or _SENTENCE_END.search(line):
        return 0.0
    roles = known.phrases_of("captions.roles")
    for at in range(1, min(8, len(words))):
        gap = line[words[at - 1].end : words[at].start]
        if gap.strip() not in (",", "،", ":", "-", "–"):
            continue
        # Arabic names the office first (وزير المياه), English last (river council chairman).
        if roles.ending(words, at) is None and roles.at(words, 0) is None:
            return 0.0
        run = read_names(line, words, at, known)
        if run is not None and run.end == len(words) and run.score >= 0.3:
            return 0.7
    return 0.0


def _scene(line: str, words: list[Word], known: Matchers) -> float:
    """A scene in the present tense without a full stop: "Rescuers carry a man out of a flooded house"."""
    if not 5 <= len(words) <= 30 or _SENTENCE_END.search(line):
        return 0.0
    verbs = known.phrases_of("captions.verbs")
    acts = any(verbs.at(words, at) is not None for at in range(1, min(8, len(words))))
    lower = [word for word in words[1:] if word.raw[0].islower()]
    if acts and words[0].raw[0].isupper():
        # A headline in title case has few small letters; a caption is written like a sentence.
        return 0.45 if len(lower) >= len(words) * 0.5 else 0.15
    return 0.3 if acts else 0.0
