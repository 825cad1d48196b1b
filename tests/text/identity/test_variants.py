"""Languages that share a script are told apart by their letters."""

import pytest

from l10n.text.identity.variants import stranger

BRIDGE = {
    "zh_CN": "奥尔拉河大桥周二重新开放，两年前的一场洪水冲毁了它东侧的桥墩。",
    "zh_TW": "奧爾拉河大橋週二重新開放，兩年前的一場洪水沖毀了它東側的橋墩。",
    "ja": "洪水で東側の橋脚が流されてから2年、オルラ川に架かる橋が火曜日に再開通した。",
    "ar": "أعيد فتح الجسر الممتد فوق نهر أورلا يوم الثلاثاء، بعد عامين من سيول جرفت دعامته الشرقية.",
    "fa": "پل روی رودخانه اورلا روز سه‌شنبه، دو سال پس از آن که سیل پایه شرقی آن را برد، دوباره باز شد.",
    "ru": "Мост через Орлу вновь открылся во вторник, спустя два года после того, как паводок снёс его восточный бык.",
    "uk": "Міст через Орлу знову відкрили у вівторок, через два роки після того, як повінь знесла його східну опору.",
    "bg": "Мостът над Орла отвори отново във вторник, две години след като наводнение отнесе източната му опора.",
    "sr": "Мост преко Орле поново је отворен у уторак, две године пошто је поплава однела његов источни стуб.",
}
CONFUSED = [
    ("zh_CN", "zh_TW"),
    ("zh_TW", "zh_CN"),
    ("zh_CN", "ja"),
    ("zh_TW", "ja"),
    ("ar", "fa"),
    ("fa", "ar"),
    ("ru", "uk"),
    ("uk", "ru"),
    ("ru", "bg"),
    ("ru", "sr"),
    ("sr", "ru"),
]


@pytest.mark.parametrize("locale", sorted(BRIDGE))
def test_a_text_in_its_own_language_is_no_stranger(locale):
    assert stranger(BRIDGE[locale], locale) == ""


@pytest.mark.parametrize(("written", "wanted"), CONFUSED)
def test_a_text_in_a_language_that_shares_the_script_is_told(written, wanted):
    assert stranger(BRIDGE[written], wanted)


@pytest.mark.parametrize(
    ("locale", "wanted"),
    [("zh", ""), ("zh_Hans_HK", ""), ("zh_SG", ""), ("zh_HK", "Simplified Chinese"), ("zh-Hant", "Simplified Chinese")],
)
def test_a_script_and_a_country_decide_how_chinese_is_written(locale, wanted):
    assert stranger(BRIDGE["zh_CN"], locale) == wanted


@pytest.mark.parametrize(
    ("text", "locale"),
    [
        ("周杰倫在臺北演唱。", "zh_CN"),
        ("東京都知事選挙投開票日", "ja"),
        ("زار وفد من جامعة گلستان المدينة.", "ar"),
        ("Поезд «Львiв» прибыл по расписанию.", "ru"),
    ],
)
def test_a_name_or_a_headline_tells_nothing(text, locale):
    assert stranger(text, locale) == ""
