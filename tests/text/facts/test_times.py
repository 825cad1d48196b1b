"""Words of time that were exchanged for another of their kind."""

from __future__ import annotations

import pytest

from l10n.text.facts.times import moved


@pytest.mark.parametrize(
    ("language", "source", "target", "named", "told"),
    [
        ("ko", "They met on Thursday.", "그들은 금요일에 만났다.", "Thursday", "금요일"),
        ("ko", "It opens on Sundays.", "토요일마다 문을 연다.", "Sundays", "토요일"),
        ("ko", "They will meet next year.", "그들은 지난해 만난다.", "next year", "지난해"),
        ("ko", "It began last spring.", "지난가을에 시작됐다.", "last spring", "가을"),
        ("ko", "Sales fell in the first half.", "하반기에 매출이 줄었다.", "first half", "하반기"),
        ("ko", "It opened last month.", "다음 달 문을 열었다.", "last month", "다음 달"),
        ("ko", "It closed last week.", "이번 주 문을 닫았다.", "last week", "이번 주"),
        ("ko", "It closes tomorrow.", "어제 문을 닫는다.", "tomorrow", "어제"),
        ("ko", "It closed yesterday.", "오늘 문을 닫았다.", "yesterday", "오늘"),
        ("ko", "It closed on Friday morning.", "금요일 저녁 문을 닫았다.", "morning", "저녁"),
        ("ko", "It closed early this year.", "올해 말 문을 닫았다.", "early", "올해 말"),
        ("ja", "It closed in the evening.", "朝に閉まった。", "evening", "朝"),
        ("zh", "It closed late last year.", "去年初关门。", "late", "年初"),
        ("de", "It closed on Monday night.", "Es schloss am Montagmorgen.", "night", "Montagmorgen"),
        ("ko", "It closed earlier this year.", "지난해 초에 문을 닫았다.", "this year", "지난해"),
        ("zh", "It closes today.", "明天关门。", "today", "明天"),
        ("es", "It closed yesterday.", "Cerró hoy.", "yesterday", "hoy"),
        ("de", "It closes tomorrow.", "Es schließt heute.", "tomorrow", "heute"),
        ("de", "It closed last year.", "Es schloss in diesem Jahr.", "last year", "diesem Jahr"),
        ("fr", "It closed last year.", "Il a fermé cette année.", "last year", "cette année"),
        ("ar", "It closed last year.", "أغلقت هذا العام.", "last year", "هذا العام"),
        ("ja", "They met on Thursday.", "彼らは金曜日に会った。", "Thursday", "金曜"),
        ("ja", "It opens next year.", "昨年開業する。", "next year", "昨年"),
        ("ja", "They come every autumn.", "毎年春に来る。", "every autumn", "春"),
        ("ja", "It closed last summer.", "昨冬に閉館した。", "last summer", "冬"),
        ("zh", "It closed last summer.", "去冬闭馆。", "last summer", "去冬"),
        ("zh", "They come every autumn.", "他们每年春天来。", "every autumn", "春天"),
        ("zh", "They met on Thursday.", "他们周五见面。", "Thursday", "周五"),
        ("zh", "It opens next year.", "去年开业。", "next year", "去年"),
        ("es", "They met on Thursday.", "Se reunieron el viernes.", "Thursday", "viernes"),
        ("fr", "It began last spring.", "Cela a commencé l’hiver dernier.", "last spring", "hiver"),
        ("de", "They met on Thursday.", "Sie trafen sich am Freitagabend.", "Thursday", "Freitagabend"),
        ("ar", "They met on Thursday.", "اجتمعوا يوم الجمعة.", "Thursday", "الجمعة"),
        ("ar", "It opens on Monday and closes on Sunday.", "يفتح الاثنين ويغلق السبت.", "Sunday", "السبت"),
    ],
)
def test_another_time_of_the_same_kind_has_its_place(language, source, target, named, told):
    ((one,),) = (tuple(moved(source, target, language)),)
    assert one.message == f"the source says “{named}”, the translation “{told}”"
    assert target[one.start : one.end] == told


@pytest.mark.parametrize(
    ("language", "source", "target"),
    [
        ("ko", "They met on Thursday.", "그들은 목요일에 만났다."),
        ("ko", "They met on Thursday and left on Friday.", "그들은 목요일에 만나 금요일에 떠났다."),
        ("ko", "They met on Thursday.", "그들은 27일 만났다."),
        ("ko", "They met on Thursday at the weekend house.", "그들은 일요일에 만났다."),
        ("ko", "Profits fell last year from a year earlier.", "지난해 이익이 전년보다 줄었다."),
        ("ko", "The plan for next year follows last year’s.", "내년 계획은 작년 것을 따른다."),
        ("ko", "It opened in 2019 and closes next year.", "2019년, 즉 지난해 문을 열었다."),
        ("ko", "He comes home every last year of school.", "그가 올 때마다 학교는 마지막 해다."),
        ("ko", "He scored in the second half.", "그는 후반에 골을 넣었다."),
        ("ko", "Water rose from the spring.", "샘에서 물이 솟았다. 가을이었다."),
        ("ko", "It may happen next year, later than this year.", "이듬해가 될 수 있다."),
        ("ko", "The gate opened.", "금요일에 문이 열렸다."),
        ("zh", "They meet on Thursday once a week.", "他们每周四见面，一周一次。"),
        ("ja", "It opened in the summer.", "秋田の春日町で夏に開業した。"),
        ("ja", "It opened in the summer at Akita.", "秋田で開業した。"),
        ("zh", "They trained last summer.", "他们为冬季奥运会训练。"),
        ("ar", "They met on Thursday.", "اجتمعوا بالخميس، وهما الاثنين اللذان حضرا."),
        ("ar", "They met on Monday.", "اجتمعوا الإثنين."),
        ("fr", "It was cold in the winter.", "Le froid hivernal a été rude."),
    ],
)
def test_what_else_the_source_says_is_not_held_against_it(language, source, target):
    assert not list(moved(source, target, language))


@pytest.mark.parametrize(
    ("locale", "source", "target", "told"),
    [
        ("ru", "They met on Thursday.", "Они встретились в прошлую пятницу.", "пятницу"),
        ("uk", "They met on Thursday.", "Вони зустрілися в п’ятницю.", "п’ятницю"),
        ("cs", "They met on Sunday.", "Sešli se v sobotu.", "sobotu"),
        ("tr", "They met on Monday.", "Salıya kadar toplandılar.", "Salıya"),
        ("fi", "They met on Thursday.", "He tapasivat tiistaina.", "tiistaina"),
        ("th", "They met on Monday.", "พวกเขาพบกันเมื่อวันอังคารที่ผ่านมา", "วันอังคาร"),
        ("zh_TW", "They met on Monday.", "他們週二見面。", "週二"),
        ("zh_TW", "They met on Monday.", "他們禮拜天見面。", "禮拜天"),
        ("zh_TW", "It opens next month.", "上個月開幕。", "上個月"),
        ("nl", "It opens next year.", "Vorig jaar ging het open.", "Vorig jaar"),
        ("hi", "It closes tomorrow.", "यह कल नहीं, इस सप्ताह बंद होगा।", ""),
        ("pt_BR", "They met on Monday.", "Eles se encontraram na terça.", "na terça"),
    ],
)
def test_a_time_is_known_in_a_language_that_only_cldr_or_a_supplement_knows(locale, source, target, told):
    assert [target[flaw.start : flaw.end] for flaw in moved(source, target, locale)] == ([told] if told else [])


@pytest.mark.parametrize(
    ("locale", "source", "target"),
    [
        ("ru", "They met on Thursday.", "Они встретились в четверг, в первую пятницу не успели."),
        ("tr", "They met on Monday.", "Pazartesiden beri toplanıyorlar."),
        ("fa", "They met on Thursday.", "آنها روز پنج‌شنبه ملاقات کردند."),
        ("he", "It opens next week.", "זה ייפתח בתחילת השבוע הבא."),
        ("th", "They met on Monday.", "พวกเขาพบกันวันจันทร์"),
        ("vi", "They met on Monday.", "Họ gặp nhau lần thứ ba vào thứ hai."),
        ("ko", "It will rain over the next week.", "이번 주 내내 비가 온다."),
    ],
)
def test_an_inflected_or_compound_form_and_a_span_of_time_are_no_other_time(locale, source, target):
    assert not list(moved(source, target, locale))


def test_a_source_whose_times_are_not_known_is_asked_nothing():
    assert not list(moved("Они встретились в четверг.", "그들은 금요일에 만났다.", "ko", "ru"))
    assert not list(moved("They met on Thursday.", "", "xx"))
