"""Who, where, how many and whether: what a report puts into its slots."""

from __future__ import annotations

import pytest

from tawatur.attribute import attribute_page
from tawatur.corroborate.events import events_of
from tawatur.corroborate.fillers import fillers_of
from tawatur.corroborate.units import units_of
from tawatur.locate import locate_page
from tawatur.model import ClaimPost, Page, Post, Span


def told(text: str, lang: str) -> dict[str, set[str]]:
    """Topic -> keys of all fillers of the text's first unit."""
    span = Span(0, len(text))
    page = Page(
        id="pg-1", source="a", media_type="text/plain", encoding="utf-8", sha256="", retrieved="", title=None, text=text,
        made_by="test",
    )  # fmt: skip
    post = Post(id="po-1", page_id="pg-1", order=0, span=span, title=None, body=span, made_by="test")
    whole = ClaimPost(
        id="po-1",
        page_text=text,
        span=span,
        title=None,
        body=span,
        lang=lang,
        published="2021-02-10",
        statements=tuple(attribute_page(page, [post], [])),
        places=tuple(locate_page(page, [post], [])),
    )
    unit, *_ = units_of([whole])
    found: dict[str, set[str]] = {}
    for filler in fillers_of(unit, events_of(unit)):
        found.setdefault(filler.topic, set()).update(filler.keys)
    return found


@pytest.mark.parametrize(
    ("text", "lang", "topic", "key"),
    [
        ("Government forces seized the village of Tell Qanat on Tuesday.", "en", "actor of seizure", "s:side_state"),
        ("The village of Tell Qanat was seized by rebels.", "en", "actor of seizure", "s:side_opposition"),
        ("Norwegian police raided the warehouse.", "en", "actor of raid", "c:NO"),
        ("سيطر مقاتلو المعارضة على بلدة تل قناة الثلاثاء.", "ar", "actor of seizure", "s:side_opposition"),
        ("نفذت قوات نرويجية مداهمة للمستودع الثلاثاء.", "ar", "actor of raid", "c:NO"),
    ],
)
def test_who_did_it_is_the_subject_or_stands_behind_by(text: str, lang: str, topic: str, key: str) -> None:
    assert key in told(text, lang)[topic]


@pytest.mark.parametrize(
    ("text", "lang", "topic"),
    [
        ("The army was attacked near the bridge.", "en", "actor of attack"),
        ("A convoy of the army was ambushed on Monday.", "en", "actor of ambush"),
        ("Three Norwegian sailors were arrested in the port.", "en", "actor of arrest"),
        ("مقتل جنود نرويجيين في حادث.", "ar", "actor of killing"),
    ],
)
def test_who_suffered_it_did_not_do_it(text: str, lang: str, topic: str) -> None:
    assert topic not in told(text, lang)


@pytest.mark.parametrize(
    ("text", "lang", "topic", "polarity"),
    [
        ("The ceasefire in the valley has not taken effect.", "en", "whether ceasefire", "no"),
        ("Reports that the minister resigned are false.", "en", "whether resignation", "no"),
        ("There was no drone attack on the depot.", "en", "whether drone_attack", "no"),
        ("The drone attack on the depot killed nobody.", "en", "whether drone_attack", "yes"),
        ("لم يقع أي قصف على السوق.", "ar", "whether shelling", "no"),
        ("لا أحد فوق التحقيق.", "ar", "whether investigation", "yes"),
        ("قصفت المدفعية السوق، ما أدى إلى إصابة ثلاثة أشخاص.", "ar", "whether casualties", "yes"),
        ("لم يفرج الخاطفون عن البحارة.", "ar", "whether release", "no"),
    ],
)
def test_a_negation_turns_the_event_that_it_is_of(text: str, lang: str, topic: str, polarity: str) -> None:
    assert told(text, lang)[topic] == {polarity}


def test_what_is_denied_in_passing_is_not_denied_by_the_report() -> None:
    found = told("An explosion destroyed the depot, although no arrest was made.", "en")
    assert found["whether explosion"] == {"yes"}
    assert "whether arrest" not in found


def test_a_place_named_before_the_event_is_its_place_where_it_is_the_only_one() -> None:
    assert "place of killing" in told("The bus overturned near Irbid, killing eight people.", "en")
    assert "place of killing" not in told(
        "Buses from Irbid and Basra met on the road where the crash killed two.", "en"
    )


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("An earthquake with a magnitude of 6.3 shook the valley.", "en"),
        ("ضرب زلزال بقوة 6.3 درجات الوادي.", "ar"),
    ],
)
def test_degrees_of_an_earthquake_are_its_magnitude(text: str, lang: str) -> None:
    assert "exact" in told(text, lang)["magnitude"]
