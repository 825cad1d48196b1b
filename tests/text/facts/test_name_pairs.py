"""Which names of a source a translation spells out, and where it is not clear."""

import pytest

from l10n.text.facts.name_pairs import folded, inner, seen


def spelt(source, target, locale):
    return {one.name: one.forms[0] for one in seen(source, target, locale) if one.sure}


@pytest.mark.parametrize(
    ("locale", "source", "target", "names"),
    [
        (
            "ko",
            "Mayor Selma Torvik met Rudi Kastner in Bremgarten.",
            "셀마 토르비크(Selma Torvik) 시장은 브렘가르텐(Bremgarten)에서 루디 카스트너를 만났다.",
            {"Selma Torvik": "셀마 토르비크", "Bremgarten": "브렘가르텐", "Rudi Kastner": "루디 카스트너"},
        ),
        (
            "ja",
            "The pilot Selma Torvik met Rudi Kastner.",
            "操縦士のセルマ・トルビクはルディ・カストナーと会った。",
            {"Selma Torvik": "セルマ・トルビク", "Rudi Kastner": "ルディ・カストナー"},
        ),
        (
            "zh_CN",
            "The mayor met Selma Torvik on Monday.",
            "市长周一会见了塞尔玛·托尔维克（Selma Torvik）。",
            {"Selma Torvik": "塞尔玛·托尔维克"},
        ),
        (
            "ar",
            "The mayor met Selma Torvik and Martin Kastner.",
            "التقى العمدة سلمى تورفيك ومارتن كاستنر.",
            {"Selma Torvik": "سلمى تورفيك", "Martin Kastner": "مارتن كاستنر"},
        ),
        (
            "fa",
            "The mayor met Selma Torvik and Martin Kastner.",
            "شهردار با سلما تورویک و مارتین کاستنر دیدار کرد.",
            {"Selma Torvik": "سلما تورویک", "Martin Kastner": "مارتین کاستنر"},
        ),
        (
            "hi",
            "The mayor met Selma Torvik and Martin Kastner.",
            "महापौर ने सेल्मा टोर्विक और मार्टिन कास्टनर से मुलाकात की।",
            {"Selma Torvik": "सेल्मा टोर्विक", "Martin Kastner": "मार्टिन कास्टनर"},
        ),
        (
            "zh_TW",
            "The mayor met Selma Torvik on Monday.",
            "市長週一會見了塞爾瑪·托爾維克（Selma Torvik）。",
            {"Selma Torvik": "塞爾瑪·托爾維克"},
        ),
    ],
)
def test_names_are_known_by_their_bracket_and_by_their_sound(locale, source, target, names):
    assert spelt(source, target, locale) == names


def test_a_particle_behind_a_name_is_no_part_of_it():
    source = "The boat of Selma Torvik sank."
    assert spelt(source, "셀마 토르비크의 배가 가라앉았다.", "ko") == {"Selma Torvik": "셀마 토르비크"}


def test_where_a_name_may_end_at_several_places_all_are_told():
    (one,) = seen("He sold it to Anna Bolena.", "그는 안나 볼레나에 그것을 팔았다.", "ko")
    assert not one.sure
    assert one.forms == ("안나 볼레나에", "안나 볼레나")


def test_a_translated_name_may_begin_at_several_words():
    (one,) = seen(
        "It came from the Office of Public Wells.",
        "그것은 시의 공공 우물 관리청(Office of Public Wells)에서 왔다.",
        "ko",
    )
    assert not one.sure
    assert one.forms[-3:] == ("공공 우물 관리청", "우물 관리청", "관리청")


def test_quotation_marks_show_where_a_translated_name_begins():
    source = "They read the Book of Salt."
    assert spelt(source, "그들은 ‘소금의 책’(Book of Salt)을 읽었다.", "ko") == {}
    assert spelt(source, "그들은 ‘소금의 책(Book of Salt)’을 읽었다.", "ko") == {"Book of Salt": "소금의 책"}


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("The Harbor Police Office (HPO) closed.", "항만경찰청(HPO)이 문을 닫았다."),
        ("The boat left.", "배는 떠났다(Selma Torvik)."),
        ("Yes, they sang.", "그렇다, 그들은 노래를(Ye) 불렀다."),
        ("Selma Torvik left.", "그는 떠났다."),
        ("Selma Torvik left.", ""),
    ],
)
def test_acronyms_what_the_source_has_not_and_what_is_not_spelt_are_no_names(source, target):
    assert seen(source, target, "ko") == []


@pytest.mark.parametrize("locale", ["es", "de", "ru"])
def test_nothing_is_found_where_it_is_not_known_how_names_are_written(locale):
    assert seen("Selma Torvik left.", "Selma Torvik (Selma Torvik)", locale) == []


def test_in_chinese_a_name_that_may_go_on_is_not_sure():
    found = seen("The judge freed Ben Kastner.", "法官释放了本·卡斯特纳法官。", "zh_CN")
    assert all(not one.sure or one.forms == ("本·卡斯特纳",) for one in found)


def test_a_name_of_which_only_the_end_is_known_is_none():
    assert seen("They saw Alex Noren.", "他们见到了亚历克斯·诺伦。", "zh_CN") == []


def test_a_spelling_in_fewer_words_must_sound_very_much_like_the_name():
    assert spelt("The mayor of La Paz left.", "라파스(La Paz) 시장은 떠났다.", "ko") == {"La Paz": "라파스"}
    assert spelt("They saw Rose Leslie.", "他们见到了莱斯利（Rose Leslie）。", "zh_CN") == {}


def test_an_owner_is_a_name_of_its_own():
    assert list(inner("The crowd left Torvik's Harbor Office.")) == ["Torvik", "Harbor Office"]


def test_names_are_compared_without_case_and_accents():
    assert folded("José  O’Néill") == folded("jose o'neill")
