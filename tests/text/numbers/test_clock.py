"""Which half of the day a clock time belongs to."""

from __future__ import annotations

import pytest

from l10n import languages
from l10n.text.numbers import compare
from l10n.text.numbers.clock import early, swapped, times


@pytest.mark.parametrize(
    ("language", "text", "hour", "late"),
    [
        ("en", "at 6:30 p.m. on Monday", 6, True),
        ("en", "at 7.55am", 7, False),
        ("en", "at 19:30", 7, True),
        ("en", "at 02:30", 2, False),
        ("en", "at 00:30", 12, False),
        ("en", "at 02:30 p.m.", 2, True),
        ("ko", "오후 6시 30분", 6, True),
        ("ko", "새벽 3시", 3, False),
        ("ja", "午前９時".replace("９", "9"), 9, False),
        ("zh", "下午3点", 3, True),
        ("es", "a las 6 de la mañana", 6, False),
        ("fr", "à 8 heures du matin", 8, False),
        ("de", "um 8 Uhr abends", 8, True),
        ("ar", "الساعة 7 مساءً", 7, True),
    ],
)
def test_a_time_with_its_half_of_the_day_is_read(language, text, hour, late):
    (time,) = times(text, languages.of(language))
    assert (time.hour, time.late) == (hour, late)


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("at 6 p.m.", "오후 6시"),
        ("at 6 p.m.", "18시"),
        ("from 6 a.m. to 6 p.m.", "오전 6시부터 오후 6시까지"),
        ("at 6", "오전 6시"),
        ("for 6 hours in the morning", "오전 6시간 동안"),
    ],
)
def test_a_time_that_was_kept_is_not_swapped(source, target):
    assert not list(swapped(source, target, (languages.of("en"), languages.of("ko"))))


def test_morning_for_evening_is_a_changed_number_with_its_place():
    difference = compare("It began at 6:30 p.m.", "오전 6시 30분에 시작됐다.", "en", "ko")
    assert difference.missing == ("6:30 p.m.",)
    assert difference.extra == ("오전 6시",)
    assert (difference.new[0].start, difference.new[0].end) == (0, 5)
    assert difference.changed


@pytest.mark.parametrize(
    ("locale", "source", "target", "changed"),
    [
        ("ko", "It happened at 12:30 a.m.", "낮 12시 30분에 일어났다.", True),
        ("ko", "It happened at 12:30 p.m.", "낮 12시 30분에 일어났다.", False),
        ("ko", "They met at 1 p.m.", "그들은 낮 1시에 만났다.", False),
        ("ko", "They met at 11 a.m.", "그들은 낮 11시에 만났다.", False),
        ("ko", "They met at noon.", "그들은 자정에 만났다.", True),
        ("ko", "They met at midnight.", "그들은 정오에 만났다.", True),
        ("ko", "They met at midnight.", "그들은 밤 12시에 만났다.", False),
        ("ja", "They met at noon.", "彼らは真夜中に会った。", True),
        ("zh_CN", "They met at midnight.", "他们中午见面。", True),
        ("es", "They met at midnight.", "Se reunieron al mediodía.", True),
        ("fr", "They met at noon.", "Ils se sont vus à minuit.", True),
        ("fr", "They met at midnight, not in the afternoon.", "À minuit, pas l’après-midi.", False),
        ("de", "They met at noon.", "Sie trafen sich um Mitternacht.", True),
    ],
)
def test_twelve_by_day_is_not_twelve_by_night(locale, source, target, changed):
    assert compare(source, target, "en", locale).changed == changed


def test_a_night_time_of_24_hours_is_no_afternoon():
    assert compare("It sank at 02:30.", "배는 오후 2시 30분에 가라앉았다.", "en", "ko").changed
    assert not compare("It sank at 02:30.", "배는 새벽 2시 30분에 가라앉았다.", "en", "ko").changed
    assert not compare("It sank at 14:30.", "배는 오후 2시 30분에 가라앉았다.", "en", "ko").changed


@pytest.mark.parametrize(
    ("locale", "right", "wrong"),
    [
        ("de", "Er schließt um 18.15 Uhr.", "Er schließt um 6.15 Uhr."),
        ("fr", "Il ferme à 18 h 15.", "Il ferme à 6 h 15."),
        ("it", "Chiude alle 18.15.", "Chiude alle 6.15."),
        ("nl", "Hij sluit om 18.15 uur.", "Hij sluit om 6.15 uur."),
        ("pl", "Zamyka się o 18:15.", "Zamyka się o 6:15."),
        ("ru", "Он закрывается в 18:15.", "Он закрывается в 6:15."),
    ],
)
def test_an_evening_is_no_morning_where_hours_are_counted_to_24(locale, right, wrong):
    both = languages.of("en"), languages.of(locale)
    assert not list(early("It closes at 6:15 p.m.", right, both))
    ((time, start, end),) = early("It closes at 6:15 p.m.", wrong, both)
    assert (time.hour, time.late) == (6, True)
    assert "6" in wrong[start:end]


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("It closes at 6:15 p.m.", "Am Abend um 6.15 Uhr schließt er."),
        ("It opens at 6:15 a.m. and closes at 6:15 p.m.", "Er öffnet um 6.15 Uhr."),
        ("It closes at 12:15 p.m.", "Er schließt um 12.15 Uhr."),
    ],
)
def test_what_says_the_evening_or_means_a_morning_is_no_fault(source, target):
    assert not list(early(source, target, (languages.of("en"), languages.of("de"))))
