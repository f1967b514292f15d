"""How the inner loops of this room are compiled.

They are plain Python over numpy arrays, compiled by numba on their first call and kept in its cache on disk
(`__pycache__`, or the user's cache folder where that cannot be written), so that only the first run ever waits.
A kernel that calls another is not compiled anew when only the other one changed: when working on them, remove the
`*.nbi` files of this folder.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar, cast

from numba import njit

_Function = TypeVar("_Function", bound=Callable[..., Any])


def kernel(function: _Function) -> _Function:
    """`function`, compiled to machine code on its first call."""
    return cast(_Function, njit(cache=True, nogil=True)(function))
