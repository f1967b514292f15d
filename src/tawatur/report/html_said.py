"""The statements of a post: marked in its text, and listed below it with who, how and why."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from tawatur.model import Page, Span, Statement
from tawatur.report.html_marks import Mark
from tawatur.report.html_text import runs_right_to_left
from tawatur.report.html_told import Phrase, because, excerpt, phrase, tip
from tawatur.report.html_words import Words
from tawatur.report.statement_lines import NOT_NAMED

# So many statements of one post are marked and listed; a page with more is no news.
MOST_SAID = 1_500


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidView:
    """One statement in the list below its post."""

    number: int
    anchor: str
    """Ends the ids of its two ends: "q" + anchor in the text, "s" + anchor in the list."""
    in_text: bool
    """False where its words lie beyond the part of the post that is shown."""
    who: Phrase | None
    """As fully as the post names them; None: the post does not say."""
    speaker: int | None
    """The speaker's number in the index of speakers."""
    as_printed: Phrase | None
    """The words of the post for who speaks, where they are not the name itself."""
    facts: tuple[str, ...]
    """Class, kind and verb class, in the report's language."""
    told_to: Phrase | None
    venue: Phrase | None
    content: Phrase
    is_named: bool
    why: tuple[Phrase, ...]


def said_views(
    page: Page,
    statements: Sequence[Statement],
    words: Words,
    *,
    post_number: int,
    shown_to: int,
    speaker_of: Mapping[str, int],
) -> list[SaidView]:
    """The statements of one post for its list. `shown_to`: where the shown part of the post ends."""
    return [
        _view(page, one, words, post_number, number, shown_to, speaker_of.get(one.id))
        for number, one in enumerate(statements[:MOST_SAID], 1)
    ]


def _view(
    page: Page, one: Statement, words: Words, post_number: int, number: int, shown_to: int, speaker: int | None
) -> SaidView:
    printed = " ".join(one.speaker.of(page.text).split()) if one.speaker else None
    name = one.speaker_name or printed
    verbs = words["verbs_not" if one.negated else "verbs"]
    class_ = words["speaker_classes"].get(one.speaker_class, one.speaker_class) if one.speaker_class else None
    return SaidView(
        number=number,
        anchor=f"{post_number}-{number}",
        in_text=one.content.start < shown_to and bool(one.content.of(page.text).strip()),
        who=_phrase(name, one.lang) if name else None,
        speaker=speaker,
        as_printed=_phrase(printed, one.lang) if printed and printed != name else None,
        facts=tuple(
            filter(None, (class_, words["statement_kinds"].get(one.kind), verbs.get(one.verb_class, one.verb_class)))
        ),
        told_to=_phrase(one.addressee, one.lang) if one.addressee else None,
        venue=_phrase(" ".join(one.venue.of(page.text).split()), one.lang) if one.venue else None,
        content=excerpt(one.content.of(page.text), one.lang),
        is_named=one.speaker_class is not None and one.speaker_class not in NOT_NAMED,
        why=because(one.reasons, words),
    )


def _phrase(text: str, lang: str | None) -> Phrase:
    return phrase(text, lang, lang_is_rtl=runs_right_to_left(text), longest=160)


def said_marks(statements: Sequence[Statement], views: Sequence[SaidView], words: Words) -> Iterator[Mark]:
    """What a statement marks in the text: its content with a numbered anchor, and the parts around it."""
    for one, view in zip(statements, views, strict=False):
        yield Mark(one.content, "said", _anchor(view, words))
        parts = (("speaker", one.speaker), ("cue", one.cue), ("addressee", one.addressee_at), ("venue", one.venue))
        for kind, span in parts:
            if span is not None and not _same(span, one.content):
                yield Mark(span, kind)


def _same(one: Span, other: Span) -> bool:
    return one.start == other.start and one.end == other.end


def _anchor(view: SaidView, words: Words) -> Markup:
    to = words.say("told_to_name", name=view.told_to.text) if view.told_to else None
    said = tip((words.say("statement_n", n=view.number), view.who or words["nobody_named"], *view.facts, to))
    return Markup('<a class="{}" id="q{a}" href="#s{a}" data-n="{n}" aria-label="{said}"></a>').format(
        "n" if view.is_named else "n anon", a=view.anchor, n=view.number, said=said
    )
