"""Bytes to text: byte order marks, stated encodings, and letter statistics where nobody says."""

from __future__ import annotations

import codecs
import re
from collections.abc import Sequence
from dataclasses import dataclass

from tawatur.read.encodings import guess_single_byte, guess_with_library, looks_arabic, stands_apart

_BOMS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16: its mark starts with the other's
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

# What a label means on the web, where it means another thing than in Python: WHATWG Encoding Standard, section 4.2.
_LABELS = {
    "iso-8859-1": "windows-1252", "latin1": "windows-1252", "latin-1": "windows-1252", "us-ascii": "windows-1252",
    "ascii": "windows-1252", "ansi": "windows-1252", "iso8859-1": "windows-1252", "l1": "windows-1252",
    "iso-8859-9": "windows-1254", "latin5": "windows-1254", "iso-8859-11": "windows-874", "tis-620": "windows-874",
    "windows-874": "cp874", "gb2312": "gb18030", "gbk": "gb18030", "gb_2312-80": "gb18030", "x-gbk": "gb18030",
    "ks_c_5601-1987": "cp949", "euc-kr": "cp949", "korean": "cp949", "shift_jis": "cp932", "shift-jis": "cp932",
    "x-sjis": "cp932", "sjis": "cp932", "windows-31j": "cp932", "big5": "big5hkscs", "x-x-big5": "big5hkscs",
    "x-mac-roman": "mac-roman", "macintosh": "mac-roman", "x-mac-cyrillic": "mac-cyrillic", "x-cp1251": "windows-1251",
    "x-cp1256": "windows-1256", "arabic": "iso-8859-6", "asmo-708": "iso-8859-6", "iso-8859-6-i": "iso-8859-6",
    "iso-8859-6-e": "iso-8859-6", "dos-720": "cp720", "dos-862": "cp862", "iso-8859-8-i": "iso-8859-8",
    "unicode": "utf-16", "ucs-2": "utf-16", "x-mac-arabic": "mac-arabic",
}  # fmt: skip
# Codecs of Python's that turn bytes into text by running a small program or unpacking: never on a stranger's word.
_REFUSED = frozenset(
    [
        "base64",
        "base64-codec",
        "bz2",
        "bz2-codec",
        "hex",
        "hex-codec",
        "idna",
        "mbcs",
        "oem",
        "palmos",
        "punycode",
        "quopri",
        "quopri-codec",
        "raw-unicode-escape",
        "rot13",
        "rot-13",
        "undefined",
        "unicode-escape",
        "uu",
        "uu-codec",
        "zlib",
        "zlib-codec",
        "utf-7",
        "cp65001",
    ]
)

# The name the web uses for what Python calls otherwise.
_WEB_NAMES = {
    "cp1252": "windows-1252", "cp1256": "windows-1256", "cp1250": "windows-1250", "cp1251": "windows-1251",
    "cp1253": "windows-1253", "cp1254": "windows-1254", "cp1255": "windows-1255", "cp1257": "windows-1257",
    "cp1258": "windows-1258", "cp874": "windows-874", "cp932": "shift_jis", "cp949": "euc-kr", "big5hkscs": "big5",
}  # fmt: skip

_META_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9._:-]{2,40})""", re.I)
_XML_ENCODING = re.compile(rb"""^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([A-Za-z0-9._:-]{2,40})["']""", re.I)

# A file that is UTF-8 but for at most this share of its non-ASCII characters is damaged UTF-8, not another encoding:
# in real single-byte text of any language nine in ten non-ASCII bytes do not decode.
_DAMAGED_SHARE = 0.2
_CONTROL_SHARE = 0.05  # compressed or random bytes hold 10 % of C0 controls; text with stray ones rarely 1 %

_CONTROLS = bytes(c for c in range(0x20) if c not in b"\t\n\r\x0b\x0c\x1b\x08\x1a") + b"\x7f"


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text and how it was come by. `text` holds no lone surrogates; a byte order mark is left out."""

    text: str
    encoding: str
    notes: tuple[str, ...] = ()


def decode(raw: bytes, hints: Sequence[str | None] = (), *, partial: bool = False) -> Decoded:
    """Decode `raw`: by its byte order mark, as UTF-8, by the first of `hints` that fits, else by its letters.

    `hints` are encoding names as servers and markup state them, most trusted first; wrong ones are common and
    are overruled, with a note. `partial`: `raw` is the head of something longer, its last character may be cut.
    """
    for bom, name in _BOMS:
        if raw.startswith(bom):
            return _as(raw[len(bom) :], name, partial=partial)
    wide = _wide_encoding(raw)
    if wide is not None:
        return _as(raw, wide, partial=partial)
    utf8 = _as(raw, "utf-8", partial=partial)
    if not utf8.notes:
        return _by_escapes(raw, hints) or utf8
    if _is_damaged_utf8(utf8.text):
        return utf8
    stated = next((name for name in map(python_name, hints) if name is not None), None)
    return _single_byte(raw, stated, partial=partial)


def python_name(label: str | None) -> str | None:
    """Python's name of the encoding that `label` means on the web; None for an unknown or unwanted one."""
    if not label:
        return None
    folded = label.strip().strip("\"'").lower().replace("_", "-")
    folded = _LABELS.get(folded, _LABELS.get(folded.replace("-", "_"), folded))
    if folded in _REFUSED or not folded.isascii():
        return None
    try:
        info = codecs.lookup(folded)
    except (LookupError, ValueError):
        return None
    return info.name if info.name not in _REFUSED and getattr(info, "_is_text_encoding", True) else None


def stated_encoding(raw: bytes) -> str | None:
    """Encoding that the first 4 KiB of markup declare of themselves (XML declaration, meta element), as written."""
    head = raw[:4096]
    found = _XML_ENCODING.search(head) or _META_CHARSET.search(head)
    return found[1].decode("ascii") if found else None


def is_binary(head: bytes) -> bool:
    """True where `head` can be no text in any encoding: too many control characters and no wide encoding."""
    if not head or any(head.startswith(bom) for bom, _ in _BOMS) or _wide_encoding(head) is not None:
        return False
    controls = len(head) - len(head.translate(None, _CONTROLS))
    return controls > max(4, _CONTROL_SHARE * len(head))


def _as(raw: bytes, name: str, *, partial: bool) -> Decoded:
    shown = web_name(name)
    try:
        return Decoded(codecs.getincrementaldecoder(name)().decode(raw, final=not partial), shown)
    except UnicodeError:
        text = codecs.getincrementaldecoder(name)("replace").decode(raw, final=not partial)
        count = text.count("\ufffd")
        return Decoded(text, shown, (f"decoded as {shown} with {count} replacement characters",))


def web_name(name: str) -> str:
    """The name that the web gives to the encoding that Python calls `name`."""
    if name.startswith("iso8859-"):
        return name.replace("iso8859", "iso-8859")
    return _WEB_NAMES.get(name, name)


def _wide_encoding(raw: bytes) -> str | None:
    """UTF-16 or UTF-32 without a mark: the NULs that blanks and line ends leave stand at one place of every unit."""
    head = raw[: 4096 - 4096 % 4]
    if b"\x00" not in head or len(head) < 4:
        return None
    for name, at in (("utf-32-le", 3), ("utf-32-be", 0)):
        rest = [head[i::4] for i in range(4)]
        zeros = [part.count(0) / max(1, len(part)) for part in rest]
        plane = 2 if at == 3 else 1
        if zeros[at] == 1 and zeros[plane] > 0.95:
            return name
    for name, high in (("utf-16-le", 1), ("utf-16-be", 0)):
        if _is_wide(head[: len(head) - len(head) % 2], name, high):
            return name
    return None


def _is_wide(head: bytes, name: str, high: int) -> bool:
    highs, lows = head[high::2], head[1 - high :: 2]
    zeros = highs.count(0)
    if zeros < 0.02 * len(highs) or lows.count(0) > 0.1 * zeros:
        return False
    # In running text the high bytes are a few blocks of Unicode; in binary numbers they are anything.
    common = sorted((highs.count(value) for value in set(highs)), reverse=True)
    if sum(common[:4]) < 0.85 * len(highs):
        return False
    text = head.decode(name, "replace")
    good = sum(1 for char in text if char.isprintable() or char in "\t\n\r\u200c\u200d\u200e\u200f\u202a\u202b\u202c")
    return good > 0.9 * len(text)


def _is_damaged_utf8(text: str) -> bool:
    lost = text.count("\ufffd")
    wide = len(text) - len(text.encode("ascii", "ignore")) - lost
    return wide > 0 and lost <= _DAMAGED_SHARE * wide


def _by_escapes(raw: bytes, hints: Sequence[str | None]) -> Decoded | None:
    """ISO-2022 text is all ASCII bytes; it is read as such only where somebody states it."""
    for name in map(python_name, hints):
        if name is not None and (name.startswith("iso2022") or name == "hz") and (b"\x1b" in raw or b"~{" in raw):
            return _as(raw, name, partial=False)
    return None


def _single_byte(raw: bytes, stated: str | None, *, partial: bool) -> Decoded:
    guess = guess_single_byte(raw)
    if stated is not None and not stated.startswith(("utf", "ascii")):
        decoded = _as(raw, stated, partial=partial)
        sound = not decoded.notes or decoded.text.count("\ufffd") <= 0.01 * max(1, len(decoded.text))
        if sound and (stated == python_name(guess) or not _overruled(decoded.text, raw, guess)):
            return decoded
    name = guess or guess_with_library(raw) or "windows-1252"
    decoded = _as(raw, python_name(name) or name, partial=partial)
    why = (
        "told by its letters: nothing states it"
        if stated is None
        else f"told by its letters, against the stated {stated}"
    )
    return Decoded(decoded.text, decoded.encoding, (f"encoding {decoded.encoding} {why}", *decoded.notes))


def _overruled(text: str, raw: bytes, guess: str | None) -> bool:
    """True where a stated encoding is the default of a server that knows nothing, and the letters say another script."""
    if guess is not None and looks_arabic(raw.decode(guess, "replace")) and not looks_arabic(text):
        return True
    latin = sum(1 for char in text if "\xa0" <= char <= "\u024f")
    return latin > 0.9 * sum(1 for char in text if char > "\x7f") and stands_apart(raw)
