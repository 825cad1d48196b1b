"""Currencies of a text, and beside its amounts."""

from __future__ import annotations

import pytest

from l10n.text.facts.money import currencies, other_currency


@pytest.mark.parametrize(
    ("language", "text", "names"),
    [
        ("en", "$5, 3 euros and £2", ["dollar", "euro", "pound"]),
        ("en", "They won 5 games.", []),
        ("en", "It cost 5 million won.", ["won"]),
        ("ko", "500만 달러, 3천 원, 20위안", ["dollar", "won", "yuan"]),
        ("ko", "회원 30명이 원인을 밝혔다", []),
        ("ja", "5万円と3ドル", ["yen", "dollar"]),
        ("zh", "25亿元和3美元", ["yuan", "dollar"]),
        ("ar", "وزن الحيوان 3 كيلوغرامات", []),
        ("fr", "l’éleveur", []),
    ],
)
def test_currencies_are_known_by_sign_and_name(language, text, names):
    assert list(currencies(text, language)) == names


@pytest.mark.parametrize(
    ("source", "target", "found"),
    [
        ("It costs 900 yen.", "가격은 900위안이다.", "yuan"),
        ("It costs 900 yen.", "가격은 900위안이었다.", "yuan"),
        ("It costs 900 yuan.", "가격은 900엔이다.", "yen"),
        ("It costs 900 yuan.", "가격은 900원이었다.", "won"),
        ("It costs 6200 North Korean won.", "가격은 6200위안이다.", "yuan"),
        ("It costs 900 yen.", "가격은 900엔이다.", ""),
        ("It costs 900 yen; 20 agents know.", "900엔이다. 요원 20명이 원인을 안다.", ""),
    ],
)
def test_a_currency_is_known_before_the_end_of_a_korean_sentence(source, target, found):
    other = other_currency(source, target, "ko")
    assert (other.message.rpartition(" ")[2] if other else "") == found


def test_another_currency_has_its_place_and_one_that_is_added_is_none():
    target = "비용은 300원이었다."
    found = other_currency("It cost 300 dollars.", target, "ko")
    assert found is not None
    assert found.message == "the source has amounts in dollar, the translation in won"
    assert target[found.start : found.end] == "원"
    assert other_currency("It cost 300 dollars.", "비용은 300달러(약 40만 원)였다.", "ko") is None
    assert other_currency("It cost a lot.", "비용은 300원이었다.", "ko") is None


@pytest.mark.parametrize(
    ("language", "source", "target", "found"),
    [
        (
            "ko",
            "Sales rose to $12 billion and profit to $3 billion.",
            "매출은 120억 달러, 순이익은 30억 유로로 늘었다.",
            "euro",
        ),
        ("ko", "Debt rose by 18 trillion won to 90 trillion won.", "빚은 18조 엔 늘어난 90조 원이다.", "yen"),
        ("ko", "Rice cost 5,100 North Korean won, corn 20 yuan.", "쌀은 5천100위안, 옥수수는 20위안이었다.", "yuan"),
        ("ja", "It cost 30 euros, then 50 euros.", "30ユーロ、のちに50ドルだった。", "dollar"),
        (
            "ko",
            "Sales rose to $12 billion and profit to $3 billion.",
            "매출은 120억 달러, 순이익은 30억 달러로 늘었다.",
            "",
        ),
        ("ko", "It cost $500 and 400 euros.", "500달러와 400유로였다.", ""),
        ("ko", "It cost $500, or 500 euros.", "500달러, 즉 500유로였다.", ""),
        ("ko", "It cost $500.", "500달러(70만 원)였다.", ""),
    ],
)
def test_the_currency_of_one_amount_among_others_is_found(language, source, target, found):
    told = other_currency(source, target, language)
    assert (told.message.rpartition(" ")[2] if told else "") == found


@pytest.mark.parametrize(
    ("locale", "source", "target", "found"),
    [
        ("it", "It cost 300 euros.", "Costava 300 sterline.", "pound"),
        ("ru", "It cost 300 euros.", "Речь шла о 300 долларах.", "dollar"),
        ("tr", "It cost £300.", "Yeni mağaza 300 sterline satıldı.", ""),
        ("tr", "It cost £300.", "Mağaza 300 dolara satıldı.", "dollar"),
        ("th", "It cost $300.", "ราคา 300 บาท", "baht"),
        ("th", "It cost $300.", "ราคา 300 ดอลลาร์ มีบทบาทสำคัญ", ""),
        ("uk", "They took 30 euros.", "Вони взяли 30 євро.", ""),
        ("uk", "They spoke of the euro.", "Вони говорили про це.", ""),
        ("zh_TW", "It cost 300 euros.", "售價300英鎊。", "pound"),
        ("fr", "It cost 300 euros.", "Ils ont payé 300 euros.", ""),
        ("fr", "They spoke of the euro.", "Ils en ont parlé.", ""),
        ("ja", "It cost $300 in London.", "ロンドンで300ドルだった。", ""),
        ("ja", "It cost $300.", "300ドンだった。", "dong"),
        ("hi", "It cost 300 euros.", "इसकी कीमत 300 डॉलर थी।", "dollar"),
    ],
)
def test_a_currency_is_known_in_any_language_of_cldr(locale, source, target, found):
    other = other_currency(source, target, locale)
    assert (other.message.rpartition(" ")[2] if other else "") == found


def test_a_language_without_currencies_is_asked_nothing():
    assert currencies("300 euros", "xx") == {}
    assert other_currency("It cost 300 euros.", "300 dollars", "xx") is None
