"""Forms of a name as the posts have them, and groups of forms that are one speaker."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from tawatur.model.statement import SpeakerClass
from tawatur.people.said import Said
from tawatur.text.naming import name_tables
from tawatur.text.naming_words import bare
from tawatur.text.transliteration import sounds_of
from tawatur.text.words import fold_word, folded_words, words_of

_ARABIC = re.compile("[\u0620-\u06d3]")


@dataclass(slots=True)
class Form:
    """One spelling of a name, with everything that is said under it."""

    name: str
    key: tuple[str, ...]
    """The folded words of the name without articles."""
    is_arabic: bool
    """True for a name in Arabic letters."""
    sounds: tuple[str, ...]
    statements: list[str] = field(default_factory=list)
    posts: set[str] = field(default_factory=set)
    stories: set[str] = field(default_factory=set)
    offices: set[str] = field(default_factory=set)
    """Ids of offices that stand beside the name anywhere."""

    @classmethod
    def of(cls, said: Said, shown: str) -> Form:
        """The form of one statement's speaker."""
        form = cls(" ".join(shown.split()), key_of(shown), _ARABIC.search(shown) is not None, sounds_of(shown))
        form.add(said)
        return form

    def add(self, said: Said) -> None:
        """Count one more statement under this form."""
        self.statements.append(said.statement_id)
        self.posts.add(said.post_id)
        if said.group is not None:
            self.stories.add(said.group)


@dataclass(slots=True)
class Group:
    """Forms that are one speaker, and why."""

    speaker_class: SpeakerClass
    forms: list[Form] = field(default_factory=list)
    reasons: dict[str, None] = field(default_factory=dict)

    def add(self, form: Form) -> None:
        """Take in one more form, or what is said under a form that is already here."""
        for held in self.forms:
            if held.name == form.name:
                held.statements += form.statements
                held.posts |= form.posts
                held.stories |= form.stories
                return
        self.forms.append(form)


def key_of(name: str) -> tuple[str, ...]:
    """The words of a name for comparing: folded, without the article."""
    return tuple(bare(word) for word in folded_words(name.replace("al-", "").replace("Al-", "").replace("el-", "")))


def forms_of(said: Iterable[Said]) -> list[Form]:
    """Every spelling once, with all its statements; spellings that fold alike are kept apart only in what is shown."""
    forms: dict[tuple[str, str], Form] = {}
    given = name_tables().names.given
    offices: dict[str, frozenset[str]] = {}
    for one in said:
        shown = " ".join((one.name or "").split())
        # A given name alone may be anybody in another post.
        key = (shown, one.post_id if fold_word(shown) in given else "")
        form = forms.get(key)
        if form is None:
            form = forms[key] = Form.of(one, shown)
        else:
            form.add(one)
        if one.speaker is not None and one.speaker != shown:
            if one.speaker not in offices:
                offices[one.speaker] = _offices(one.speaker)
            form.offices |= offices[one.speaker]
    return list(forms.values())


def _offices(phrase: str) -> frozenset[str]:
    """The offices and sorts of person that a phrase names, by their ids, the same in every language."""
    hits = name_tables().index.hits(words_of(phrase[:200]))
    return frozenset(
        meaning.concept for hit in hits for meaning in hit.meanings if meaning.sort in ("offices", "people")
    )
