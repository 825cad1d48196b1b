"""Units beside numbers."""

from __future__ import annotations

import re

import pytest

from l10n.text.facts.units import other_units


def exchanged(flaw):
    """Return the unit of the source and that of the translation, empty where it is lost."""
    found = re.search(r"is (\S+) in the source, (?:(\S+) in|and lost)", flaw.message)
    return (found[1], found[2] or "") if found else ()


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
        ("zh_CN", "They met 20 years on.", "20周年，他们再次相聚。", []),
        ("zh_TW", "They met 20 years on.", "20週年，他們再次相聚。", []),
        ("zh_CN", "It took 3 years.", "花了3周。", [("year", "week", "3周")]),
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
    told = [(*exchanged(flaw), target[flaw.start : flaw.end]) for flaw in other_units(source, target, locale)]
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
    assert [exchanged(flaw)[1] for flaw in other_units(source, target, "ja")] == found


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
    assert [exchanged(flaw)[0] for flaw in other_units(source, target, locale)] == found


def test_a_wide_unit_is_a_unit():
    assert list(other_units("They ran 200 meters.", "200\uff4d를 달렸다.", "ko")) == []
    assert [exchanged(flaw)[0] for flaw in other_units("They ran 200 meters.", "200㎞를 달렸다.", "ko")] == ["m"]
    assert [exchanged(flaw)[0] for flaw in other_units("It weighs 200 kg.", "무게는 200\uff47이다.", "ko")] == ["kg"]


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
    assert [exchanged(flaw)[0] for flaw in other_units(source, target, "ko")] == found


@pytest.mark.parametrize(
    ("locale", "source", "target", "found"),
    [
        ("it", "It took 5 hours.", "Ci sono voluti 5 minuti.", ["hour"]),
        ("ru", "It took 5 hours.", "Это заняло около 5 минутах.", ["hour"]),
        ("ru", "It took 5 hours.", "Речь идёт о 5 часах.", []),
        ("pl", "It rose by 14 percent.", "Wzrost był 14-procentowy.", []),
        ("tr", "It took 5 hours.", "5 dakikalık bir yolculuktu.", ["hour"]),
        ("tr", "It rose by 40 percent.", "Yüzde 40 arttı.", []),
        ("tr", "He took 88% of 90 points.", "Puanların %88 puan kadarını aldı.", []),
        ("fi", "She won by 40 percentage points.", "Hän voitti 40 prosenttiyksiköllä.", []),
        ("fi", "It took 5 hours.", "Siihen meni 5 minuuttia.", ["hour"]),
        ("th", "It took 5 hours.", "ใช้เวลา5นาทีเท่านั้น", ["hour"]),
        ("th", "It rose by 40 percent.", "เพิ่มขึ้นร้อยละ 40", []),
        ("zh_TW", "It took 5 hours.", "花了5分鐘。", ["hour"]),
        ("zh_TW", "It is 12 meters high.", "高12英呎。", ["m"]),
        ("zh_TW", "It took 5 hours.", "花了5個鐘頭。", []),
        ("sw", "It took 5 hours.", "Ilichukua dakika 5.", ["hour"]),
        ("da", "It rose by 70 percent.", "Det steg 70 gange.", []),
        ("nl", "It rose by 70 percent.", "Het steg 70 keer.", ["percent"]),
        ("ko", "The boy is 3 years old.", "소년은 3개월이다.", ["year"]),
    ],
)
def test_a_unit_is_known_in_any_language_of_cldr(locale, source, target, found):
    assert [exchanged(flaw)[0] for flaw in other_units(source, target, locale)] == found


def test_a_figure_is_that_of_another_unit_by_chance_where_the_measure_is_converted():
    source = "Rain of 3 to 6 inches, with 10 inches in places."
    assert not list(other_units(source, "Pioggia da 8 a 10 cm, con 25 cm in alcuni punti.", "it"))
    assert list(other_units(source, "Pioggia, con 10 cm in alcuni punti.", "it"))
    assert list(other_units("It is 300 km (190 miles) away.", "Dista 300 km (190 chilometri).", "it"))


def test_a_language_without_units_is_asked_nothing():
    assert not list(other_units("It took 5 hours.", "5 minutes", "xx"))
    assert not list(other_units("Ci vollero 5 ore.", "It took 5 minutes.", "en", "tlh"))
