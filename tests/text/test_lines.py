from hypothesis import given
from hypothesis import strategies as st

from tawatur.text.lines import EDGE, lines


def test_blank_runs_are_counted_before_each_line() -> None:
    found = lines("\n\na\n\n\u00a0\nb\nc\n")
    assert [(line.text, line.blanks_before) for line in found] == [("a", 2), ("b", 2), ("c", 0)]


def test_every_unicode_line_end_parts_lines_and_crlf_is_one() -> None:
    assert [line.text for line in lines("a\r\nb\rc\u2028d\x85e\x0cf")] == list("abcdef")
    assert [line.blanks_before for line in lines("a\r\nb")] == [0, 0]


def test_invisible_edges_are_left_out_of_the_span() -> None:
    text = "\ufeff\u200f  عنوان\u00a0\u200e\n"
    (line,) = lines(text)
    assert line.text == "عنوان" == line.span.of(text)


@given(st.text(alphabet="ab \n\r\t\u00a0\u200f\u2028ء", max_size=60))
def test_lines_are_trimmed_slices_in_order(text: str) -> None:
    found = lines(text)
    assert all(line.span.of(text) == line.text and line.text.strip(EDGE) == line.text != "" for line in found)
    assert all(a.span.end <= b.span.start for a, b in zip(found, found[1:], strict=False))
