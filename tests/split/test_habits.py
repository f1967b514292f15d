import numpy as np

from tawatur.split.habits import FEWEST, HABIT_COLUMNS, habits
from tawatur.split.labels import BODY, FURNITURE, TITLE
from tawatur.split.seen import look
from tawatur.text.lines import lines

AT = {name: i for i, name in enumerate(HABIT_COLUMNS)}
TEXT = "\n\n".join(
    f"* * *\n\nHeadline number {n} of the day\nSome words of the body of it." for n in "one two three four".split()
)


def labelled() -> tuple[list, list, np.ndarray]:
    found = lines(TEXT)
    path = np.array([FURNITURE, TITLE, BODY] * 4)
    return found, look(found), path


def test_titles_keep_the_habit_of_the_line_before_them() -> None:
    found, seen, path = labelled()
    out = habits(found, seen, path)
    assert out[path == TITLE, AT["habit before: kept"]].min() == 1.0
    assert out[path == BODY, AT["habit before: broken"]].max() == 1.0


def test_fewer_titles_than_three_make_no_habits() -> None:
    found, seen, _ = labelled()
    few = np.array([TITLE, BODY, BODY] + [BODY] * 9)
    assert FEWEST == 3
    out = habits(found, seen, few)
    assert out[:, : AT["one title found"]].sum() == 0 and out[:, AT["one title found"]].all()
