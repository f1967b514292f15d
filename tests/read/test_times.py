from time import gmtime

import pytest

from tawatur.read.times import iso_of


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("Thu, 21 Sep 2017 01:30:00 +0300", "2017-09-21T01:30:00+03:00"),
        ("21 Sep 2017 01:30:00 EST", "2017-09-21T01:30:00-05:00"),
        ("Thu, 21 Sep 2017 01:30:00 GMT", "2017-09-21T01:30:00+00:00"),
        ("2017-09-21T01:30:00.123Z", "2017-09-21T01:30:00+00:00"),
        ("2017-09-21", "2017-09-21"),
        ("2017-09", "2017-09"),
        ("2017", "2017"),
        ("2017-13-40", None),
        ("soon", None),
        ("", None),
        (None, None),
    ],
)
def test_times_keep_their_zone_and_their_precision(written: str | None, iso: str | None) -> None:
    assert iso_of(written) == iso


def test_an_odd_form_is_taken_from_the_other_reader() -> None:
    assert iso_of("odd form", gmtime(1505953800)) == "2017-09-21T00:30:00+00:00"
