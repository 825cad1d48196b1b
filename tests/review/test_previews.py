"""A review shows an article as it would be published, and of files the pictures of articles alone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.reviewing import newsroom, served

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.reviewing import Served

ARTICLE = """# Harbor reopens

The harbor reopened on May 25. See [the tides](https://example.org/) and [the other](other.md).

![Boats](boats.svg) ![Far away](../../static/far.png) <script>fired()</script>
"""
DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>fired()</script></svg>'


@pytest.fixture(scope="module")
def server(tmp_path_factory) -> Iterator[Served]:
    root = tmp_path_factory.mktemp("previews")
    (root / "secret.png").write_bytes(b"secret")
    site = newsroom(
        root / "site",
        {"news/pier.md": ARTICLE, "news/other.md": "# Other\n"},
        settings='locales = ["ko", "ar"]\nlocale.ko.policy = "drafts-labelled"\nlocale.ar.policy = "hold"\n',
    )
    site.write("articles/news/boats.svg", DRAWING)
    for name in ("articles/.hidden.png", "articles/.git/a.png", "static/far.png", "articles/note.txt"):
        site.write(name, "hidden")
    (site.root / "articles" / "out.png").symlink_to(root / "secret.png")
    (site.root / "articles" / "up").symlink_to(root)
    started = served(site)
    yield started
    started.end()


def test_a_preview_is_what_a_build_would_publish_with_its_disclosure(server: Served) -> None:
    answer = server.get("/preview/ko/news/pier.md")
    page = answer.body.decode()
    assert answer.status == 200
    assert '<html lang="ko" dir="ltr">' in page
    assert "이 글은 기계 번역을 거쳤으며" in page
    assert 'data-shown="draft"' in page
    assert re.findall(r'<img[^>]* src="([^"]*)"', page) == ["../../../files/articles/news/boats.svg"]
    assert "<a href=" not in page
    assert "fired" not in page
    site = server.site
    before = site.snapshot()
    server.get("/preview/ko/news/pier.md")
    assert site.snapshot() == before


def test_a_preview_runs_nothing_and_stands_in_its_own_page_alone(server: Served) -> None:
    policy = server.get("/preview/ko/news/pier.md").headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "script-src" not in policy
    assert "sandbox allow-same-origin;" in policy
    assert "frame-ancestors 'self'" in policy


def test_an_article_that_is_held_says_why(server: Served) -> None:
    page = server.get("/preview/ar/news/pier.md").body.decode()
    assert "Held" in page
    assert "3 segments are not reviewed" in page
    assert "<a href=" not in page


def test_what_was_saved_is_in_the_next_preview(server: Served) -> None:
    one = server.sheet("news/other.md")["texts"][0]
    assert "새 제목" not in server.get("/preview/ko/news/other.md").body.decode()
    edit = {"key": one["key"], "mark": one["now"]["mark"], "text": "새 제목", "approved": True}
    server.post("/decide/ko/news/other.md", {"texts": [edit], "sure": True})
    page = server.get("/preview/ko/news/other.md").body.decode()
    assert "<h1>새 제목</h1>" in page


@pytest.mark.parametrize(("path", "status"), [("/preview/ko/news/none.md", 404), ("/preview/xx/news/pier.md", 404)])
def test_what_cannot_be_drawn_is_told_in_the_frame(server: Served, path: str, status: int) -> None:
    answer = server.get(path)
    assert answer.status == status
    assert "frame-ancestors 'self'" in answer.headers["content-security-policy"]
    assert "there is no article" in answer.body.decode()


def test_a_drawing_is_shown_and_does_nothing(server: Served) -> None:
    answer = server.get("/files/articles/news/boats.svg")
    assert (answer.status, answer.headers["content-type"], answer.body.decode()) == (200, "image/svg+xml", DRAWING)
    policy = answer.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "sandbox;" in policy
    assert answer.headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize(
    "path",
    [
        "articles/news/none.png",
        "articles/news/pier.md",
        "articles/note.txt",
        "articles/.hidden.png",
        "articles/.git/a.png",
        "articles/out.png",
        "articles/up/secret.png",
        "articles/../static/far.png",
        "articles/%2e%2e/static/far.png",
        "articles/..%2Fstatic/far.png",
        "articles/news/boats.svg%00.png",
        "articles/news/boats.svg/",
        "static/far.png",
        "pyproject.toml",
        "locales/ko/news/pier.md.po",
        "%2Fetc/passwd",
        "/etc/hostname.png",
        "",
    ],
)
def test_no_other_file_is_shown(server: Served, path: str) -> None:
    answer = server.get(f"/files/{path}")
    assert answer.status == 404
    assert b"hidden" not in answer.body.replace(b"hidden.png", b"")
    assert b"secret" not in answer.body.replace(b"secret.png", b"")
