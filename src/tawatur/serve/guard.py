"""What stands before every view: who may ask, for what, and what the browser is told it may do with the answer."""

from __future__ import annotations

import hmac
from collections.abc import Iterable
from http.cookies import CookieError, SimpleCookie
from urllib.parse import parse_qs

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse, RedirectResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

# A longer address is no view of ours.
MOST_QUERY_BYTES = 8_192
TOKEN_COOKIE = "tawatur"
# Everything from ourselves and nothing from elsewhere; no script but files of ours, no style but ours, no frames.
_POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
_HEADERS = {
    "Content-Security-Policy": _POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Frame-Options": "DENY",
    "Permissions-Policy": "geolocation=(), camera=(), microphone=()",
}
_READING = frozenset({"GET", "HEAD"})


class Guard:
    """Middleware: wrong hosts, other sites' writes, endless addresses and strangers without the token end here."""

    def __init__(self, app: ASGIApp, *, hosts: Iterable[str], token: str | None = None) -> None:
        self._app, self._hosts, self._token = app, frozenset(hosts), token

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, or hand on."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        refused = self._refusal(scope, headers)
        app: ASGIApp = self._app if refused is None else refused
        await app(scope, receive, _with_headers(send))

    def _refusal(self, scope: Scope, headers: Headers) -> ASGIApp | None:
        host = _host_of(headers.get("host", ""))
        if host not in self._hosts:
            # A page elsewhere may point a name of its own at this machine; only our own names are answered.
            return PlainTextResponse("This address is not served here.", 421)
        if len(scope.get("query_string", b"")) > MOST_QUERY_BYTES or len(scope.get("raw_path", b"")) > MOST_QUERY_BYTES:
            return PlainTextResponse("The address is too long.", 414)
        if scope["method"] not in _READING and not _is_own_site(headers, host):
            return PlainTextResponse("Only this workbench may ask for that.", 403)
        return self._stranger(scope, headers) if self._token else None

    def _stranger(self, scope: Scope, headers: Headers) -> ASGIApp | None:
        """None for who has the token in a cookie; who has it in the address gets the cookie."""
        token = self._token or ""
        if hmac.compare_digest(_cookie(headers).encode(), token.encode()):
            return None
        given = parse_qs(scope["query_string"].decode("latin-1")).get("token", [""])[0]
        if hmac.compare_digest(given.encode(), token.encode()):
            answer = RedirectResponse("/", 303)
            answer.set_cookie(TOKEN_COOKIE, token, httponly=True, samesite="strict")
            return answer
        return PlainTextResponse("Open the address with the token that was printed when the workbench started.", 401)


def _host_of(value: str) -> str:
    """The name in a Host header, without the port."""
    if value.startswith("["):
        return value.partition("]")[0] + "]"
    return value.partition(":")[0].casefold()


def _is_own_site(headers: Headers, host: str) -> bool:
    site = headers.get("sec-fetch-site")
    if site is not None:
        return site in ("same-origin", "none")
    origin = headers.get("origin")
    return origin is not None and _host_of(origin.partition("://")[2]) == host


def _cookie(headers: Headers) -> str:
    try:
        found = SimpleCookie(headers.get("cookie", "")).get(TOKEN_COOKIE)
    except CookieError:
        return ""
    return found.value if found is not None else ""


def _with_headers(send: Send) -> Send:
    async def sent(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in _HEADERS.items():
                headers.setdefault(name, value)
        await send(message)

    return sent
