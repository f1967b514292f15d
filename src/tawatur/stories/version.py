"""The room's name and version, as stored on every result."""

from __future__ import annotations

VERSION = 2
MADE_BY = f"stories@{VERSION}"
