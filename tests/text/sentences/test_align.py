"""Sentences side by side: only where it is sure which stands for which."""

from __future__ import annotations

import json
from itertools import pairwise

import pytest

from l10n.text.sentences.align import beside, joiner, pairs

SOURCE = "The harbor reopened on May 25 after the storm. Some 340 boats had waited for 3 days."
TARGET = "항구는 폭풍 뒤 5월 25일 다시 열렸다. 배 340척가량이 3일을 기다렸다."


def test_sentences_that_match_are_paired_in_order():
    assert pairs(SOURCE, TARGET, "en", "ko") == (
        ("The harbor reopened on May 25 after the storm.", "항구는 폭풍 뒤 5월 25일 다시 열렸다."),
        ("Some 340 boats had waited for 3 days.", "배 340척가량이 3일을 기다렸다."),
    )


@pytest.mark.parametrize(
    "target",
    [
        "배 340척가량이 3일을 기다렸다. 항구는 폭풍 뒤 5월 25일 다시 열렸다.",
        TARGET.replace("열렸다. 배", "열렸고, 배"),
        TARGET.replace("340", "430"),
        TARGET.replace("기다렸다.", "기다렸다. 모두 지쳤다."),
        TARGET.replace("3일을", "이제나저제나 하며 서로를 다독이면서 " * 3 + "3일을"),
        TARGET.replace("항구는", "**항구는").replace("배", "배**"),
        "항구는 25일 5월. 배 340척, 3일." * 3,
        "",
    ],
)
def test_sentences_that_were_moved_joined_split_or_changed_are_not_paired(target):
    assert pairs(SOURCE, target, "en", "ko") == ()


def test_one_sentence_is_the_text_itself():
    assert pairs("The harbor reopened.", "항구가 다시 열렸다.", "en", "ko") == ()


def test_sentences_are_joined_as_the_language_joins_them():
    assert [joiner(locale) for locale in ("ko", "ja", "zh_CN", "zh-TW", "yue", "es", "th", "km")] == [
        " ",
        "",
        "",
        "",
        "",
        " ",
        " ",
        " ",
    ]


@pytest.mark.parametrize(("locale", "column"), [("ko", "kor"), ("ja", "jpn"), ("es", "spa"), ("zh_CN", "zho-CN")])
def test_real_translations_are_paired_across_their_true_border(corpus, locale, column):
    lines = (corpus / "ntrex-news" / "news.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    paired = wrong = 0
    for one, two in pairwise(rows):
        if one["doc"] == two["doc"]:
            target = one[column] + joiner(locale) + two[column]
            found = pairs(f"{one['eng']} {two['eng']}", target, "en", locale)
            sources = {" ".join(source for source, _ in found[:cut]) for cut in range(len(found))}
            targets = {joiner(locale).join(other for _, other in found[:cut]) for cut in range(len(found))}
            paired += bool(found)
            wrong += bool(found) and not (one["eng"] in sources and one[column] in targets)
    assert paired > 400
    assert wrong <= 0.01 * paired


def test_sentences_stand_beside_each_other_by_their_length_alone():
    source, target = "He left. It rained in 2019.", "그는 떠났다. 2020년에 비가 왔다."
    assert beside(source, target, "en", "ko") == (
        ("He left.", "그는 떠났다."),
        ("It rained in 2019.", "2020년에 비가 왔다."),
    )
    assert beside(source, target + " 모두 그랬다.", "en", "ko") == ()
    assert beside(source, target.replace("비가", "그리고 또 다시 " * 20 + "비가"), "en", "ko") == ()
