"""The report: one page that stands alone, in which strangers' words are shown and never obeyed."""

from __future__ import annotations

import base64
import re
from hashlib import sha256
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from tawatur.errors import ExportError, UsageError
from tawatur.model import (
    Caption,
    Credit,
    Description,
    Evidence,
    Failure,
    Link,
    Page,
    Post,
    Reading,
    Span,
)
from tawatur.report.html import render_report, write_report
from tawatur.report.html_words import words_of

TEXT = (
    "Bridge Opens at Noon\nBy Ada Quill\n3 May 2022\n\nThe bridge opened.\nقال المتحدث إنّ الجسر آمن.\nSourceNorthwire\n"
)


def span_of(words: str, text: str = TEXT) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


def reading(
    text: str = TEXT,
    *,
    title: str = "Bridge Opens at Noon",
    described: bool = True,
    links: tuple[Link, ...] = (),
) -> Reading:
    page = Page(
        id="pg-1",
        source="inbox/bridge.txt",
        media_type="text/plain",
        encoding="utf-8",
        sha256="ab" * 32,
        retrieved="2022-05-04T08:00:00Z",
        title=None,
        text=text,
        notes=("decoded with replacement characters",),
        made_by="read@1",
    )
    post = Post(
        id="po-1",
        page_id="pg-1",
        order=0,
        span=Span(0, len(text.rstrip())),
        title=Span(0, len(title)),
        body=Span(len(title), len(text.rstrip())),
        reasons=("it follows a line that recurs",),
        made_by="split@1",
    )
    description = Description(
        post_id="po-1",
        title=title,
        byline="Ada Quill" if text is TEXT else None,
        outlet="Northwire" if text is TEXT else None,
        published="2022-05-03" if text is TEXT else None,
        lang="en",
        links=links,
        captions=(Caption(span=span_of("The bridge opened.")),) if text is TEXT else (),
        credits=(Credit(kind="source", to="Northwire", span=span_of("Northwire"), cue=span_of("Source")),)
        if text is TEXT
        else (),
        evidence=(
            Evidence(field="byline", span=span_of("Ada Quill"), why="the line says By"),
            Evidence(field="published", span=span_of("3 May 2022"), why="a date alone on its line"),
            Evidence(field="outlet", span=span_of("Northwire"), why="credit: source"),
        )
        if text is TEXT
        else (),
        made_by="describe@1",
    )
    return Reading(page=page, posts=(post,), descriptions=(description,) if described else ())


def report(
    *readings: Reading, failures: tuple[Failure, ...] = (), language: str = "en", title: str | None = None
) -> str:
    return "".join(render_report(readings, failures, language=language, title=title))


def tree(text: str) -> LexborHTMLParser:
    """The page as a browser takes it apart."""
    return LexborHTMLParser(text)


def words(element: LexborNode) -> str:
    return " ".join(element.text().split())


def test_every_field_of_a_post_is_shown_with_its_reason() -> None:
    known = words(tree(report(reading())).css(".known")[0])
    for said in (
        "Bridge Opens at Noon",
        "Ada Quill",
        "Northwire",
        "3 May 2022",
        "English",
        "the line says By",
    ):
        assert said in known
    assert "credit: source" in known


def test_a_field_that_the_page_does_not_give_is_called_not_stated() -> None:
    known = tree(report(reading("A title\nA line.\n", title="A title"))).css(".known dl > div")
    stated = {words(div.css("dt")[0]): words(div.css("dd")[0]) for div in known}
    assert stated["Outlet"] == stated["Byline"] == stated["Published"] == "not stated"


@pytest.mark.parametrize(
    ("kind", "marked"),
    [
        ("title", "Bridge Opens at Noon"),
        ("byline", "Ada Quill"),
        ("published", "3 May 2022"),
        ("outlet", "Northwire"),
        ("caption", "The bridge opened."),
    ],
)
def test_evidence_is_marked_in_the_text_as_captured(kind: str, marked: str) -> None:
    assert [words(mark) for mark in tree(report(reading())).css(f".text mark.{kind}")] == [marked]


def test_words_that_are_evidence_of_two_fields_carry_both_marks() -> None:
    text = tree(report(reading())).css(".text")[0]
    assert words(text.css("mark.credit mark.outlet")[0]) == "Northwire"
    assert "".join(words(mark) for mark in text.css("mark.credit")) == "SourceNorthwire"


def test_the_text_as_captured_keeps_every_word_in_order() -> None:
    shown = tree(report(reading())).css(".text")[0]
    assert [words(line) for line in shown.css("p")] == [line for line in TEXT.splitlines() if line]


def test_a_line_in_another_script_runs_its_own_way_and_is_not_called_english() -> None:
    line = tree(report(reading())).css(".text p.rtl")[0]
    assert (line.attributes["dir"], line.attributes["lang"]) == ("auto", "und-Arab")


def test_a_title_whose_first_letters_mislead_is_given_the_direction_of_most_of_it() -> None:
    title = "NWA: افتتاح الجسر الجديد أمام السيارات"
    heading = tree(report(reading(title + "\nنص.\n", title=title))).css("article h3")[0]
    assert heading.attributes["dir"] == "rtl"


def test_a_long_address_does_not_turn_an_arabic_line_around() -> None:
    text = "عنوان\nللتواصل مع الكاتب: a.very.long.name@a-very-long-domain.example\n"
    line = tree(report(reading(text, title="عنوان"))).css(".text p")[1]
    assert line.attributes["dir"] == "auto" and "rtl" in (line.attributes["class"] or "")


def test_the_source_hash_and_time_of_each_page_are_shown() -> None:
    head = words(tree(report(reading())).css(".page-head")[0])
    for said in (
        "inbox/bridge.txt",
        "ab" * 32,
        "2022-05-04T08:00:00Z",
        "decoded with replacement characters",
    ):
        assert said in head


def test_failures_are_shown_with_their_next_step() -> None:
    failure = Failure(stage="read", source="a.warc", offset=77, kind="BrokenRecord", message="a.warc: run it again.")
    shown = words(tree(report(reading(), failures=(failure,))).css("#failures")[0])
    assert "BrokenRecord" in shown and "at byte 77" in shown and "run it again" in shown


@pytest.mark.parametrize(
    "hostile",
    [
        "<script>alert(1)</script>",
        '"><img src=x onerror=alert(1)>',
        "{{ 7 * 7 }}{% include 'x' %}",
        "</style><style>*{display:none}",
        "]]><!--",
        "&lt;b&gt; stays as it is",
    ],
)
def test_markup_in_a_title_is_shown_as_text(hostile: str) -> None:
    page = tree(report(reading(f"{hostile}\nA line.\n", title=hostile), title=hostile))
    assert words(page.css("article h3")[0]) == " ".join(hostile.split())
    assert not page.css("script, img, iframe, object, embed, form, link")
    assert len(page.css("style")) == 1


@pytest.mark.parametrize("control", ["\u202e", "\u2066", "\x00", "\x1b", "\x85", "\ufeff", "\ud800", "\U000e0041"])
def test_control_characters_are_made_visible_and_lose_their_power(control: str) -> None:
    title = f"Safe{control}title"
    text = report(reading(f"{title}\nA{control}line.\n", title=title), title=title)
    assert control not in text.removeprefix("\ufeff")
    assert f"SafeU+{ord(control):04X}title" in words(tree(text).css("article h3")[0])
    text.encode("utf-8")


def test_marks_that_arabic_and_persian_writing_needs_are_left_in_place() -> None:
    title = "می\u200cرود به خانه\u200f!"
    assert title in report(reading(f"{title}\nمتن.\n", title=title))


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "//x.example", "http://["]
)
def test_an_address_that_could_do_harm_is_shown_but_not_linked(url: str) -> None:
    page = tree(report(reading(links=(Link(kind="link", text="x", url=url, span=None),))))
    assert url in words(page.css(".known")[0])
    assert not page.css(".known a")


def test_an_ordinary_address_is_linked_without_telling_it_where_the_reader_comes_from() -> None:
    page = tree(report(reading(links=(Link(kind="link", text="x", url="https://a.example/?q=1&r", span=None),))))
    link = page.css(".known a")[0]
    assert link.attributes["href"] == "https://a.example/?q=1&r"
    assert "noreferrer" in link.attributes["rel"]


def test_the_policy_of_the_page_lets_in_its_own_style_and_nothing_else() -> None:
    text = report(reading())
    policy = tree(text).css("meta[http-equiv]")[0].attributes["content"]
    style = re.search(r"<style>(.*?)</style>", text, re.DOTALL)
    assert style is not None
    fingerprint = base64.b64encode(sha256(style.group(1).encode()).digest()).decode()
    assert policy.startswith("default-src 'none'; ") and f"style-src 'sha256-{fingerprint}'" in policy
    assert "unsafe" not in policy and " style=" not in text


def test_nothing_in_the_page_is_fetched_from_anywhere() -> None:
    page = tree(report(reading()))
    assert not page.css("[src], link, [srcset], [background], [poster]")
    assert "url(" not in page.css("style")[0].text() and "@import" not in page.css("style")[0].text()


def test_a_post_that_could_not_be_described_is_still_shown() -> None:
    page = tree(report(reading(described=False)))
    assert words(page.css("article h3")[0]) == "Bridge Opens at Noon"


def test_a_very_long_post_is_cut_and_says_how_much_is_missing() -> None:
    text = "Title\n" + "word " * 20_000
    shown = words(tree(report(reading(text, title="Title"))).css(".text")[0])
    assert len(shown) < 61_000
    assert "40005 more characters" in shown


def test_two_hundred_posts_stay_under_three_megabytes() -> None:
    text = "Title\n" + "A sentence of the usual length stands here, and another one follows it.\n" * 60
    assert len(report(*[reading(text, title="Title")] * 200).encode()) < 3_000_000


def test_the_report_speaks_arabic_from_right_to_left() -> None:
    page = tree(report(reading(), language="ar"))
    assert (page.root.attributes["lang"], page.root.attributes["dir"]) == ("ar", "rtl")
    assert "غير مذكور" not in words(page.css(".known")[0])
    assert "3 أيار/مايو 2022" in words(page.css(".known")[0])


def test_both_languages_of_the_report_have_the_same_words() -> None:
    english, arabic = words_of("en").table, words_of("ar").table
    assert english.keys() == arabic.keys()
    assert all(english[key].keys() == arabic[key].keys() for key in ("langs", "credit_kinds", "link_kinds"))
    assert len(english["months"]) == len(arabic["months"]) == 12


@pytest.mark.parametrize(
    ("said", "ours"),
    [
        ("credit: source", ("إسناد: المصدر", "ar")),
        (
            "a date set apart above the body, counted from the day of the page",
            ("تاريخ مستقلّ فوق المتن، محسوباً من يوم الصفحة", "ar"),
        ),
        ("json-ld: the date of the last change", ("json-ld: تاريخ آخر تعديل", "ar")),
        ("because of the moon", ("because of the moon", "en")),
    ],
)
def test_reasons_are_given_in_the_language_of_the_report_where_it_has_words_for_them(
    said: str, ours: tuple[str, str]
) -> None:
    assert words_of("ar").reason(said) == ours
    assert words_of("en").reason(said) == (said, "en")


def test_a_language_that_the_report_does_not_speak_is_refused_by_name() -> None:
    with pytest.raises(UsageError, match="Choose one of: ar, en"):
        report(reading(), language="tlh")


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("2021", "2021"),
        ("2021-02", "February 2021"),
        ("2021-02-11", "11 February 2021"),
        ("2021-02-11T09:30:00+03:00", "11 February 2021, 09:30 (UTC+03:00)"),
        ("2021-02-11T09:30Z", "11 February 2021, 09:30 (UTC)"),
        ("2021-02-11T09:30", "11 February 2021, 09:30"),
        ("2021-13-45", "2021-13-45"),
        ("soon", "soon"),
    ],
)
def test_a_date_is_shown_exactly_as_precise_as_it_is(value: str, said: str) -> None:
    assert words_of("en").date(value) == said


class _Case:
    """A case in memory."""

    def readings(self) -> list[Reading]:
        return [reading()]

    def failures(self) -> list[Failure]:
        return []


def test_the_report_is_written_whole_and_leaves_nothing_beside_it(tmp_path: Path) -> None:
    path = write_report(_Case(), tmp_path / "report.html")
    assert path.read_text(encoding="utf-8").rstrip().endswith("</html>")
    assert [entry.name for entry in tmp_path.iterdir()] == ["report.html"]


def test_a_report_that_cannot_be_written_names_the_file_and_the_next_step(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="folder that exists"):
        write_report(_Case(), tmp_path / "nowhere" / "report.html")
