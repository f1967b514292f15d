"""One name in two scripts, or in two spellings: how alike, by an alignment of letters that knows what sounds alike.

Every name is brought to one alphabet of sounds: consonants count much, vowels little, because Arabic writes few of them.
A sound and its neighbours (q, k and g; p and b across scripts) cost little, other changes much. No dictionary of names
is used, so a rare surname does as well as a common one. Pure Python, every word's sounds remembered.
"""

from __future__ import annotations

import re
from functools import lru_cache

from tawatur.languages.spellings import load_spellings
from tawatur.text.fold import fold_text

MOST_WORDS = 8
MEAN_SHARE = 0.5
"""How much of a full name's likeness is the mean of its words; the rest is that of the least alike word."""
SURE = 0.9
OPENING = 0.15
"""What it costs more to change or leave out the sound that opens a word."""
OTHER_NAME = 0.7
"""The likeness of two given names that the table knows for two, at most."""
MOST_LETTERS = 40
_ARABIC = re.compile("[\u0620-\u064a\u0671-\u06d3]")
_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ`][^\W\d_]+)*")
_ARTICLE_AR = re.compile("^(?:و?ال)(?=.{3})")
_ARTICLE_LA = re.compile(r"\b(?:al|el|ad|an|ar|as|at|az|ash|ul|ud|l)[-‐‑ ](?=\w{2})|\bal(?=[A-Z])")
_PARTICLES = frozenset({"al", "el", "bin", "ibn", "ben", "bint", "ould", "بن", "ابن", "بنت", "ولد", "ال"})
# «عبد الرحمن», «أبو بكر», Abdel Rahman, Abu Bakr: one name, however spaced.
_JOINED_AR = re.compile("\\b([وف]?(?:عبد|ابو|ابا|ابي)) +(?=\\w)")
_JOINED_LA = re.compile(r"\b(abd|abdel|abdul|abdal|abu|abou|aboo)[- ]+(?:(?:al|el|ul|ar|as|an|ad|ash|az)[- ])?(?=\w)")
_ABD_AR = re.compile("\\b([وف]?عبد)ال(?=\\w{3})")
_ABD_LA = re.compile(r"\babd(?:[aeou]l|[aeu]r(?=r)|[aeu]n(?=n)|[aeu]s(?=s)|[aeu]d(?=d)|[aeu]z(?=z))(?=\w{3})")
_DIN_LA = re.compile(r"[- ]*\b(?:al|el|ad|ed|ud|id|uddin)?[- ]?d[ie]+n\b")
_DIN_AR = re.compile(" +(الدين|الله)\\b")

# Arabic letters as sounds. ' stands for ayn and hamza, which Latin spelling mostly leaves out. Vowel letters in lower
# case; w and y may be vowel or consonant and are settled by the costs.
_SOUNDS_AR = {
    "ا": "A", "ب": "b", "ت": "t", "ث": "T", "ج": "j", "ح": "H", "خ": "x", "د": "d", "ذ": "D", "ر": "r", "ز": "z",
    "س": "s", "ش": "S", "ص": "s", "ض": "D", "ط": "t", "ظ": "Z", "ع": "'", "غ": "G", "ف": "f", "ق": "q", "ك": "k",
    "ل": "l", "م": "m", "ن": "n", "ه": "h", "و": "W", "ي": "Y", "ء": "'", "ئ": "'", "ؤ": "'", "پ": "p", "چ": "C",
    "ژ": "V", "گ": "g", "ڤ": "v", "ڨ": "g", "~": "~",
}  # fmt: skip
# Latin spellings of sounds, the longest first.
_SOUNDS_LA = (
    ("tsch", "C"), ("sch", "S"), ("tch", "C"), ("dsch", "j"), ("shch", "S"), ("zh", "V"), ("kh", "x"), ("sh", "S"),
    ("ch", "C"), ("gh", "G"), ("th", "T"), ("dh", "D"), ("dj", "j"), ("dg", "j"), ("ph", "f"), ("ck", "k"), ("qu", "kw"),
    ("tz", "ts"), ("cz", "C"), ("sz", "S"), ("ou", "u"), ("oo", "u"), ("ee", "i"), ("ei", "y"), ("ai", "y"),
    ("ay", "y"), ("ey", "y"), ("aw", "w"), ("au", "w"), ("ow", "w"), ("x", "ks"), ("c", "c"), ("g", "g"), ("j", "j"),
    ("q", "q"), ("h", "h"), ("w", "w"), ("y", "y"), ("v", "v"), ("'", ""),
)  # fmt: skip
_VOWELS = frozenset("aeiou@~")
_WEAK = frozenset("'hHywAWY")

# What it costs to take one sound for another; pairs not named cost 1. The reasons: what spellings of the same names do.
# A, W and Y are Arabic's written, long vowels; @ is the alef that only carries the vowel which opens a word.
_COSTS = {
    0.0: "Aa Wu Ww Yi Yy @a ~h",
    0.05: "kq hH iy uw ow ck jV ZD Zz Wo Ye @e @i @o @u @' Wv ou ei 'a 'A 'o 'e 'i 'u ~a ~A ~H ~e",
    0.15: "gG gj kx tT dD Dz cs eh vw CS qg Gq ey ai ae ao iu yu aw ay wy Vz Vg jy Cj oy eu io Ae Au Ao au TD sT",
    0.3: "xh Gk sz td kg jC VS Vj jS tD Zd cC Ck kG wf hx tC gx xH a' Ya mn jY",
    0.5: "bp sS jz zS Cc Tf qx Gx Ai bv fv Wa We Yu Yo AW AY WY zs dT vb",
}
_NEAR = {frozenset(pair): cost for cost, pairs in reversed(_COSTS.items()) for pair in pairs.split()}
# Arabic has no p, v or hard g, and lends them b, f and one of three letters.
_CROSS_COSTS = {0.05: "bp fv gG gj cs ck", 0.2: "kg qg sS CS kC", 0.5: "Cs"}
_CROSS = {frozenset(pair): cost for cost, pairs in _CROSS_COSTS.items() for pair in pairs.split()}
_DROP = {
    "'": 0.05, "a": 0.12, "e": 0.06, "i": 0.1, "o": 0.12, "u": 0.1, "y": 0.25, "w": 0.3, "h": 0.3, "H": 0.7,
    "A": 0.3, "W": 0.35, "Y": 0.35, "@": 0.1, "~": 0.03,
}  # fmt: skip


def romanise(text: str) -> str:
    """A plain Latin spelling of Arabic words, letter by letter, for people to read; Latin words stay as they are."""
    return " ".join(_romanised(word) for word in text.split())


def _romanised(word: str) -> str:
    if not _ARABIC.search(word):
        return word
    plain = fold_text(word)
    article = _ARTICLE_AR.match(plain)
    rest = plain[article.end() :] if article is not None else plain
    letters = "".join(_READABLE.get(letter, letter) for letter in rest)
    return ("al-" if article is not None else "") + letters[:1].upper() + letters[1:]


_READABLE = {
    "ا": "a", "ب": "b", "ت": "t", "ث": "th", "ج": "j", "ح": "h", "خ": "kh", "د": "d", "ذ": "dh", "ر": "r", "ز": "z",
    "س": "s", "ش": "sh", "ص": "s", "ض": "d", "ط": "t", "ظ": "z", "ع": "a", "غ": "gh", "ف": "f", "ق": "q", "ك": "k",
    "ل": "l", "م": "m", "ن": "n", "ه": "h", "و": "u", "ي": "i", "ء": "", "پ": "p", "چ": "ch", "ژ": "zh", "گ": "g",
}  # fmt: skip


def skeleton(text: str) -> str:
    """The consonants of a name in classes so coarse that spellings and scripts agree: a key for looking names up.

    Two spellings of one name have the same skeleton in nearly all cases; so have many different names.
    """
    return " ".join(key for word in sounds_of(text) if (key := coarse(word)))


@lru_cache(maxsize=1 << 15)
def coarse(sounds: str) -> str:
    """The consonants of one word of `sounds_of`, in the classes of `skeleton`."""
    key = sounds.translate(_CLASSES)
    return re.sub(r"(.)\1+", r"\1", key)


_CLASSES = str.maketrans(
    {**dict.fromkeys("bpfv", "B"), **dict.fromkeys("tTdD", "T"), **dict.fromkeys("szSZcCjVqkgGx", "K"),
     **dict.fromkeys("lr", "L"), **dict.fromkeys("mn", "N"), **dict.fromkeys("aeiouyw'hHAWY@~", None)}
)  # fmt: skip


@lru_cache(maxsize=1 << 15)
def sounds_of(name: str) -> tuple[str, ...]:
    """The words of a name as sounds, without articles and particles."""
    name = name[: MOST_WORDS * MOST_LETTERS]
    if _ARABIC.search(name):
        plain = fold_text(name.replace("ى", "ا"))
        plain = _DIN_AR.sub("\\1", plain).replace("الدين", "دين")
        plain = _ABD_AR.sub("\\1", _JOINED_AR.sub("\\1", plain))
        words = [_ARTICLE_AR.sub("", word) for word in _WORD.findall(plain) if word not in _PARTICLES]
    else:
        plain = _ARTICLE_LA.sub("", fold_text(re.sub(r"\b([Aa]l)(?=[A-Z])", r"\1-", name)))
        plain = _ABD_LA.sub("abd", _DIN_LA.sub("din", plain))
        plain = _JOINED_LA.sub(lambda hit: hit[1][:3] if hit[1].startswith("abd") else "abu", plain)
        words = [word for word in _WORD.findall(plain) if word not in _PARTICLES]
    sounds = (_arabic_sounds(word) if _ARABIC.search(word) else _latin_sounds(word) for word in words[:MOST_WORDS])
    return tuple(sound for sound in sounds if sound)


def _arabic_sounds(word: str) -> str:
    word = word[:MOST_LETTERS]
    word = word.replace("تش", "چ").replace("دج", "ج")
    if word.endswith("ه") and len(word) > 2:
        word = word[:-1] + "~"  # ta marbuta, written as ha after folding: Fatima, Fatimah
    sounds = "".join(_SOUNDS_AR.get(letter, "") for letter in word)
    if sounds.startswith("A"):
        sounds = sounds[1:] if sounds[1:2] in ("W", "Y") else "@" + sounds[1:]
    return _without_doubles(sounds)


def _latin_sounds(word: str) -> str:
    word = word[:MOST_LETTERS].replace("’", "'")
    if word.endswith("ah"):
        word = word[:-1] + "~"
    out: list[str] = []
    at = 0
    while at < len(word):
        for spelling, sound in _SOUNDS_LA:
            if word.startswith(spelling, at):
                if spelling == "c" and word[at + 1 : at + 2] not in ("e", "i", "y"):
                    sound = "k"
                out.append(sound)
                at += len(spelling)
                break
        else:
            out.append(word[at])
            at += 1
    return _without_doubles("".join(out))


def _without_doubles(sounds: str) -> str:
    return re.sub(r"(.)\1+", r"\1", sounds)


def likeness(a: str, b: str) -> float:
    """How much `a` and `b` look like one name, 0 to 100, across scripts or within one.

    Words are paired in order; a word that one side lacks in the middle of a full name costs little, one at the end much.
    A single word on either side is compared with the last of the other, and never reaches more than 90 against two.
    """
    return _likeness(a, b) if a <= b else _likeness(b, a)


@lru_cache(maxsize=1 << 16)
def _likeness(a: str, b: str) -> float:
    first, second = sounds_of(a), sounds_of(b)
    if not first or not second:
        return 0.0
    cross = bool(_ARABIC.search(a)) != bool(_ARABIC.search(b))
    if len(first) > len(second):
        first, second = second, first
    if len(first) == 1 and len(second) > 1:
        whole = word_likeness("".join(first), "".join(second), cross)
        return 100 * max(0.9 * word_likeness(first[0], second[-1], cross), whole if whole > 0.9 else 0.0)
    return 100 * _rows(first, second, cross)


def _rows(short: tuple[str, ...], long: tuple[str, ...], cross: bool) -> float:
    """The best pairing in order of the words of two names; the last words belong together."""
    last = word_likeness(short[-1], long[-1], cross)
    if len(short) == 1:
        return last
    first = word_likeness(short[0], long[0], cross)
    scores = [(first, len(short[0])), (last, len(short[-1]))]
    inner = long[1:-1]
    at = 0
    for word in short[1:-1]:
        best, where = max(
            ((word_likeness(word, other, cross), -place) for place, other in enumerate(inner[at:])), default=(0.0, 0)
        )
        scores.append((best, len(word)))
        at += 1 - where if best > 0.5 else 0
    weight = sum(size for _, size in scores)
    mean = sum(score * size for score, size in scores) / max(1, weight)
    # One wrong word makes another person, however well the rest fits.
    worst = min(score for score, _ in scores)
    missing = len(long) - len(short)
    score = max(0.0, MEAN_SHARE * mean + (1 - MEAN_SHARE) * worst - 0.03 * missing)
    if missing and score < SURE:
        # One name written as one word and as two: Dupont, Du Pont.
        score = max(score, 0.97 * word_likeness("".join(short), "".join(long), cross))
    return score


@lru_cache(maxsize=1 << 17)
def word_likeness(a: str, b: str, cross: bool) -> float:
    """How alike two words are, both as sounds: 1 less the cost of turning one into the other, by their weight.

    Two given names of the table are the same or are not, whatever their letters say.
    """
    aligned = 1.0 if a == b else _aligned(a, b, cross)
    known = _known_names()
    one, other = known.get(a), known.get(b)
    if one is None or other is None:
        return aligned
    return max(aligned, 0.97) if one & other else min(aligned, OTHER_NAME)


@lru_cache(maxsize=1)
def _known_names() -> dict[str, frozenset[int]]:
    """The sounds of each spelling in the table of given names, and which names they may be."""
    held: dict[str, set[int]] = {}
    for number, (arabic, latin) in enumerate(load_spellings()):
        for spelling in (arabic, *latin):
            words = sounds_of(spelling)
            if len(words) == 1:
                held.setdefault(words[0], set()).add(number)
    return {sounds: frozenset(numbers) for sounds, numbers in held.items()}


def _aligned(a: str, b: str, cross: bool) -> float:
    if abs(len(a) - len(b)) > 8:
        return 0.0
    weight = max(1.0, min(_weight(a), _weight(b)))
    previous = [0.0]
    for place, sound in enumerate(b):
        previous.append(previous[-1] + _DROP.get(sound, 0.9) + (OPENING if place == 0 else 0.0))
    for row, one in enumerate(a):
        drop = _DROP.get(one, 0.9) + (OPENING if row == 0 else 0.0)
        current = [previous[0] + drop]
        for place, other in enumerate(b):
            change = 0.0 if one == other else _change(one, other, cross)
            if change and row == 0 and place == 0:
                change += OPENING
            current.append(
                min(
                    previous[place] + change,
                    previous[place + 1] + drop,
                    current[place] + _DROP.get(other, 0.9),
                )
            )
        if min(current) > weight / 2:
            return 0.0  # nobody asks how unlike two words are
        previous = current
    return max(0.0, 1.0 - previous[-1] / weight)


@lru_cache(maxsize=1 << 12)
def _change(one: str, other: str, cross: bool) -> float:
    pair = frozenset((one, other))
    if cross and pair in _CROSS:
        return _CROSS[pair]
    cost = _NEAR.get(pair)
    if cost is not None:
        return cost
    return 0.3 if one in _VOWELS and other in _VOWELS else 1.0


@lru_cache(maxsize=1 << 15)
def _weight(sounds: str) -> float:
    return sum(0.35 if sound in _VOWELS or sound == "'" else 0.6 if sound in _WEAK else 1.0 for sound in sounds)
