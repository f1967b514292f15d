import json

import pytest
from captures import capture
from hypothesis import given, settings
from hypothesis import strategies as st

from tawatur.errors import BrokenRecord, TawaturError, UnknownFormat
from tawatur.model import Page, Unit
from tawatur.read import parse

RSS = """<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel><title>The Harbour Courier</title><link>https://courier.example/</link><language>en</language>
<description>News of the harbour</description>
<item><title>Bridge &amp;amp; road open</title><link>https://courier.example/1</link>
  <dc:creator>Lina Haddad</dc:creator><pubDate>Thu, 21 Sep 2017 01:30:00 +0300</pubDate>
  <description>Short words.</description>
  <content:encoded><![CDATA[<p>The bridge <b>opened</b> on Monday.</p><p>Cars &lt; lorries.</p>
  <script>alert(1)</script><ul><li>one</li><li>two</li></ul>]]></content:encoded></item>
<item><title>Only a title</title><link>https://courier.example/2</link></item>
<item><description>Words without a title.</description><author>desk@courier.example (Omar Said)</author></item>
<item><link>https://courier.example/4</link></item>
<item><title>من أخبار المرفأ</title><source url="https://tide.example/feed">The Tide</source>
  <description>وصلت السفينة.</description></item>
</channel></rss>"""

ATOM = """<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom" xml:lang="ar">
<title type="html">وكالة &lt;b&gt;المرفأ&lt;/b&gt;</title><author><name>هيئة التحرير</name></author>
<entry xml:base="https://harbour.example/x/"><title>History of the &lt;blink&gt; tag</title>
<link href="one.html"/><updated>2021-05-06T07:08:09Z</updated>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>First.</p><p>Second.</p></div></content></entry>
<entry><title>Two</title><author><name>A</name></author><author><name>B</name></author>
<published>2020-01-02T03:04:05+02:00</published><updated>2020-01-03T03:04:05+02:00</updated>
<summary>Sum.</summary></entry></feed>"""


def read(text: str | bytes, **more: str) -> Page:
    raw = text.encode() if isinstance(text, str) else text
    return parse(capture(raw, name="feed.xml", **more))  # type: ignore[arg-type]


def stated(unit: Unit) -> dict[str, str]:
    return {field.name: field.value for field in unit.stated}


def test_a_feed_is_one_page_with_a_unit_for_each_entry() -> None:
    page = read(RSS)
    assert (page.media_type, page.title) == ("application/rss+xml", "The Harbour Courier")
    assert [unit.title.of(page.text) if unit.title else None for unit in page.units] == [
        "Bridge & road open",
        "Only a title",
        None,
        None,
        "من أخبار المرفأ",
    ]
    assert {unit.made_by for unit in page.units} == {"feed entry"}


def test_content_comes_as_plain_lines_without_scripts() -> None:
    page = read(RSS)
    body = page.units[0].body
    assert body is not None
    assert [line for line in body.of(page.text).split("\n") if line] == [
        "The bridge opened on Monday.",
        "Cars < lorries.",
        "one",
        "two",
    ]
    assert "alert" not in page.text


def test_an_entry_states_what_its_form_says() -> None:
    page = read(RSS)
    assert stated(page.units[0]) == {
        "title": "Bridge & road open",
        "byline": "Lina Haddad",
        "outlet": "The Harbour Courier",
        "published": "2017-09-21T01:30:00+03:00",
        "url": "https://courier.example/1",
        "lang": "en",
        "description": "Short words.",
    }
    assert stated(page.units[2])["byline"] == "Omar Said"
    assert stated(page.units[4])["outlet"] == "The Tide"
    assert {field.name: field.value for field in page.stated}["description"] == "News of the harbour"


def test_entries_without_title_or_body_are_legal_and_keep_their_place() -> None:
    page = read(RSS)
    assert page.units[1].body is None
    assert page.units[2].title is None
    assert page.units[3].span.of(page.text) == "https://courier.example/4"
    assert len({unit.span.start for unit in page.units}) == 5


def test_units_stand_one_after_another_with_a_blank_line_between() -> None:
    page = read(RSS)
    for before, after in zip(page.units, page.units[1:], strict=False):
        assert page.text[before.span.end : after.span.start] == "\n\n"


def test_atom_is_read_with_bases_languages_and_authors() -> None:
    page = read(ATOM)
    assert page.title == "وكالة المرفأ"
    one, two = (stated(unit) for unit in page.units)
    assert one["title"] == "History of the <blink> tag"
    assert one["url"] == "https://harbour.example/x/one.html"
    assert one["published"] == "2021-05-06T07:08:09+00:00"
    assert one["byline"] == "هيئة التحرير"
    assert one["lang"] == "ar"
    assert two["byline"] == "A, B"
    assert (two["published"], two["modified"]) == ("2020-01-02T03:04:05+02:00", "2020-01-03T03:04:05+02:00")
    assert page.units[1].body is not None
    assert page.units[1].body.of(page.text) == "Sum."


@pytest.mark.parametrize("encoding", ["windows-1256", "utf-16", "iso-8859-6"])
def test_arabic_feeds_are_read_in_their_encoding_though_they_state_another(encoding: str) -> None:
    text = '<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><item><title>وصلت السفينة إلى المرفأ أمس</title></item></channel></rss>'
    page = read(text.encode(encoding))
    assert page.text.strip() == "وصلت السفينة إلى المرفأ أمس"


def test_a_malformed_feed_gives_its_entries_and_says_so() -> None:
    page = read(RSS.replace("</title>", "</titel>", 1).replace("</channel></rss>", ""))
    assert len(page.units) >= 4
    assert any("malformed" in note for note in page.notes)


def test_control_characters_do_not_break_a_feed() -> None:
    page = read(RSS.replace("Only a title", "Only\x00 a\x0b title"))
    assert len(page.units) == 5


def test_entities_do_not_explode_and_no_file_is_read() -> None:
    laughs = "".join(f'<!ENTITY l{i} "{"".join(f"&l{i - 1};" for _ in range(10))}">' for i in range(1, 12))
    text = f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY l0 "ha"><!ENTITY f SYSTEM "file:///etc/passwd">{laughs}]><rss version="2.0"><channel><item><title>&l11; &f; x</title></item></channel></rss>'
    try:
        page = read(text)
    except TawaturError:
        return
    assert len(page.text) < 10_000
    assert "root:" not in page.text


JSON = {
    "version": "https://jsonfeed.org/version/1.1",
    "title": "The Tide",
    "home_page_url": "https://tide.example/",
    "language": "en",
    "authors": [{"name": "The desk"}],
    "items": [
        {
            "id": "1",
            "title": "One",
            "content_html": "<p>A.</p><p>B.</p>",
            "url": "https://tide.example/1",
            "date_published": "2020-02-07T14:04:00-05:00",
        },
        {
            "id": "2",
            "content_text": "Only words.",
            "authors": [{"name": "Rim"}, {"name": "Sam"}],
            "date_published": "2020-02-07",
        },
        {"id": 3, "title": "lone \ud800 half", "summary": "S."},
        "no item",
    ],
}


def test_a_json_feed_is_read_like_any_other() -> None:
    page = read(json.dumps(JSON))
    assert (page.media_type, page.title, len(page.units)) == ("application/feed+json", "The Tide", 3)
    one, two, three = (stated(unit) for unit in page.units)
    assert one == {
        "title": "One",
        "byline": "The desk",
        "outlet": "The Tide",
        "published": "2020-02-07T14:04:00-05:00",
        "url": "https://tide.example/1",
        "lang": "en",
    }
    assert (two["byline"], two["published"]) == ("Rim, Sam", "2020-02-07")
    assert three["title"] == "lone \ufffd half"
    page.text.encode("utf-8")


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ('{"version": "https://jsonfeed.org/version/1", "items": [', BrokenRecord),
        ('{"a": ' + "[" * 100_000, BrokenRecord),
        ('{"type": "FeatureCollection"}', UnknownFormat),
        ('[{"a": 1}]', UnknownFormat),
    ],
)
def test_json_that_is_no_feed_is_refused_clearly(text: str, error: type[TawaturError]) -> None:
    with pytest.raises(error, match=r"feed\.xml"):
        read(text)


OPML = '<?xml version="1.0"?><opml version="2.0"><body><outline text="x"><outline type="rss" xmlUrl="https://a.example/f"/><outline xmlurl="https://b.example/f"/></outline></body></opml>'


def test_a_subscription_list_is_not_fetched_but_shown() -> None:
    with pytest.raises(UnknownFormat, match=r"2 feeds.*--follow-opml.*https://a\.example/f https://b\.example/f"):
        read(OPML)


@settings(max_examples=80, deadline=None)
@given(st.data())
def test_damaged_feeds_are_a_page_or_a_clear_refusal(data: st.DataObject) -> None:
    raw = bytearray((RSS if data.draw(st.booleans()) else ATOM).encode())
    for _ in range(data.draw(st.integers(1, 5))):
        at = data.draw(st.integers(60, len(raw) - 2))
        raw[at : at + data.draw(st.integers(0, 40))] = data.draw(st.binary(max_size=8))
    try:
        page = read(bytes(raw))
    except TawaturError as refusal:
        assert "feed.xml" in str(refusal)
        return
    page.text.encode("utf-8")
    for unit in page.units:
        assert unit.span.end <= len(page.text)
        assert unit.title is None or unit.span.holds(unit.title)
        assert unit.body is None or unit.span.holds(unit.body)
