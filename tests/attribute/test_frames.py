"""The layouts of English sentences."""

from __future__ import annotations

import pytest
from telling import contents, only, told

DAM = "the dam was safe"


@pytest.mark.parametrize(
    ("sentence", "speaker", "cue", "content"),
    [
        ("The mayor said that the dam was safe.", "The mayor", "said", DAM),
        ("The mayor said the dam was safe.", "The mayor", "said", DAM),
        ("The mayor told Harbour Radio that the dam was safe.", "The mayor", "told", DAM),
        ("The mayor told Harbour Radio the dam was safe.", "The mayor", "told", DAM),
        ("The mayor said on Tuesday that the dam was safe.", "The mayor", "said", DAM),
        ("The mayor said in a statement that the dam was safe.", "The mayor", "said", DAM),
        ("The mayor has repeatedly denied that the dam was safe.", "The mayor", "denied", DAM),
        ("The dam was safe, the mayor said.", "the mayor", "said", "The dam was safe"),
        ("The dam was safe, said the mayor.", "the mayor", "said", "The dam was safe"),
        ("The dam was safe, according to the mayor.", "the mayor", "according to", "The dam was safe"),
        ("According to the mayor, the dam was safe.", "the mayor", "According to", DAM),
        ("As the mayor observed, the dam was safe.", "the mayor", "observed", DAM),
        ("The mayor's claim that the dam was safe.", "The mayor", "claim", DAM),
        ("Speaking in Arle, the mayor insisted that the dam was safe.", "the mayor", "insisted", DAM),
        ("People familiar with the plan say the dam was safe.", "People familiar with the plan", "say", DAM),
        ("The mayor, for his part, added that the dam was safe.", "The mayor, for his part", "added", DAM),
        (
            "A report published in March concluded that the dam was safe.",
            "A report published in March",
            "concluded",
            DAM,
        ),
        ("The Echo quoted Lena Horn as saying that the dam was safe.", "Lena Horn", "saying", DAM),
        ("Lena Horn was quoted as saying that the dam was safe.", "Lena Horn", "quoted as saying", DAM),
        ("The mayor promised to mend the dam.", "The mayor", "promised", "to mend the dam"),
        ("The mayor declined to say when it would open.", "The mayor", "declined to say", "when it would open"),
        ("The mayor denied any role in it.", "The mayor", "denied", "any role in it"),
    ],
)
def test_indirect_speech_in_each_order(sentence: str, speaker: str, cue: str, content: str) -> None:
    one = only(sentence)
    assert (one.kind, one.speaker, one.cue, one.content) == ("indirect", speaker, cue, content)


@pytest.mark.parametrize(
    ("sentence", "speaker", "content"),
    [
        ('The mayor said: "The dam is safe."', "The mayor", "The dam is safe."),
        ('The mayor said, "The dam is safe."', "The mayor", "The dam is safe."),
        ('"The dam is safe," the mayor said.', "the mayor", "The dam is safe,"),
        ('"The dam is safe," said the mayor.', "the mayor", "The dam is safe,"),
        ('"The dam is safe," said Lena Horn, the mayor.', "Lena Horn, the mayor", "The dam is safe,"),
        ('"The dam is safe." Horn said.', "Horn", "The dam is safe."),
        ("“The dam is safe,” the mayor told reporters.", "the mayor", "The dam is safe,"),
        ("«The dam is safe», the mayor said.", "the mayor", "The dam is safe"),
        ("„The dam is safe,“ the mayor said.", "the mayor", "The dam is safe,"),
        ("'The dam is safe,' the mayor said.", "the mayor", "The dam is safe,"),
        ("''The dam is safe,'' the mayor said.", "the mayor", "The dam is safe,"),
        ('“The dam is safe," the mayor said.', "the mayor", "The dam is safe,"),
        ("The dam is safe,” said the mayor.", "the mayor", "The dam is safe,"),
        ('As the mayor put it, "the dam does not vote."', "the mayor", "the dam does not vote."),
        ('In the words of the mayor, "the dam does not vote."', "the mayor", "the dam does not vote."),
        ('"Nobody warned us" – Lena Horn, teacher.', "Lena Horn, teacher", "Nobody warned us"),
    ],
)
def test_direct_speech_in_each_order_and_with_each_kind_of_marks(sentence: str, speaker: str, content: str) -> None:
    one = only(sentence)
    assert (one.kind, one.speaker, one.content) == ("direct", speaker, content)


def test_a_fragment_that_a_cue_governs_is_a_statement() -> None:
    one = only('The Dunmere Echo called the plan "a wet blanket".')
    assert (one.kind, one.speaker, one.content) == ("direct", "The Dunmere Echo", "a wet blanket")


def test_a_clause_with_a_quoted_part_is_mixed() -> None:
    one = only("The mayor said that the dam was “never in danger” this spring.")
    assert (one.kind, one.content) == ("mixed", "the dam was “never in danger” this spring")


def test_without_that_the_marks_alone_say_whose_words_they_are() -> None:
    one = only("The mayor said the dam was “never in danger” this spring.")
    assert (one.kind, one.content) == ("direct", "never in danger")


def test_a_single_word_in_marks_leaves_its_clause_whole() -> None:
    one = only("The mayor said the dam was “safe” this spring.")
    assert (one.kind, one.content) == ("mixed", "the dam was “safe” this spring")


@pytest.mark.parametrize(
    "sentence",
    [
        'The film "Strike Note" was shown in Arle.',
        'The so-called "safe road" is closed.',
        'They stayed at a hotel called "The Patient Hand".',
        "The ferry “Lady Ansa” left at noon.",
        "A third declined to comment.",
        "The report was published in March.",
        "The claims of the council fill a shelf.",
        "I think the dam was safe.",
    ],
)
def test_names_titles_scare_quotes_and_the_writer_are_no_statements(sentence: str) -> None:
    assert told(sentence) == []


def test_a_cue_between_two_quotations_makes_two_parts_of_one_speaker() -> None:
    first, second = told('"The dam," the mayor said, "is safe and sound."')
    assert first.content == "The dam,"
    assert (second.content, second.found.part_of) == ("is safe and sound.", 0)


def test_a_quotation_in_the_next_sentence_goes_on() -> None:
    first, second = told('"The dam is safe," the mayor said. "It will stand for years."')
    assert (second.speaker, second.found.same_as, second.found.part_of) == (None, 0, 0)


def test_a_form_of_ing_goes_on_with_the_same_speaker() -> None:
    first, second = told("The mayor promised to pay, adding that the money would come in May.")
    assert first.content == "to pay"
    assert (second.content, second.found.same_as) == ("the money would come in May", 0)


def test_a_second_verb_goes_on_with_the_same_speaker() -> None:
    first, second = told("The mayor said the dam was safe and added that the road was open.")
    assert first.content == "the dam was safe"
    assert second.content == "the road was open"


def test_another_speaker_ends_the_content_before() -> None:
    first, second = told("The mayor said the dam was safe, but the engineer said it leaked.")
    assert (first.speaker, first.content) == ("The mayor", "the dam was safe")
    assert (second.speaker, second.content) == ("the engineer", "it leaked")


def test_what_somebody_says_that_somebody_said_is_one_statement() -> None:
    assert contents("The mayor said the engineer had warned that the dam leaked.") == [
        "the engineer had warned that the dam leaked"
    ]


def test_the_source_at_the_end_speaks_for_the_whole_sentence() -> None:
    one = only("A builder knew that the wall was cracked before it fell, the court heard.")
    assert (one.speaker, one.content) == ("the court", "A builder knew that the wall was cracked before it fell")


def test_a_negated_cue_is_marked() -> None:
    one = only("The ministry did not deny that the plant was sold.")
    assert (one.found.negated, one.found.verb_class) == (True, "denies")


def test_addressee_and_venue_are_spans_of_their_own() -> None:
    one = only('"We are tired," Horn told Harbour Radio in a phone interview.')
    text = '"We are tired," Horn told Harbour Radio in a phone interview.'
    assert one.found.addressee is not None
    assert one.found.addressee.of(text) == "Harbour Radio"
    assert one.found.venue is not None
    assert one.found.venue.of(text) == "in a phone interview"


def test_an_apposition_belongs_to_the_speaker() -> None:
    one = only("Fiona Mirk, a manager at Tern Capital, which owns the yard, said the yard would close.")
    assert one.speaker == "Fiona Mirk, a manager at Tern Capital, which owns the yard"


def test_unnamed_reports_speak_for_themselves() -> None:
    one = only("There were unconfirmed reports that a second dam was leaking.")
    assert (one.speaker, one.content) == ("unconfirmed reports", "a second dam was leaking")
