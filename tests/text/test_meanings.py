"""Words of two languages under the same keys."""

from __future__ import annotations

from tawatur.languages import current_languages
from tawatur.text.meanings import meanings_of
from tawatur.text.words import folded_words


def known(text: str, lang: str) -> dict[str, str]:
    words = folded_words(text)
    return {
        " ".join(words[meant.first : meant.last + 1]): meant.key for meant in meanings_of(words, lang) if meant.known
    }


def test_translations_have_one_key() -> None:
    english = known("The ferry ran aground in fog and passengers were evacuated", "en")
    arabic = known("جنحت العبّارة في الضباب وأجلى الدفاع المدني الركاب", "ar")
    assert english["ferry"] == arabic["العباره"]
    assert english["ran aground"] == arabic["جنحت"]
    assert english["fog"] == arabic["الضباب"]
    assert english["passengers"] == arabic["الركاب"]
    assert english["evacuated"] == arabic["واجلي"]


def test_a_phrase_wins_over_its_words() -> None:
    assert "الدفاع المدني" in known("وصل الدفاع المدني", "ar")
    assert "civil defence" in known("the civil defence arrived", "en")


def test_a_word_that_the_lexicon_lacks_keeps_its_stem() -> None:
    (meant,) = meanings_of(["gribbles"], "en")
    assert (meant.key, meant.known) == ("en:gribbl", False)


def test_every_word_is_in_exactly_one_meant() -> None:
    words = folded_words("The coast guard searched for the missing sailors until dawn")
    covered = [n for meant in meanings_of(words, "en") for n in range(meant.first, meant.last + 1)]
    assert covered == list(range(len(words)))


def test_the_shipped_lexicon_has_words_in_both_languages_for_well_over_a_thousand_meanings() -> None:
    lexicon = current_languages().lexicon
    assert len(lexicon) > 1500
    assert all({"en", "ar"} <= {word.lang for word in meaning.words} for meaning in lexicon)
