"""tawatur: how many independent origins really say so, and where do they disagree?

    import tawatur

    case = tawatur.read(["clippings/"])
    for post in case.posts:
        print(post.published, post.outlet, post.title)

Names are fetched when first asked for, so that `import tawatur` and `tawatur --help` stay quick: what reads pages
(compiled matchers, table formats) takes most of a second to load.
"""

from __future__ import annotations

import sys
from importlib import import_module
from importlib.metadata import version
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tawatur.case import Case, CasePost, open
    from tawatur.errors import TawaturError
    from tawatur.read.options import ReadOptions
    from tawatur.reader import read

    __version__: str

__all__ = ["Case", "CasePost", "ReadOptions", "TawaturError", "__version__", "open", "read"]

_HOMES = {
    "Case": "tawatur.case",
    "CasePost": "tawatur.case",
    "ReadOptions": "tawatur.read.options",
    "TawaturError": "tawatur.errors",
    "open": "tawatur.case",
}


def __getattr__(name: str) -> Any:
    """The public name `name`, from the module it lives in."""
    if name == "__version__":
        value: Any = version("tawatur")
    elif name == "read":
        value = import_module("tawatur.read")
    elif name in _HOMES:
        value = getattr(import_module(_HOMES[name]), name)
    else:
        raise AttributeError(f"module 'tawatur' has no attribute {name!r}")
    globals()[name] = value
    return value


class _CallableRoom(ModuleType):
    """The room `tawatur.read`, which is also the call: `tawatur.read(["clippings/"])`."""

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        return import_module("tawatur.reader").read(*args, **kwargs)


class _Package(ModuleType):
    """This package. Whoever imports the room `tawatur.read` sets it here, and it has to stay callable then too."""

    def __setattr__(self, name: str, value: Any) -> None:
        if name == "read" and isinstance(value, ModuleType):
            value.__class__ = _CallableRoom
        super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package
