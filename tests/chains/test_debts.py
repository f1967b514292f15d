"""To whom a post says it owes its words, in the habits of both languages."""

from __future__ import annotations

import pytest

from tawatur.chains.debts import find_debts
from tawatur.chains.parties import Parties
from tawatur.model import ChainPost, Credit, Span

BODY = "The pumps of Tarsa stood still for a second day."


@pytest.mark.parametrize(
    ("head", "body", "tail", "party"),
    [
        ("AFP - Geneva", BODY, "", "agency:afp"),
        ("موسكو - رويترز", BODY, "", "agency:reuters"),
        ("", "TASS/ " + BODY, "", "agency:tass"),
        ("", BODY, "© 2031 AFP. All rights reserved.", "agency:afp"),
        ("", BODY, "Source: wires", "unnamed:agencies"),
        ("", BODY, "المصدر: متابعات", "unnamed:agencies"),
        ("", BODY, "Source\nMinistry of Fountains", "release:ministry of fountains"),
    ],
)
def test_a_habit_of_crediting_is_read(head: str, body: str, tail: str, party: str) -> None:
    above = f"A title\n{head}\n"
    text = f"{above}{body}\n{tail}"
    post = ChainPost(id="a", text=text, body=Span(len(above), len(above) + len(body)), outlet="Hill Post")
    (debt,) = find_debts(post, Parties([post]))
    assert debt.party.id == party
    assert debt.span is not None and debt.span.of(text).strip()


def test_a_picture_is_owed_apart_from_the_words() -> None:
    credit = Credit(kind="photo", to="AFP", span=Span(7, 10))
    post = ChainPost(id="a", text=f"Photo: AFP\n{BODY}", body=Span(11, 11 + len(BODY)), credits=(credit,))
    assert find_debts(post, Parties()) == ()


def test_a_page_of_another_publisher_owes_the_outlet_it_names() -> None:
    post = ChainPost(id="a", text=BODY, outlet="Hill Post", publisher="Weekly Round")
    (debt,) = find_debts(post, Parties([post]))
    assert debt.party.id == "outlet:hill post"
