"""What holds a story together: the keys by which its posts are alike, as a reader would say them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from tawatur.languages import current_languages
from tawatur.model.story import StoryPost, Tie
from tawatur.stories.features import Feature, Features
from tawatur.stories.vectors import Vector
from tawatur.text.transliteration import likeness

# More than these would be a list of words rather than a reason.
_MOST = 12
# From this likeness on (of 100) two spellings are shown as one name.
_ALIKE = 60.0


def ties_of(
    posts: Sequence[StoryPost], features: Sequence[Features], vectors: Sequence[tuple[Vector, Vector]]
) -> list[Tie]:
    """The keys that make the posts of one story alike, the strongest first; none for a story of one post.

    Args:
        posts, features: of the story, in the same order.
        vectors: for each post its own vector and the one that is the same in every language.
    """
    shares: Counter[str] = Counter()
    having: dict[str, list[int]] = {}
    for number, (own, bridge) in enumerate(vectors):
        for key in own.keys() | bridge.keys():
            having.setdefault(key, []).append(number)
    for key, numbers in having.items():
        if len(numbers) > 1:
            weights = [max(own.get(key, 0.0), bridge.get(key, 0.0)) for own, bridge in (vectors[n] for n in numbers)]
            total = sum(weights)
            # The sum over all pairs of products, from the square of the sum.
            shares[key] = (total * total - sum(weight * weight for weight in weights)) / 2  # type: ignore[assignment]
    everything = sum(shares.values())
    best = sorted(shares.items(), key=lambda item: (-item[1], item[0]))[: _MOST * 2]
    ties: dict[str, Tie] = {}
    for key, share in best:
        if key.startswith("x:") and not _sounds_alike([features[number].bridge[key].shown for number in having[key]]):
            continue
        kind = _feature(key, features[having[key][0]]).kind
        what = _shown(key, [features[number] for number in having[key]])
        # A place and its name are one tie, not two.
        ties.setdefault(
            what.casefold(),
            Tie(
                kind=kind,
                what=what,
                posts=tuple(posts[number].id for number in having[key]),
                weight=round(share / everything, 4),
            ),
        )
    return list(ties.values())[:_MOST]


def _sounds_alike(forms: Sequence[str]) -> bool:
    """True where names under one key of sounds are one name to the ear too; the keys are coarse."""
    first, *others = dict.fromkeys(forms)
    return all(likeness(first, other) >= _ALIKE for other in others)


def _feature(key: str, features: Features) -> Feature:
    return features.own.get(key) or features.bridge[key]


def _shown(key: str, features: Sequence[Features]) -> str:
    """The forms that the posts have, the most used first: "ferry / عبّارة"."""
    if key.startswith("m:"):
        words = current_languages().lexicon[int(key[2:])].words
        first = {word.lang: word.text for word in reversed(words)}
        return " / ".join(first[lang] for lang in sorted(first, reverse=True))
    forms = Counter(_feature(key, one).shown for one in features)
    return " / ".join(form for form, _ in sorted(forms.items(), key=lambda item: (-item[1], item[0]))[:3])
