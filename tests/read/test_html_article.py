"""HTML pages of one article: text, body, fields, and what must not be lost or made up."""

from __future__ import annotations

from html_samples import ARABIC, PROSE, article, first, only, paragraphs, read
from hypothesis import given, settings
from hypothesis import strategies as st


def test_an_article_page_is_one_unit_with_its_whole_body() -> None:
    page = read(article())
    body = only(page).body
    assert body is not None
    assert [line for line in body.of(page.text).split("\n") if line] == list(PROSE)


def test_the_title_is_the_headline_as_shown_without_the_name_of_the_site() -> None:
    page = read(article())
    unit = only(page)
    assert unit.title is not None
    assert unit.title.of(page.text) == "Crack closes dam above Qarya"
    assert first(unit, "title") == "Crack closes dam above Qarya"


def test_a_title_that_no_line_shows_comes_from_the_head_without_the_site() -> None:
    page = read(
        "<html><head><title>Crack closes dam above Qarya | Harbour Post</title>"
        f"<meta property='og:site_name' content='Harbour Post'></head><body>{paragraphs(PROSE)}</body></html>"
    )
    unit = only(page)
    assert unit.title is None
    assert first(unit, "title") == "Crack closes dam above Qarya"


def test_a_byline_shown_under_the_title_stands_before_the_body_and_has_a_span() -> None:
    page = read(article("<meta name='author' content='Nadia Haddad'>"))
    unit = only(page)
    stated = next(s for s in unit.stated if s.name == "byline")
    assert stated.span is not None
    assert stated.span.of(page.text) == "Nadia Haddad"
    assert unit.body is not None
    assert unit.span.start <= stated.span.start < unit.body.start


def test_json_ld_gives_the_time_with_its_zone_and_every_author() -> None:
    block = (
        '<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle",'
        '"headline":"Crack closes dam above Qarya","datePublished":"2025-03-09T18:30:00+03:00",'
        '"author":[{"@type":"Person","name":"Nadia Haddad"},{"@type":"Person","name":"Omar Fares"}],'
        '"publisher":{"@type":"Organization","name":"Harbour Post"}}</script>'
    )
    unit = only(read(article(block)))
    assert first(unit, "published") == "2025-03-09T18:30:00+03:00"
    assert first(unit, "byline") == "Nadia Haddad, Omar Fares"
    assert first(unit, "outlet") == "Harbour Post"
    assert next(s.where for s in unit.stated if s.name == "published") == "json-ld"


def test_a_page_that_names_no_author_and_no_date_states_none() -> None:
    page = read(
        f"<html><head><title>Crack closes dam above Qarya</title></head><body><h1>Crack closes dam above Qarya</h1>{paragraphs(PROSE)}</body></html>"
    )
    unit = only(page)
    assert first(unit, "byline") is None
    assert first(unit, "published") is None
    assert first(unit, "outlet") is None


def test_teasers_and_comments_beside_an_article_are_no_units() -> None:
    teasers = "".join(
        f"<div class='teaser'><h3><a href='/t{i}'>Another matter of day {i}</a></h3><p>A short line about the matter of day {i}.</p></div>"
        for i in range(6)
    )
    comments = "".join(
        f"<article class='comment' id='comment-{i}'><h4>Reader number {i}</h4><p>{PROSE[i % 5]} I do not think so at all.</p></article>"
        for i in range(4)
    )
    page = read(
        article(after=f"<aside class='related'>{teasers}</aside><section class='comments'>{comments}</section>")
    )
    unit = only(page)
    assert unit.title is not None
    assert unit.title.of(page.text) == "Crack closes dam above Qarya"


def test_subheadings_do_not_cut_an_article() -> None:
    parts = "".join(
        f"<h2>What is known of part {i}</h2><p>{line}</p><p>{line[::-1]}</p>" for i, line in enumerate(PROSE)
    )
    only(
        read(
            f"<html><head><title>Crack closes dam</title></head><body><h1>Crack closes dam above Qarya</h1>{parts}</body></html>"
        )
    )


def test_arabic_is_read_with_its_direction_and_letters_untouched() -> None:
    page = read(
        f"<html lang='ar' dir='rtl'><head><title>إغلاق السد القديم فوق القرية</title></head><body>"
        f"<h1>إغلاق السد القديم فوق القرية</h1>{paragraphs(ARABIC)}</body></html>"
    )
    unit = only(page)
    assert unit.title is not None and unit.body is not None
    assert unit.title.of(page.text) == "إغلاق السد القديم فوق القرية"
    assert all(line in unit.body.of(page.text) for line in ARABIC)
    assert any(s.name == "lang" and s.value == "ar" for s in page.stated)


def test_what_is_not_shown_is_not_in_the_text() -> None:
    hidden = (
        "<script>var secret1 = 1</script><style>.secret2{}</style><p hidden>secret3</p><p style='display: none'>secret4</p>"
        "<template><p>secret5</p></template><span class='sr-only'>secret6</span><!-- secret7 -->"
    )
    assert "secret" not in read(article(before=hidden)).text


def test_blocks_and_links_lie_on_the_words_they_speak_of() -> None:
    page = read(
        "<html><body><h2>Two things</h2><ul><li>First</li><li>See <a href='/more'>more of it</a> here</li></ul></body></html>",
        uri="https://post.example/news/1",
    )
    kinds = {block.span.of(page.text): (block.kind, block.level) for block in page.blocks}
    assert kinds["Two things"] == ("heading", 2)
    assert kinds["First"] == ("item", None)
    link = next(link for link in page.links if link.kind == "link")
    assert link.url == "https://post.example/more"
    assert link.span is not None and link.span.of(page.text) == link.text == "more of it"


def test_a_bulletin_typed_with_line_breaks_has_no_units_but_its_blank_lines() -> None:
    posts = "* * *<br><br>".join(
        f"THE TITLE OF MATTER {i}<br>By Nadia Haddad<br>March {i}, 2025<br><br>{PROSE[0]}<br><br>{PROSE[1]}<br><br>"
        for i in range(1, 4)
    )
    page = read(f"<html><head><title>Round-up</title></head><body><div>{posts}</div></body></html>")
    assert page.units == ()
    assert f"\n\n{PROSE[0]}\n\n{PROSE[1]}\n\n" in page.text


def test_preformatted_text_keeps_its_lines() -> None:
    page = read("<html><body><pre>first line\n\n  second   line\nthird line</pre></body></html>")
    assert "first line" in page.text
    assert "\n\n  second   line\nthird line" in page.text


def test_bytes_are_decoded_as_the_page_declares() -> None:
    raw = f"<html><head><meta charset='windows-1256'><title>خبر</title></head><body>{paragraphs(ARABIC)}</body></html>".encode(
        "windows-1256"
    )
    page = read(raw, encoding=None)
    assert page.encoding == "windows-1256"
    assert ARABIC[0] in page.text


def test_the_same_page_gives_the_same_result_twice() -> None:
    assert read(article()) == read(article())


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "<p>",
                "</p>",
                "<b>",
                "<div class='post'>",
                "</div>",
                "<h2>",
                "<hr>",
                "<table><td>",
                "<br>",
                "<a href='//['>",
                "</article>",
                "word and word",
                "خبر عاجل",
                "\x00",
                "&#xD800;",
                "<!--",
                "<![CDATA[",
                "<script>",
            ]
        ),
        max_size=40,
    )
)
def test_any_soup_is_read_and_every_span_lies_in_the_text(pieces: list[str]) -> None:
    page = read("".join(pieces))
    size = len(page.text)
    spans = [b.span for b in page.blocks] + [u.span for u in page.units] + [x.span for x in page.links if x.span]
    spans += [part for u in page.units for part in (u.title, u.body) if part]
    assert all(span.end <= size for span in spans)
    assert all(a.span.end <= b.span.start for a, b in zip(page.blocks, page.blocks[1:], strict=False))


def test_pictures_are_links_without_words_of_their_own() -> None:
    page = read(article(before="<img src='/dam.jpg' alt='The dam'>"), uri="https://post.example/a")
    image = next(link for link in page.links if link.kind == "image")
    assert (image.url, image.text, image.span) == ("https://post.example/dam.jpg", "The dam", None)


def test_a_line_that_only_says_who_posted_the_article_and_when_is_not_its_body() -> None:
    told = "<p>Posted by Petra Hull on 13 February 2021</p>"
    markup = f"<html><head><title>Night boat sails again</title></head><body><div><h2>Night boat sails again</h2>{told}{''.join(f'<p>{line}</p>' for line in PROSE)}</div></body></html>"
    page = read(markup)
    unit = page.units[0]
    assert unit.body is not None
    assert unit.body.of(page.text).startswith(PROSE[0])
    assert "Posted by Petra Hull" in page.text[unit.span.start : unit.body.start]
