"""What is known of names: the glossary's word counts, and a name is found where it stands as one."""

import pickle

from l10n.model import IMPORTED, KnownName, Term
from l10n.text.facts.known_names import known


def names(*pairs, terms=(), origin="a.md", locale="ko"):
    return known(terms, [KnownName(source, target, origin) for source, target in pairs], locale)


def within(text, *pairs, **more):
    return {term.source: term.target for term in names(*pairs, **more).within(text)}


TORVIK = ("Selma Torvik", "셀마 토르비크")


def test_the_glossary_wins_over_the_name_memory():
    found = names(TORVIK, ("Rudi Kastner", "루디 카스트너"), terms=(Term("Selma Torvik", "젤마 토르빅"),))
    assert found.targets == {"Selma Torvik": "젤마 토르빅", "Rudi Kastner": "루디 카스트너"}
    assert found.memory == {"Rudi Kastner": "루디 카스트너"}


def test_a_name_of_which_the_glossary_calls_a_part_otherwise_is_not_used():
    assert names(TORVIK, terms=(Term("Torvik", "토르빅"),)).memory == {}
    assert names(TORVIK, terms=(Term("Torvik", "토르비크"),)).memory == dict([TORVIK])
    assert names(TORVIK, terms=(Term("Torvik", "토르빅", status="proposed"),)).memory == dict([TORVIK])


def test_names_are_found_whatever_their_accents_the_longest_first():
    pairs = (("José Brandt", "호세 브란트"), ("José Brandt Hall", "호세 브란트 홀"))
    assert within("He saw Jose Brandt in the José Brandt Hall.", *pairs) == {
        "Jose Brandt": "호세 브란트",
        "José Brandt Hall": "호세 브란트 홀",
    }
    assert within("He saw jose brandt, and XJose Brandtson.", *pairs) == {}


def test_the_parts_of_a_name_are_names_where_the_whole_stands_too():
    text = "The mayor thanked Selma Torvik.\nTorvik smiled. People like Selma."
    assert within(text, TORVIK) == {"Selma Torvik": "셀마 토르비크", "Torvik": "토르비크", "Selma": "셀마"}
    assert within("The mayor thanked Torvik.", TORVIK) == {}


def test_a_part_that_stands_in_small_letters_is_no_name():
    pair = ("Will Stone", "윌 스톤")
    assert within("They know Will Stone. A stone fell. Will he go? Stone went.", pair) == {"Will Stone": "윌 스톤"}


def test_a_word_of_a_list_is_no_name_at_the_beginning_of_a_sentence():
    town = ("Nice", "니스")
    assert within("Nice weather came.", town, origin=IMPORTED) == {}
    assert within("They flew to Nice. Nice was full.", town, origin=IMPORTED) == {"Nice": "니스"}
    assert within("They flew to Nice, which is nice.", town, origin=IMPORTED) == {}
    assert within("Nice was full.", town) == {"Nice": "니스"}


def test_japanese_parts_are_divided_by_their_sign():
    pair = ("Rudi Kastner", "ルディ・カストナー")
    assert within("They saw Rudi Kastner. Kastner left.", pair, locale="ja")["Kastner"] == "カストナー"


def test_it_goes_to_another_process():
    found = names(TORVIK)
    assert pickle.loads(pickle.dumps(found)) == found  # noqa: S301  our own


def test_without_names_nothing_is_found():
    assert within("Selma Torvik left.") == {}
