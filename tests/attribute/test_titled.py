"""Headlines, and conversations in print."""

from __future__ import annotations

from telling import contents, only, told


def test_a_name_and_a_colon_make_a_headline_a_statement() -> None:
    one = only("Nothing more is known.", title="Minister: we will rebuild the port")
    assert (one.speaker, one.content) == ("Minister", "we will rebuild the port")
    assert one.found.in_title


def test_a_speaker_may_end_a_headline() -> None:
    one = only("Nothing more is known.", title="Port will open in May: governor")
    assert (one.speaker, one.content) == ("governor", "Port will open in May")


def test_a_label_before_a_colon_is_no_speaker() -> None:
    assert told("Nothing more is known.", title="Analysis: the port is closed") == []


def test_a_headline_that_its_article_repeats_counts_once() -> None:
    found = told('"We will rebuild the port by May," the minister said.', title="Minister: We will rebuild port")
    assert [one.found.in_title for one in found] == [False]


def test_the_turns_of_a_conversation_are_statements_of_those_named() -> None:
    found = told("What happened?\nHorn: They were filed. I found them.\nDid he read them?\nHorn: I cannot say.")
    assert [(one.speaker, one.content) for one in found] == [
        ("Horn", "They were filed. I found them."),
        ("Horn", "I cannot say."),
    ]


def test_a_single_line_with_a_colon_is_no_conversation() -> None:
    assert contents("Related: The price of bread is rising again.") == []
