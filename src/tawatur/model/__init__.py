"""The nouns of the project: frozen, plain, pinned to the text. No input or output happens here."""

from tawatur.model.capture import Capture
from tawatur.model.chain import Chain, ChainLink, ChainPost, DirectedReuse, Origin, Origins, Party, Reason
from tawatur.model.claim import Claim, Finding, Report, Variant
from tawatur.model.claim_post import ClaimPost
from tawatur.model.description import Caption, Credit, Description, Evidence, SentenceLanguage
from tawatur.model.failure import Failure
from tawatur.model.page import Block, Link, Page, Stated, Unit
from tawatur.model.place import Place
from tawatur.model.post import Post
from tawatur.model.reading import Reading
from tawatur.model.reuse import Difference, Passage, Reuse, ReusePost
from tawatur.model.span import Span
from tawatur.model.statement import Speaker, Statement
from tawatur.model.story import Story, StoryPost, Tie

__all__ = [
    "Tie",
    "StoryPost",
    "Story",
    "Variant",
    "Report",
    "ClaimPost",
    "Claim",
    "Block",
    "Caption",
    "Capture",
    "Chain",
    "ChainLink",
    "ChainPost",
    "Credit",
    "Description",
    "Difference",
    "DirectedReuse",
    "Evidence",
    "Failure",
    "Finding",
    "Link",
    "Origin",
    "Origins",
    "Page",
    "Party",
    "Passage",
    "Place",
    "Post",
    "Reading",
    "Reason",
    "Reuse",
    "ReusePost",
    "SentenceLanguage",
    "Span",
    "Speaker",
    "Stated",
    "Statement",
    "Unit",
]
