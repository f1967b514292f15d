import gzip
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from captures import html, six_pages, taken, warc, written

from tawatur.read import ReadOptions, parse
from tawatur.read.fetch import is_public

PAGE = html("Harbour", "The harbour opened.")
FEED = b'<rss version="2.0"><channel><title>T</title><item><title>One</title></item></channel></rss>'
LOCAL = ReadOptions(allow_private=True, timeout_s=2, max_bytes=200_000, max_fetch_s=3)


class Handler(BaseHTTPRequestHandler):
    """A small site with good and bad manners."""

    protocol_version = "HTTP/1.1"

    def log_message(self, *_: object) -> None:
        """Say nothing."""

    def do_GET(self) -> None:
        path = self.path.split("?")[0]
        if path.startswith("/hop/"):
            left = int(path.rsplit("/", 1)[1])
            return self.answer(b"", status=302, Location=f"/hop/{left - 1}" if left else "/page")
        match path:
            case "/page":
                return self.answer(PAGE, **{"Content-Type": "text/html; charset=utf-8"})
            case "/feed":
                return self.answer(FEED, **{"Content-Type": "application/rss+xml"})
            case "/gz":
                return self.answer(gzip.compress(PAGE), **{"Content-Encoding": "gzip", "Content-Type": "text/html"})
            case "/bomb":
                return self.answer(gzip.compress(b"a" * 5_000_000), **{"Content-Encoding": "gzip"})
            case "/big":
                return self.answer(b"a" * 300_000)
            case "/warc":
                return self.answer(warc(six_pages()))
            case "/to-file":
                return self.answer(b"", status=302, Location="file:///etc/hostname")
            case "/to-metadata":
                return self.answer(b"", status=302, Location="http://169.254.169.254/latest/")
            case "/nowhere":
                return self.answer(b"", status=302)
            case "/endless":
                self.send_response(200)
                self.send_header("Transfer-Encoding", "chunked")
                self.end_headers()
                try:
                    while True:
                        self.wfile.write(b"2710\r\n" + b"a" * 10_000 + b"\r\n")
                except OSError:
                    self.close_connection = True
                return None
            case "/drip":
                self.send_response(200)
                self.send_header("Content-Length", "100000")
                self.end_headers()
                try:
                    for _ in range(100):
                        self.wfile.write(b"a")
                        self.wfile.flush()
                        time.sleep(0.1)
                except OSError:
                    self.close_connection = True
                self.close_connection = True
                return None
            case "/host":
                return self.answer(f"asked as {self.headers['Host']}".encode())
        return self.answer(b"gone", status=404)

    def answer(self, body: bytes, *, status: int = 200, **headers: str) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True, kwargs={"poll_interval": 0.02}).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def test_a_page_is_fetched_with_what_the_server_says_of_it(site: str) -> None:
    captures, failures = taken(f"{site}/page", options=LOCAL)
    assert not failures
    page = captures[0]
    assert (page.raw, page.source, page.uri, page.name) == (PAGE, f"{site}/page", f"{site}/page", f"{site}/page")
    assert (page.stated_type, page.stated_charset) == ("text/html", "utf-8")
    assert page.retrieved.endswith("+00:00")
    assert parse(page).media_type == "text/html"


def test_redirects_are_followed_and_the_last_address_is_kept(site: str) -> None:
    captures, _ = taken(f"{site}/hop/2", options=LOCAL)
    assert (captures[0].source, captures[0].uri) == (f"{site}/hop/2", f"{site}/page")


def test_content_encodings_are_undone(site: str) -> None:
    assert taken(f"{site}/gz", options=LOCAL)[0][0].raw == PAGE


def test_a_web_archive_is_fetched_and_opened(site: str) -> None:
    assert len(taken(f"{site}/warc", options=LOCAL)[0]) == 6


def test_the_server_is_asked_by_its_name_though_reached_by_its_address(site: str) -> None:
    named = site.replace("127.0.0.1", "localhost")
    assert taken(f"{named}/host", options=LOCAL)[0][0].raw == f"asked as {named.removeprefix('http://')}".encode()


@pytest.mark.parametrize(
    ("path", "kind", "words"),
    [
        ("/gone", "FetchError", "status 404"),
        ("/hop/9", "FetchError", "redirects"),
        ("/to-file", "FetchError", "only http and https"),
        ("/nowhere", "FetchError", "nowhere"),
        ("/bomb", "TooLarge", "unpacks to more"),
        ("/big", "TooLarge", "more than 200,000 bytes"),
        ("/endless", "TooLarge", "more than 200,000 bytes"),
    ],
)
def test_bad_manners_are_refused_in_words(site: str, path: str, kind: str, words: str) -> None:
    captures, failures = taken(f"{site}{path}", options=LOCAL)
    assert not captures
    assert failures[0].kind == kind
    assert words in failures[0].message
    assert f"{site}{path}" in failures[0].message


def test_a_server_that_drips_is_stopped_by_the_clock(site: str) -> None:
    options = ReadOptions(allow_private=True, timeout_s=5, max_fetch_s=0.5)
    _, failures = taken(f"{site}/drip", options=options)
    assert "took longer" in failures[0].message


@pytest.mark.parametrize(
    "address",
    ["http://127.0.0.1:9/", "http://localhost:9/", "http://[::1]:9/", "http://169.254.169.254/latest/", "http://10.1.2.3/",
     "http://0.0.0.0/", "http://2130706433/", "http://0x7f.1/", "http://[::ffff:10.0.0.1]/"],
)  # fmt: skip
def test_private_and_local_addresses_are_refused_unless_allowed(address: str) -> None:
    _, failures = taken(address)
    assert failures[0].kind == "FetchError"
    assert "private or local" in failures[0].message


def test_every_hop_is_checked(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tawatur.read.fetch.is_public", lambda address: address == "127.0.0.1")
    _, failures = taken(f"{site}/to-metadata", options=ReadOptions(timeout_s=2))
    assert "169.254.169.254 is a private or local address" in failures[0].message


@pytest.mark.parametrize(
    "address", ["file:///etc/passwd", "ftp://a.example/x", "gopher://a.example/", "http://", "http://u:p@a.example/"]
)
def test_other_schemes_and_odd_addresses_are_refused(address: str) -> None:
    _, failures = taken(address)
    assert failures[0].kind == "FetchError"
    assert address in failures[0].message


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("8.8.8.8", True),
        ("2606:4700::1111", True),
        ("100.64.0.1", False),
        ("192.168.1.1", False),
        ("224.0.0.1", False),
        ("::ffff:127.0.0.1", False),
        ("64:ff9b::7f00:1", False),
        ("2002:7f00:1::", False),
        ("fe80::1%eth0", False),
        ("fc00::1", False),
        ("not an address", False),
    ],
)
def test_addresses_inside_addresses_count(address: str, public: bool) -> None:
    assert is_public(address) is public


def test_the_feeds_of_a_subscription_list_are_fetched_where_asked_for(site: str, tmp_path) -> None:  # type: ignore[no-untyped-def]
    outlines = "".join(f'<outline xmlUrl="{site}{path}"/>' for path in ("/feed", "/gone", "/feed"))
    path = written(
        tmp_path, "list", f'<?xml version="1.0"?><opml version="2.0"><body>{outlines}</body></opml>'.encode()
    )
    options = ReadOptions(allow_private=True, follow_opml=True, timeout_s=2)
    captures, failures = taken(path, options=options)
    assert [capture.source for capture in captures] == [f"{site}/feed"]
    assert [failure.source for failure in failures] == [f"{site}/gone"]
