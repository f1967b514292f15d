"""Templates and the language of the interface."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any
from urllib.parse import urlencode

from jinja2 import ChoiceLoader, Environment, PackageLoader
from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import HTMLResponse

from tawatur.report.html import style_sheet, template_environment
from tawatur.report.html_words import Words, words_of

LANGUAGES = ("en", "ar")


@dataclass(frozen=True, slots=True)
class Asked:
    """What a request asks for beside its path."""

    words: Words
    path: str
    query: tuple[tuple[str, str], ...]

    def link(self, path: str | None = None, **changed: object) -> Markup:
        """An address of the workbench that keeps the language; None takes a value away. Fit for an attribute."""
        pairs = {} if path is not None else dict(self.query)
        if "lang" in dict(self.query):
            pairs["lang"] = self.words.language
        for name, value in changed.items():
            if value is None or value == "":
                pairs.pop(name, None)
            else:
                pairs[name] = str(value)
        query = urlencode(pairs)
        return Markup.escape((path or self.path) + (f"?{query}" if query else ""))

    def switch(self, lang: str) -> Markup:
        """This view in another language of the interface."""
        return Markup.escape(self.path + "?" + urlencode({**dict(self.query), "lang": lang}))

    def value(self, name: str) -> str:
        """A value of the address; "" where it has none."""
        return dict(self.query).get(name, "")


def asked_of(request: Request) -> Asked:
    """The language that the address names, else the one that the browser would like best; English otherwise."""
    query = tuple((name, value) for name, value in request.query_params.multi_items())
    wanted = dict(query).get("lang")
    if wanted not in LANGUAGES:
        wanted = _liked(request.headers.get("accept-language", ""))
    return Asked(words=words_of(wanted), path=request.url.path, query=query)


def _liked(header: str) -> str:
    best, most = LANGUAGES[0], 0.0
    for part in header[:1000].split(","):
        tag, _, rest = part.strip().partition(";")
        weight = rest.partition("q=")[2] or "1"
        try:
            liking = float(weight)
        except ValueError:
            continue
        lang = tag.partition("-")[0].casefold()
        if lang in LANGUAGES and liking > most:
            best, most = lang, liking
    return best


def page(request: Request, template: str, *, status: int = 200, **values: Any) -> HTMLResponse:
    """A whole page in the language that is asked for."""
    asked = asked_of(request)
    to_post: Callable[[Any], Markup] = lambda row: asked.link(f"/posts/{row.id}")  # noqa: E731
    html = environment().get_template(template).render(words=asked.words, asked=asked, to_post=to_post, **values)
    return HTMLResponse(html, status, {"Cache-Control": "no-store", "Vary": "Accept-Language"})


@cache
def environment() -> Environment:
    """The report's environment, which escapes everything, with the workbench's own templates before the report's."""
    ours = template_environment()
    reports = ours.loader
    assert reports is not None
    ours.loader = ChoiceLoader([PackageLoader("tawatur.serve", "templates"), reports])
    return ours


@cache
def style() -> str:
    """One sheet: the report's, then what only the workbench has."""
    return style_sheet() + files("tawatur.serve").joinpath("static", "serve.css").read_text(encoding="utf-8")
