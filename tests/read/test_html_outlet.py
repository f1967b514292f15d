"""The outlet of a page that names itself only in the title of the window."""

from __future__ import annotations

from lxml.html import document_fromstring

from tawatur.read.html_lines import flatten
from tawatur.read.html_outlet import outlet_in_title

TITLE = "Night boat sails again"


def outlet(window: str, body: str = "<p>Words</p>", url: str | None = None) -> str | None:
    return outlet_in_title(window, TITLE, flatten(document_fromstring(f"<html><body>{body}</body></html>")), url)


def test_a_part_that_is_in_the_address_names_the_outlet() -> None:
    assert outlet(f"{TITLE} | Sea | Quayside", url="https://www.quayside.example/a") == "Quayside"


def test_a_part_that_holds_the_rights_names_the_outlet() -> None:
    assert outlet(f"Quayside - {TITLE}", "<p>Words</p><p>© 2021 Quayside, all rights reserved</p>") == "Quayside"


def test_a_part_with_an_outlets_words_names_the_outlet() -> None:
    assert outlet(f"{TITLE} - The Northern Courier") == "The Northern Courier"


def test_a_section_is_no_outlet() -> None:
    assert outlet(f"{TITLE} - Weather", url="https://www.quayside.example/a") is None


def test_a_window_without_the_headline_says_nothing() -> None:
    assert outlet("The Northern Courier") is None
