"""Stories and claims of a case as its door shows them, and the answer to a question about a claim."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from tawatur.case.posts import CasePost, brief
from tawatur.chains import independent_origins
from tawatur.corroborate import check_claim
from tawatur.errors import UsageError
from tawatur.languages import current_languages
from tawatur.locate import locate_page
from tawatur.model import Claim, ClaimPost, Finding, Page, Post, Span
from tawatur.model.ids import page_id, post_id, sha256_hex
from tawatur.report.html_stories import Told
from tawatur.store import CaseStore
from tawatur.text.langid import language_of
from tawatur.text.meanings import meanings_of
from tawatur.text.words import words_of

# Posts that share words with the claim and are read closely, in all languages together.
_MOST_POSTS = 400
# A longer text is an article, not a claim.
_LONGEST_CLAIM = 2_000


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseFinding:
    """A report that speaks of the claim that was asked about."""

    post: CasePost
    finding: Finding
    words: str
    """The statement or sentence."""

    def as_dict(self) -> dict[str, Any]:
        """The same as plain values."""
        report = self.finding.report
        return {
            "stance": self.finding.stance,
            "likeness": self.finding.likeness,
            "why": self.finding.why,
            "words": self.words,
            "start": report.about.start,
            "end": report.about.end,
            "statement_id": report.statement_id,
            "speaker": report.speaker,
            "anonymous": report.anonymous,
            "post": brief(self.post),
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseCheck:
    """What a case says of a claim."""

    claim: str
    findings: tuple[CaseFinding, ...]
    """The nearest first."""
    origins: Mapping[str, int]
    """Independent origins of those that support, deny and discuss it."""

    def as_dict(self) -> dict[str, Any]:
        """The same as plain values."""
        return {
            "claim": self.claim,
            "independent_origins": dict(self.origins),
            "findings": [finding.as_dict() for finding in self.findings],
        }


def check(store: CaseStore, claim: str, find: Callable[[str], CasePost]) -> CaseCheck:
    """What the case says of `claim`, in whatever language it is put.

    Raises: UsageError where it has no words, or is no sentence but an article.
    """
    asked = _asked(claim)
    speakers = store.speakers.speaker_of()
    near = _posts_near(store, asked)
    found = check_claim(asked, [post for id_ in near if (post := store.claim_post(id_, speakers)) is not None])
    findings = tuple(_found(one, find(one.report.post_id)) for one in found)
    origins = {stance: _origins(store, findings, stance) for stance in ("supports", "denies", "discusses")}
    return CaseCheck(claim=claim, findings=findings, origins=origins)


def _found(finding: Finding, post: CasePost) -> CaseFinding:
    return CaseFinding(post=post, finding=finding, words=finding.report.about.of(post.page.text))


def _asked(claim: str) -> ClaimPost:
    """The claim as a post of its own, with the places it names."""
    text = " ".join(claim.split())
    if not words_of(text):
        raise UsageError('The claim has no words. Put a sentence in quotation marks: tawatur check CASE "...".')
    if len(text) > _LONGEST_CLAIM:
        raise UsageError(f"The claim has {len(text):,} characters: put one sentence, of at most {_LONGEST_CLAIM:,}.")
    digest = sha256_hex(text.encode())
    page = Page(
        id=page_id(digest, ""),
        source="-",
        media_type="text/plain",
        encoding=None,
        sha256=digest,
        retrieved="",
        title=None,
        text=text,
        made_by="check",
    )
    span = Span(0, len(text))
    post = Post(id=post_id(page.id, 0, ""), page_id=page.id, order=0, span=span, title=None, body=span, made_by="check")
    return ClaimPost(
        id=post.id,
        page_text=text,
        span=span,
        title=None,
        body=span,
        lang=language_of(text),
        published=None,
        places=tuple(locate_page(page, [post], [])),
    )


def _posts_near(store: CaseStore, asked: ClaimPost) -> list[str]:
    """The posts that hold most of the claim's words, or what they are called in the other languages of the lexicon."""
    scores: dict[str, float] = {}
    for words in _words_to_look_for(asked):
        hits = store.search(" OR ".join(f'"{word}"' for word in words), limit=_MOST_POSTS).hits
        for rank, hit in enumerate(hits):
            # A post that every query finds early is near; how early counts more than how many words it has.
            scores[hit.post.id] = scores.get(hit.post.id, 0.0) + 1.0 / (10 + rank)
    return sorted(scores, key=lambda id_: (-scores[id_], id_))[:_MOST_POSTS]


def _words_to_look_for(asked: ClaimPost) -> Iterator[list[str]]:
    """For each language the words to search by: those of the claim as they are, others by their meanings and places."""
    words = words_of(asked.page_text)
    yield list(dict.fromkeys(word.raw for word in words if len(word.folded) > 2))[:60]
    lexicon = current_languages().lexicon
    meanings = [
        lexicon[int(meant.key[2:])] for meant in meanings_of([word.folded for word in words], asked.lang) if meant.known
    ]
    for lang in sorted({word.lang for meaning in lexicon for word in meaning.words} - {asked.lang or ""}):
        others = [word.text for meaning in meanings for word in meaning.words if word.lang == lang]
        names = [name for place in asked.places for name in (place.name, place.name_ar) if name]
        if others or names:
            yield list(dict.fromkeys([*names, *others]))[:60]


def _origins(store: CaseStore, findings: Iterable[CaseFinding], stance: str) -> int:
    ids = sorted({one.post.id for one in findings if one.finding.stance == stance})
    chains = [chain for id_ in ids if (chain := store.chains.chain(id_)) is not None]
    return independent_origins(chains).count if chains else min(1, len(ids))


def claims_of(store: CaseStore, story_id: str | None, *, conflicts: bool) -> tuple[Claim, ...]:
    """The claims of one story or of all; only those whose reports do not agree, where `conflicts`."""
    return tuple(claim for claim in store.stories.claims(story_id) if claim.slot is not None or not conflicts)


def story_named(store: CaseStore, story: str | int | None) -> str | None:
    """The id of the story with this number or id; None for None.

    Raises: UsageError where there is none.
    """
    if story is None:
        return None
    for number, one in enumerate(store.stories.stories(), 1):
        if str(story) in (str(number), one.id):
            return one.id
    raise UsageError(f"{story}: no story has this number or id. `tawatur stories {store.path}` lists them.")


def told_of(store: CaseStore, *, story: str | None = None, few: int | None = None) -> Told:
    """Stories and claims with the words that each report points at, as the report takes them.

    Args:
        story: only this one.
        few: words of the claims of so many stories only, those with most conflicts and posts.
    """
    if story is None:
        stories = list(store.stories.stories())
    else:
        stories = [one for one in (store.stories.story(story),) if one is not None]
    claims: dict[str, list[Claim]] = {}
    for claim in store.stories.claims(story):
        claims.setdefault(claim.story_id or "", []).append(claim)
    if few is not None:
        conflicts = {id_: sum(claim.slot is not None for claim in held) for id_, held in claims.items()}
        stories.sort(key=lambda one: (-conflicts.get(one.id, 0), -len(one.posts), one.id))
        shown = {one.id for one in stories[:few]}
        claims = {id_: held for id_, held in claims.items() if id_ in shown}
    return Told(stories=stories, claims=claims, words=_words_of(store, claims))


def _words_of(store: CaseStore, claims: Mapping[str, list[Claim]]) -> dict[tuple[str, Span], str]:
    wanted: dict[str, set[Span]] = {}
    for held in claims.values():
        for claim in held:
            for variant in claim.variants:
                for report in variant.reports:
                    wanted.setdefault(report.post_id, set()).add(report.about)
    words = {}
    for id_, spans in wanted.items():
        post = store.post(id_)
        page = store.page(post.page_id) if post is not None else None
        for span in spans:
            words[id_, span] = span.of(page.text) if page is not None else ""
    return words
