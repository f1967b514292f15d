"""The nouns of the project: frozen, plain, pinned to the text. No input or output happens here."""

from tawatur.model.capture import Capture
from tawatur.model.description import Caption, Credit, Description, Evidence, SentenceLanguage
from tawatur.model.failure import Failure
from tawatur.model.page import Block, Link, Page, Stated, Unit
from tawatur.model.post import Post
from tawatur.model.reading import Reading
from tawatur.model.reuse import Difference, Passage, Reuse, ReusePost
from tawatur.model.span import Span

__all__ = [
    "Block",
    "Caption",
    "Capture",
    "Credit",
    "Description",
    "Difference",
    "Evidence",
    "Failure",
    "Link",
    "Page",
    "Passage",
    "Post",
    "Reading",
    "Reuse",
    "ReusePost",
    "SentenceLanguage",
    "Span",
    "Stated",
    "Unit",
]
