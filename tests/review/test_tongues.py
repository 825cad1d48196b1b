"""The pages speak the language of their reader, and leave nothing out."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest

from l10n import catalog, locales
from l10n.model import State
from l10n.review import tongues
from l10n.review.sayings import SAYINGS
from l10n.review.words import WORDS
from tests.conftest import ROOT
from tests.reviewing import ARTICLE, newsroom, served

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.reviewing import Served

_PLACE = re.compile(r"\{\w+\}")
OTHERS = [code for code in tongues.TONGUES if code != "en"]


@pytest.mark.parametrize("tongue", OTHERS)
def test_every_text_is_translated_with_its_places(tongue: str) -> None:
    data = (ROOT / "l10n" / "review" / "locales" / tongue / "review.po").read_bytes()
    read = catalog.decode(data, path="review.po", article="review", locale=tongue).catalog
    assert [(one.key.context, one.key.text) for one in read.entries] == list({**WORDS, **SAYINGS}.items())
    assert {one.state for one in read.entries} == {State.REVIEWED}
    for one in read.entries:
        assert sorted(_PLACE.findall(one.target)) == sorted(_PLACE.findall(one.key.text)), one.key.context
        assert one.target.endswith(" ") == one.key.text.endswith(" "), one.key.context
    told = {one.key.context: one.target for one in read.entries}
    assert tongues.words(tongue) == {name: told[name] for name in WORDS}


@pytest.mark.parametrize("tongue", OTHERS)
def test_the_header_has_the_plural_forms_of_the_language_and_no_text_needs_one(tongue: str) -> None:
    text = (ROOT / "l10n" / "review" / "locales" / tongue / "review.po").read_text(encoding="utf-8")
    assert f'"Plural-Forms: {locales.plural_forms(tongue)}\\n"' in text
    assert "msgid_plural" not in text
    assert [name for name, said in WORDS.items() if re.search(r"\{\w+\} (?!of\b|%|reviewed\b)[a-z]+s\b", said)] == []


@pytest.mark.parametrize(
    ("accepted", "spoken"),
    [
        ("", "en"),
        ("ko", "ko"),
        ("ko-KR,ko;q=0.9,en-US;q=0.8", "ko"),
        ("en-GB,en;q=0.9,ko;q=0.8", "en"),
        ("de,ko;q=0.3", "ko"),
        ("en;q=0.2,ko;q=0.7", "ko"),
        ("ko;q=0", "en"),
        ("ko;q=x,*", "en"),
        ("kok", "en"),
    ],
)
def test_what_a_browser_prefers_is_spoken(accepted: str, spoken: str) -> None:
    assert tongues.preferred(accepted) == spoken


@pytest.fixture(scope="module")
def server(tmp_path_factory) -> Iterator[Served]:
    started = served(newsroom(tmp_path_factory.mktemp("tongues"), {"a.md": ARTICLE}))
    yield started
    started.end()


def ask(server: Served, path: str, accepted: str, cookie: str = ""):
    headers = {"Cookie": f"{server.cookie['Cookie']}{cookie}", "Accept-Language": accepted}
    return server.ask("GET", path, None, headers)


@pytest.mark.parametrize("path", ["/", "/review/ko/a.md", "/review/ko/none.md"])
def test_a_page_speaks_one_language_and_keeps_the_one_that_was_chosen(server: Served, path: str) -> None:
    page = ask(server, path, "ko-KR").body.decode()
    assert '<html lang="ko">' in page
    assert json.loads(page.partition('id="words">')[2].partition("</script>")[0]) == tongues.words("ko")
    chosen = ask(server, f"{path}?lang=en", "ko-KR")
    assert '<html lang="en">' in chosen.body.decode()
    assert chosen.headers["set-cookie"].startswith("lang=en;")
    assert '<html lang="en">' in ask(server, path, "ko-KR", "; lang=en").body.decode()
    assert "set-cookie" not in ask(server, f"{path}?lang=xx", "ko-KR").headers


def test_languages_are_named_in_that_of_the_page(server: Served) -> None:
    assert "한국어" in ask(server, "/review/ko/a.md", "ko").body.decode().partition("<h1")[2]
    assert "Korean" in ask(server, "/review/ko/a.md", "en").body.decode().partition("<h1")[2]


def test_a_name_is_given_to_one_text() -> None:
    assert WORDS.keys() & SAYINGS.keys() == set()


def test_what_cannot_be_done_is_told_in_the_language_of_the_page(server: Served) -> None:
    page = ask(server, "/review/ko/none.md", "ko").body.decode()
    assert "`ko`에 기사 `none.md`이(가) 없습니다. 기사 목록으로 돌아가십시오." in page
    assert "기사 목록으로" in ask(server, "/preview/ko/none.md", "ko").body.decode()
    assert ask(server, "/sheet/ko/none.md", "ko").json()["remedy"] == "기사 목록으로 돌아가십시오."
    assert ask(server, "/sheet/ko/none.md", "en").json()["remedy"] == "Go back to the list of articles."
    stranger = server.ask("GET", "/", None, {"Accept": "text/html", "Accept-Language": "ko"}).body.decode()
    assert "`l10n review`가 마지막으로 출력한 주소를 여십시오." in stranger


def test_the_bar_of_a_preview_speaks_the_language_of_the_page(server: Served) -> None:
    korean = ask(server, "/preview/ko/a.md", "ko").body.decode()
    assert '<header class="bar" lang="ko" dir="ltr">' in korean
    assert "게시됨. 단어: " in korean
    assert ">번역되지 않음<" in korean
    assert "Published. Words: " in ask(server, "/preview/ko/a.md", "en").body.decode()
