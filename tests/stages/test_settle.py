"""Links are settled when all is known that is published, and what they led to decides what is built again."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING

import pytest

from l10n.stages import settle

if TYPE_CHECKING:
    from tests.conftest import Site

HELD = '[[tool.l10n.section]]\npath = "b.md"\nmin-coverage = 10\n'
TEXT = "See [b](b.md#x) and ![map](map.png).\n"


@pytest.fixture
def newsroom(site: Site) -> Site:
    site.configure(
        f'locales = ["ko"]\nengines = ["pseudo"]\npolicy = "drafts-labelled"\nlayout = "{{locale}}/{{path}}"\n{HELD}'
    )
    site.write("articles/a.md", TEXT)
    site.write("articles/b.md", "Text.\n")
    site.write("articles/c.md", "Nothing.\n")
    site.write("articles/map.png", "x")
    site.ok("run")
    return site


def changed(site: Site) -> list[str]:
    done = site.ok("build", "--json")
    found: list[str] = json.loads(done.out)["changed"]
    return found


def test_a_link_follows_its_article_when_that_is_released_and_held_again(newsroom: Site):
    assert "(../../articles/b.md#x)" in newsroom.read("build/ko/a.md")
    assert "(../../articles/map.png)" in newsroom.read("build/ko/a.md")
    catalog = newsroom.read("locales/ko/b.md.po")
    newsroom.write("locales/ko/b.md.po", catalog.replace("#, fuzzy\n", ""))
    assert changed(newsroom) == ["build/ko/a.md", "build/ko/b.md"]
    assert "(b.md#x)" in newsroom.read("build/ko/a.md")
    assert changed(newsroom) == []
    newsroom.write("locales/ko/b.md.po", catalog)
    assert changed(newsroom) == ["build/ko/a.md", "build/ko/b.md"]
    assert "(../../articles/b.md#x)" in newsroom.read("build/ko/a.md")


def test_a_build_of_one_article_knows_what_was_published_before(newsroom: Site):
    before = newsroom.read("build/ko/a.md")
    (newsroom.root / "build/ko/a.md").unlink()
    newsroom.ok("build", "a.md")
    assert newsroom.read("build/ko/a.md") == before


@pytest.mark.parametrize("room", [0, 1 << 26])
def test_what_has_no_room_is_built_once_more_and_is_the_same(
    newsroom: Site, room: int, monkeypatch: pytest.MonkeyPatch
):
    before = newsroom.read("build/ko/a.md")
    shutil.rmtree(newsroom.root / "build")
    monkeypatch.setattr(settle, "_MOST", room)
    newsroom.ok("build", "--no-cache", "--jobs", "1")
    assert newsroom.read("build/ko/a.md") == before


def test_verbatim_settles_nothing(newsroom: Site):
    newsroom.ok("build", "--verbatim")
    assert newsroom.read("build/ko/a.md") == TEXT


def test_a_build_without_a_layout_leaves_links_as_they_are(newsroom: Site):
    text = newsroom.read("pyproject.toml")
    newsroom.write("pyproject.toml", text.replace('layout = "{locale}/{path}"\n', ""))
    newsroom.ok("build")
    assert "(b.md#x)" in newsroom.read("build/ko/a.md")
    assert "(map.png)" in newsroom.read("build/ko/a.md")
