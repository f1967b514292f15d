"""The one interface that every room shares."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from tawatur.errors import TawaturError
from tawatur.model import Failure

In = TypeVar("In")
Out = TypeVar("Out")
In_contra = TypeVar("In_contra", contravariant=True)
Out_co = TypeVar("Out_co", covariant=True)


class Stage(Protocol[In_contra, Out_co]):
    """One room as the engine sees it."""

    name: str
    version: int

    def run(self, items: Iterable[In_contra]) -> Iterator[Out_co | Failure]:
        """Work through `items`; one that breaks becomes a Failure, the rest go on."""
        ...


@dataclass(frozen=True, slots=True)
class Each(Generic[In, Out]):
    """A stage that works item by item."""

    name: str
    do: Callable[[In], Out]
    version: int
    source_of: Callable[[In], str]

    @property
    def made_by(self) -> str:
        """Room and version, as stored on every result: `split@3`."""
        return f"{self.name}@{self.version}"

    def run(self, items: Iterable[In]) -> Iterator[Out | Failure]:
        """Work through `items`; one that breaks becomes a Failure, the rest go on."""
        for item in items:
            yield attempt(self.name, self.source_of(item), self.do, item)


@dataclass(frozen=True, slots=True)
class Whole(Generic[In, Out]):
    """A stage that needs all its items at once."""

    name: str
    do: Callable[[list[In]], Iterable[Out]]
    version: int

    @property
    def made_by(self) -> str:
        """Room and version, as stored on every result: `reuse@1`."""
        return f"{self.name}@{self.version}"

    def run(self, items: Iterable[In]) -> Iterator[Out | Failure]:
        """Work on all `items` together."""
        yield from self.do(list(items))


def attempt(stage: str, source: str, do: Callable[[In], Out], item: In) -> Out | Failure:
    """Call `do(item)`, and turn whatever breaks into a Failure that names the source."""
    try:
        return do(item)
    except TawaturError as error:
        return Failure(stage=stage, source=source, offset=None, kind=type(error).__name__, message=str(error))
    except (
        ArithmeticError,
        AttributeError,
        LookupError,
        RecursionError,
        TypeError,
        ValueError,
        OSError,
    ) as error:
        # A defect of ours met on a stranger's page: the run goes on, and the report says so plainly.
        return Failure(
            stage=stage,
            source=source,
            offset=None,
            kind=type(error).__name__,
            message=f"{source}: {stage} broke on this item ({type(error).__name__}: {error}). "
            "Its bytes are kept. Please report this with the page, if you may share it.",
        )


def each(name: str, do: Callable[[In], Out], *, version: int, source_of: Callable[[In], str]) -> Each[In, Out]:
    """A stage that works item by item."""
    return Each(name, do, version, source_of)


def whole(name: str, do: Callable[[list[In]], Iterable[Out]], *, version: int) -> Whole[In, Out]:
    """A stage that needs all its items at once."""
    return Whole(name, do, version)
