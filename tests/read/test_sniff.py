import bz2
import gzip

import pytest
import zstandard
from captures import arc, capture, html, warc
from hypothesis import given, settings
from hypothesis import strategies as st

from tawatur.errors import TawaturError, UnknownFormat
from tawatur.read import parse
from tawatur.read.sniff import sniff

RSS = b'<?xml version="1.0"?>\n<!-- made by hand -->\n<rss version="2.0"><channel><title>x</title></channel></rss>'
ATOM = b'<feed xmlns="http://www.w3.org/2005/Atom"><title>x</title></feed>'
RDF = b'<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"></rdf:RDF>'


@pytest.mark.parametrize(
    ("raw", "kind"),
    [
        (b"A report.\n\nIt says something.", "text"),
        ("خبر عاجل من المدينة".encode("windows-1256"), "text"),
        (b"5 < 6 and <b>bold</b> words in a text of some length are no page " * 5, "text"),
        (b"{not json at all} says the headline", "text"),
        (b"[Photo] A headline that opens with a bracket", "text"),
        (html("t", "p"), "html"),
        (b"\xef\xbb\xbf \n<!-- saved --><HTML lang=ar><body>x", "html"),
        ("<html><body>خبر</body></html>".encode("utf-16"), "html"),
        (b'<?xml version="1.0"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "x"><html/>', "html"),
        (b"<div><p>one</p><p>two</p></div>", "html"),
        (b"Warning: x in y.php\n<!DOCTYPE html><html><body>x</body></html>", "html"),
        (RSS, "feed"),
        (ATOM, "feed"),
        (RDF, "feed"),
        (b"\n\n  " + RSS, "feed"),
        ("\ufeff".encode() + RSS, "feed"),
        (b'{"version": "https://jsonfeed.org/version/1.1", "items": []}', "json feed"),
        (b'{"a": 1}', "json"),
        (b'[{"a": 1}]', "json"),
        (b'<?xml version="1.0"?><opml version="2.0"><body/></opml>', "opml"),
        (b'<?xml version="1.0"?><urlset><url/></urlset>', "xml"),
        (warc([("https://a.example/", b"x")], gzipped=False), "warc"),
        (arc([]), "arc"),
        (gzip.compress(b"x"), "gzip"),
        (bz2.compress(b"x"), "bzip2"),
        (zstandard.compress(b"x"), "zstd"),
        (b"PK\x03\x04rest", "zip"),
        (b"%PDF-1.7\nrest", "known"),
        (b"\x89PNG\r\n\x1a\nrest", "known"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1rest", "known"),
        (bytes(range(256)) * 20, "binary"),
        (b"", "empty"),
        (b"\xef\xbb\xbf \r\n", "empty"),
    ],
)
def test_the_kind_is_told_by_the_bytes(raw: bytes, kind: str) -> None:
    assert sniff(raw).kind == kind


def test_a_stated_type_does_not_overrule_the_bytes() -> None:
    assert sniff(RSS, "text/html").kind == "feed"
    assert sniff(html("t", "p"), "application/pdf").kind == "html"


@pytest.mark.parametrize(
    ("raw", "words"),
    [(b"%PDF-1.4 x", "PDF"), (bytes(range(256)) * 9, "no text"), (b'<?xml version="1.0"?><urlset/>', "<urlset>")],
)
def test_what_is_not_read_is_refused_with_its_name_and_a_next_step(raw: bytes, words: str) -> None:
    with pytest.raises(UnknownFormat, match=words) as refusal:
        parse(capture(raw, name="some.html"))
    assert "some.html" in str(refusal.value)
    assert "Save it as" in str(refusal.value)


@settings(max_examples=150, deadline=None)
@given(
    st.binary(max_size=300),
    st.sampled_from([b"", b"<", b"<?xml ", b"<rss", b"{", b"\xff\xfe", b"<!DOCTYPE ", b"<html>"]),
)
def test_any_bytes_are_a_page_or_a_clear_refusal(raw: bytes, start: bytes) -> None:
    try:
        page = parse(capture(start + raw))
    except TawaturError as refusal:
        assert "a.txt" in str(refusal)
    else:
        page.text.encode("utf-8")
        assert page == parse(capture(start + raw))
