"""How do the quotation marks of a text pair up?"""

import pytest

from l10n.text.punctuation.quotes import Fault, accepted, preferred, read, runs_on, whole


def faults(text, language="ko"):
    return [(problem.at, problem.fault, problem.fix) for problem in read(text, language).problems]


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
        ("“가자고 했다.", "ko", [(0, Fault.UNCLOSED, None)]),
        ("가자”고 했다.", "ko", [(2, Fault.UNOPENED, None)]),
        ("“가자“고 했다.", "ko", [(3, Fault.REVERSED, "”")]),
        ("그는 ”가자”고 했다.", "ko", [(3, Fault.REVERSED, "“")]),
        ('“가자"고 했다.', "ko", [(3, Fault.MIXED, "”")]),
        ('"가자”고 했다.', "ko", [(0, Fault.MIXED, "“")]),
        ('"가자고 했다.', "ko", [(0, Fault.UNCLOSED, None)]),
        ("« Allons-y.", "fr", [(0, Fault.UNCLOSED, None)]),
        ("Allons-y\u00a0», dit-il.", "fr", [(9, Fault.UNOPENED, None)]),
        ("“行く」と言った。", "ja", [(0, Fault.UNCLOSED, None), (3, Fault.UNOPENED, None)]),
        ("他说走了，”他说。", "zh", [(5, Fault.UNOPENED, None)]),
        ("“가자고 했다. 그는“가라”고 했다.", "ko", [(0, Fault.UNCLOSED, None)]),
        ('"走了，“他说。', "zh", [(0, Fault.UNCLOSED, None), (4, Fault.UNCLOSED, None)]),
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
    assert faults("Das ist so.“", "de") == [(11, Fault.UNOPENED, None)]
    assert faults("“Das ist so.", "de") == [(0, Fault.UNCLOSED, None)]
