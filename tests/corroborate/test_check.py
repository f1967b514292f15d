"""A report speaks of a claim where it holds most of it, not where it shares a word."""

from __future__ import annotations

import pytest
from test_find_claims import post

from tawatur.corroborate import check_claim
from tawatur.model import Finding


def asked(claim: str, report: str, lang: str = "en", other: str | None = None) -> list[Finding]:
    return check_claim(post("po-x", claim, lang=lang), [post("po-a", report, lang=other or lang)])


def test_a_sentence_that_shares_one_word_says_nothing_of_the_claim() -> None:
    assert (
        asked("The ferry left Dalma with 186 people on board.", "At 19:40 the ferry left; the bakery was open.") == []
    )


@pytest.mark.parametrize(
    ("claim", "report", "lang"),
    [
        ("The council accepted the plan for the new port.", "The council rejected the plan for the new port.", "en"),
        ("وافق المجلس على خطة الميناء الجديد.", "رفض المجلس خطة الميناء الجديد.", "ar"),
    ],
)
def test_an_opposite_denies(claim: str, report: str, lang: str) -> None:
    (finding,) = asked(claim, report, lang)
    assert finding.stance == "denies"
    assert "opposite" in finding.why


def test_another_number_denies_and_the_same_one_supports() -> None:
    claim = "Nine workers were killed when the bridge in Dalma collapsed."
    (other,) = asked(claim, "The collapse of the bridge in Dalma killed four workers.")
    (same,) = asked(claim, "The collapse of the bridge in Dalma killed nine workers.")
    assert (other.stance, same.stance) == ("denies", "supports")


def test_a_question_only_discusses() -> None:
    (finding,) = asked("The ferry left Dalma without permission.", "Did the ferry leave Dalma without permission?")
    assert finding.stance == "discusses"
