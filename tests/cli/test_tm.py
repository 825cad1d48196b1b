"""The commands of the memory, as an editor uses them."""

from __future__ import annotations

import json

import pytest

NEWS = "Harbor news\n\nThe harbor reopened on May 25. Some 340 boats had waited for 3 days.\n"
GLOSSARY = "source\ttarget\nharbor\t항구\nschool\t학교\n"


@pytest.fixture
def reviewed(site):
    site.write("articles/a.txt", NEWS)
    site.ok("extract")
    site.translate(
        "locales/ko/a.txt.po",
        {
            "The harbor reopened on May 25. Some 340 boats had waited for 3 days.": (
                "항구는 5월 25일 다시 열렸다. 배 340척가량이 3일을 기다렸다."
            )
        },
    )
    return site


def test_search_shows_what_people_wrote_and_what_would_be_drafted(reviewed):
    reviewed.write("locales/ko/glossary.tsv", GLOSSARY)
    done = reviewed.ok("tm", "search", "The school reopened on June 3.", "-l", "ko", "--limit", "1")
    assert done.out.split("\n") == [
        "ko 0.70 a.txt: The harbor reopened on May 25.",
        "    항구는 5월 25일 다시 열렸다.",
        "  → 학교는 6월 3일 다시 열렸다.",
        "",
    ]


def test_search_says_when_there_is_nothing(reviewed):
    done = reviewed.ok("tm", "search", "Prices of bread doubled within a week.")
    assert done.out == ""
    assert "nothing like it is remembered" in done.err
    assert reviewed.run("tm", "search", " ").code == 2
    assert reviewed.run("tm", "search", "x", "-l", "ja").code == 2


def test_search_as_json_is_a_contract(reviewed):
    done = reviewed.ok("tm", "search", "The harbor reopened on May 25.", "--json", "--limit", "1")
    assert json.loads(done.out) == {
        "version": 1,
        "locales": {
            "ko": [
                {
                    "source": "The harbor reopened on May 25.",
                    "target": "항구는 5월 25일 다시 열렸다.",
                    "score": 1.0,
                    "article": "a.txt",
                    "uses": 1,
                    "suggestion": "항구는 5월 25일 다시 열렸다.",
                }
            ]
        },
        "errors": [],
    }


def test_stats_write_nothing_and_count_what_was_learned(reviewed):
    before = reviewed.snapshot()
    done = reviewed.ok("tm", "stats")
    assert (done.out, reviewed.snapshot()) == ("", before)
    reviewed.ok("tm", "rebuild")
    assert reviewed.ok("tm", "stats").out == "ko: 1 text, 2 sentences, 3 sources from 1 article\n"
    fields = {"articles": 1, "sources": 3, "paragraphs": 1, "sentences": 2}
    assert json.loads(reviewed.ok("tm", "stats", "--json").out) == {
        "version": 1,
        "locales": {"ko": fields},
        "errors": [],
    }


def test_rebuild_forgets_what_is_no_longer_there(reviewed):
    reviewed.ok("tm", "rebuild")
    reviewed.translate("locales/ko/a.txt.po", {"Harbor news": "항구 소식"})
    assert reviewed.ok("tm", "rebuild").out == "ko: 2 texts, 2 sentences, 4 sources from 1 article\n"
    (reviewed.root / "locales" / "ko" / "a.txt.po").unlink()
    assert reviewed.ok("tm", "rebuild").out == ""


def test_a_draft_uses_the_terms_of_the_glossary(reviewed):
    reviewed.write("locales/ko/glossary.tsv", GLOSSARY)
    reviewed.write("articles/b.txt", "School news\n\nThe school reopened on June 3.\n")
    reviewed.ok("extract")
    reviewed.ok("draft")
    po = reviewed.read("locales/ko/b.txt.po")
    assert 'msgstr "학교는 6월 3일 다시 열렸다."' in po
    assert "# draft: memory/0.85 " in po
