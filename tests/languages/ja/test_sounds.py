"""Names in katakana."""

from __future__ import annotations

import pytest

from l10n.languages.ja.sounds import consonants, slack, words


def test_names_stand_in_katakana_of_three_kana_and_more():
    text = "「ボリビア」のリマとサンパウロ"
    assert [(text[start:end], word) for start, end, word in words(text)] == [
        ("ボリビア", "ボリビア"),
        ("サンパウロ", "サンパウロ"),
    ]


@pytest.mark.parametrize(("word", "classes"), [("ボリビア", "PLP"), ("クック", "KK"), ("東京", "")])
def test_a_kana_has_the_class_of_its_consonant(word, classes):
    assert consonants(word) == classes


def test_one_kana_may_differ_in_a_name_that_is_long_enough():
    assert (slack("ボリビア", "ボリピア"), slack("リマス", "リムス"), slack("ボリビア", "ボリビ")) == (1, 0, 0)
