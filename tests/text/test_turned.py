"""Quantities that a translation tells with other numbers."""

from __future__ import annotations

import pytest

from l10n.text.numbers import compare


@pytest.mark.parametrize(
    ("locale", "source", "target"),
    [
        ("ko", "It took 90 minutes.", "1시간 30분이 걸렸다."),
        ("ko", "It took 90 minutes.", "한 시간 반이 걸렸다."),
        ("ko", "It took 90 minutes.", "1시간 반이 걸렸다."),
        ("ko", "He got 18 months.", "그는 1년 6개월을 받았다."),
        ("ko", "He got 18 months.", "그는 1년 반을 받았다."),
        ("ko", "It took 130 seconds.", "2분10초가 걸렸다."),
        ("ko", "They waited 48 hours.", "그들은 이틀을 기다렸다."),
        ("ko", "They waited 72 hours.", "그들은 사흘을 기다렸다."),
        ("ko", "It took an hour and 40 minutes.", "100분이 걸렸다."),
        ("ko", "It took two and a half years.", "30개월이 걸렸다."),
        ("ko", "He was jailed for 30 months.", "그는 징역 2년6개월을 받았다."),
        ("ko", "They stayed for 14 days.", "그들은 2주 동안 머물렀다."),
        ("ja", "He was jailed for 30 months.", "懲役2年6月の判決を受けた。"),
        ("ja", "It took 90 minutes.", "1時間半かかった。"),
        ("ja", "It took 90 minutes.", "1時間30分かかった。"),
        ("zh_CN", "It took 90 minutes.", "用了一个半小时。"),
        ("zh_CN", "It took 90 minutes.", "用了1小时30分钟。"),
        ("es", "It took 90 minutes.", "Tardó hora y media."),
        ("es", "It took 90 minutes.", "Tardó 1 hora y 30 minutos."),
        ("es", "It took 90 minutes.", "Tardó una hora y media."),
        ("fr", "It took 90 minutes.", "Cela a duré une heure et demie."),
        ("fr", "It took 90 minutes.", "Cela a duré 1h30."),
        ("de", "It took 90 minutes.", "Es dauerte anderthalb Stunden."),
        ("de", "It took 90 minutes.", "Es dauerte eineinhalb Stunden."),
        ("de", "He got 18 months.", "Er bekam eineinhalb Jahre."),
        ("es", "He got 18 months.", "Recibió un año y medio de cárcel."),
        ("de", "It took 30 minutes.", "Es dauerte eine halbe Stunde."),
        ("fr", "It took 30 minutes.", "Cela a duré une demi-heure."),
        ("es", "It took 30 minutes.", "Tardó media hora."),
        ("ko", "It took 30 minutes.", "반 시간이 걸렸다."),
        ("ko", "He scored in the 88th minute.", "그는 후반 43분에 골을 넣었다."),
        ("ja", "He scored in the 88th minute.", "後半43分に得点した。"),
        ("ko", "She scored in the 105th minute.", "그녀는 연장 전반 15분에 골을 넣었다."),
        ("ko", "The bank cut rates by 25 basis points.", "은행은 금리를 0.25%포인트 내렸다."),
        ("zh_CN", "The bank cut rates by 25 basis points.", "银行降息0.25个百分点。"),
        ("ko", "1 in 20 people smoke.", "국민의 5%가 담배를 피운다."),
        ("ko", "He is hitting .300 this year.", "그의 올해 타율은 0.300이다."),
        ("ko", "He is hitting .300 this year.", "그의 올해 타율은 3할이다."),
        ("ko", "Sales rose 50 percent.", "매출이 1.5배로 늘었다."),
        ("ko", "Jang and 12 others were held.", "장씨 등 13명이 붙잡혔다."),
        ("ja", "Jang and 12 others were held.", "チャン氏ら13人が拘束された。"),
        ("zh_CN", "Jang and 12 others were held.", "张某等13人被拘留。"),
        ("ko", "Jang and 12 others were held.", "장씨 외 12명이 붙잡혔다."),
        ("ko", "The flat has 915 sq ft.", "그 아파트는 85㎡다."),
        ("ko", "The flat has 915 square feet.", "그 아파트는 85㎡(25평)다."),
        ("ko", "They own 100 acres.", "그들은 40ha를 갖고 있다."),
        ("ko", "They own 100 acres.", "그들은 40헥타르를 갖고 있다."),
        ("ko", "They own 10 acres.", "그들은 4만㎡를 갖고 있다."),
        ("ko", "The boat was 3 nautical miles out.", "배는 3해리(5.6㎞) 밖에 있었다."),
        ("ko", "The flat has 85 square meters.", "그 아파트는 85㎡(25평)다."),
        ("ko", "The shop is open 24/7.", "가게는 연중 열려 있다."),
        ("ko", "CO2 emissions fell.", "이산화탄소 배출이 줄었다."),
        ("ko", "Profits fell in 2H.", "하반기에 이익이 줄었다."),
        ("ko", "Profits fell in the second half of 2023 (2H23).", "2023년 하반기에 이익이 줄었다."),
        ("ko", "The march was held on March 1.", "행진은 삼일절에 열렸다."),
        ("ko", "The march was held on Aug. 15.", "행진은 광복절에 열렸다."),
        ("es", "He came 14th.", "Quedó decimocuarto."),
        ("fr", "He came 14th.", "Il a fini quatorzième."),
        ("ko", "It was a best-of-seven series.", "7전 4선승제 시리즈였다."),
        ("ko", "It lasted 7 days.", "일주일 동안 이어졌다."),
        ("ko", "They work 24 hours a day.", "그들은 온종일 일한다."),
        ("de", "He came 14th.", "Er wurde Vierzehnter."),
        ("ko", "He is not yet 18.", "그는 17세다."),
    ],
)
def test_the_same_quantity_in_other_numbers_is_no_difference(locale, source, target):
    difference = compare(source, target, "en", locale)
    assert not difference.missing
    assert not difference.extra


@pytest.mark.parametrize(
    ("locale", "source", "target"),
    [
        ("ko", "It took 90 minutes.", "1시간 20분이 걸렸다."),
        ("ko", "He got 18 months.", "그는 1년 8개월을 받았다."),
        ("ko", "He got 18 months.", "그는 2년 반을 받았다."),
        ("ko", "They waited 48 hours.", "그들은 사흘을 기다렸다."),
        ("de", "It took 90 minutes.", "Es dauerte 2 Stunden."),
        ("ko", "He scored in the 88th minute.", "그는 후반 33분에 골을 넣었다."),
        ("ko", "He scored in the 88th minute.", "그는 전반 43분에 골을 넣었다."),
        ("ko", "Jang and 12 others were held.", "장씨 등 14명이 붙잡혔다."),
        ("ko", "Rates rose 25 basis points.", "금리가 2.5%포인트 올랐다."),
        ("ko", "1 in 20 people smoke.", "국민의 15%가 담배를 피운다."),
        ("ko", "He is hitting .300 this year.", "그의 올해 타율은 0.310이다."),
        ("ko", "Sales rose 50 percent.", "매출이 2.5배로 늘었다."),
        ("ko", "The flat has 915 square feet.", "그 아파트는 185㎡다."),
        ("ko", "The boat was 3 nautical miles out.", "배는 4해리(5.6㎞) 밖에 있었다."),
        ("ko", "They own 100 acres.", "그들은 400ha를 갖고 있다."),
        ("ko", "He came 14th.", "그는 13위였다."),
        ("es", "He came 14th.", "Quedó decimotercero."),
        ("ko", "The march was held on March 1.", "행진은 광복절에 열렸다."),
        ("ko", "It was a best-of-seven series.", "7전 3선승제 시리즈였다."),
    ],
)
def test_another_quantity_stays_a_difference(locale, source, target):
    difference = compare(source, target, "en", locale)
    assert difference.missing or difference.extra


def test_numbers_that_are_told_in_words_are_not_listed_beside_a_wrong_one():
    difference = compare("The 1 winner got 50 points.", "우승자는 60점을 얻었다.", "en", "ko")
    assert (difference.missing, difference.extra) == (("50",), ("60",))
