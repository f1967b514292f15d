"""Fetch what the user names, and nothing else: bounded in size, time and hops, and never from inside the own network."""

from __future__ import annotations

import io
import ipaddress
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from time import monotonic
from typing import BinaryIO, cast
from urllib.parse import urljoin

import urllib3
from urllib3.exceptions import HTTPError, LocationParseError
from urllib3.util import Timeout, Url, parse_url

from tawatur.errors import FetchError, ReadError, TooLarge
from tawatur.read.bodies import decode_body
from tawatur.read.items import Item, too_large
from tawatur.read.options import ReadOptions
from tawatur.read.records import split_type

_PORTS = {"http": 80, "https": 443}
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_READ = 1 << 16
_HEADERS = {
    "User-Agent": "Mozilla/5.0 (compatible; tawatur)",
    "Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,application/rss+xml,application/atom+xml,*/*;q=0.5",
    "Accept-Encoding": "gzip, deflate",
}
_NAT64 = ipaddress.ip_network("64:ff9b::/96")
# A server's clock that is further off than this is not believed.
_CLOCK_SLACK = timedelta(hours=12)


@dataclass(frozen=True, slots=True)
class _Answer:
    status: int
    headers: urllib3.HTTPHeaderDict
    body: bytes


def fetch(url: str, options: ReadOptions) -> Item:
    """The document at `url`, redirects followed, as an opened item.

    Raises: FetchError for an address that must not or cannot be fetched, TooLarge for an answer over the limit.
    """
    deadline = monotonic() + options.max_fetch_s
    at = url
    for _ in range(options.max_redirects + 1):
        answer = _ask(at, url, options, deadline)
        if answer.status not in _REDIRECTS:
            return _item(url, at, answer, options)
        location = answer.headers.get("Location")
        if not location:
            raise FetchError(f"{url}: the server sends on to nowhere (status {answer.status}). Open it in a browser.")
        at = urljoin(at, location)
    raise FetchError(
        f"{url}: more than {options.max_redirects} redirects. Name the address where they end, as a browser shows it."
    )


def is_public(address: str) -> bool:
    """True for an address on the open internet: not private, loopback, link-local, shared, reserved or multicast.

    Addresses that carry an IPv4 address inside (mapped, 6to4, NAT64, Teredo) are as public as that one.
    """
    try:
        ip = ipaddress.ip_address(address.split("%")[0])
    except ValueError:
        return False
    if isinstance(ip, ipaddress.IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)
        if inner is None and ip in _NAT64:
            inner = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(str(inner))
    return ip.is_global and not ip.is_multicast


def _item(url: str, at: str, answer: _Answer, options: ReadOptions) -> Item:
    if answer.status != HTTPStatus.OK:
        raise FetchError(
            f"{url}: the server answered with status {answer.status}. Check the address in a browser, or save the page and read the file."
        )
    try:
        body, cut_short = decode_body(answer.body, None, answer.headers.get("Content-Encoding"), options)
    except TooLarge as error:
        raise too_large(url, options, unpacked=True) from error
    except ReadError as error:
        raise FetchError(f"{url}: {error}. Try again, or save the page and read the file.") from error
    if cut_short is not None:
        raise FetchError(f"{url}: the answer is damaged ({cut_short}). Try again, or save the page and read the file.")
    media_type, charset = split_type(answer.headers.get("Content-Type"))
    return Item(
        source=url,
        name=url,
        stream=cast(BinaryIO, io.BytesIO(body)),
        retrieved=_retrieved(answer.headers.get("Date")),
        uri=at,
        stated_type=media_type,
        stated_charset=charset,
    )


def _retrieved(stated: str | None) -> str:
    now = datetime.now(UTC)
    try:
        told = parsedate_to_datetime(stated) if stated else now
    except ValueError:
        told = now
    if told.tzinfo is None or abs(told - now) > _CLOCK_SLACK:
        told = now
    return told.isoformat(timespec="seconds")


def _ask(at: str, url: str, options: ReadOptions, deadline: float) -> _Answer:
    """One request, without following where it sends us."""
    target = _target(at, url)
    host = cast(str, target.host).strip("[]")
    port = target.port or _PORTS[cast(str, target.scheme)]
    trouble: Exception | None = None
    for address in _addresses(host, port, url, options):
        try:
            with _asked(target, host, address, port, options) as response:
                body = _body(response, url, options, deadline) if response.status == HTTPStatus.OK else b""
                return _Answer(response.status, response.headers, body)
        except (HTTPError, OSError, ValueError) as error:
            trouble = error
    raise FetchError(
        f"{url}: {target.host} cannot be reached ({_cause(trouble)}). Check the connection, or save the page and read the file."
    ) from trouble


def _target(at: str, url: str) -> Url:
    try:
        target = parse_url(at)
    except LocationParseError as error:
        raise FetchError(f"{url}: {at} is no address that can be fetched. Check it in a browser.") from error
    if target.scheme not in _PORTS or not target.host:
        raise FetchError(
            f"{url}: only http and https addresses are fetched, not {at}. Save the document and read the file."
        )
    if target.auth:
        raise FetchError(f"{url}: addresses with a user name inside are not fetched. Save the page and read the file.")
    return target


def _addresses(host: str, port: int, url: str, options: ReadOptions) -> list[str]:
    """Numeric addresses of `host` that may be asked. The connection is made to these, so that no second look-up can differ."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise FetchError(
            f"{url}: the name {host} is not known ({error}). Check the address and the connection."
        ) from error
    addresses = list(dict.fromkeys(str(entry[4][0]) for entry in found))
    allowed = [address for address in addresses if options.allow_private or is_public(address)]
    if not allowed:
        raise FetchError(
            f"{url}: {host} is a private or local address ({', '.join(addresses[:3])}), which is not fetched. "
            "If you mean it, use --allow-private."
        )
    return allowed


@contextmanager
def _asked(target: Url, host: str, address: str, port: int, options: ReadOptions) -> Iterator[urllib3.BaseHTTPResponse]:
    timeout = Timeout(connect=options.timeout_s, read=options.timeout_s)
    pool: urllib3.HTTPConnectionPool
    if target.scheme == "https":
        # The certificate has to be the named host's, though the connection goes to the address that was checked.
        pool = urllib3.HTTPSConnectionPool(
            address, port, timeout=timeout, server_hostname=host, assert_hostname=host, cert_reqs="CERT_REQUIRED"
        )
    else:
        pool = urllib3.HTTPConnectionPool(address, port, timeout=timeout)
    with pool:
        response = pool.urlopen(
            "GET",
            target.request_uri,
            headers={**_HEADERS, "Host": target.netloc or host},
            retries=False,
            redirect=False,
            preload_content=False,
            decode_content=False,
        )
        try:
            yield response
        finally:
            response.close()


def _body(response: urllib3.BaseHTTPResponse, url: str, options: ReadOptions, deadline: float) -> bytes:
    parts: list[bytes] = []
    size = 0
    stated = response.headers.get("Content-Length", "")
    if stated.isdigit() and int(stated) > options.max_bytes:
        raise too_large(url, options)
    # One read of the socket at a time: a server that drips is stopped by the clock, not by its own patience.
    while piece := response.read1(_READ, decode_content=False):
        parts.append(piece)
        size += len(piece)
        if size > options.max_bytes:
            raise too_large(url, options)
        if monotonic() > deadline:
            raise FetchError(
                f"{url}: it took longer than {options.max_fetch_s:.0f} seconds. Try again, or save the page."
            )
    return b"".join(parts)


def _cause(error: Exception | None) -> str:
    """The innermost words of an error of the library, which wraps them several times."""
    text = str(getattr(error, "reason", None) or error or "no address")
    return " ".join(text.split())[:200]
