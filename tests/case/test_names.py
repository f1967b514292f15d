"""A name is found in any spelling, without what is written onto it, and in the other script by its sounds."""

from __future__ import annotations

import pytest

from tawatur.case.names import NameQuery


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("halwan", "Rana Halwan"),
        ("RANA halwan", "Rana Halwan"),
        ("Halwan", "the harbour master, Rana Halwan"),
        ("رنا", "رَنا حلوان"),
        ("قندراوي", "القندراوي"),
        ("القندراوي", "يوسف قندراوي"),
        ("qand*", "Yousef Qandrawi"),
        ("Halwan", "رنا حلوان"),
        ("rana halwan", "رنا حلوان"),
        ("حلوان", "Rana Halwan"),
        ("قندراوي", "Youssef al-Qandrawi"),
    ],
)
def test_these_are_the_name_that_was_asked_for(query: str, name: str) -> None:
    assert NameQuery(query).matches(None, name)


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("hal", "Rana Halwan"),
        ("samer halwan", "Rana Halwan"),
        ("Halwan", "سامر تلماس"),
        ("hal*", "رنا حلوان"),
        ("rana", ""),
        ("", "Rana Halwan"),
        ("«»", "Rana Halwan"),
    ],
)
def test_these_are_not(query: str, name: str) -> None:
    assert not NameQuery(query).matches(name)
