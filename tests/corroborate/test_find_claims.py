"""Reports of one utterance or one happening are lined up, and parted where they contradict each other."""

from __future__ import annotations

from collections.abc import Sequence

from tawatur.attribute import attribute_page
from tawatur.corroborate import check_claim, find_claims
from tawatur.locate import locate_page
from tawatur.model import Claim, ClaimPost, Page, Post, Span


def post(id_: str, text: str, *, lang: str = "en", outlet: str | None = None, day: str = "2021-02-10") -> ClaimPost:
    """A post as the pipeline would hand it over: its statements and places are found, not given."""
    span = Span(0, len(text))
    page = Page(
        id=f"pg-{id_}", source=id_, media_type="text/plain", encoding="utf-8", sha256="", retrieved="", title=None,
        text=text, made_by="test",
    )  # fmt: skip
    whole = Post(id=id_, page_id=page.id, order=0, span=span, title=None, body=span, made_by="test")
    return ClaimPost(
        id=id_,
        page_text=text,
        span=span,
        title=None,
        body=span,
        lang=lang,
        published=day,
        outlet=outlet,
        statements=tuple(attribute_page(page, [whole], [])),
        places=tuple(locate_page(page, [whole], [])),
    )


def each_its_own(posts: Sequence[str]) -> tuple[tuple[str, ...], int]:
    return tuple(posts), len(posts)


def conflicts(posts: Sequence[ClaimPost]) -> list[Claim]:
    return [claim for claim in find_claims(posts, each_its_own) if claim.slot is not None]


def words(claim: Claim, posts: Sequence[ClaimPost]) -> list[set[str]]:
    text = {one.id: one.page_text for one in posts}
    return [{report.span.of(text[report.post_id]) for report in variant.reports} for variant in claim.variants]


def test_two_numbers_of_the_dead_stand_side_by_side() -> None:
    posts = [
        post("po-a", "The landslide in the village of Dalma killed 12 people on Monday, the civil defence said."),
        post(
            "po-b", "The landslide in the village of Dalma killed 17 people on Monday, according to the Red Crescent."
        ),
    ]
    (claim,) = conflicts(posts)
    assert claim.slot == "number"
    assert sorted(words(claim, posts), key=str) == [{"12"}, {"17"}]


def test_a_lower_bound_does_not_contradict_a_higher_number() -> None:
    posts = [
        post(
            "po-a", "The landslide in the village of Dalma killed at least 12 people on Monday, the civil defence said."
        ),
        post(
            "po-b", "The landslide in the village of Dalma killed 17 people on Monday, according to the Red Crescent."
        ),
    ]
    assert conflicts(posts) == []


def test_two_languages_contradict_each_other_on_a_number() -> None:
    posts = [
        post("po-a", "The collapse of the bridge in Dalma killed 12 workers on Monday."),
        post("po-b", "أدى انهيار الجسر في دلما يوم الاثنين إلى مقتل 17 عاملاً.", lang="ar"),
    ]
    (claim,) = conflicts(posts)
    assert claim.slot == "number"


def test_the_same_sentence_of_one_speaker_is_one_claim_with_one_origin() -> None:
    posts = [
        post("po-a", "“The search for the missing fishermen will go on until dawn,” Hala Mirzaq said.", outlet="One"),
        post("po-b", "Hala Mirzaq said the search for the missing fishermen would go on until dawn.", outlet="Two"),
    ]
    (claim,) = find_claims(posts, each_its_own)
    assert claim.kind == "utterance"
    (variant,) = claim.variants
    assert {report.post_id for report in variant.reports} == {"po-a", "po-b"}
    assert variant.independent_origins == 1


def test_only_nameless_sources_are_marked() -> None:
    posts = [
        post("po-a", "Two military sources said the raid on the warehouse was carried out by Syrian troops."),
        post("po-b", "An informed source said the raid on the warehouse was carried out by Turkish troops."),
    ]
    (claim,) = conflicts(posts)
    assert claim.slot == "actor"
    assert all(variant.anonymous_only for variant in claim.variants)


def test_posts_that_have_nothing_in_common_give_no_claims() -> None:
    posts = [post("po-a", "Wheat prices rose again in Marwada."), post("po-b", "The museum opens its new wing in May.")]
    assert find_claims(posts, each_its_own) == []
    assert find_claims([], each_its_own) == []


def test_a_claim_is_supported_denied_or_spoken_of() -> None:
    posts = [
        post("po-a", "The ferry left the port of Dalma without a clearance, the harbour authority said."),
        post("po-b", "The company denied that the ferry had left the port of Dalma without a clearance."),
        post("po-c", "The museum opens its new wing in May."),
    ]
    found = check_claim(post("po-x", "The ferry left the port of Dalma without a clearance."), posts)
    stances = {finding.report.post_id: finding.stance for finding in reversed(found)}
    assert stances == {"po-a": "supports", "po-b": "denies"}


def test_a_claim_in_one_language_finds_reports_in_the_other() -> None:
    posts = [post("po-a", "غادرت العبّارة الميناء من دون إذن، بحسب هيئة الملاحة.", lang="ar")]
    (first, *_) = check_claim(post("po-x", "The ferry left the port without permission."), posts)
    assert first.report.post_id == "po-a"
