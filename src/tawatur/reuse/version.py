"""Name and version of this room, as they stand on every result."""

# Raised whenever the same posts may give other passages.
VERSION = 2
MADE_BY = f"reuse@{VERSION}"
