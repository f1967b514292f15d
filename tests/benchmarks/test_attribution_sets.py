"""The annotated posts can be read, hold what they should, and the scores rise and fall with what is found."""

from __future__ import annotations

import sys
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[2] / "benchmarks" / "attribution"))

from annotated import SETS, Annotated, NotationError, load, read_post
from statement_scores import Said, compare, measures, said_by_hand, same_name

PARTS = [(part, lang) for part in ("open", "aside") for lang in ("en", "ar")]


def post_of(*lines: str) -> Annotated:
    return read_post(["=== en-open-999 | wire | The Quay", *lines], "here:1")


def by_hand(post: Annotated) -> list[Said]:
    return [said_by_hand(post, mark) for mark in post.statements]


@pytest.mark.parametrize(("part", "lang"), PARTS)
def test_every_mark_of_a_part_can_be_read(part: str, lang: str) -> None:
    posts = load(part, lang)
    assert sum(len(post.statements) for post in posts) >= 225
    assert len(posts) >= 30


@pytest.mark.parametrize(("part", "lang"), PARTS)
def test_a_part_has_many_manners_kinds_and_speakers(part: str, lang: str) -> None:
    posts = load(part, lang)
    statements = [s for post in posts for s in post.statements]
    assert len({post.manner for post in posts}) >= 10
    assert {s.kind for s in statements} == {"direct", "indirect", "mixed"}
    assert len({s.speaker_class for s in statements} - {None}) == 7
    assert len({s.verb_class for s in statements}) == 7
    assert any(s.negated for s in statements)


def test_ids_are_unique_and_fit_their_files() -> None:
    ids = Counter(post.id for part in ("open", "aside", "pages") for post in load(part))
    assert [i for i, n in ids.items() if n > 1] == []
    for path in SETS.glob("??-*.txt"):
        assert all(post.id.startswith(path.name[:5]) for post in load(path.name[3:-4], path.name[:2]))


@pytest.mark.parametrize("part", ["open", "aside", "pages"])
def test_spans_lie_in_the_text_and_contents_do_not_repeat(part: str) -> None:
    for post in load(part):
        assert "{" not in post.text and "}" not in post.text and "|" not in post.text.replace(" | ", "")
        assert len({s.content for s in post.statements}) == len(post.statements), post.id
        for s in post.statements:
            for span in filter(None, (s.content, s.speaker, s.cue, *s.quoted)):
                assert 0 <= span.start < span.end <= len(post.text)


@pytest.mark.parametrize("part", ["open", "aside", "pages"])
def test_speaker_and_cue_stand_outside_their_own_content(part: str) -> None:
    for post in load(part):
        for s in post.statements:
            for span in filter(None, (s.speaker, s.cue)):
                assert span.end <= s.content.start or s.content.end <= span.start, (post.id, s.number)


def test_no_sentence_stands_in_two_parts() -> None:
    seen = {
        part: {s.content.of(p.text) for p in load(part) for s in p.statements if len(s.content.of(p.text)) > 25}
        for part in ("open", "aside", "pages")
    }
    assert not seen["open"] & seen["aside"]
    assert not (seen["open"] | seen["aside"]) & seen["pages"]


def test_marks_come_off_and_spans_fit_the_text_left() -> None:
    post = post_of("title: {s1 p|Roe}: {1 D|We go}", 'She said: "{2 p|No.}"')
    assert post.text == 'Roe: We go\n\nShe said: "No."'
    assert [s.content.of(post.text) for s in post.statements] == ["We go", "No."]
    (cut,) = post.posts
    assert cut.title is not None and cut.title.of(post.text) == "Roe: We go"
    assert cut.body.of(post.text) == 'She said: "No."'


def test_a_page_knows_its_posts_and_what_is_none() -> None:
    lines = ["The Pile", "@en {s1 p|Roe}: {1 D|We go}", "", "A text.", "@-", "Tags", "@ar عنوان", "نص"]
    page = read_post(["=== pages-mix-999 | page", *lines], "here:1")
    assert page.text == "The Pile\nRoe: We go\n\nA text.\nTags\nعنوان\nنص"
    assert [(c.lang, c.title and c.title.of(page.text), c.body.of(page.text)) for c in page.posts] == [
        ("en", "Roe: We go", "A text."),
        ("ar", "عنوان", "نص"),
    ]


def test_kind_follows_from_the_quotation_marks() -> None:
    post = post_of('{s1,2,3 p|Roe} {c1|said} "{1|no}", then that {2|it was "late"} and that {3|she left}.')
    assert [s.kind for s in post.statements] == ["direct", "mixed", "indirect"]


def test_quoted_parts_stand_for_a_clause_only_where_nothing_leads_it_in() -> None:
    post = post_of('{s1,2 p|Roe} {c1|said} {1|it was "rather late"}, and that {2|it was "much too late"}.')
    assert [[q.of(post.text) for q in s.quoted] for s in post.statements] == [["rather late"], []]


def test_name_class_verb_and_negation_are_read() -> None:
    post = post_of(
        "who: R p Ann Roe",
        "The judge, Ann Roe, left. {s1 R|She} did not {c1 -d|deny} to {t1|the Quay} that {1|it rained}.",
    )
    (s,) = post.statements
    assert (s.speaker_name, s.speaker_class, s.verb_class, s.negated, s.addressee) == (
        "Ann Roe",
        "person",
        "denies",
        True,
        "the Quay",
    )


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("{1 p|never closed", "never closed"),
        ("{s1 p|Roe} spoke", "no content"),
        ("said {1|so}", "nothing says who"),
        ("{s1 z|Roe} {1|so}", "neither a class"),
        ("{c1 q|said} {1 p|so}", "no verb class"),
        ("{1 p| so}", "begins or ends with a space"),
        ("a } here", "without its {"),
        ("said {1 p|it rained.}", "ends with a stop"),
    ],
)
def test_a_wrong_mark_is_named_with_its_place(line: str, says: str) -> None:
    with pytest.raises(NotationError, match=r"here:1 \(en-open-999\).*To go on") as caught:
        post_of(line)
    assert says in str(caught.value)


@pytest.mark.parametrize(("part", "lang"), PARTS)
def test_the_marks_score_full_against_themselves(part: str, lang: str) -> None:
    values = measures([compare(post, by_hand(post)) for post in load(part, lang)])
    assert {name: value for name, (value, _) in values.items() if value != 1.0} == {}


def test_scores_fall_where_something_is_missed_invented_or_wrong() -> None:
    posts = load("open", "en")
    full = [(post, by_hand(post)) for post in posts]

    def score(change: object, name: str) -> float:
        return measures([compare(post, [change(s) for s in said]) for post, said in full])[name][0]  # type: ignore[operator]

    fewer = measures([compare(post, said[1:]) for post, said in full])
    assert fewer["content P"][0] == 1.0 and fewer["content R"][0] < 1.0
    twice = measures([compare(post, said + said) for post, said in full])
    assert twice["content P"][0] == 0.5 and twice["content R"][0] == 1.0
    assert score(lambda s: replace(s, speaker="Nobody Known", name="Nobody Known"), "speaker F1") == 0.0
    assert score(lambda s: replace(s, name="Nobody Known"), "resolved name right") == 0.0
    assert score(lambda s: replace(s, speaker_class="anonymous"), "anonymous or named right") < 0.5
    assert score(lambda s: replace(s, verb_class="says"), "  other than says") == 0.0
    assert score(lambda s: replace(s, negated=False), "negation right, where either has one") == 0.0
    assert score(lambda s: replace(s, addressee=None), "addressee right, where either has one") == 0.0


def test_half_of_the_words_is_enough_and_less_is_not() -> None:
    post = post_of("{s1 p|Roe} {c1|said} {1|0123456789}")
    (said,) = by_hand(post)
    half = replace(said, content=replace(said.content, end=said.content.start + 5))
    less = replace(said, content=replace(said.content, end=said.content.start + 4))
    assert len(compare(post, [half]).pairs) == 1
    assert len(compare(post, [less]).pairs) == 0


def test_names_are_the_same_by_whole_words_in_either_writing() -> None:
    assert same_name("the Harbour Authority", "Harbour Authority")
    assert same_name("إلياس مرّان", "الوزير الياس مران")
    assert not same_name("Ann", "Annabel Roe")
    assert not same_name(None, "Roe")
