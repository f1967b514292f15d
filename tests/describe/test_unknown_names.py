"""Names and outlets that no list knows, told by their place on the page."""

from __future__ import annotations

import pytest
from made_pages import AR_BODY, EN_BODY, digest, one_post

from tawatur.describe import describe_page

TITLE = "Council Closes the Old Harbour Bridge"


@pytest.mark.parametrize("line", ["Orla Vintner · Telvora", "Telvora / Orla Vintner", "Orla Vintner (Telvora)"])
def test_two_unknown_names_on_a_line_are_author_and_outlet(line: str) -> None:
    (told,) = describe_page(*one_post(f"{TITLE}\n{line}"))
    assert (told.byline, told.outlet) == ("Orla Vintner", "Telvora")


def test_an_unknown_name_alone_under_the_title_is_the_author() -> None:
    (told,) = describe_page(*one_post("ما لا يقوله السجل\nأورلا فينان", AR_BODY))
    assert told.byline == "أورلا فينان"


def test_an_unknown_word_below_a_body_is_an_outlet_where_other_posts_have_one_there() -> None:
    page, posts = digest(
        (TITLE, EN_BODY, "Harbour Post", "* * *"),
        ("Ferry Stays in Port for a Third Day", EN_BODY, "QNT", "* * *"),
        ("Mayor Promises New Cranes by Spring", EN_BODY, "Telvora", "* * *"),
    )
    assert [told.outlet for told in describe_page(page, posts)] == ["Harbour Post", "QNT", "Telvora"]


def test_an_unknown_word_below_a_single_body_is_nothing() -> None:
    (told,) = describe_page(*one_post(TITLE, EN_BODY, "Telvora"))
    assert told.outlet is None


def test_a_town_is_neither_author_nor_outlet() -> None:
    (told,) = describe_page(*one_post(f"{TITLE}\nIslamabad, 3 May 2015"))
    assert (told.byline, told.outlet, told.published) == (None, None, "2015-05-03")


def test_a_word_of_time_in_the_name_of_a_paper_is_no_date() -> None:
    (told,) = describe_page(*one_post("إغلاق الجسر القديم\nتلفورا اليوم", AR_BODY))
    assert (told.outlet, told.published) == ("تلفورا اليوم", None)


def test_the_date_under_the_title_goes_before_one_inside_the_article() -> None:
    (told,) = describe_page(*one_post(f"{TITLE}\n12 March 2020", f"Published: August 3, 2015\n{EN_BODY}"))
    assert told.published == "2020-03-12"


@pytest.mark.parametrize(
    ("line", "byline"),
    [("Posted by Orla Vintner on 3 May 2015", "Orla Vintner"), ("Orla Vintner wrote on 3 May 2015", "Orla Vintner"),
     ("Posted by Editor on 3 May 2015", None), ("by admin on 3 May 2015", None)],
)  # fmt: skip
def test_who_posted_and_when_stands_in_one_line(line: str, byline: str | None) -> None:
    (told,) = describe_page(*one_post(f"{TITLE}\n{line}"))
    assert (told.byline, told.published) == (byline, "2015-05-03")


def test_the_town_day_and_agency_that_open_a_report_give_way_to_the_credit_below_it() -> None:
    head = "إغلاق الجسر القديم\nالقاهرة 10 أغسطس 2015 م رويترز"
    (told,) = describe_page(*one_post(head, AR_BODY, "صحيفة الضفة"))
    assert told.outlet == "صحيفة الضفة"


def test_the_site_beside_the_article_in_the_title_of_the_page_is_the_outlet() -> None:
    (told,) = describe_page(*one_post(TITLE, title=f"{TITLE} | Telvora"))
    assert told.outlet == "Telvora"


def test_an_unknown_name_in_brackets_behind_a_caption_owns_the_picture() -> None:
    (told,) = describe_page(*one_post("إغلاق الجسر القديم\nالعبّارة عند الرصيف القديم فجر الأربعاء (سواقي)", AR_BODY))
    assert [(credit.kind, credit.to) for credit in told.credits] == [("photo", "سواقي")]
    assert told.outlet is None
