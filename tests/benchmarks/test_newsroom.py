"""Made-up news are the same every time, and what l10n and its checks take for a newsroom's."""

import json

import pytest
from performance import newsroom


@pytest.fixture
def room(site):
    """A project of twenty articles, extracted."""
    newsroom.write(site.root, 20)
    site.configure('locales = ["ko", "ja", "es"]\nengines = ["memory"]\n')
    site.ok("extract")
    return site


def test_an_archive_of_many_begins_with_that_of_few(tmp_path):
    newsroom.write(tmp_path / "few", 10)
    newsroom.write(tmp_path / "many", 30)
    few, many = (
        {path.relative_to(root): path.read_bytes() for path in root.rglob("*") if path.is_file()}
        for root in (tmp_path / "few", tmp_path / "many")
    )
    assert len(few) == 10 + 8 * len(newsroom.LOCALES)
    assert few.items() < many.items()


def test_articles_are_different_and_have_what_news_have():
    sources = [newsroom.article(number).source for number in range(200)]
    assert len(set(sources)) == 200
    together = "\n".join(sources)
    assert all(mark in together for mark in ("title: ", "\n## ", "“", "**", "](https://", "$", "January", "percent"))


def test_extraction_finds_every_text_and_keeps_its_state(room, tmp_path):
    reviewed = newsroom.write(tmp_path / "again", 20)
    rows = json.loads(room.ok("coverage", "--json").out)["articles"]
    for locale in newsroom.LOCALES:
        mine = [row["segments"] for row in rows if row["locale"] == locale]
        assert sum(row["reviewed"] for row in mine) == reviewed
        assert sum(row["stale"] for row in mine) == 0
        drafted = [len(newsroom.article(number).texts) for number in range(20) if number % 10 in {6, 7}]
        assert sum(row["draft"] for row in mine) == sum(drafted)
        assert sum(sum(row.values()) for row in mine) == sum(len(newsroom.article(one).texts) for one in range(20))


def test_the_translations_are_good_ones(room):
    assert json.loads(room.ok("check", "--json").out)["findings"] == []


def test_a_drafted_article_is_the_machines(room):
    path = newsroom.article(6).path
    state = json.loads(room.ok("coverage", "--json", "--segments", f"articles/{path}").out)
    assert {row["origin"]["kind"] for row in state["segments"]} == {"machine"}
