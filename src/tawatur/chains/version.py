"""Raised whenever the same posts and pairs may give other directions, chains or origins."""

VERSION = 2
MADE_BY = f"chains@{VERSION}"
