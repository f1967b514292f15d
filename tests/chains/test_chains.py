"""The links of a post and where they end."""

from __future__ import annotations

from chained import FERRY, PUMPS, chains, credited, origins, post, shares

from tawatur.chains import walk


def test_a_chain_is_walked_back_to_the_first_post() -> None:
    first = post("a", PUMPS, "Hill Post", "2031-05-04")
    middle = credited("b", PUMPS, "Lake Daily", "Hill Post", published="2031-05-05")
    last = credited("c", PUMPS, "Weekly Round", "Lake Daily", published="2031-05-06")
    held = chains([first, middle, last], [shares(first, middle, PUMPS), shares(middle, last, PUMPS)])
    assert [held[ident].origin_id for ident in "abc"] == ["a", "a", "a"]
    assert [(link.source, link.kind, link.to) for link in walk("c", held)] == [
        ("c", "copies", "b"),
        ("b", "copies", "a"),
    ]
    assert ("credits", "outlet:hill post") in [(link.kind, link.to) for link in held["b"].links]


def test_a_credit_to_a_party_without_posts_ends_outside() -> None:
    held = chains([credited("a", PUMPS, "Hill Post", "Reuters")], [])
    (link,) = held["a"].links
    assert (held["a"].origin_id, link.kind, link.to) == ("agency:reuters", "credits", "agency:reuters")
    assert link.span is not None


def test_every_link_shows_its_words() -> None:
    text = f"The Hill Post reported it first. {PUMPS}"
    a, b = post("a", PUMPS, "Hill Post", "2031-05-04"), post("b", text, "Lake Daily", "2031-05-05")
    links = chains([a, b], [shares(a, b, PUMPS)])["b"].links
    assert [(link.kind, link.span.of(text) if link.span else "") for link in links] == [
        ("copies", PUMPS),
        ("cites", "Hill Post"),
    ]


def test_where_nobody_knows_who_was_first_the_origin_is_unknown() -> None:
    a, b = post("a", PUMPS, "Hill Post"), post("b", PUMPS, "Lake Daily")
    held = chains([a, b], [shares(a, b, PUMPS)])
    assert held["a"].origin_id is None and held["b"].origin_id is None
    assert held["a"].roots == held["b"].roots
    assert "not known which" in " ".join(held["a"].reasons)


def test_a_circle_of_credits_is_one_knot() -> None:
    a = credited("a", PUMPS, "Hill Post", "Weekly Round")
    b = credited("b", PUMPS, "Lake Daily", "Hill Post")
    c = credited("c", PUMPS, "Weekly Round", "Lake Daily")
    reuses = [shares(a, b, PUMPS), shares(b, c, PUMPS), shares(a, c, PUMPS)]
    held = chains([a, b, c], reuses)
    assert {held[ident].origin_id for ident in "abc"} == {None}
    assert len(walk("a", held)) <= 3
    assert origins([a, b, c], reuses).count == 1


def test_a_long_line_of_copies_is_walked_in_one_go() -> None:
    posts = [post(f"p{n:04d}", PUMPS, f"Paper {n}", f"{2000 + n // 12}-{1 + n % 12:02d}") for n in range(1500)]
    held = chains(posts, [shares(a, b, PUMPS) for a, b in zip(posts, posts[1:], strict=False)])
    assert {chain.origin_id for chain in held.values()} == {"p0000"}


def test_a_part_of_a_post_is_a_link_and_leaves_it_its_own_origin() -> None:
    a = post("a", PUMPS, "Hill Post", "2031-05-04")
    own = f"{FERRY} {FERRY.replace('ferry', 'tram')} {FERRY.replace('ferry', 'lift')} {FERRY[:180]}"
    long = post("a", f"{PUMPS} {own}", "Hill Post", "2031-05-04")
    b = post("b", f"{own.upper()} {PUMPS} {own.title()}", "Lake Daily", "2031-05-05")
    held = chains([long, b], [shares(long, b, PUMPS)])
    assert a.id == long.id
    assert held["b"].links[0].kind == "copies"
    assert held["b"].origin_id == "b"
