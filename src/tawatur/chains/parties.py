"""Names of outlets, agencies and offices as parties: one id for all the ways of writing one."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property

from ahocorasick_rs import AhoCorasick, MatchKind

from tawatur.chains.formulas import Formulas
from tawatur.languages import Languages, current_languages
from tawatur.languages.tables import Outlet
from tawatur.model import ChainPost, Party
from tawatur.text.fold import fold_text
from tawatur.text.matchers import Matchers, Phrases, matchers
from tawatur.text.names import likeness_of
from tawatur.text.outlets import outlet_likeness, outlet_named
from tawatur.text.words import Word, words_of

UNNAMED = Party(id="unnamed:agencies", kind="unnamed", name="agencies")
LONGEST_NAME = 140
_ROW = re.compile(r"\s*(?:[,،/;؛|+&•·\n]|\s[-–—]+\s|\s(?:and|via|et|und)\s|\sو(?=\s|«))\s*")
_TIGHT = re.compile(r"[-–—:：()（）\[\]،,/;؛|+&•·\n]|\sـ+\s|\s(?:and|via|et|und)\s|\sو(?=\s|«)")
_SITE = re.compile(r"(?:https?://)?(?:www\.)?((?:[\w-]{1,63}\.){1,4}[a-z]{2,12})(?::\d+)?(?:/\S*)?", re.IGNORECASE)
_EDGE = " \t\u00a0\u200b\u200e\u200f\u202a\u202b\u202c\ufeff.,،:;؛|-–—ـ*•~_/()[]{}«»“”\"‹›'‘’©@"
_ARTICLES = frozenset({"the", "le", "la", "les", "el"})
# A name that is left with fewer letters when "newspaper" is taken off it keeps the word.
_FEWEST_LETTERS = 4
# How much a name looks like a person's before it is taken for one, where it looks little like an outlet's.
_SURE_PERSON, _HARDLY_OUTLET = 0.6, 0.6
_MOST_OWNERS = 6
_MOST_PARTS = 40


class Parties:
    """Who is who among the parties that some posts name. Learns the outlets of the posts it is made with."""

    def __init__(self, posts: Iterable[ChainPost] = (), languages: Languages | None = None) -> None:
        self._languages = languages if languages is not None else current_languages()
        self._known: Matchers = matchers(self._languages)
        self._outlets: dict[str, Outlet] = {outlet.id: outlet for outlet in self._languages.outlets}
        self._rows: dict[str, tuple[Party, ...]] = {}
        self._ones: dict[str, Party | None] = {}
        self._glued: dict[str, Party] = {}
        self._sites: dict[str, Party] = {}
        self._names: dict[str, Party] = {}
        self._own_spellings: set[str] = set()
        for name, site in sorted({(post.publisher or post.outlet or "", post.site or "") for post in posts}):
            self._learn(name, site)

    def one(self, name: str | None) -> Party | None:
        """The party that `name` as a whole is; None for a person, an empty or an endless name."""
        if not name or len(name) > LONGEST_NAME:
            return None
        if name not in self._ones:
            self._ones[name] = self._one(name.strip(_EDGE))
        return self._ones[name]

    def row(self, name: str | None) -> tuple[Party, ...]:
        """The parties in a credit: one, or several with commas, strokes or "and" between them."""
        if not name or len(name) > LONGEST_NAME:
            return ()
        if name not in self._rows:
            self._rows[name] = self._row(name.strip(_EDGE))
        return self._rows[name]

    def at_site(self, host: str | None) -> Party | None:
        """The party behind a web host, where the posts or the language data tell."""
        if not host:
            return None
        host = host.lower().removeprefix("www.")
        return self._sites.get(host) or self._domain(host)

    def root_id(self, party: Party) -> str:
        """The id under which the party counts: its owner's, where one firm publishes several outlets."""
        kind, _, ident = party.id.partition(":")
        if kind == "release":
            return party.id
        for _ in range(_MOST_OWNERS):
            outlet = self._outlets.get(ident)
            if outlet is None or outlet.owner is None:
                break
            ident = outlet.owner
        owner = self._outlets.get(ident)
        return _known_party(owner).id if owner is not None else f"{kind}:{ident}"

    @cached_property
    def names(self) -> tuple[tuple[str, Party], ...]:
        """Folded names of the posts' own outlets that the language data does not hold."""
        return tuple(sorted(self._names.items()))

    @cached_property
    def matcher(self) -> AhoCorasick | None:
        """Finds `names` in folded text; None where there are none."""
        if not self._names:
            return None
        return AhoCorasick([name for name, _ in self.names], matchkind=MatchKind.LeftmostLongest)

    @cached_property
    def spellings(self) -> AhoCorasick | None:
        """Finds every plain spelling of every name in text as it stands: a quick look before a careful one."""
        texts: set[str] = set()
        for outlet in self._languages.outlets:
            texts.update(name for _, name in outlet.names)
            texts.update(outlet.aliases)
            texts.update(outlet.domains)
        texts.update(self._own_spellings)
        plain = {text.strip("=? ") for text in texts}
        plain |= {fold_text(text) for text in plain if not text.isascii()}
        held = sorted(text for text in plain if len(text) > 1)
        return AhoCorasick(held, matchkind=MatchKind.LeftmostLongest) if held else None

    @cached_property
    def formulas(self) -> Formulas:
        """Words of titles, names and set phrases."""
        return Formulas(self._languages, self._known)

    @property
    def known(self) -> Matchers:
        """The language data as matchers."""
        return self._known

    def phrases(self, name: str) -> Phrases:
        """A list of phrases of the language data."""
        return self._known.phrases_of(name)

    def _learn(self, name: str, site: str) -> None:
        party = self.one(name)
        if party is None:
            return
        if site:
            self._sites.setdefault(site.lower().removeprefix("www."), party)
        if party.id.partition(":")[2] not in self._outlets:
            self._glued.setdefault(party.id.partition(":")[2].replace(" ", ""), party)
            words = words_of(name, 12)
            whole, core = (" ".join(word.folded for word in run) for run in (words, self._core(words)))
            # What is left of "Radio North" is a place; only with its first word is it a name in running text.
            for key in (whole, core):
                if len(key) >= _FEWEST_LETTERS and (key == whole or " " in key):
                    self._names.setdefault(key, party)
            for run in (words, self._core(words)):
                if len(run) > 1 or len(run) == len(words):
                    self._own_spellings.add(name[run[0].start : run[-1].end])

    def _one(self, name: str) -> Party | None:
        words = words_of(name, 13)
        if not words or len(words) > 12:
            return None
        outlet = outlet_named(name, languages=self._languages)
        if outlet is not None:
            return _known_party(outlet)
        if self.phrases("citing.unnamed").whole(words):
            return UNNAMED
        site = _SITE.fullmatch(name)
        if site is not None:
            return self.at_site(site.group(1))
        core = self._core(words)
        if self._is_release(words):
            return Party(id="release:" + " ".join(word.folded for word in words), kind="release", name=name)
        person = likeness_of(name, words, self._known)
        if person >= _SURE_PERSON and outlet_likeness(name, languages=self._languages) < _HARDLY_OUTLET:
            return None
        held = self._glued.get("".join(word.folded for word in core))
        if held is not None:
            return held
        kind = "agency" if self._holds("citing.agency", words) else "outlet"
        return Party(id=f"{kind}:" + " ".join(word.folded for word in core), kind=kind, name=name)  # type: ignore[arg-type]

    def _row(self, name: str) -> tuple[Party, ...]:
        whole = self._one(name) if name else None
        if whole is not None and (whole.kind == "unnamed" or whole.id.partition(":")[2] in self._outlets):
            return (whole,)
        parts = [bare for part in _ROW.split(name) if (bare := part.strip(_EDGE))]
        parties = [party for part in parts[:_MOST_PARTS] if (party := self._one(part))]
        if len(parts) > 1 and parties and all(map(self._is_sure, parties)):
            return tuple({party.id: party for party in parties}.values())
        # «الرياض: واس», «دمشق-سانا», «واس (جدة)»: places and who writes from there, where that is known.
        tight = [bare for part in _TIGHT.split(name) if (bare := part.strip(_EDGE))]
        held = [party for part in tight[:_MOST_PARTS] if (party := self._one(part)) and self._is_held(party)]
        if len(tight) > 1 and held:
            return tuple({party.id: party for party in held}.values())
        return (whole,) if whole is not None else ()

    def _is_held(self, party: Party) -> bool:
        return party.kind == "unnamed" or party.id.partition(":")[2] in self._outlets

    def _is_sure(self, party: Party) -> bool:
        ident = party.id.partition(":")[2]
        if party.kind in ("unnamed", "release", "agency") or ident in self._outlets:
            return True
        return ident.replace(" ", "") in self._glued or outlet_likeness(party.name, languages=self._languages) >= 0.8

    def _domain(self, host: str) -> Party | None:
        outlet = outlet_named(host, languages=self._languages)
        if outlet is not None:
            return _known_party(outlet)
        labels = host.split(".")
        for label in labels[:-1]:
            held = self._glued.get(re.sub(r"[\W_]", "", label))
            if held is not None:
                return held
        return Party(id=f"outlet:{host}", kind="outlet", name=host)

    def _core(self, words: list[Word]) -> list[Word]:
        """The words of a name without article and without «صحيفة» or "newspaper" around it."""
        begin, end = 0, len(words)
        if end - begin > 1 and words[0].folded in _ARTICLES:
            begin = 1
        head = self.phrases("outlet_words.first").at(words, begin)
        if head is not None and head < end and _letters(words[head:end]) >= _FEWEST_LETTERS:
            begin = head
        # Only words that say what it is go ("newspaper", "website"); "Post" or "News" are the name.
        tail = self.phrases("outlet_words.tails").ending(words, end)
        closing = self.phrases("outlet_words.last").ending(words, end)
        is_name = closing is not None and not words[end - 1].raw.islower()
        if tail is not None and tail > begin and not is_name:
            end = tail if _letters(words[begin:tail]) >= _FEWEST_LETTERS else end
        return words[begin:end]

    def _is_release(self, words: list[Word]) -> bool:
        release = self.phrases("citing.release")
        if release.at(words, 0) is not None or release.ending(words, len(words)) is not None:
            return True
        return words[0].folded in _ARTICLES and len(words) > 1 and release.at(words, 1) is not None

    def _holds(self, name: str, words: list[Word]) -> bool:
        phrases = self.phrases(name)
        return any(phrases.at(words, begin) is not None for begin in range(len(words)))


def _letters(words: list[Word]) -> int:
    return sum(len(word.folded) for word in words)


def _known_party(outlet: Outlet) -> Party:
    kind = "agency" if outlet.kind == "agency" else "outlet"
    return Party(id=f"{kind}:{outlet.id}", kind=kind, name=outlet.name)  # type: ignore[arg-type]
