"""describe/: who wrote, who published, when, in what language, and nothing that the page does not say."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_pages import AR_BODY, EN_BODY, digest, one_post, stated

from tawatur.describe import DESCRIBE, describe_page
from tawatur.model import Block, Description, Link, Span

EN_TITLE = "Council Closes the Old Harbour Bridge"
AR_TITLE = "المجلس يغلق جسر الميناء القديم أمام الشاحنات"


def described(head: str, body: str | None = EN_BODY, tail: str = "", **more: object) -> Description:
    page, posts = one_post(head, body, tail, **more)
    (only,) = describe_page(page, posts)
    return only


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("By Nadia Haddad", "Nadia Haddad"),
        ("by Peter Miller", "Peter Miller"),
        ("Written by Laura Stone", "Laura Stone"),
        ("By Dr. Laura Stone", "Dr. Laura Stone"),
        ("By Nadia Haddad and Peter Miller", "Nadia Haddad and Peter Miller"),
        ("BY NADIA HADDAD", "NADIA HADDAD"),
        ("Nadia Haddad", "Nadia Haddad"),
        ("NADIA HADDAD", "NADIA HADDAD"),
        ("Author: Nadia Haddad", "Nadia Haddad"),
        ("By Nadia Haddad | May 5, 2015", "Nadia Haddad"),
        ("By Nadia Haddad Dec 20, 2023", "Nadia Haddad"),
        ("By Nadia HaddadPublished: Dec 20, 2023", "Nadia Haddad"),
    ],
)
def test_an_english_byline_is_read_as_printed_without_its_marker(line: str, name: str) -> None:
    assert described(f"{EN_TITLE}\n{line}").byline == name


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("بقلم: خالد منصور", "خالد منصور"),
        ("بقلم خالد منصور", "خالد منصور"),
        ("كتب خالد منصور", "خالد منصور"),
        ("كتبت ليلى منصور", "ليلى منصور"),
        ("خالد منصور", "خالد منصور"),
        ("بقلم: د. خالد منصور", "خالد منصور"),
        ("الكاتب: خالد منصور", "خالد منصور"),
    ],
)
def test_an_arabic_byline_is_read_as_printed_without_its_marker(line: str, name: str) -> None:
    byline = described(f"{AR_TITLE}\n{line}", AR_BODY).byline
    assert byline is not None
    assert byline.endswith(name)
    assert "بقلم" not in byline


@pytest.mark.parametrize(
    "line", ["Staff", "Agencies", "News Desk", "Opinion", "Middle East", "File photo", "Army spokesman, Peter Miller"]
)
def test_what_is_no_person_or_no_author_is_no_byline(line: str) -> None:
    assert described(f"{EN_TITLE}\n{line}").byline is None


@pytest.mark.parametrize("line", ["وكالات", "خاص", "صورة من الأرشيف", "رأي"])
def test_arabic_labels_are_no_byline(line: str) -> None:
    assert described(f"{AR_TITLE}\n{line}", AR_BODY).byline is None


@pytest.mark.parametrize(
    ("line", "byline", "outlet", "published"),
    [
        ("The Eastern Gazette — Sept 20, 2017", None, "The Eastern Gazette", "2017-09-20"),
        ("The Eastern Gazette | 20 September 2017", None, "The Eastern Gazette", "2017-09-20"),
        ("The Eastern Gazette, Beirut, 20 September 2017", None, "The Eastern Gazette", "2017-09-20"),
        ("Nadia Haddad | The Eastern Gazette | 20/09/2017", "Nadia Haddad", "The Eastern Gazette", "2017-09-20"),
        ("20 September 2017 - Nadia Haddad", "Nadia Haddad", None, "2017-09-20"),
        ("Nadia Haddad, The Eastern Gazette", "Nadia Haddad", "The Eastern Gazette", None),
        ("The Eastern Gazette", None, "The Eastern Gazette", None),
        ("Published: 20 September 2017", None, None, "2017-09-20"),
        ("Published: September 2017", None, None, "2017-09"),
    ],
)
def test_names_and_dates_on_one_line_are_taken_apart(
    line: str, byline: str | None, outlet: str | None, published: str | None
) -> None:
    found = described(f"{EN_TITLE}\n{line}")
    assert (found.byline, found.outlet, found.published) == (byline, outlet, published)


@pytest.mark.parametrize(
    ("line", "byline", "outlet", "published"),
    [
        ("وكالة المشرق للأنباء - 20 أيلول 2017", None, "وكالة المشرق للأنباء", "2017-09-20"),
        ("صحيفة الشروق الجديد | ٢٠ سبتمبر ٢٠١٧", None, "صحيفة الشروق الجديد", "2017-09-20"),
        ("خالد منصور - صحيفة الشروق الجديد", "خالد منصور", "صحيفة الشروق الجديد", None),
        ("تاريخ النشر: 20 أيلول 2017", None, None, "2017-09-20"),
        ("الأربعاء 20 أيلول/سبتمبر 2017 - 10:45 ص", None, None, "2017-09-20"),
    ],
)
def test_arabic_names_and_dates_on_one_line_are_taken_apart(
    line: str, byline: str | None, outlet: str | None, published: str | None
) -> None:
    found = described(f"{AR_TITLE}\n{line}", AR_BODY)
    assert (found.byline, found.outlet, found.published) == (byline, outlet, published)


@pytest.mark.parametrize(
    ("tail", "kind", "to"),
    [
        ("Source: The Eastern Gazette", "source", "The Eastern Gazette"),
        ("Source\nThe Eastern Gazette", "source", "The Eastern Gazette"),
        ("This article was first published by The Eastern Gazette", "first published by", "The Eastern Gazette"),
        ("(via The Eastern Gazette)", "via", "The Eastern Gazette"),
        ("المصدر: صحيفة الشروق الجديد", "source", "صحيفة الشروق الجديد"),
    ],
)
def test_a_credit_below_names_the_outlet(tail: str, kind: str, to: str) -> None:
    found = described(EN_TITLE, EN_BODY, tail)
    assert found.outlet == to
    assert [(credit.kind, credit.to) for credit in found.credits] == [(kind, to)]


def test_a_translation_is_a_credit_and_neither_outlet_nor_byline() -> None:
    found = described(EN_TITLE, EN_BODY, "Translation\nNadia Haddad")
    assert [(credit.kind, credit.to) for credit in found.credits] == [("translation", "Nadia Haddad")]
    assert (found.byline, found.outlet) == (None, None)


def test_a_photo_credit_inside_a_caption_is_no_outlet() -> None:
    page, posts = one_post(f"{AR_TITLE}\nمشهد من الجسر القديم أمس (رويترز)", AR_BODY)
    (found,) = describe_page(page, posts)
    assert [(credit.kind, credit.to) for credit in found.credits] == [("photo", "رويترز")]
    assert found.outlet is None
    assert [caption.span.of(page.text) for caption in found.captions] == ["مشهد من الجسر القديم أمس (رويترز)"]


def test_author_and_outlet_may_sign_below() -> None:
    found = described(EN_TITLE, EN_BODY, "-- Nadia Haddad, The Eastern Gazette")
    assert (found.byline, found.outlet) == ("Nadia Haddad", "The Eastern Gazette")


def test_the_head_goes_before_the_tail() -> None:
    found = described(f"{EN_TITLE}\nThe Eastern Gazette, 20 Sept 2017", EN_BODY, "Source: Riverside Herald")
    assert found.outlet == "The Eastern Gazette"
    assert [credit.to for credit in found.credits] == ["Riverside Herald"]


def test_a_date_in_running_text_is_not_the_date_of_publication() -> None:
    body = "On September 20, 2017, the council met. It will meet again on 3 May 2018.\n" + EN_BODY
    assert described(EN_TITLE, body).published is None


def test_a_date_in_the_title_is_not_the_date_of_publication() -> None:
    assert described("What Happened On September 20, 2017 at the Bridge").published is None


@pytest.mark.parametrize(
    ("opening", "published"),
    [
        ("HARBOUR CITY, 20 Sept 2017 (Reuters) - ", "2017-09-20"),
        ("Beirut, 20 September 2017 — ", "2017-09-20"),
        ("Published August 3 2015 ", "2015-08-03"),
    ],
)
def test_a_dateline_that_opens_the_text_dates_it(opening: str, published: str) -> None:
    assert described(EN_TITLE, opening + EN_BODY).published == published


def test_the_agency_of_a_dateline_is_the_outlet_where_nothing_better_is_named() -> None:
    opening = "BEIRUT (Reuters) - " + EN_BODY
    assert described(EN_TITLE, opening).outlet == "Reuters"
    assert described(f"{EN_TITLE}\nThe Eastern Gazette", opening).outlet == "The Eastern Gazette"


def test_relative_words_count_from_the_date_at_the_top_of_the_page() -> None:
    post = (f"{EN_TITLE}\nYesterday", EN_BODY, "", "")
    page, posts = digest(post, top="The Night Desk\nThursday, September 21, 2017\n\n")
    (found,) = describe_page(page, posts)
    assert found.published == "2017-09-20"


def test_relative_words_on_a_plain_page_without_a_date_stay_unknown() -> None:
    assert described(f"{EN_TITLE}\nYesterday").published is None


def test_the_date_of_the_page_is_not_the_date_of_its_posts() -> None:
    page, posts = digest((EN_TITLE, EN_BODY, "", ""), top="Thursday, September 21, 2017\n\n")
    assert describe_page(page, posts)[0].published is None


def test_a_last_change_counts_only_where_no_other_date_is_printed() -> None:
    both = described(f"{EN_TITLE}\nUpdated: 25 May 2020\nPublished: 20 May 2020")
    assert both.published == "2020-05-20"
    assert described(f"{EN_TITLE}\nLast updated: 25 May 2020").published == "2020-05-25"


def test_a_time_with_its_zone_is_kept() -> None:
    assert described(f"{EN_TITLE}\n20 September 2017, 10:45 GMT").published == "2017-09-20T10:45+00:00"


def test_the_outlet_that_speakers_tell_again_and_again_is_the_posts_own() -> None:
    body = (
        "أكد مصدر محلي لـ«صحيفة الشروق الجديد» أنّ الجسر سيغلق.\nوقال المهندس لـ«صحيفة الشروق الجديد» إنّ الأعمدة متشققة.\n"
        + AR_BODY
    )
    assert described(AR_TITLE, body).outlet == "صحيفة الشروق الجديد"


def test_an_outlet_that_is_told_once_is_only_quoted() -> None:
    body = "أكد مصدر محلي لـ«صحيفة الشروق الجديد» أنّ الجسر سيغلق.\n" + AR_BODY
    assert described(AR_TITLE, body).outlet is None


def test_a_party_that_is_attacked_twice_is_no_outlet() -> None:
    body = "يعد معقلاً لـ«الجماعة» منذ سنوات.\nوهذا ما نسب لـ«الجماعة» أيضاً.\n" + AR_BODY
    assert described(AR_TITLE, body).outlet is None


def test_the_habit_of_a_page_settles_a_name_that_is_unclear_by_itself() -> None:
    known = [
        (f"{EN_TITLE} {n}\n{name}\n{n} May 2015", EN_BODY, "", "* * *")
        for n, name in ((1, "Nadia Haddad"), (2, "Peter Miller"))
    ]
    unclear = (f"{EN_TITLE} 3\nZorvan Quellmar\n3 May 2015", EN_BODY, "", "")
    page, posts = digest(*known, unclear)
    assert describe_page(page, posts)[2].byline == "Zorvan Quellmar"


def test_a_post_without_a_body_still_has_its_language_and_invents_nothing() -> None:
    found = described("The Debate – Old Bridges and Their Friends", None)
    assert (found.lang, found.byline, found.outlet, found.published) == ("en", None, None, None)


def test_a_title_too_short_to_tell_takes_the_language_of_its_neighbours() -> None:
    page, posts = digest((EN_TITLE, EN_BODY, "", ""), ("Bridge Zorvan", None, "", ""))
    found = describe_page(page, posts)[1]
    assert found.lang == "en"
    assert any(evidence.field == "lang" and "beside" in evidence.why for evidence in found.evidence)


def test_sentences_in_another_language_are_marked() -> None:
    body = AR_BODY + "\nوكتب رئيس البلدية. The bridge will stay closed until the pillars are repaired. ثم غادر الجلسة."
    page, posts = one_post(AR_TITLE, body)
    (found,) = describe_page(page, posts)
    assert found.lang == "ar"
    assert [(one.lang, one.span.of(page.text)) for one in found.sentences] == [
        ("en", "The bridge will stay closed until the pillars are repaired.")
    ]


def test_the_form_of_a_single_post_page_speaks_for_the_post() -> None:
    form = (
        stated("byline", "Nadia Haddad"),
        stated("published", "2017-09-20T10:45:00Z"),
        stated("outlet", "The Eastern Gazette", "opengraph"),
    )
    found = described(EN_TITLE, stated=form)
    assert (found.byline, found.published, found.outlet) == (
        "Nadia Haddad",
        "2017-09-20T10:45:00+00:00",
        "The Eastern Gazette",
    )


def test_the_form_of_a_page_of_several_posts_speaks_for_none() -> None:
    form = (stated("byline", "Nadia Haddad"), stated("published", "2017-09-20"))
    page, posts = digest((EN_TITLE, EN_BODY, "", ""), (AR_TITLE, AR_BODY, "", ""), stated=form)
    assert [(found.byline, found.published) for found in describe_page(page, posts)] == [(None, None)] * 2


def test_the_form_of_a_unit_speaks_for_its_post() -> None:
    page, posts = digest((EN_TITLE, EN_BODY, "", ""), (AR_TITLE, AR_BODY, "", ""))
    posts[1] = replace(
        posts[1],
        stated=(
            stated("byline", "ليلى منصور", "feed author"),
            stated("published", "Wed, 20 Sep 2017 10:45:00 GMT", "feed"),
        ),
    )
    found = describe_page(page, posts)[1]
    assert (found.byline, found.published) == ("ليلى منصور", "2017-09-20T10:45:00+00:00")
    assert {evidence.why for evidence in found.evidence} >= {"feed author", "feed"}


def test_a_credit_in_the_text_goes_before_the_site_that_a_page_stands_on() -> None:
    found = described(
        EN_TITLE, EN_BODY, "Source: Riverside Herald", stated=(stated("outlet", "The Night Desk", "opengraph"),)
    )
    assert found.outlet == "Riverside Herald"


def test_an_account_name_or_an_address_in_the_form_is_no_byline() -> None:
    for value in ("admin", "https://example.org/people/7", "desk@example.org"):
        assert described(EN_TITLE, stated=(stated("byline", value),)).byline is None


def test_a_day_on_the_page_takes_the_time_that_the_form_has_for_it() -> None:
    form = (stated("published", "2017-09-20T10:45:00+02:00"),)
    assert described(f"{EN_TITLE}\nPublished: 20 September 2017", stated=form).published == "2017-09-20T10:45:00+02:00"


def test_links_and_marked_captions_inside_the_post_belong_to_it() -> None:
    page, posts = one_post(EN_TITLE)
    inside, outside = Span(3, 9), Span(len(page.text) - 1, len(page.text))
    page = replace(
        page,
        links=(
            Link(kind="link", text="x", url="https://example.org/in", span=inside),
            Link(kind="link", text="x", url="https://example.org/out", span=outside),
        ),
        blocks=(Block(span=inside, kind="caption"),),
    )
    (found,) = describe_page(page, posts)
    assert [link.url for link in found.links] == ["https://example.org/in"]
    assert [caption.span for caption in found.captions] == [inside]


def test_every_field_rests_on_evidence_in_the_text() -> None:
    page, posts = one_post(f"{EN_TITLE}\nBy Nadia Haddad\nThe Eastern Gazette, 20 Sept 2017")
    (found,) = describe_page(page, posts)
    spans = {evidence.field: evidence.span for evidence in found.evidence if evidence.span is not None}
    assert {field: span.of(page.text) for field, span in spans.items()} == {
        "title": EN_TITLE,
        "byline": "Nadia Haddad",
        "outlet": "The Eastern Gazette",
        "published": "20 Sept 2017",
    }


def test_date_lines_above_the_titles_date_the_posts_where_that_is_the_habit() -> None:
    page, posts = digest(
        (EN_TITLE, EN_BODY, "", "5 May 2015"),
        (AR_TITLE, AR_BODY, "", "6 May 2015"),
        ("Third Bridge Closed Today", EN_BODY, "", ""),
        top="4 May 2015\n",
    )
    assert [found.published for found in describe_page(page, posts)] == ["2015-05-04", "2015-05-05", "2015-05-06"]


def test_a_page_without_posts_has_no_descriptions() -> None:
    page, _ = one_post(EN_TITLE)
    assert describe_page(page, []) == []


def test_the_stage_names_itself_on_every_result() -> None:
    page, posts = one_post(EN_TITLE)
    (found,) = next(DESCRIBE.run([(page, posts)]))  # type: ignore[misc]
    assert found.made_by == DESCRIBE.made_by == f"describe@{DESCRIBE.version}"


@given(
    st.lists(
        st.sampled_from(
            [
                "By",
                "Nadia Haddad",
                "—",
                "|",
                "2017",
                "Sept 20",
                "Source:",
                "Reuters",
                "أمس",
                "بقلم",
                "\n",
                "(",
                ")",
                ",",
                "\u200f",
                "\ud800",
            ]
        ),
        max_size=25,
    ),
    st.booleans(),
)
def test_any_page_gives_spans_in_range_and_the_same_answer_twice(words: list[str], has_body: bool) -> None:
    text = " ".join(words)
    page, posts = one_post("Title here" + text, text if has_body else None, text)
    first = describe_page(page, posts)
    assert first == describe_page(page, posts)
    for found in first:
        spans = [evidence.span for evidence in found.evidence if evidence.span] + [
            credit.span for credit in found.credits
        ]
        assert all(posts[0].span.holds(span) for span in spans)
        assert found.byline != "" and found.outlet != "" and found.published != ""


def test_a_very_long_post_is_described_in_one_pass() -> None:
    page, posts = one_post(EN_TITLE, "word « لـ» (" * 60_000)
    assert describe_page(page, posts)[0].byline is None
    many = "\n".join(["a line of text that goes on for a while"] * 20_000)
    page, posts = one_post(EN_TITLE, many)
    assert describe_page(page, posts)[0].lang == "en"
