"""Numbers as Japanese and Chinese newspapers shorten them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from l10n.text.numbers import compare, values


def difference(locale, source, target):
    found = compare(source, target, "en", locale)
    return found.missing, found.extra


@pytest.mark.parametrize(
    ("locale", "source", "target"),
    [
        ("ja", "It opened in 2019 and closed in 2023.", "2019年に開館し、23年に閉館した。"),
        ("ja", "He won in 1986 and 1994.", "1986年と94年に優勝した。"),
        ("zh_CN", "The plan for fiscal 2027 and fiscal 2029 was dropped.", "2027年度和29年度的计划被取消。"),
        ("ja", "The gate opens at 8:30 a.m.", "門は午前8時半に開く。"),
        ("ja", "It rained from 6:30 a.m. to 9:30 a.m.", "午前6時半から同9時半まで雨が降った。"),
        ("zh_CN", "The gate opens at 8:30 a.m.", "大门上午8点半打开。"),
        ("zh_CN", "The gate opens at 8:15 a.m.", "大门上午8点一刻打开。"),
        ("zh_CN", "About 70 percent agreed.", "约七成人同意。"),
        ("zh_CN", "About 45 percent agreed.", "约四成五表示同意。"),
        ("zh_CN", "About 25 percent agreed.", "约两成半表示同意。"),
        ("ja", "About 60 percent agreed.", "約六割が賛成した。"),
        ("ja", "6 in 10 agreed.", "6割が賛成した。"),
        ("zh_CN", "8 out of 10 agreed.", "八成人同意。"),
        ("ja", "1. Rope, 40 m. 2. Nets, 30 m. 3. Oars.", "①縄、40m②網、30m③櫂"),
        ("ja", "She was two hundredths of a second behind.", "0秒02及ばなかった。"),
        ("zh_CN", "She was two hundredths of a second behind.", "她慢了0.02秒。"),
        ("ja", "The dollar stood at 131.20 yen.", "1ドル＝131円20銭だった。"),
        ("zh_CN", "The dollar stood at 131.20 yen, after 135 on May 3.", "5月3日为135，现在1美元兑131.20日元。"),
        ("ja", "A double room costs €80 a night.", "ツインの部屋は1泊80ユーロ。"),
        ("ja", "Prices rose eight- to tenfold.", "価格は8〜10倍に上がった。"),
        ("ja", "Sales fell in 2023-24.", "23〜24年は売上高が減った。"),
        ("ja", "He ran it in 7 minutes 12.6 seconds, 0.8 seconds faster.", "7分12秒6で走り、0秒8速かった。"),
        ("ja", "She won in 2:21.08.", "2分21秒08で優勝した。"),
        ("ja", "Trade between the two fell to a fifth of that.", "両国の貿易は5分の1に減った。"),
        ("ja", "The company lost 3 billion yen in the third quarter.", "同社は7〜9月期に30億円の赤字だった。"),
        ("ja", "It costs $9; under-fives enter free.", "料金は9ドルで、5歳未満は無料。"),
        ("ja", "He got 4 1/2 years.", "懲役4年6カ月の判決を受けた。"),
        ("zh_CN", "He got 4 1/2 years.", "他被判四年半。"),
        ("zh_CN", "A bowl has 320 kcal.", "一碗有320千卡。"),
        ("zh_CN", "The dam cost 7 billion kroner.", "大坝耗资70亿克朗。"),
        ("zh_CN", "It makes 300,000 watts.", "它的功率为30万瓦。"),
        ("zh_CN", "The bag weighs 3 kilograms.", "袋子重3千克。"),
    ],
)
def test_a_short_form_has_the_value_of_the_long_one(locale, source, target):
    assert difference(locale, source, target) == ((), ())


@pytest.mark.parametrize(
    ("locale", "source", "target"),
    [
        ("ja", "It opened in 2019 and closed in 2023.", "2019年に開館し、24年に閉館した。"),
        ("ja", "It lasted for 23 years.", "それは24年間続いた。"),
        ("ja", "The gate opens at 8:40 a.m.", "門は午前8時半に開く。"),
        ("zh_CN", "The gate opens at 8:40 a.m.", "大门上午8点一刻打开。"),
        ("zh_CN", "About 70 percent agreed.", "约六成人同意。"),
        ("ja", "6 in 10 agreed.", "7割が賛成した。"),
        ("ja", "The dollar stood at 131.20 yen.", "1ドル＝132円20銭だった。"),
        ("zh_CN", "The dam cost 7 billion kroner.", "大坝耗资7亿克朗。"),
        ("ja", "He ran it in 7 minutes 12.6 seconds.", "7分13秒6で走った。"),
        ("ja", "He got 4 1/2 years.", "懲役5年6カ月の判決を受けた。"),
        ("zh_CN", "It became the 7th to do so.", "它成为第八个这样做的。"),
    ],
)
def test_another_value_in_a_short_form_is_a_difference(locale, source, target):
    assert difference(locale, source, target) != ((), ())


def test_a_number_of_days_in_one_word_is_a_number():
    (number,) = values("사흘 동안 머물렀다.", "ko")
    assert (number.text, number.readings, number.required) == ("사흘", frozenset({Decimal(3)}), False)
