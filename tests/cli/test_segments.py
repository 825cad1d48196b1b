"""`coverage --json --segments`: each segment, where it stands and where its text came from."""

from __future__ import annotations

import json
from collections import Counter
from typing import Any

import pytest

PO = "locales/ko/a.md.po"
ACCEPTED = "The mast was painted in 1981."
EDITED = "The hull was painted in 1982."
TOUCHED = "The deck was painted in 1983."
UNREAD = "The keel was painted in 1984."
OWN = "The bow was painted in 1985."


@pytest.fixture
def mixed(site):
    """An article with a text of every kind of past, one sentence twice."""
    site.write("articles/a.md", f"{ACCEPTED}\n\n{EDITED}\n\n{TOUCHED}\n\n{UNREAD}\n\n{OWN}\n\n{UNREAD}\n")
    site.ok("extract")
    site.translate(PO, {OWN: "뱃머리는 1985년에 칠했다."})
    site.ok("draft")
    drafted = {one["key"]: one for one in segments(site)}
    assert drafted[ACCEPTED]["origin"]["by"].startswith("pseudo")
    text = site.read(PO)
    before, _, after = text.partition(f'msgid "{ACCEPTED}"')
    site.write(PO, f'{before.rpartition("#, fuzzy")[0]}#{before.rpartition("#, fuzzy")[2]}msgid "{ACCEPTED}"{after}')
    site.translate(PO, {EDITED: "선체는 1982년에 칠했다."})
    head, _, tail = site.read(PO).partition(f'msgid "{TOUCHED}"\nmsgstr "')
    site.write(PO, f'{head}msgid "{TOUCHED}"\nmsgstr "갑판은 {tail}')
    return site


def segments(site, *options: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(site.run("coverage", "--json", "--segments", *options).out)["segments"]
    return found


def test_each_occurrence_is_told_with_its_line_in_the_order_of_the_article(mixed):
    found = segments(mixed)
    assert [one["line"] for one in found] == [1, 3, 5, 7, 9, 11]
    assert [one["key"] for one in found] == [ACCEPTED, EDITED, TOUCHED, UNREAD, OWN, UNREAD]
    assert {(one["article"], one["locale"], one["kind"], one["risk"]) for one in found} == {
        ("a.md", "ko", "paragraph", None)
    }


def test_state_origin_and_begun_work_are_told_apart(mixed):
    found = {one["key"]: one for one in segments(mixed)}
    told = {
        key: (one["state"], one["in_work"], one["origin"] and one["origin"]["edited"]) for key, one in found.items()
    }
    assert told == {
        ACCEPTED: ("reviewed", False, False),
        EDITED: ("reviewed", False, True),
        TOUCHED: ("draft", True, True),
        UNREAD: ("draft", False, False),
        OWN: ("reviewed", False, None),
    }


def test_segments_add_up_to_what_is_counted(mixed):
    value = json.loads(mixed.ok("coverage", "--json", "--segments").out)
    (row,) = value["articles"]
    words: Counter[str] = Counter()
    for one in value["segments"]:
        words[one["state"]] += one["words"]
    assert +words == +Counter(row["words"])
    assert Counter(one["state"] for one in value["segments"]) == +Counter(row["segments"])


def test_a_stale_segment_says_what_changed(mixed):
    mixed.write("articles/a.md", mixed.read("articles/a.md").replace("1985", "1995"))
    mixed.ok("extract")
    (stale,) = [one for one in segments(mixed) if one["state"] == "stale"]
    assert (stale["key"], stale["urgent"]) == (OWN.replace("1985", "1995"), ["number"])


def test_a_language_without_a_catalogue_is_missing_and_one_that_cannot_be_read_is_named(mixed):
    mixed.configure('locales = ["ko", "ja"]\nengines = ["pseudo"]')
    assert {one["state"] for one in segments(mixed, "-l", "ja")} == {"missing"}
    mixed.write(PO, mixed.read(PO) + '\nmsgid "broken\n')
    value = json.loads(mixed.run("coverage", "--json", "--segments").out)
    assert {one["locale"] for one in value["segments"]} == {"ja"}
    assert [error["file"] for error in value["errors"]] == [PO]


def test_segments_without_json_are_refused(mixed):
    done = mixed.run("coverage", "--segments")
    assert done.code == 2
    assert "--json" in done.err
