"""The application: which address shows which view."""

from __future__ import annotations

import threading
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable
from contextlib import asynccontextmanager, suppress
from pathlib import Path

from anyio import to_thread
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from tawatur.errors import CaseError, TawaturError, UsageError
from tawatur.serve import judging, views
from tawatur.serve.guard import Guard
from tawatur.serve.render import page, style
from tawatur.serve.whole import Whole

_AT_ONCE = 4
LOOPBACK = ("localhost", "127.0.0.1", "[::1]")


def make_app(
    case: str | Path, *, hosts: Iterable[str] = LOOPBACK, token: str | None = None, warm: bool = False
) -> Starlette:
    """The workbench on one case.

    Args:
        case: the file; it is opened anew for every view, so that others may write to it meanwhile.
        hosts: the names under which the workbench may be asked; others are refused.
        token: needed once in the address by every browser, where given.
        warm: make at once, behind the readers, what views of the whole case need.
    """
    whole = Whole(Path(case))
    if warm:
        threading.Thread(target=_warm, args=(whole,), daemon=True).start()

    def view(show: Callable[[Request, Whole], Response]) -> Callable[[Request], Response]:
        def shown(request: Request) -> Response:
            return show(request, whole)

        return shown

    def writing(
        keep: Callable[[Request, Whole], Awaitable[Response]],
    ) -> Callable[[Request], Awaitable[Response]]:
        async def kept(request: Request) -> Response:
            return await keep(request, whole)

        return kept

    return Starlette(
        routes=[
            Route("/", view(views.home)),
            Route("/stories", view(views.stories)),
            Route("/stories/{id:str}", view(views.story)),
            Route("/posts/{id:str}", view(views.post)),
            Route("/compare/{a:str}/{b:str}", view(views.compare)),
            Route("/speakers", view(views.speakers)),
            Route("/places", view(views.places)),
            Route("/search", view(views.search)),
            Route("/check", view(views.check)),
            Route("/failures", view(views.failures)),
            Route("/judgements", view(judging.judgements), methods=["GET"]),
            Route("/judgements", writing(judging.judge), methods=["POST"]),
            Route("/judgements/{n:int}/undo", writing(judging.undo), methods=["POST"]),
            Route("/style.css", _style),
        ],
        lifespan=_few_at_once,
        middleware=[Middleware(Guard, hosts=tuple(hosts), token=token)],
        exception_handlers={HTTPException: _http_error, TawaturError: _our_error, CaseError: _our_error},
    )


@asynccontextmanager
async def _few_at_once(app: Starlette) -> AsyncIterator[None]:
    """So many views are made at a time; the others wait their turn, which is sooner over than all at once."""
    to_thread.current_default_thread_limiter().total_tokens = _AT_ONCE
    yield


def _warm(whole: Whole) -> None:
    # What cannot be made says so to whoever asks for it.
    with suppress(TawaturError):
        whole.warm()


def _style(request: Request) -> Response:
    return Response(style(), media_type="text/css", headers={"Cache-Control": "max-age=3600"})


async def _http_error(request: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 500
    if request.url.path == "/style.css":
        return PlainTextResponse("", status)
    return page(request, "error.html", status=status, status_code=status, message=None)


async def _our_error(request: Request, error: Exception) -> Response:
    """What is wrong with what was asked is said with a next step; a broken case is no fault of who asks."""
    status = 400 if isinstance(error, UsageError) else 503
    return page(request, "error.html", status=status, status_code=status, message=str(error))
