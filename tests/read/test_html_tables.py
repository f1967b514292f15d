"""Tables that lay a page out, and tables that hold data."""

from __future__ import annotations

from lxml.html import document_fromstring

from tawatur.model import Capture
from tawatur.read.html import read_html
from tawatur.read.html_tables import open_layout_tables

STORY = [
    "The ferry company said on Sunday that the night boat to the outer islands will sail again from next week on.",
    "Two engines had been taken out in October after a fire in the galley, and the yard found cracks in both of them.",
    "Islanders who had been rowed across by their neighbours for a month said that they would believe it when they saw it.",
]


def tables_left(markup: str) -> int:
    tree = document_fromstring(markup)
    open_layout_tables(tree)
    return len(list(tree.iter("table")))


def test_a_table_with_header_cells_holds_data() -> None:
    assert tables_left("<table><tr><th>Port<th>Boats<tr><td><p>Quay<td>3</table>") == 1


def test_a_table_of_figures_holds_data() -> None:
    assert tables_left("<table><tr><td>Quay<td>3<tr><td>Harbour<td>5</table>") == 1


def test_a_table_with_paragraphs_in_a_cell_lays_the_page_out() -> None:
    assert tables_left("<table><tr><td><p>Words</p><td>Menu</table>") == 0


def test_a_table_of_links_alone_is_a_menu() -> None:
    assert tables_left("<table><tr><td><a href=a>Home</a> | <a href=b>News</a></table>") == 0


def test_a_data_table_inside_a_layout_table_stays_one() -> None:
    assert tables_left("<table><tr><td><p>Words</p><table><tr><td>Quay<td>3</table></table>") == 1


def test_menus_in_cells_beside_the_text_are_not_in_its_body() -> None:
    story = "".join(f"<p>{words}</p>" for words in STORY)
    markup = (
        "<html><head><title>Night boat sails again</title></head><body>"
        "<table><tr><td><a href=/>Home</a> | <a href=/sea>Sea</a> | <a href=/land>Land</a></td></tr></table>"
        f"<table><tr><td width='75%'><h2>Night boat sails again</h2>{story}</td>"
        "<td><b>Most read</b><br><a href=/1>Harbour master leaves</a><br><a href=/2>Fog for three days</a></td></tr></table>"
        "</body></html>"
    )
    capture = Capture(source="a.html", name="a.html", raw=markup.encode(), retrieved="2026-01-01T00:00:00Z")
    page = read_html(capture, markup, "utf-8")
    (unit,) = page.units
    assert unit.body is not None
    assert unit.body.of(page.text).split("\n") == STORY
