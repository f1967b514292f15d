"""HTML pages of several articles: each way in which pages set their articles apart."""

from __future__ import annotations

import pytest
from html_samples import ARABIC, PROSE, first, read

TITLES = (
    "Crack closes dam above Qarya",
    "Ferry to the islands runs again",
    "إغلاق السد القديم فوق القرية",
    "Ministry sends two pumps north",
)
BODIES = (PROSE[:2], PROSE[2:4], ARABIC[:2], PROSE[1:3])


def body_html(number: int) -> str:
    return "".join(f"<p>{line}</p>" for line in BODIES[number])


def framed(number: int) -> str:
    return (
        f"<div class='post'><h3 class='post-title'><a href='/p/{number}'>{TITLES[number]}</a></h3>"
        f"<p class='meta'>Nadia Haddad</p>{body_html(number)}<p class='credit'>Source: Harbour Post</p></div>"
        "<div class='foot'>Posted by Editor at 4:12 PM No comments:</div>"
    )


def flat_with_rules(number: int) -> str:
    return f"<p><strong>{TITLES[number]}</strong></p><p>By Nadia Haddad<br>March {number + 1}, 2025</p>{body_html(number)}<hr>"


def flat_with_headings(number: int) -> str:
    return f"<h2>{TITLES[number]}</h2><p class='meta'>Nadia Haddad | March {number + 1}, 2025</p>{body_html(number)}"


def in_tables(number: int) -> str:
    return (
        f"<table><tr><td><font size='4'><b>{TITLES[number]}</b></font> (Reuters)<br>March {number + 1}, 2025</td></tr>"
        f"<tr><td>{body_html(number)}</td></tr></table>"
    )


def in_article_elements(number: int) -> str:
    return (
        f"<article><header><h2><a href='/a/{number}'>{TITLES[number]}</a></h2><time datetime='2025-03-0{number + 1}T08:00:00Z'>"
        f"March {number + 1}</time></header>{body_html(number)}</article>"
    )


def quoted(number: int) -> str:
    return f"<blockquote><p><b>{TITLES[number]}</b><br>By Nadia Haddad, March {number + 1}, 2025</p>{body_html(number)}</blockquote><p class='note'>A note of mine.</p>"


def numbered(number: int) -> str:
    return f"<a name='a{number}'></a><p><b>{number + 1}. {TITLES[number]}</b><br>Reuters, March {number + 1}, 2025</p>{body_html(number)}<p><a href='#top'>[top]</a></p>"


LAYOUTS = (framed, flat_with_rules, flat_with_headings, in_tables, in_article_elements, quoted, numbered)


def digest(layout: object, count: int = 4) -> str:
    posts = "".join(layout(i) for i in range(count))  # type: ignore[operator]
    return (
        "<html><head><title>Evening round-up</title></head><body><div id='header'><h1>Evening round-up</h1></div>"
        f"<div id='main'>{posts}</div><div class='sidebar'><h3>Archive</h3><ul><li>2024 (12)</li></ul></div></body></html>"
    )


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.__name__)
def test_every_post_is_found_in_order_with_its_title(layout: object) -> None:
    page = read(digest(layout))
    assert [u.title.of(page.text) for u in page.units if u.title] == list(TITLES)


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.__name__)
def test_the_body_of_every_post_is_its_paragraphs_and_nothing_else(layout: object) -> None:
    page = read(digest(layout))
    for unit, body in zip(page.units, BODIES, strict=True):
        assert unit.body is not None
        assert [line for line in unit.body.of(page.text).split("\n") if line] == list(body)


def test_units_do_not_overlap_and_blank_lines_part_them() -> None:
    page = read(digest(framed))
    for a, b in zip(page.units, page.units[1:], strict=False):
        assert a.span.end < b.span.start
        assert "\n\n" in page.text[a.span.end : b.span.start]


def test_furniture_between_posts_belongs_to_none() -> None:
    page = read(digest(framed))
    assert all("Posted by Editor" not in u.span.of(page.text) for u in page.units)
    assert "Posted by Editor" in page.text


def test_a_post_without_a_body_is_a_unit_without_one() -> None:
    empty = "<div class='post'><h3 class='post-title'><a href='/p/9'>Bridge opens to traffic</a></h3><p class='meta'>Nadia Haddad</p></div>"
    page = read(
        digest(framed)
        .replace("<div class='sidebar'>", empty + "<div class='sidebar'>")
        .replace(f"{framed(3)}</div>{empty}", f"{framed(3)}{empty}</div>")
    )
    assert len(page.units) == 5
    assert page.units[-1].body is None


def test_a_time_element_and_the_link_of_the_title_are_stated() -> None:
    page = read(digest(in_article_elements), uri="https://round.example/today")
    assert first(page.units[0], "published") == "2025-03-01T08:00:00Z"
    assert first(page.units[1], "url") == "https://round.example/a/1"


def test_two_posts_are_enough_where_each_is_framed_and_linked() -> None:
    assert len(read(digest(framed, 2)).units) == 2


def test_a_page_that_calls_itself_one_article_is_not_cut_at_unsigned_headings() -> None:
    markup = digest(lambda i: f"<h2>{TITLES[i]}</h2>{body_html(i)}").replace(
        "<title>", "<meta property='og:type' content='article'><title>"
    )
    assert len(read(markup).units) == 1


def test_microformats_give_name_author_time_and_address() -> None:
    entry = (
        "<div class='h-entry'><h2 class='p-name'><a class='u-url' href='/e/{0}'>{1}</a></h2><span class='p-author h-card'>Nadia Haddad</span>"
        "<time class='dt-published' datetime='2025-03-0{0}T08:00:00Z'>March</time><div class='e-content'><p>{2}</p></div></div>"
    )
    page = read(
        f"<html><body>{entry.format(1, TITLES[0], PROSE[0])}{entry.format(2, TITLES[1], PROSE[1])}</body></html>",
        uri="https://b.example/",
    )
    assert [first(u, "title") for u in page.units] == list(TITLES[:2])
    assert first(page.units[0], "byline") == "Nadia Haddad"
    assert first(page.units[1], "published") == "2025-03-02T08:00:00Z"
    assert first(page.units[1], "url") == "https://b.example/e/2"


def test_the_keeper_of_a_blog_is_no_author_of_what_he_reposts() -> None:
    entry = (
        "<div class='post hentry'><h3 class='entry-title'><a href='/e/{0}'>{1}</a></h3><div class='entry-content'><p>{2}</p></div>"
        "<div class='post-footer'>Posted by <span class='author vcard'><span class='fn'>The keeper</span></span> at "
        "<abbr class='published' title='2025-03-0{0}T08:00:00Z'>8:00</abbr></div></div>"
    )
    page = read("<html><body>" + "".join(entry.format(i + 1, TITLES[i], PROSE[i]) for i in range(3)) + "</body></html>")
    assert len(page.units) == 3
    assert all(first(u, "byline") is None and first(u, "published") is None for u in page.units)
    assert first(page.units[0], "posted by") == "The keeper"
