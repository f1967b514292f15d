from hypothesis import given, settings
from hypothesis import strategies as st

from split.pages import BRIDGE, FERRY, HARVEST, TITLES, article, page
from tawatur.model import Span, Unit
from tawatur.split import SPLIT, split_page
from tawatur.split.plan import MOST_LINES

DIGEST = "\n\n".join(
    [
        "Search This Blog\n\nThursday, March 5, 2020",
        article(FERRY, head="By Lena Abbas\nMarch 4, 2020", tail="Source: Pier Gazette"),
        "Related Videos\n\nRelated Articles",
        article(HARVEST, head="آذار 4, 2020\n\nسامي الدروبي"),
        "Related Videos\n\nRelated Articles",
        article(BRIDGE, tail="SourceHill Courier"),
        "Related News\n",
    ]
)


def titles(text: str) -> list[str | None]:
    return [post.title.of(text) if post.title else None for post in split_page(page(text))]


def test_a_digest_in_two_languages_is_cut_at_its_titles() -> None:
    assert titles(DIGEST) == [TITLES[FERRY], TITLES[HARVEST], TITLES[BRIDGE]]


def test_bodies_leave_out_head_lines_credits_and_furniture() -> None:
    bodies = [post.body.of(DIGEST) for post in split_page(page(DIGEST)) if post.body]
    assert bodies == ["\n".join(FERRY), "\n".join(HARVEST), "\n".join(BRIDGE)]


def test_a_post_ends_with_its_credit_and_leaves_the_furniture_to_the_page() -> None:
    first = split_page(page(DIGEST))[0]
    assert first.span.of(DIGEST).endswith("Source: Pier Gazette")


def test_every_post_says_why_it_begins_where_it_does() -> None:
    assert all(post.reasons for post in split_page(page(DIGEST)))


def test_an_article_alone_stays_one_post() -> None:
    for body in (FERRY, HARVEST, BRIDGE):
        assert titles(article(body, gap="\n\n")) == [TITLES[body]]


def test_posts_are_told_apart_by_rules_alone() -> None:
    text = "\n\n* * *\n\n".join(article(body) for body in (FERRY, HARVEST, BRIDGE))
    assert titles(text) == [TITLES[FERRY], TITLES[HARVEST], TITLES[BRIDGE]]


def test_posts_are_told_apart_by_gaps_alone() -> None:
    text = "\n\n\n".join(article(body) for body in (FERRY, HARVEST, BRIDGE))
    assert titles(text) == [TITLES[FERRY], TITLES[HARVEST], TITLES[BRIDGE]]


def test_a_title_alone_above_the_next_title_is_a_post_without_a_body() -> None:
    alone = "The Evening Talk – Who Keeps the Lighthouse?"
    furniture = "\n\nRelated Videos\n\nRelated Articles\n\n"
    text = furniture.join([article(BRIDGE), f"{alone}\n\n\n{article(FERRY)}", article(HARVEST)])
    posts = split_page(page(text))
    assert titles(text) == [TITLES[BRIDGE], alone, TITLES[FERRY], TITLES[HARVEST]]
    assert posts[1].body is None and posts[1].span.of(text) == alone


def test_a_clock_alone_is_no_title() -> None:
    text = "\n\n\n".join(article(body, tail="18:34 ت م\n\n(وكالة الضفة)") for body in (HARVEST, FERRY, BRIDGE))
    assert titles(text) == [TITLES[HARVEST], TITLES[FERRY], TITLES[BRIDGE]]


def test_contents_at_the_top_are_no_posts() -> None:
    contents = "In this issue\n" + "\n".join(f"- {TITLES[b]}" for b in (FERRY, HARVEST, BRIDGE))
    text = contents + "\n\n* * *\n\n" + "\n\n* * *\n\n".join(article(body) for body in (FERRY, HARVEST, BRIDGE))
    assert [post.span.start > len(contents) for post in split_page(page(text))] == [True] * 3


def test_a_number_before_a_title_is_not_part_of_it() -> None:
    text = "\n\n".join(f"{n}. {article(body)}" for n, body in enumerate((FERRY, HARVEST, BRIDGE), 1))
    assert titles(text) == [TITLES[FERRY], TITLES[HARVEST], TITLES[BRIDGE]]


def test_a_text_without_a_title_is_one_post_without_one() -> None:
    (post,) = split_page(page("\n".join(FERRY)))
    assert post.title is None and post.body == post.span == Span(0, len("\n".join(FERRY)))


def test_empty_pages_and_pages_of_furniture_have_no_posts() -> None:
    for text in ("", "\n \u200f\n", "Home\nAbout\nContact us\n", "Share this:\n\nSubscribe"):
        assert split_page(page(text)) == []


def test_units_of_the_form_become_posts_and_inner_ones_are_dropped() -> None:
    text = "A\nbody of a\nB\nbody of b"
    outer = Unit(span=Span(0, 11), title=Span(0, 1), body=Span(2, 11), made_by="article element")
    inner = Unit(span=Span(2, 11), title=None, body=Span(2, 11), made_by="repeated block")
    other = Unit(span=Span(12, 23), title=Span(12, 13), body=Span(14, 23), made_by="article element")
    posts = split_page(page(text, units=(other, inner, outer)))
    assert [(p.title.of(text) if p.title else None, p.order) for p in posts] == [("A", 0), ("B", 1)]


def test_a_log_of_too_many_lines_is_left_whole() -> None:
    (post,) = split_page(page("entry of a log\n" * (MOST_LINES + 1)))
    assert post.title is None


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from([*FERRY, *HARVEST, *TITLES.values(), "", "", "By Lena Abbas", "Related Articles", "* * *", "Source: X", "ـــ", "«", "1.", "\u202e", "# ", "\x00"]),
        max_size=25,
    )
)  # fmt: skip
def test_posts_are_slices_of_their_page_in_order(lines: list[str]) -> None:
    text = "\n".join(lines)
    posts = split_page(page(text))
    assert posts == split_page(page(text))
    assert [post.order for post in posts] == list(range(len(posts)))
    assert all(a.span.end <= b.span.start for a, b in zip(posts, posts[1:], strict=False))
    assert len({post.id for post in posts}) == len(posts)
    for post in posts:
        assert post.span.end <= len(text)
        assert post.title is None or (post.span.holds(post.title) and post.title.of(text).strip())
        assert post.body is None or post.span.holds(post.body)


def test_one_page_that_breaks_does_not_stop_the_others() -> None:
    assert SPLIT.made_by == f"split@{SPLIT.version}"
    assert [type(result) for result in SPLIT.run([page(DIGEST)])] == [list]
