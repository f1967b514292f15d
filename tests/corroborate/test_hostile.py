"""Whatever the text is, claims are made of it in reasonable time, and their spans lie in the page."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from test_find_claims import each_its_own, post

from tawatur.corroborate import check_claim, find_claims

_HOSTILE = {
    "one long line": "killed " * 4_000,
    "no spaces": "قتل" * 4_000,
    "numbers": "between 1 and 2 " * 1_500,
    "negations": "not no never without " * 1_000 + "attack",
    "marks": "\u200f\u200e«“" * 2_000,
    "by": "attack by " * 1_500,
    "bounds": "لا يقل عن " * 1_500 + "3 قتلى",
}


@pytest.mark.parametrize("name", _HOSTILE)
def test_a_hostile_text_gives_claims_whose_spans_lie_in_it(name: str) -> None:
    posts = [post(f"po-{n}", _HOSTILE[name], lang="ar" if n else "en") for n in range(2)]
    for claim in find_claims(posts, each_its_own):
        for variant in claim.variants:
            assert all(0 <= report.span.start <= report.span.end <= len(_HOSTILE[name]) for report in variant.reports)


def test_hundreds_of_posts_of_one_story_with_as_many_numbers_are_compared() -> None:
    posts = [post(f"po-{n:03}", f"The flood in Dalma killed {n + 10} people on Monday.") for n in range(120)]
    claims = find_claims(posts, each_its_own)
    assert any(claim.slot == "number" for claim in claims)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.text(max_size=60), min_size=1, max_size=4), st.sampled_from(["en", "ar"]))
def test_any_text_can_be_checked(texts: list[str], lang: str) -> None:
    posts = [post(f"po-{n}", text, lang=lang) for n, text in enumerate(texts)]
    assert find_claims(posts, each_its_own) == find_claims(list(reversed(posts)), each_its_own)
    check_claim(post("po-x", "The ferry left the port.", lang="en"), posts)
