"""The library's door: what `tawatur.read([...])` and `tawatur.open(path)` give.

import tawatur

with tawatur.read(["clippings/", "feed.xml"], case="affair.tawatur") as case:
    for post in case.posts:
        print(post.published, post.outlet, post.title)
    for hit in case.search("الهيئة البحرية", lang="ar"):
        print(hit.post.title, hit.words)
    for said in case.statements(speaker_class="anonymous"):
        print(said.post.outlet, said.speaker, said.content)
    table = case.to_arrow("posts")
"""

from tawatur.case.connected import CaseChain, CaseLink, CaseOrigins, CaseReuse, OriginGroup
from tawatur.case.hits import CaseHit, Hits
from tawatur.case.named import CasePlace
from tawatur.case.opened import Case, open
from tawatur.case.posts import CasePost, Posts
from tawatur.case.said import CaseStatement
from tawatur.case.told import CaseCheck, CaseFinding

__all__ = [
    "Case",
    "CaseChain",
    "CaseHit",
    "CaseLink",
    "CaseOrigins",
    "CasePlace",
    "CasePost",
    "CaseReuse",
    "CaseCheck",
    "CaseFinding",
    "CaseStatement",
    "Hits",
    "OriginGroup",
    "Posts",
    "open",
]
