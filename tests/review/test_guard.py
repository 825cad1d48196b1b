"""Who is let in to a review: pages of this run, and nobody and nothing else."""

from __future__ import annotations

import re
import signal
from typing import TYPE_CHECKING

import pytest

from l10n.review import serving
from l10n.review.guard import Door
from tests.reviewing import ARTICLE, newsroom, served

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.reviewing import Served

PLACE = "/ko/news/pier.md"
SENT = ["/decide", "/judge", "/memory", "/undo"]


@pytest.fixture(scope="module")
def server(tmp_path_factory) -> Iterator[Served]:
    started = served(newsroom(tmp_path_factory.mktemp("guard"), {"news/pier.md": ARTICLE}))
    yield started
    started.end()


def test_the_token_opens_the_page_once_and_is_gone_from_the_address(server):
    first = server.ask("GET", f"/review{PLACE}?token={server.token}")
    assert (first.status, first.headers["location"]) == (303, f"/review{PLACE}")
    cookie = first.headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie
    assert cookie.startswith(f"l10n-review-{server.port}=")
    assert server.get(f"/review{PLACE}").status == 200


@pytest.mark.parametrize(
    "path", ["/", f"/review{PLACE}", f"/sheet{PLACE}", "/page/article.js", "/nothing", "/%2e%2e/x"]
)
@pytest.mark.parametrize("cookie", ["", "l10n-review-{port}=", "l10n-review-{port}=wrong", "l10n-review-1={token}"])
def test_without_the_cookie_of_this_run_nothing_is_shown(server, path, cookie):
    headers = {"Cookie": cookie.format(port=server.port, token=server.token)}
    answer = server.ask("GET", path, None, headers)
    assert answer.status == 403
    assert set(answer.json()) == {"error", "remedy"}
    assert "set-cookie" not in answer.headers


def test_a_person_who_is_not_let_in_gets_a_page_that_says_what_to_do(server):
    answer = server.ask("GET", "/", None, {"Accept": "text/html,*/*"})
    assert answer.status == 403
    assert answer.headers["content-type"].startswith("text/html")
    assert "l10n review" in answer.body.decode()


@pytest.mark.parametrize("token", ["", "wrong", "%FF", "é".encode().hex()])
def test_another_token_is_none(server, token):
    assert server.ask("GET", f"/?token={token}").status == 403


@pytest.mark.parametrize("path", ["//evil.example/", "///evil.example", "/\\evil.example", "/%2F%2Fevil.example/"])
def test_the_token_leads_to_no_other_site(server, path):
    answer = server.ask("GET", f"{path}?token={server.token}")
    assert answer.status in {303, 400, 404}
    assert re.match(r"/(?![/\\])|$", answer.headers.get("location", ""))


@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        "evil.example:{port}",
        "127.0.0.1",
        "127.0.0.1:1",
        "127.0.0.1.evil.example:{port}",
        "localhost.evil.example:{port}",
        "192.168.0.7:{port}",
        "[::1]:1",
        ":{port}",
        "",
    ],
)
def test_a_host_that_is_not_this_server_is_refused(server, host):
    headers = {**server.cookie, "Host": host.format(port=server.port)}
    assert server.ask("GET", "/", None, headers).status in {400, 403}


@pytest.mark.parametrize("host", ["127.0.0.1:{port}", "localhost:{port}", "LOCALHOST:{port}", "[::1]:{port}"])
def test_every_name_of_this_machine_for_itself_is_known(server, host):
    assert server.ask("GET", "/", None, {**server.cookie, "Host": host.format(port=server.port)}).status == 200


@pytest.mark.parametrize("path", SENT)
@pytest.mark.parametrize(
    "origin",
    ["", "null", "http://evil.example", "http://127.0.0.1", "https://127.0.0.1:{port}", "http://localhost:{port}"],
)
def test_what_another_site_sends_is_refused(server, path, origin):
    headers = {**server.cookie, "Content-Type": "application/json"}
    if origin:
        headers["Origin"] = origin.format(port=server.port)
    before = server.site.snapshot()
    assert server.ask("POST", f"{path}{PLACE}", b"{}", headers).status == 403
    assert server.site.snapshot() == before


@pytest.mark.parametrize("method", ["PUT", "DELETE", "OPTIONS", "PATCH"])
def test_no_other_method_is_answered(server, method):
    headers = {**server.cookie, "Origin": server.base}
    assert server.ask(method, f"/sheet{PLACE}", None, headers).status in {403, 405}


@pytest.mark.parametrize(
    "path",
    [
        "/page/../words.py",
        "/page/..%2Fwords.py",
        "/page/%2e%2e%2f%2e%2e%2fversion.py",
        "/page/base.html",
        "/page/",
        "/review/ko/../../pyproject.toml",
        "/review/ko/..%2F..%2Fpyproject.toml",
        "/sheet/ko/%2Fetc%2Fpasswd",
        "/sheet/ko//etc/passwd",
        "/sheet/..%2Fko/news/pier.md",
        "/sheet/ja/news/pier.md",
        "/sheet/ko/news/no.md",
        "/sheet/ko/news/pier.md%00",
        "/review/ko/news/pier.md/",
        "/review/xx/news/pier.md",
        "/pyproject.toml",
        "/static/../pyproject.toml",
    ],
)
def test_no_path_leads_to_what_is_no_article(server, path):
    answer = server.get(path)
    assert answer.status == 404
    assert b"tool.l10n" not in answer.body
    assert b"root:" not in answer.body


@pytest.mark.parametrize("path", ["/", f"/review{PLACE}", f"/sheet{PLACE}", "/page/article.js", "/nothing"])
def test_every_answer_forbids_what_no_page_needs(server, path):
    headers = server.get(path).headers
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "script-src 'self';" in policy
    assert "unsafe" not in policy
    assert "frame-ancestors 'none'" in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["cache-control"] == "no-store"
    assert "server" not in headers


def test_what_is_sent_has_a_bound(server):
    headers = {**server.cookie, "Origin": server.base}
    assert server.ask("POST", f"/judge{PLACE}", b"x" * ((1 << 22) + 1), headers).status == 413
    assert server.ask("POST", f"/judge{PLACE}", b"x" * 1000, headers).status == 400


def test_a_server_that_others_reach_is_asked_for_twice(server):
    refused = server.site.process("review", "--no-browser", "--host", "0.0.0.0")  # noqa: S104  it is refused
    assert refused.code == 2
    assert "--allow-remote" in refused.err
    assert "network" in refused.err


def test_the_address_is_one_that_a_browser_here_can_open():
    doors = [Door("t", 80, host) for host in ("127.0.0.1", "0.0.0.0", "::", "::1", "news.example")]  # noqa: S104
    assert [serving.address(door) for door in doors] == [
        "http://127.0.0.1:80/?token=t",
        "http://127.0.0.1:80/?token=t",
        "http://[::1]:80/?token=t",
        "http://[::1]:80/?token=t",
        "http://news.example:80/?token=t",
    ]
    assert serving.address(doors[0], "a b/ü.md", "ko") == "http://127.0.0.1:80/review/ko/a%20b/%C3%BC.md?token=t"


def test_where_others_reach_it_an_address_is_known_and_a_name_is_not():
    door = Door("token", 80, "0.0.0.0")  # noqa: S104  nothing listens
    assert [door.knows(host) for host in ("192.168.0.7:80", "[fe80::1]:80", "evil.example:80")] == [True, True, False]
    named = Door("token", 80, "news.example")
    assert named.knows("NEWS.example:80")


def test_a_project_keeps_its_port_and_the_next_free_one_is_taken(server):
    second = served(server.site)
    try:
        assert second.port == server.port + 1
        assert second.port < 32_768
        assert second.token != server.token
        assert second.ask("GET", "/", None, server.cookie).status == 403
    finally:
        second.end()
    taken = server.site.process("review", "--no-browser", "--port", str(server.port))
    assert taken.code == 2
    assert "--port" in taken.err


def test_ctrl_c_ends_it(server):
    second = served(server.site)
    assert second.get("/").status == 200
    second.process.send_signal(signal.SIGINT)
    said = second.process.communicate(timeout=20)[1]
    assert second.process.returncode == 130
    assert "Traceback" not in said
