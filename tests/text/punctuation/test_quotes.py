"""How do the quotation marks of a text pair up?"""

import pytest

from l10n.text.analysis import analysed
from l10n.text.punctuation.quotes import MIXED, REVERSED, UNCLOSED, UNOPENED, accepted, preferred, read, runs_on, whole
from tests.growth import grows_evenly


def faults(text, language="ko"):
    return [(flaw.start, flaw.kind, flaw.fix) for flaw in read(text, language).flaws]


def marks(text, language):
    return [one.marks for one in read(text, language).quotations]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("“가자”고 했다.", "ko", ["“”"]),
        ("그는 “그가 ‘가자’고 했다”고 했다.", "ko", ["‘’", "“”"]),
        ("Er sagte: „Sie riefen ‚los‘ und gingen.“", "de", ["‚‘", "„“"]),
        ("Er sagte: »Wir gehen.«", "de", ["»«"]),
        ("Il dit : « Allons-y. »", "fr", ["«»"]),
        ("彼は「『行く』と言った」。", "ja", ["『』", "「」"]),
        ("Han sade: ”Vi går.”", "sv", ["””"]),
        ('وقال" نذهب الآن".', "ar", ['""']),
        ('"하나" 그리고 "둘"', "ko", ['""', '""']),
    ],
)
def test_marks_of_every_language_pair_up(text, language, expected):
    assert marks(text, language) == expected
    assert faults(text, language) == []


@pytest.mark.parametrize("mark", ["“", "”", '"', "„", "«", "‘"])
@pytest.mark.parametrize("locale", ["ko", "de", "fr"])
def test_a_row_of_marks_is_read_in_time_by_its_length(mark, locale):
    def read_anew(many):
        analysed.cache_clear()
        return read(f"a {mark}b" * many, locale)

    assert grows_evenly(read_anew, 400)


def test_a_quotation_knows_how_deep_it_stands():
    found = {one.marks: one.depth for one in read("“그가 ‘가자’고 했다”", "ko").quotations}
    assert found == {"‘’": 1, "“”": 0}


def test_an_apostrophe_inside_of_a_quotation_does_not_end_it():
    (one,) = read("Il dit ‘l’homme est là’ hier", "fr").quotations
    assert (one.start, one.end) == (7, 23)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("L’homme qu’il a vu.", "fr"),
        ("The crews’ boats and the ’90s.", "en"),
        ('Das Brett ist 6" lang.', "de"),
        ("» Weiter geht die Rede.", "fr"),
        ('צה"ל', "he"),
    ],
)
def test_apostrophes_inches_and_signs_are_no_quotation_marks(text, language):
    assert faults(text, language) == []


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("“가자고 했다.", "ko", [(0, UNCLOSED, None)]),
        ("가자”고 했다.", "ko", [(2, UNOPENED, None)]),
        ("“가자“고 했다.", "ko", [(3, REVERSED, "”")]),
        ("그는 ”가자”고 했다.", "ko", [(3, REVERSED, "“")]),
        ('“가자"고 했다.', "ko", [(3, MIXED, "”")]),
        ('"가자”고 했다.', "ko", [(0, MIXED, "“")]),
        ('"가자고 했다.', "ko", [(0, UNCLOSED, None)]),
        ("« Allons-y.", "fr", [(0, UNCLOSED, None)]),
        ("Allons-y\u00a0», dit-il.", "fr", [(9, UNOPENED, None)]),
        ("“行く」と言った。", "ja", [(0, UNCLOSED, None), (3, UNOPENED, None)]),
        ("他说走了，”他说。", "zh", [(5, UNOPENED, None)]),
        ("“가자고 했다. 그는“가라”고 했다.", "ko", [(0, UNCLOSED, None)]),
        ('"走了，“他说。', "zh", [(0, UNCLOSED, None), (4, UNCLOSED, None)]),
    ],
)
def test_a_mark_without_its_partner_is_told(text, language, expected):
    assert faults(text, language) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We go,” he said.", True),
        ("We go,” he said.", False),
        ("'We go,' he said.", True),
        ("He said: 'We go now.", False),
        ("It's the crew's boat.", True),
        ("rock 'n' roll of the '90s", True),
    ],
)
def test_an_english_text_is_whole_when_each_quotation_ends_in_it(text, expected):
    assert whole(text) is expected


def test_a_language_has_a_pair_for_quotations_and_one_for_those_inside():
    assert preferred("ko") == ("“”", "‘’")
    assert preferred("fr")[0] == "«»"
    assert preferred("xx") == ("", "")
    assert "«»" not in accepted("ko")
    assert accepted("xx") == frozenset()


def test_the_apostrophe_of_a_plural_closes_nothing():
    assert whole("The workers' party and the agents’ tools.")
    assert not whole("'We know the workers' party well.")
    assert whole("The 'dirty tricks' campaign of the workers' party.")


@pytest.mark.parametrize(
    ("text", "before", "after"),
    [
        ("“We wait.", False, True),
        ("'We know the workers' party.", False, True),
        ("We wait.", True, True),
        ("We wait.", False, False),
        ("We go,” he said.", True, False),
        ("We go,' he said.", True, False),
        ("“We wait.", True, True),
    ],
)
def test_a_quotation_runs_on_from_text_to_text(text, before, after):
    assert runs_on(text, before=before) is after


def test_in_german_a_mark_behind_a_letter_or_a_stop_closes():
    assert faults("Das ist so.“", "de") == [(11, UNOPENED, None)]
    assert faults("“Das ist so.", "de") == [(0, UNCLOSED, None)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("שר החוץ של ארה“ב הגיע לאו“ם.", []),
        ("ג‘רמי קורבין נסע 800 קמ“ש.", []),
        ("מספר הטלפון הוא בעמ’ 7.", []),
        ("הוא אמר: „אנחנו מחכים“.", ["„“"]),
        ("הוא אמר ש“אנחנו מחכים בארה“ב“.", ["““"]),
        ("הוא קרא לזה ‚מהפכה‘ בצ‘ילה.", ["‚‘"]),
    ],
)
def test_marks_inside_of_hebrew_words_are_none(text, expected):
    assert marks(text, "he") == expected
    assert faults(text, "he") == []


def test_a_straight_mark_beside_one_that_is_the_same_at_both_ends_is_mixed():
    assert faults('"אנחנו מחכים“, אמר.', "he") == [(0, MIXED, "“")]


@pytest.mark.parametrize(
    ("locale", "pair"),
    [("hi", "“”"), ("ka", "„“"), ("kk", "«»"), ("zh_TW", "「」"), ("ka", "“”"), ("nb", "«»"), ("he", "„“")],
)
def test_a_language_without_a_table_has_the_marks_of_cldr_and_those_of_keyboards(locale, pair):
    assert pair in accepted(locale)
