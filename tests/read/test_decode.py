import pytest
from captures import capture
from hypothesis import given, settings
from hypothesis import strategies as st

from tawatur.read import parse
from tawatur.read.decode import decode, is_binary, python_name

ARABIC = (
    "أعلنت الوزارة أمس أن القوات وصلت إلى المدينة «فجراً» بعد أيام من القتال، وقال الناطق إن الطريق مفتوح.\n"
    "وأضاف أن المساعدات ستصل غداً إلى القرى القريبة من النهر."
)
RUSSIAN = "Министерство сообщило вчера, что силы вошли в город на рассвете. Дорога снова открыта."
SAMPLES = {
    "Arabic": (ARABIC, "utf-8 windows-1256 iso-8859-6 cp720 utf-16-le utf-16-be utf-32-le utf-32-be"),
    "short Arabic": ("خبر عاجل", "utf-8 windows-1256 iso-8859-6 utf-16-le utf-16-be"),
    "Persian": ("وزارت خارجه دیروز اعلام کرد که نیروها وارد شهر شدند", "utf-8 windows-1256 utf-16-le"),
    "Russian": (RUSSIAN, "utf-8 windows-1251 koi8-r iso-8859-5 cp866 utf-16-be"),
    "French": (
        "Le ministère a annoncé que les forces étaient entrées dans la ville à l’aube, après des journées de combats.",
        "utf-8 windows-1252",
    ),
    "German": ("Das Ministerium kündigte gestern an, daß die Truppen über die Brücke gehen.", "iso-8859-1 utf-16-le"),
    "English with curly quotes": ("The ministry said “we won’t” — and left.", "utf-8 windows-1252"),
    "Turkish": ("Bakanlık dün güçlerin şafakta şehre girdiğini açıkladı. Yol açık değil.", "utf-8 windows-1254"),
    "Polish": ("Ministerstwo ogłosiło wczoraj, że siły weszły do miasta o świcie.", "utf-8 windows-1250 iso-8859-2"),
    "Greek": ("Το υπουργείο ανακοίνωσε χθες ότι οι δυνάμεις εισήλθαν στην πόλη.", "utf-8 windows-1253"),
    "Hebrew": ("המשרד הודיע אתמול כי הכוחות נכנסו לעיר עם שחר.", "utf-8 windows-1255"),
    "Chinese": ("外交部昨天宣布部队在黎明时分进入这座城市。道路已经开放。", "utf-8 gb18030 big5 utf-16-le"),
    "Japanese": ("外務省は昨日、部隊が夜明けに市内に入ったと発表した。", "utf-8 shift_jis"),
}
CASES = [(name, encoding) for name, (_, encodings) in SAMPLES.items() for encoding in encodings.split()]


@pytest.mark.parametrize(("name", "encoding"), CASES)
def test_the_encoding_is_told_by_the_bytes_alone(name: str, encoding: str) -> None:
    raw = SAMPLES[name][0].encode(encoding, "ignore")
    assert decode(raw).text == raw.decode(encoding)


@pytest.mark.parametrize("encoding", ["windows-1256", "iso-8859-6", "cp720"])
def test_arabic_is_read_as_arabic_though_the_server_states_latin(encoding: str) -> None:
    decoded = decode(ARABIC.encode(encoding, "ignore"), ["iso-8859-1"])
    assert decoded.text == ARABIC.encode(encoding, "ignore").decode(encoding)
    assert any("against the stated" in note for note in decoded.notes)


@pytest.mark.parametrize("bom", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_decides_and_is_dropped(bom: str) -> None:
    decoded = decode(ARABIC.encode(bom), ["windows-1252"])
    assert decoded.text == ARABIC
    assert decoded.notes == ()


def test_letters_are_found_behind_a_long_script() -> None:
    text = "<script>" + "var x = 1; " * 20_000 + "</script>" + ARABIC
    assert decode(text.encode("windows-1256")).text == text
    assert decode(text.encode("windows-1256"), ["utf-8"]).text == text


def test_a_sound_statement_is_believed() -> None:
    assert decode("Yol açık değil, şehir sakin.".encode("windows-1254"), ["iso-8859-9"]).encoding == "windows-1254"


def test_utf8_is_utf8_whatever_is_stated() -> None:
    assert decode(ARABIC.encode(), ["windows-1256"]).text == ARABIC


def test_damaged_utf8_keeps_what_is_sound_and_says_so() -> None:
    raw = ARABIC.encode()
    decoded = decode(raw[:40] + b"\xff" + raw[40:-1])
    assert decoded.encoding == "utf-8"
    assert decoded.text.count("\ufffd") >= 1
    assert any("replacement" in note for note in decoded.notes)


@pytest.mark.parametrize(
    "label", ["rot13", "base64", "unicode_escape", "utf-7", "zlib", "idna", "no-such", "", None, "é"]
)
def test_labels_that_are_no_plain_encodings_are_ignored(label: str | None) -> None:
    assert python_name(label) is None


def test_plain_text_stays_character_for_character() -> None:
    text = "Title\r\n\r\n  a\u00a0b \u200f«x»\u2028\tend\r\n\n\x0c"
    page = parse(capture(b"\xef\xbb\xbf" + text.encode()))
    assert page.text == text
    assert page.encoding == "utf-8"
    assert page.media_type == "text/plain"


def test_stray_nuls_are_kept_and_noted() -> None:
    page = parse(capture(b"A report with a\x00 stray byte, long enough to be text and nothing else. " * 3))
    assert page.text.count("\x00") == 3
    assert any("NUL" in note for note in page.notes)


def test_encoded_lone_surrogates_never_reach_the_text() -> None:
    page = parse(capture(b"before \xed\xa0\x80 after, " + "خبر عن الطريق والمدينة والنهر والقرى القريبة".encode() * 20))
    page.text.encode("utf-8")
    wide = parse(capture(b"\xff\xfe" + b"\x00\xd8" + "news and more news".encode("utf-16-le")))
    wide.text.encode("utf-8")


def test_random_bytes_are_binary_and_text_is_not() -> None:
    assert is_binary(bytes(range(256)) * 8)
    assert not is_binary(ARABIC.encode("utf-16-le"))
    assert not is_binary(ARABIC.encode("windows-1256"))


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=400), st.sampled_from([None, "utf-8", "windows-1256", "utf-16", "gb2312", "x"]))
def test_any_bytes_decode_to_text_that_can_be_stored(raw: bytes, hint: str | None) -> None:
    decoded = decode(raw, [hint])
    decoded.text.encode("utf-8")
    assert decode(raw, [hint]) == decoded


@settings(max_examples=100, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=200))
def test_utf8_text_comes_back_whole(text: str) -> None:
    decoded = decode(b"\xef\xbb\xbf" + text.encode())
    assert decoded.text == text
