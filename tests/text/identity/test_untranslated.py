"""Which English words were left standing in a translation?"""

import pytest

from l10n.text.identity import untranslated

SOURCE = "The harbor council of Portside voted against buying wet nets on Monday, the State Security Ministry said."


def found(target, source=SOURCE, kept=()):
    return [" ".join(left.words) for left in untranslated.words(source, target, kept)]


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("항구 council은 반대했다.", ["council"]),
        ("시의회는 voted against buying wet nets on 월요일.", ["voted against buying wet nets on"]),
        ("State Security가 말했다.", ["State Security"]),
        ("그들은 on 말했다.", ["on"]),
        ("港のcouncilは反対した。", ["council"]),
        ("市议会voted against buying wet nets。", ["voted against buying wet nets"]),
    ],
)
def test_english_words_of_the_source_are_found(target, expected):
    assert found(target) == expected


@pytest.mark.parametrize(
    "target",
    [
        "국가보위성(State Security Ministry)이 말했다.",
        "국가보위성(State Security Ministry, 보위성)이 말했다.",
        "Portside 시의회",
        "council.org와 harbor@council.org, @council, #council, /council/nets",
        "‘council’이라는 말",
        "“The harbor council of Portside”라는 책",
        "그것은 window라고 한다.",
        "\u2060council\u2060을 보라",
        "값은 {council}이다",
        "網が{council}枚",
        "시의회가 반대했다.",
    ],
)
def test_names_glosses_addresses_and_words_spoken_about_are_none(target):
    assert found(target) == []


def test_words_that_are_kept_on_purpose_are_none():
    assert found("항구 council은 반대했다.", kept={"council"}) == []


def test_programs_and_units_are_none():
    assert found("npm과 mph", source="Use npm at 5 mph") == []


def test_a_clause_of_the_source_is_found_in_a_language_of_the_same_letters():
    source = "The council of Portside voted against the buying of wet nets."
    target = "El consejo voted against the buying of nets ayer."
    place = untranslated.remark(source, target)
    assert place
    start, end = place
    assert target[start:end] == "voted against the buying of"


@pytest.mark.parametrize(
    "target",
    [
        "Lo dijo el State Security Ministry ayer.",
        "El consejo (voted against buying wet nets) habló.",
        "Dijo “voted against buying wet nets” (votó en contra).",
        "El consejo votó en contra.",
    ],
)
def test_names_and_glosses_are_no_clause(target):
    assert untranslated.remark(SOURCE, target) is None


@pytest.mark.parametrize(
    "target",
    [
        "항구가 닫혔다. Nobody knows when it will open again.",
        "港は閉じた。It will be open again in the spring.",
    ],
)
def test_an_english_sentence_is_found_whatever_the_source(target):
    place = untranslated.sentence(target)
    assert place is not None
    assert target[slice(*place)].startswith(("Nobody", "It will"))


@pytest.mark.parametrize(
    "target",
    [
        "그는 “I do not know when it will be over”라고 말했다.",
        "이 노래(When the Boat Comes In to the Harbor)는 오래됐다.",
        "Open Source Guide of the Year 상을 받았다.",
        "Visual Studio Code를 쓴다.",
    ],
)
def test_a_quotation_a_title_and_names_are_no_sentence(target):
    assert untranslated.sentence(target) is None


def test_a_name_with_little_words_inside_is_a_name():
    source = "The Center on the Economy said so."
    (left,) = untranslated.words(source, "Center on the Economy가 말했다.")
    assert left.named


def test_a_name_with_a_colon_and_calls_are_no_words():
    source = "The net harbor:bit shows how mend() and net::rope work."
    assert list(untranslated.words(source, "harbor:bit는 mend()와 net::rope를 보인다.")) == []


def test_the_word_that_a_list_explains_is_none():
    assert list(untranslated.words("static:\nA word for what stays.", "static:\n그대로 있는 것.")) == []
    assert len(list(untranslated.words("What is static: it stays.", "static: 그대로다."))) == 1


def test_a_whole_link_and_a_whole_quotation_are_told_apart():
    source = "Read how the nets were mended."
    (link,) = untranslated.words(source, "\u2060how the nets were mended\u2060를 읽는다.")
    (quoted,) = untranslated.words(source, "「how the nets were mended」를 읽는다.")
    (bare,) = untranslated.words(source, "그 how the nets were mended를 읽는다.")
    assert [(one.linked, one.whole) for one in (link, quoted, bare)] == [(True, True), (True, False), (False, False)]


def test_a_name_of_little_words_is_no_sentence():
    assert untranslated.sentence("그는 NETS Center for the Mending of Ropes in Harbor에서 일한다.") is None


def test_a_variable_of_a_program_may_stand_behind_a_letter_of_another_script():
    assert list(untranslated.words("You have {count} nets and boats.", "لديك شباك و{count} قوارب.")) == []
    assert len(list(untranslated.words("You have boats.", "لديك boats."))) == 1


SENTENCE = "The council of Portside voted against buying nets, and the fishermen were outraged by the riots."


@pytest.mark.parametrize(
    "target",
    [
        "El consejo voted against buying nets ayer.",
        "시의회는 voted against buying nets 했다.",
        "El consejo the fishermen were outraged by y nada más.",
    ],
)
def test_words_in_a_row_that_are_the_sources_are_found(target):
    assert untranslated.run(SENTENCE, target)


@pytest.mark.parametrize(
    "target",
    [
        "El consejo (voted against buying nets) habló.",
        "El consejo dijo “voted against buying nets”.",
        "La Royal Society for the Prevention of Cruelty to Animals habló.",
    ],
)
def test_brackets_short_quotations_and_names_are_not(target):
    source = SENTENCE + " The Royal Society for the Prevention of Cruelty to Animals spoke."
    assert untranslated.run(source, target) is None


def test_single_english_words_of_a_korean_text_are_found():
    assert untranslated.single(SENTENCE, "어부들은 riots에 outraged 했다.")
    assert untranslated.single(SENTENCE, "어부들은 outraged 했다.")
    assert untranslated.single("Karenia brevis is an alga.", "Karenia brevis는 조류다.") is None
    assert untranslated.single("They call it “overscanning”.", "그것을 overscanning이라 부른다.") is None


def test_a_long_quotation_is_not_meant_to_stay_and_little_words_alone_are_none():
    long = "The council of Portside voted against buying nets, and the fishermen were outraged by the riots"
    assert untranslated.run(SENTENCE, f"El alcalde dijo: “{long}”.")
    assert untranslated.run("It is up to me or so.", "Es up to me or algo.") is None


@pytest.mark.parametrize(
    ("source", "target", "kept"),
    [
        (SENTENCE, "시의회는 council을 열었다.", ()),
        (SENTENCE, "어부들은 outraged 했다.", {"outraged"}),
        ("Karenia brevis and Rana temporaria live there.", "Karenia brevis와 Rana temporaria가 산다.", ()),
        ("The Center for the Mending of Nets is open.", "Center for the Mending of Nets가 문을 열었다.", ()),
    ],
)
def test_one_plain_word_kept_words_species_and_names_may_stand_in_a_korean_text(source, target, kept):
    assert untranslated.single(source, target, kept) is None


def test_two_plain_words_are_found():
    assert untranslated.single(SENTENCE, "시의회는 council과 nets를 샀다.")


def test_what_a_reader_fills_in_is_not_left_in_english():
    source = "Copy <path> to <target path> before moving anything."
    assert not found("<path>를 <target path>로 복사하십시오.", source)
    assert untranslated.single(source, "<path>를 <target path>로 복사하십시오.") is None
    assert untranslated.single(source, "path를 target으로 moving하십시오.")
