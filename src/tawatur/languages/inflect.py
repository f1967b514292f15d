"""The forms of a word, by the templates that its language gives in `speech.yaml`.

A word is written as its principal parts with slashes between ("say/said/said", «أكّد/يؤكّد/مؤكّد/تأكيد»); further words
after the first stay as they are ("point out"). A template takes one part and changes its start and its end.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tawatur.errors import LanguageDataError
from tawatur.languages.speech import SpeechEntry

Rules = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Template:
    """How one form is made of principal part `part`, changed by the rules `start` and `end`.

    Where the word has no such part written, the form is made of the first part by the rules `missing`; without such
    rules the word has no such form. Of every set of rules the first that fits is used; if none fits there is no form.
    """

    form: str
    of: str
    role: str
    part: int
    start: Rules
    end: Rules
    missing: Rules


def template_of(entry: SpeechEntry) -> Template:
    """The template that an entry of `inflection` gives."""
    return Template(
        form=entry.one("form", "?"),
        of=entry.one("of", "verbs"),
        role=entry.one("role", "finite"),
        part=int(entry.one("part", "1")),
        start=_rules(entry, "start"),
        end=_rules(entry, "end"),
        missing=_rules(entry, "missing"),
    )


def forms_of(word: str, templates: Sequence[Template]) -> Iterator[tuple[str, str]]:
    """(form with the words that follow it, role) of one word as written in the data. A part written "-" is lacking."""
    head, _, rest = word.partition(" ")
    parts = head.split("/")
    tail = f" {rest}" if rest else ""
    for template in templates:
        made = _make(parts, template)
        if made:
            yield made + tail, template.role


def _make(parts: list[str], template: Template) -> str | None:
    if template.part > len(parts):
        return _ending(parts[0], template.missing) if template.missing else None
    stem = parts[template.part - 1]
    if stem in ("", "-"):
        return None
    started = _beginning(stem, template.start) if template.start else stem
    if started is None or not template.end:
        return started
    return _ending(started, template.end)


def _beginning(stem: str, rules: Rules) -> str | None:
    for old, new in rules:
        if stem.startswith(old):
            return new + stem[len(old) :]
    return None


def _ending(stem: str, rules: Rules) -> str | None:
    """`stem` with its end changed; ~ in front of what goes asks for a consonant before it (~y: "deny", not "say")."""
    for old, new in rules:
        gone = old.removeprefix("~")
        kept = stem[: len(stem) - len(gone)]
        if stem.endswith(gone) and (gone == old or (kept and kept[-1] not in "aeiou")):
            return kept + new
    return None


def _rules(entry: SpeechEntry, key: str) -> Rules:
    return tuple(_rule(text, entry.where) for text in entry.words(key))


def _rule(text: str, where: str) -> tuple[str, str]:
    old, arrow, new = text.partition(">")
    if not arrow:
        raise LanguageDataError(f"{where}: {text!r} is no rule. Write what goes, > and what comes: `e > ed`.")
    return old.strip(), new.strip()
