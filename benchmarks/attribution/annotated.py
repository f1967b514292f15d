"""Read the annotated posts of `sets/`: news prose of our own with inline marks, and what each mark says.

The notation is described in sets/README.md. Every mark is checked while it is read: what is wrong stops with the file,
the line and what to do.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import get_args

from tawatur.model import Span
from tawatur.model.statement import SpeakerClass, StatementKind, VerbClass

SETS = Path(__file__).with_name("sets")
PARTS = ("open", "aside", "pages")
MANNERS = (
    "wire", "state agency", "local", "opinion", "liveblog", "press release", "interview", "feature", "digest",
    "tweets", "court", "sport", "business", "disaster", "science", "magazine", "broadcast", "letters", "parliament",
    "obituary", "culture", "translated", "explainer", "blog", "monitor", "health", "weather", "radio", "readers", "page",
)  # fmt: skip
CLASSES: dict[str, SpeakerClass] = {
    "p": "person", "o": "organisation", "u": "outlet", "f": "official", "a": "anonymous", "r": "reports", "d": "document",
}  # fmt: skip
VERBS: dict[str, VerbClass] = {
    "s": "says", "c": "claims", "k": "confirms", "d": "denies", "w": "warns", "p": "promises", "x": "declines",
}  # fmt: skip
KINDS: dict[str, StatementKind] = {"D": "direct", "I": "indirect", "M": "mixed"}
OPENING = "«“„‹‟❝\"'‘"
CLOSING = "»”“›❞\"'’"
_DOUBLE_OPENING = '«“„"'
_NAMED = ("person", "organisation", "outlet", "document")

_MARK = re.compile(r"\{(?P<role>[sct]?)(?P<numbers>\d+(?:,\d+)*)(?: (?P<spec>[^|{}]*))?\|")
_LED_IN = re.compile(r"(?:\bthat|\b[وفب]?[أإا]نّ?َ?[هاكميةن]{0,3})\s+$")
_IN_MARKS = re.compile(r"[«“„\"]([^«“„\"»”]{2,})[»”“\"]")
_HEAD = re.compile(r"=== (?P<id>[a-z]+-[a-z]+-\d{3}) \| (?P<manner>[a-z ]+)(?: \| (?P<outlet>.+))?")


class NotationError(ValueError):
    """A mark or header that cannot be read; the message names file and line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """One annotated statement. Spans are of the text of its post."""

    number: int
    kind: StatementKind
    content: Span
    quoted: tuple[Span, ...]
    """Mixed speech that no "that" leads in: its quoted parts, any one of which may stand for the whole."""
    speaker: Span | None
    speaker_name: str | None
    speaker_class: SpeakerClass | None
    cue: Span | None
    verb_class: VerbClass
    negated: bool
    addressee: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Cut:
    """Where one post stands in the text."""

    lang: str
    title: Span | None
    body: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotated:
    """One post (or, in the part `pages`, one page of many posts) without its marks, and the statements they made."""

    id: str
    part: str
    manner: str
    outlet: str | None
    text: str
    posts: tuple[Cut, ...]
    """One, or those of a page."""
    statements: tuple[Marked, ...]


@dataclass(slots=True)
class _Draft:
    """What the marks of one number have said so far."""

    content: Span | None = None
    kind: str | None = None
    speaker: Span | None = None
    speaker_class: SpeakerClass | None = None
    name: str | None = None
    known: bool = False
    cue: Span | None = None
    verb_class: VerbClass = "says"
    negated: bool = False
    addressee: str | None = None


@dataclass(slots=True)
class _Reader:
    """Takes the marks out of one post."""

    where: str
    who: dict[str, tuple[SpeakerClass, str]]
    out: list[str] = field(default_factory=list)
    length: int = 0
    drafts: dict[int, _Draft] = field(default_factory=dict)
    stars: list[tuple[int, int]] = field(default_factory=list)

    def take(self, marked: str) -> str:
        """The words of `marked`; what its marks say is kept in `drafts`."""
        before = self.length
        open_marks: list[tuple[re.Match[str], int, list[int]]] = []
        at = 0
        while at < len(marked):
            match = _MARK.match(marked, at)
            if match:
                open_marks.append((match, self.length, []))
                at = match.end()
                continue
            letter = marked[at]
            at += 1
            if letter == "{":
                raise self.wrong(f"«{marked[at - 1 : at + 20]}» opens no mark", "write {1|, {s1 p|, {c1| or {t1|")
            if letter == "*" and open_marks and open_marks[-1][0]["role"] == "s":
                open_marks[-1][2].append(self.length)
                continue
            if letter == "}":
                if not open_marks:
                    raise self.wrong(f"a }} without its {{ after «{marked[max(0, at - 30) : at]}»", "take it out")
                self.close(*open_marks.pop())
                continue
            self.out.append(letter)
            self.length += 1
        if open_marks:
            raise self.wrong(f"«{open_marks[-1][0].group()}» is never closed", "add the } it lacks")
        return "".join(self.out)[before:]

    def close(self, mark: re.Match[str], start: int, stars: list[int]) -> None:
        span = Span(start, self.length)
        text = span.of("".join(self.out))
        if not text or text != text.strip():
            raise self.wrong(f"«{mark.group()}{text}» is empty or begins or ends with a space", "move the mark")
        spec = (mark["spec"] or "").strip()
        for number in map(int, mark["numbers"].split(",")):
            draft = self.drafts.setdefault(number, _Draft())
            {"": self.content, "s": self.speaker, "c": self.cue, "t": self.addressee}[mark["role"]](
                draft,
                number,
                span,
                text,
                spec,
                [Span(a, b).of("".join(self.out)) for a, b in zip(stars[::2], stars[1::2], strict=False)],
            )

    def content(self, draft: _Draft, number: int, span: Span, text: str, spec: str, _: list[str]) -> None:
        if draft.content is not None:
            raise self.wrong(f"statement {number} has its content twice", "give the second one its own number")
        draft.content = span
        for word in spec.split():
            if word in KINDS:
                draft.kind = word
            else:
                self.is_by(draft, word, None)

    def speaker(self, draft: _Draft, number: int, span: Span, text: str, spec: str, stars: list[str]) -> None:
        if draft.speaker is not None:
            raise self.wrong(f"statement {number} has its speaker twice", "keep the nearer one")
        draft.speaker = span
        self.is_by(draft, spec, stars[0] if stars else text)

    def cue(self, draft: _Draft, number: int, span: Span, text: str, spec: str, _: list[str]) -> None:
        if draft.cue is not None:
            raise self.wrong(f"statement {number} has its cue twice", "keep the one that governs the content")
        verb = spec.removeprefix("-") or "s"
        if verb not in VERBS:
            raise self.wrong(
                f"«{spec}» is no verb class", f"write one of {' '.join(VERBS)}, with - before it where negated"
            )
        draft.cue, draft.verb_class, draft.negated = span, VERBS[verb], spec.startswith("-")

    def addressee(self, draft: _Draft, number: int, span: Span, text: str, spec: str, _: list[str]) -> None:
        draft.addressee = text

    def is_by(self, draft: _Draft, code: str, text: str | None) -> None:
        """Note who speaks: a letter for the class, a name of the `who:` line, or `?`."""
        draft.known = True
        if code in self.who:
            draft.speaker_class, name = self.who[code]
            draft.name = name if draft.speaker_class in _NAMED else None
        elif code in CLASSES:
            draft.speaker_class = CLASSES[code]
            draft.name = text if draft.speaker_class in _NAMED else None
        elif code != "?":
            raise self.wrong(
                f"«{code}» is neither a class nor in the who: line", f"write one of {' '.join(CLASSES)} or ?"
            )

    def wrong(self, what: str, cure: str) -> NotationError:
        return NotationError(f"{self.where}: {what}. To go on, {cure}.")


def load(part: str, lang: str | None = None, folder: Path = SETS) -> list[Annotated]:
    """The annotated posts of one part, in the order of the files. Raises: NotationError."""
    pattern = f"{part}-*.txt" if part == "pages" else f"{lang or '??'}-{part}*.txt"
    return [post for path in sorted(folder.glob(pattern)) for post in read(path)]


def read(path: Path) -> Iterator[Annotated]:
    """The annotated posts of one file. Raises: NotationError."""
    lines = path.read_text(encoding="utf-8").split("\n")
    starts = [i for i, line in enumerate(lines) if line.startswith("=== ")]
    for start, end in pairwise([*starts, len(lines)]):
        yield read_post(lines[start:end], where=f"{path.name}:{start + 1}")


def read_post(lines: list[str], where: str) -> Annotated:
    """One post from its lines, header first. Raises: NotationError."""
    head = _HEAD.fullmatch(lines[0])
    if head is None or head["manner"] not in MANNERS:
        raise NotationError(
            f"{where}: «{lines[0]}» is no header. Write === en-open-001 | wire | Outlet (manners: {MANNERS})."
        )
    who: dict[str, tuple[SpeakerClass, str]] = {}
    title_line: str | None = None
    at = 1
    while at < len(lines) and lines[at].startswith(("who: ", "title: ")):
        key, _, value = lines[at].partition(": ")
        if key == "who":
            who |= _who(value, where)
        else:
            title_line = value
        at += 1
    lang, part = head["id"].split("-")[:2]
    reader = _Reader(where=f"{where} ({head['id']})", who=who)
    lines, headings = _headings(lines[at:])
    if title_line is not None:
        lines, headings = [title_line, "", *lines], {0: lang}
    reader.take("\n".join(lines).strip("\n"))
    text = "".join(reader.out)
    return Annotated(
        id=head["id"],
        part="pages" if lang == "pages" else part,
        manner=head["manner"],
        outlet=head["outlet"],
        text=text,
        posts=_cuts(text, headings) if headings else (Cut(lang=lang, title=None, body=Span(0, len(text))),),
        statements=tuple(_finish(reader, number, text) for number in sorted(reader.drafts)),
    )


def _headings(lines: list[str]) -> tuple[list[str], dict[int, str]]:
    """The lines of a page without `@en `, `@ar ` and `@-`, and which line begins a post of which language, "" for none."""
    plain: list[str] = []
    found: dict[int, str] = {}
    for line in lines:
        mark = re.match(r"@(?:(en|ar) |-$)", line)
        if mark:
            found[len(plain)] = mark[1] or ""
            line = line[mark.end() :]
            if not mark[1]:
                continue
        plain.append(line)
    return plain, found


def _cuts(text: str, headings: dict[int, str]) -> tuple[Cut, ...]:
    """The posts that begin with the lines `headings`; each ends where the next one, or what is no post, begins."""
    starts = [0, *(match.end() for match in re.finditer("\n", text)), len(text)]
    ends = [*list(headings)[1:], len(starts) - 1]
    cuts = []
    for (line, lang), end in zip(headings.items(), ends, strict=True):
        if lang:
            title = Span(starts[line], starts[line + 1] - 1)
            body = text[title.end : starts[end]]
            begin = title.end + len(body) - len(body.lstrip())
            cuts.append(Cut(lang=lang, title=title, body=Span(begin, title.end + len(body.rstrip()))))
    return tuple(cuts)


def _who(value: str, where: str) -> dict[str, tuple[SpeakerClass, str]]:
    """`T p Oren Tal; M o Ministry of Works` as a table."""
    table: dict[str, tuple[SpeakerClass, str]] = {}
    for entry in filter(None, map(str.strip, value.split(";"))):
        code, letter, name = entry.split(" ", 2) if entry.count(" ") >= 2 else (entry, "", "")
        if letter not in CLASSES or not name or code in CLASSES or code in KINDS:
            raise NotationError(
                f"{where}: «{entry}» in who: is not «CODE class Name», class one of {' '.join(CLASSES)}."
            )
        table[code] = (CLASSES[letter], name)
    return table


def _finish(reader: _Reader, number: int, text: str) -> Marked:
    """The statement that the marks of one number make. Raises: NotationError."""
    draft = reader.drafts[number]
    if draft.content is None:
        raise reader.wrong(f"statement {number} has no content", f"mark it with {{{number}|")
    if not draft.known:
        raise reader.wrong(
            f"nothing says who made statement {number}", "mark the speaker, or name it in the content mark"
        )
    kind = KINDS[draft.kind] if draft.kind else kind_of(text, draft.content)
    said = draft.content.of(text)
    whole = said[0] in _DOUBLE_OPENING and said[-1] in CLOSING and not any(mark in said[1:-1] for mark in '»”"')
    if kind != "mixed" and whole:
        raise reader.wrong(f"the content of {number} holds its own quotation marks", "move the mark inside them")
    if kind == "indirect" and said[-1] in ".،,":
        raise reader.wrong(f"the indirect content of {number} ends with a stop", "move the mark before it")
    return Marked(
        number=number, kind=kind, content=draft.content,
        quoted=_quoted_parts(text, draft.content) if kind == "mixed" else (), speaker=draft.speaker, speaker_name=draft.name,
        speaker_class=draft.speaker_class, cue=draft.cue, verb_class=draft.verb_class, negated=draft.negated,
        addressee=draft.addressee,
    )  # fmt: skip


def kind_of(text: str, content: Span) -> StatementKind:
    """direct where quotation marks stand around `content`, mixed where they stand inside it, else indirect."""
    before, after = text[content.start - 1 : content.start], text[content.end : content.end + 1]
    if before and before in OPENING:
        return "direct"
    if any(mark in content.of(text) for mark in _DOUBLE_OPENING):
        return "mixed"
    return "direct" if after and after in CLOSING else "indirect"


def _quoted_parts(text: str, content: Span) -> tuple[Span, ...]:
    """What stands in marks inside `content`, where only its order, no complementiser, ties it to the cue."""
    if _LED_IN.search(text[max(0, content.start - 12) : content.start]):
        return ()
    room = content.of(text) + text[content.end : content.end + 1]
    return tuple(Span(content.start + m.start(1), content.start + m.end(1)) for m in _IN_MARKS.finditer(room))


assert set(CLASSES.values()) == set(get_args(SpeakerClass)) and set(VERBS.values()) == set(get_args(VerbClass))
