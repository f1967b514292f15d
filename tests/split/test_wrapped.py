import textwrap

from tawatur.split.wrapped import paragraphs
from tawatur.text.lines import lines

LONG = (
    "The ferry company said on Monday that the crossing would stay closed until the engineers had looked at both piers again. "
    * 2
)


def test_hard_wrapped_paragraphs_are_joined_and_titles_stay_apart() -> None:
    body = textwrap.fill(LONG.strip(), 70)
    text = "\n\n".join(["Crossing closed", body, "Second notice", body, body]) + "\n"
    joined = paragraphs(lines(text), text)
    assert [line.text for line in joined] == [
        "Crossing closed",
        LONG.strip(),
        "Second notice",
        LONG.strip(),
        LONG.strip(),
    ]
    assert joined[1].span.of(text) == body


def test_a_page_with_long_lines_is_left_alone() -> None:
    text = f"Crossing closed\n{LONG}\n{LONG}\n" * 4
    assert paragraphs(lines(text), text) == lines(text)


def test_short_lines_that_keep_to_no_margin_are_left_alone() -> None:
    text = "\n".join(f"item {'x' * (i % 9)}" for i in range(40))
    assert len(paragraphs(lines(text), text)) == 40
