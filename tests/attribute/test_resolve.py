"""Who speaks: class of the phrase, and what leads back to a name."""

from __future__ import annotations

import pytest

from tawatur.attribute.found import Found
from tawatur.attribute.resolve import Resolved, resolve
from tawatur.model import Span


def say(text: str, *speakers: str | tuple[str, str] | None) -> list[Resolved]:
    """Resolve statements whose speakers stand in `text` in this order; None: only a verb ("=verb") says who."""
    found: list[Found] = []
    at = 0
    for speaker in speakers:
        words = speaker[1] if isinstance(speaker, tuple) else speaker or ""
        start = text.index(words, at)
        span = Span(start, start + len(words))
        at = span.end
        is_verb = isinstance(speaker, tuple)
        found.append(
            Found(
                kind="indirect",
                content=Span(span.end, min(len(text), span.end + 1)),
                cue=span if is_verb else None,
                verb_class="says",
                speaker_span=None if is_verb else span,
                sentence=span,
                lang=None,
            )
        )
    return resolve(text, Span(0, len(text)), found)


def names(resolved: list[Resolved]) -> list[str | None]:
    return [one.speaker_name for one in resolved]


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("A military spokesman in Ormund", "official"),
        ("the army commander", "official"),
        ("Harbour officials", "official"),
        ("a source who asked not to be named", "anonymous"),
        ("two officials familiar with the talks", "anonymous"),
        ("Residents of the quarter", "anonymous"),
        ("one of the doctors", "anonymous"),
        ("others", "reports"),
        ("Initial reports", "reports"),
        ("a report by the auditors", "document"),
        ("the Harbour Authority", "organisation"),
        ("the army", "organisation"),
        ("France", "organisation"),
        ("Reuters", "outlet"),
        ("The Ormund Courier", "outlet"),
        ("Russian Foreign Minister Oleg Vartanov", "person"),
        ("Peder Vosk, a beekeeper from the north,", "person"),
        ("مصادر أزمارية", "anonymous"),
        ("مصدر عسكري في وزارة الدفاع", "anonymous"),
        ("مسؤول رفض الكشف عن اسمه", "anonymous"),
        ("شهود عيان", "anonymous"),
        ("أحد الأطباء", "anonymous"),
        ("تقارير أولية", "reports"),
        ("آخرون", "reports"),
        ("ناطق عسكري", "official"),
        ("وزارة الري", "organisation"),
        ("بيان الهيئة", "document"),
        ("المحامية هالة مرزوقي", "person"),
        ("رئيس لجنة التحقيق برونو لامو", "person"),
    ],
)
def test_a_phrase_has_the_class_of_its_head(phrase: str, expected: str) -> None:
    assert say(f"{phrase} said.", phrase)[0].speaker_class == expected


@pytest.mark.parametrize(
    ("phrase", "name"),
    [
        ("Russian Foreign Minister Oleg Vartanov", "Oleg Vartanov"),
        ("winger Teo Bankford", "Teo Bankford"),
        ("President of the Republic Andrei Lukov", "Andrei Lukov"),
        ("the Harbour Authority", "Harbour Authority"),
        ("المتحدث باسم وزارة الري اللواء إيغور زوبارنكو", "إيغور زوبارنكو"),
        ("المدعي العام سيلان الكرنب", "سيلان الكرنب"),
        ("A military spokesman", None),
        ("a spokesman for President Andrei Lukov", None),
        ("others", None),
    ],
)
def test_the_name_stands_without_title_and_office(phrase: str, name: str | None) -> None:
    assert names(say(f"{phrase} said.", phrase)) == [name]


def test_a_short_name_and_a_pronoun_lead_to_the_full_name() -> None:
    text = "Spokesman Oleg Vartanov said it. He added more. Vartanov denied it."
    assert names(say(text, "Spokesman Oleg Vartanov", "He", "Vartanov")) == ["Oleg Vartanov"] * 3


def test_a_headline_with_the_short_name_finds_the_full_one_below() -> None:
    text = "Vartanov: we are ready\nSpokesman Oleg Vartanov said it."
    one = say(text, "Vartanov")[0]
    assert one.speaker_name == "Oleg Vartanov"
    assert one.speaker_name_at is not None
    assert one.speaker_name_at.of(text) == "Oleg Vartanov"


def test_two_people_of_one_surname_leave_it_open() -> None:
    text = "Oleg Vartanov and Maria Vartanov came. Vartanov said so."
    one = say(text.replace(" Vartanov said", " Vartanov said"), "Vartanov said")[0]
    assert one.speaker_name not in ("Oleg Vartanov", "Maria Vartanov")


def test_a_pronoun_agrees_with_the_one_it_means() -> None:
    text = "Lawyer Maria Osk said no. Spokesman Oleg Vartanov said yes. She left; she said why."
    assert names(say(text, "Lawyer Maria Osk", "Spokesman Oleg Vartanov", "she"))[-1] == "Maria Osk"


def test_an_office_leads_to_the_one_who_holds_it() -> None:
    text = "Maria Osk, a lawyer for the owners, said no. Oleg Vartanov said yes. The lawyer said more."
    one = say(text, "Maria Osk", "Oleg Vartanov", "The lawyer")[-1]
    assert (one.speaker_name, one.speaker_class) == ("Maria Osk", "person")


def test_another_body_s_spokesman_is_not_the_one_who_is_named() -> None:
    text = "Harbour Authority spokesman Oleg Vartanov said no. The union's spokesman said yes."
    assert names(say(text, "Harbour Authority spokesman Oleg Vartanov", "The union's spokesman"))[-1] is None


def test_a_spokesman_with_an_indefinite_article_is_nobody_named() -> None:
    text = "Spokesman Oleg Vartanov said no. A spokesman said yes."
    assert say(text, "Spokesman Oleg Vartanov", "A spokesman")[-1].speaker_class == "official"


def test_the_same_source_stays_without_a_name() -> None:
    one = say("A port source said no. The same source said yes.", "A port source", "The same source")[-1]
    assert (one.speaker_name, one.speaker_class) == (None, "anonymous")
    assert "the same" in one.reasons[0]


def test_a_short_form_leads_to_the_long_one() -> None:
    text = "The Northern Harbour Forces (NHF) left. The NHF denied it."
    assert names(say(text, "The NHF")) == ["Northern Harbour Forces"]


def test_an_arabic_verb_without_subject_repeats_the_speaker_before() -> None:
    text = "قال الناطق سامر تلمون إن البحر هادئ. وأضاف أن الريح خفت."
    assert names(say(text, "الناطق سامر تلمون", ("", "وأضاف"))) == ["سامر تلمون"] * 2


def test_a_feminine_verb_passes_over_a_man() -> None:
    text = "قالت المحامية هالة مرزوقي نعم. وقال الناطق سامر تلمون لا. وأضافت أنها ستعود."
    said = say(text, "المحامية هالة مرزوقي", "الناطق سامر تلمون", ("", "وأضافت"))
    assert names(said)[-1] == "هالة مرزوقي"


def test_a_pronoun_that_nobody_fits_has_no_name() -> None:
    assert names(say("He said so.", "He")) == [None]


def test_nothing_said_is_nobody() -> None:
    assert resolve("text", Span(0, 4), []) == []


@pytest.mark.parametrize("text", ["«" * 3000, "\u200f" * 3000, "(" * 3000, "a" * 3000, "و" * 3000])
def test_a_strange_phrase_is_read_without_harm(text: str) -> None:
    assert len(say(text, text)) == 1
