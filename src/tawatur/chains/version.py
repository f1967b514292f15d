"""Raised whenever the same posts and pairs may give other directions, chains or origins."""

VERSION = 1
MADE_BY = f"chains@{VERSION}"
