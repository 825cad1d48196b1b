"""Anchors of headings stay those that a generator makes of the English words."""

from __future__ import annotations

import pytest

from l10n.model import HeadingPlace
from l10n.publish.anchors import anchored, ids
from l10n.publish.layouts import PRESETS


def headings(*words: str) -> list[HeadingPlace]:
    return [HeadingPlace(0, one, "", listed=False) for one in words]


@pytest.mark.parametrize(
    ("rule", "made"),
    [
        ("github", ["whats-new--2-things", "2-café_bar", "intro", "intro-1", "intro-2"]),
        ("python", ["whats-new-2-things", "2-cafe_bar", "intro", "intro_1", "intro_2"]),
        ("vitepress", ["what-s-new-–-2-things", "_2-cafe-bar", "intro", "intro-1", "intro-2"]),
        ("kramdown", ["whats-new--2-things", "cafbar", "intro", "intro-1", "intro-2"]),
    ],
)
def test_an_anchor_is_made_as_the_generator_makes_it(rule, made):
    words = ["What's new: – 2 things", "2 café_bar", "Intro", "Intro", "Intro"]
    assert list(ids(headings(*words), rule)) == made


def test_a_name_that_the_author_gave_is_taken():
    given = [HeadingPlace(0, "Intro", "", listed=False), HeadingPlace(0, "Begin", "intro", listed=True)]
    assert list(ids(given, "github")) == ["intro-1", "intro"]


def test_headings_are_given_the_anchors_of_their_source():
    how = PRESETS["hugo"].headings
    assert how
    text = "## 소개\n\n## About {#me}\n"
    found = [HeadingPlace(5, "소개", "", listed=False), HeadingPlace(15, "About", "me", listed=True)]
    source = [HeadingPlace(0, "Intro", "", listed=False), HeadingPlace(0, "About", "me", listed=True)]
    assert anchored(text, source, found, how) == "## 소개 {#intro}\n\n## About {#me}\n"
    assert anchored(text, source[:1], found, how) == text
    same = [HeadingPlace(5, "Intro", "", listed=False), found[1]]
    assert anchored(text, source, same, how) == text
