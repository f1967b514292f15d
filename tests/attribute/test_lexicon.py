"""The words of saying: their number, their forms, and what a user adds."""

from __future__ import annotations

from pathlib import Path

import pytest
from telling import only

from tawatur.attribute.lexicon import lexicon
from tawatur.errors import LanguageDataError
from tawatur.languages import load_languages, use_packs
from tawatur.languages.inflect import forms_of, template_of


def lemmas(lang: str) -> set[str]:
    return {
        word
        for entry in load_languages().speech
        if entry.lang == lang and entry.part != "inflection"
        for word in entry.words("words")
    }


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_each_language_knows_hundreds_of_cues(lang: str) -> None:
    verbs = {w for e in load_languages().speech if e.lang == lang and e.part == "verbs" for w in e.words("words")}
    assert len(verbs) >= 300
    assert len(lemmas(lang)) > len(verbs)


@pytest.mark.parametrize(
    ("word", "forms"),
    [
        ("claim", {"claim", "claims", "claimed", "claiming"}),
        ("deny", {"deny", "denies", "denied", "denying"}),
        ("say/said/said", {"say", "says", "said", "saying"}),
        ("admit/admitted/admitted/admitting", {"admit", "admits", "admitted", "admitting"}),
        ("point out", {"point out", "points out", "pointed out", "pointing out"}),
        ("stress", {"stress", "stresses", "stressed", "stressing"}),
        ("agree", {"agree", "agrees", "agreed", "agreeing"}),
    ],
)
def test_forms_are_made_from_the_templates_of_the_language(word: str, forms: set[str]) -> None:
    entries = [entry for entry in load_languages().speech if entry.lang == "en" and entry.part == "inflection"]
    templates = [template for entry in entries if (template := template_of(entry)).of == "verbs"]
    assert {form for form, _ in forms_of(word, templates)} == forms


def test_a_language_without_a_table_has_no_lexicon() -> None:
    assert lexicon("de") is None
    assert lexicon(None) is None


def test_a_region_makes_no_difference() -> None:
    assert lexicon("en-GB") is lexicon("en")


def test_a_pack_adds_verbs(tmp_path: Path) -> None:
    pack = tmp_path / "pack.yaml"
    pack.write_text(
        "verbs of speech:\n  - {language: en, class: claims, takes: [that], words: [blorp]}\n", encoding="utf-8"
    )
    try:
        use_packs((pack,))
        one = only("The mayor blorped that the dam was safe.")
    finally:
        use_packs(())
    assert (one.cue, one.found.verb_class) == ("blorped", "claims")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("verbs of speech:\n  - {class: says, words: [blorp]}\n", "language"),
        ("verbs of speech:\n  - {language: en, class: sings, words: [blorp]}\n", "sings"),
        ("verbs of speech:\n  - {language: en, class: says, takes: [cake], words: [blorp]}\n", "cake"),
        ("verbs of speech:\n  - {language: en, class: says}\n", "words"),
    ],
)
def test_a_mistake_in_a_pack_is_shown_with_its_line(tmp_path: Path, text: str, said: str) -> None:
    pack = tmp_path / "pack.yaml"
    pack.write_text(text, encoding="utf-8")
    with pytest.raises(LanguageDataError, match=said) as caught:
        load_languages((pack,))
    assert "pack.yaml, line 2" in str(caught.value)
