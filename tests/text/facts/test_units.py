"""Currencies and units beside numbers."""

from __future__ import annotations

import pytest

from l10n.text.facts.units import currencies, other_currency, other_units


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
    assert (other[1][0] if other else "") == found


def test_another_currency_has_its_place_and_one_that_is_added_is_none():
    target = "비용은 300원이었다."
    found = other_currency("It cost 300 dollars.", target, "ko")
    assert found is not None
    lost, (new, start, end) = found
    assert (lost, new, target[start:end]) == ("dollar", "won", "원")
    assert other_currency("It cost 300 dollars.", "비용은 300달러(약 40만 원)였다.", "ko") is None
    assert other_currency("It cost a lot.", "비용은 300원이었다.", "ko") is None


@pytest.mark.parametrize(
    ("locale", "source", "target", "found"),
    [
        ("ko", "They walked 12 km.", "그들은 12m를 걸었다.", [("km", "m", "12m")]),
        ("ko", "It took three months.", "3년이 걸렸다.", [("month", "year", "3년")]),
        ("ko", "It rose by 70%.", "70 올랐다.", [("percent", "", "70")]),
        ("ko", "It rose by 70%.", "70퍼센트 올랐다.", []),
        ("ko", "It took three months.", "석 달이 걸렸다.", []),
        ("ko", "It took three months and three years.", "3년 3개월이 걸렸다.", []),
        ("ja", "It took 5 hours.", "5分間かかった。", [("hour", "minute", "5分間")]),
        ("ko", "Add 20 liters of water.", "물 20㎖를 넣는다.", [("l", "ml", "20㎖")]),
        ("ko", "Add 20 liters of water.", "물 20리터를 넣는다.", []),
        ("ko", "They burned 30 hectares.", "30㎢가 탔다.", [("ha", "km2", "30㎢")]),
        ("ko", "They burned 30 square kilometers.", "30㎢가 탔다.", []),
        ("ko", "They burned 30 square kilometers.", "30km²가 탔다.", []),
        ("ko", "It rose 5 percentage points.", "5% 올랐다.", [("point", "percent", "5%")]),
        ("ko", "It rose 5 percent.", "5%포인트 올랐다.", [("percent", "point", "5%포인트")]),
        ("ko", "It rose 5 percentage points.", "5%포인트 올랐다.", []),
        (
            "ja",
            "Turnout fell 4.1 points to 46 percent.",
            "投票率は4.1％下がり46％だった。",
            [("point", "percent", "4.1％")],
        ),
        ("ja", "The index fell 612 points, or 2 percent.", "指数は612円（2％）下がった。", []),
        ("ko", "She won by 5 percentage points.", "그는 5% 차이로 이겼다.", []),
        ("zh_CN", "It rose 5 percentage points.", "上升5个百分点。", []),
        ("ko", "It was 90 degrees Fahrenheit.", "섭씨 90도였다.", [("°F", "°C", "섭씨 90")]),
        ("ko", "It was 90 F outside.", "바깥은 90℃였다.", [("°F", "°C", "90℃")]),
        ("ko", "It was 30 degrees Celsius.", "화씨 30도였다.", [("°C", "°F", "화씨 30")]),
        ("ko", "It was 90 degrees Fahrenheit.", "화씨 90도(섭씨 32도)였다.", []),
        ("ko", "It was 90 degrees Fahrenheit.", "섭씨 32도였다.", []),
        ("zh_CN", "It took 5 hours.", "花了5分钟。", [("hour", "minute", "5分钟")]),
    ],
)
def test_a_number_keeps_its_unit(locale, source, target, found):
    told = [(lost, new, target[start:end]) for lost, (new, start, end) in other_units(source, target, locale)]
    assert told == found


@pytest.mark.parametrize(
    ("source", "target", "found"),
    [
        ("They waited 48 minutes.", "48時間待った。", ["hour"]),
        ("They waited 48 hours.", "48分待った。", ["minute"]),
        ("It has 18 g of salt.", "塩分は18キロ。", ["kg"]),
        ("It carries 12 tons.", "12キロを運ぶ。", ["kg"]),
        ("He weighs 90 kilos.", "体重は90キロだ。", []),
        ("They walked 90 km.", "90キロ歩いた。", []),
        ("They waited 3 hours.", "3分の1は3時間待った。", []),
        ("They waited 5 hours.", "5分野で待った。", []),
    ],
)
def test_a_japanese_minute_and_a_bare_kilo_are_units(source, target, found):
    assert [new for _, (new, _, _) in other_units(source, target, "ja")] == found


@pytest.mark.parametrize(
    ("locale", "source", "target", "found"),
    [
        ("es", "The road is 48 km long.", "La carretera mide 48 metros.", ["km"]),
        ("es", "The road is 48 km long.", "La carretera mide 48 kilómetros.", []),
        ("es", "It is 48 million kilometers away.", "Está a 48 millones de kilómetros.", []),
        ("es", "It is 48 million kilometers away.", "Está a 48 millones de millas.", ["km"]),
        ("es", "It rose by 70 percent.", "Subió 70 de golpe.", ["percent"]),
        ("es", "It rose by 70 percent.", "Subió un 70 por ciento.", []),
        ("es", "It rose by 70 percent.", "Subió en 70 de cada 100 casos.", []),
        ("es", "It rose by 5 points.", "Subió 5 puntos.", []),
        ("es", "They burned 30 square kilometers.", "Ardieron 30 kilómetros cuadrados.", []),
        ("fr", "It took 48 hours.", "Il a fallu 48 minutes.", ["hour"]),
        ("fr", "It took 48 hours.", "Il a fallu 48 heures.", []),
        ("fr", "It weighs 48 tons.", "Il pèse 48 kilos.", ["t"]),
        ("fr", "It rose by 70%.", "Il a gagné 70\u202f%.", []),
        ("fr", "It rose by 7 percent.", "Il a gagné 7 points de pourcentage.", ["percent"]),
        ("de", "It took 48 weeks.", "Es dauerte 48 Tage.", ["week"]),
        ("de", "It took 48 weeks.", "Es dauerte 48 Wochen.", []),
        ("de", "They burned 30 hectares.", "Es brannten 30 Quadratkilometer.", ["ha"]),
        ("de", "It has 48 GB of memory.", "Es hat 48 MB Speicher.", ["GB"]),
        ("de", "In 48 years they met.", "In 48 Jahrhunderten trafen sie sich.", []),
        ("de", "It took 1 week.", "Es dauerte 1 Jahr.", ["week"]),
        ("de", "She ran it in 2 hours, 3 minutes and 27 seconds.", "Sie lief 2:03:27 Stunden.", []),
        ("ar", "It took 48 hours.", "استغرق ذلك 48 دقيقة.", ["hour"]),
        ("ar", "It took 48 hours.", "استغرق ذلك 48 ساعة.", []),
        ("ar", "It rose by 70 percent.", "ارتفع بنسبة 70 في المئة.", []),
        ("ar", "It rose by 70 percent.", "ارتفع إلى 70 مرة.", ["percent"]),
        ("ar", "The road is 48 kilometers long.", "يبلغ طول الطريق 48 مترا.", ["km"]),
        ("ar", "The road is 48 kilometers long.", "يبلغ طول الطريق 48 كيلومترا.", []),
    ],
)
def test_languages_with_spaces_keep_their_units(locale, source, target, found):
    assert [unit for unit, _ in other_units(source, target, locale)] == found


def test_a_wide_unit_is_a_unit():
    assert list(other_units("They ran 200 meters.", "200\uff4d를 달렸다.", "ko")) == []
    assert [unit for unit, _ in other_units("They ran 200 meters.", "200㎞를 달렸다.", "ko")] == ["m"]
    assert [unit for unit, _ in other_units("It weighs 200 kg.", "무게는 200\uff47이다.", "ko")] == ["kg"]


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
    assert (told[1][0] if told else "") == found


@pytest.mark.parametrize(
    ("source", "target", "found"),
    [
        ("It has 48 GB of memory.", "메모리는 48MB다.", ["GB"]),
        ("It has 48 GB of memory.", "메모리는 48GB다.", []),
        ("It runs at 2.6 GHz.", "2.6MHz로 작동한다.", ["GHz"]),
        ("It yields 300 megawatts.", "300㎿를 낸다.", []),
        ("It yields 300 megawatts.", "300킬로와트를 낸다.", ["MW"]),
        ("Exports rose 14 percent, imports 9 percent.", "수출은 14% 늘고 수입은 9명 늘었다.", ["percent"]),
        ("Exports rose 14 to 19 percent.", "수출은 14∼19% 늘었다.", []),
    ],
)
def test_a_unit_of_machines_and_a_lost_sign_of_a_share_are_found(source, target, found):
    assert [unit for unit, _ in other_units(source, target, "ko")] == found
