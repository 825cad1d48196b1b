"""What does a text say twice?"""

import pytest

from l10n.text.sentences import repetition


def test_a_loop_is_found_with_its_place():
    text = "그리고 그는 " + "그 사람 " * 6 + "끝."
    place = repetition.loop(text)
    assert place
    start, end = place
    assert text[start:end].strip() == ("그 사람 " * 6).strip()


@pytest.mark.parametrize(
    "text",
    [
        "하하하하하하",
        "hahahahaha",
        "가나다라마바사",
        "1, 2, 3, 4, 5, 6, 7, 8, 9",
        "-" * 40,
        "쪽 " + "." * 40,
        "· " * 20,
    ],
)
def test_laughter_and_rows_are_no_loop(text):
    assert repetition.loop(text) is None


@pytest.mark.parametrize("unit", ["둥실", "ab", "가", "]", "!", "！"])
def test_a_syllable_or_a_mark_is_a_loop_where_it_goes_on_and_on(unit):
    text = f"그는 {unit * 24}끝"
    assert repetition.loop(text) == (3, 3 + len(unit) * 24)
    assert repetition.loop(f"그는 {unit * 5}끝") is None


def test_a_loop_in_a_long_text_is_found():
    text = "시의회는 항구에서 새 그물을 사기로 했다. " * 2 + "그물과 배, " * 5
    assert repetition.loop(text) is not None
    assert repetition.loop("시의회는 항구에서 새 그물을 사기로 했다. " * 4) is None


def test_a_sentence_that_stands_twice_is_found_at_its_second_place():
    text = "항구는 그날 밤 조용했다. 배는 없었다. 항구는 그날 밤 조용했다."
    ((start, end),) = repetition.twice(text)
    assert start > 20
    assert text[start:end] == "항구는 그날 밤 조용했다"
    assert list(repetition.twice("1 + 2 + 3 + 4 + 5. 1 + 2 + 3 + 4 + 5.")) == []


@pytest.mark.parametrize(
    ("locale", "text", "words"),
    [
        ("ko", "국경 국경 경비대", ["국경"]),
        ("es", "el barco de de pesca", ["de"]),
        ("ko", "아주 아주 조용했다", []),
        ("ko", "하루하루 조용했다", []),
        ("fr", "nous nous levons", []),
        ("ar", "قناة بي بي سي", []),
        ("es", "el-el barco", []),
    ],
)
def test_a_word_that_stands_twice_is_found_unless_it_is_meant(locale, text, words):
    assert [word for _, _, word in repetition.doubled(text, "", locale)] == words


@pytest.mark.parametrize(
    ("locale", "text", "words"),
    [
        ("de", "Sie weiß nicht, ob sie sie kennt.", []),
        ("de", "Es sind Leute, die die Stadt lieben.", []),
        ("de", "Eine Frage, an der der Plan hing.", []),
        ("de", "Er verkauft die die Boote.", ["die"]),
        ("de", "Er kam mit mit dem Boot.", ["mit"]),
        ("vi", "Anh ấy đi chầm chậm, từ từ rồi dần dần nhanh hơn.", []),
        ("vi", "Thuyền của của anh ấy.", ["của"]),
        ("tr", "Ağır ağır eve döndü.", []),
        ("tr", "Balık ve ve ekmek aldı.", ["ve"]),
        ("id", "Mereka pelan pelan pulang.", []),
        ("id", "Kapal yang yang besar.", ["yang"]),
        ("cs", "Chtěl se se mnou sejít.", []),
        ("pt", "É diferente do do ano passado.", []),
        ("xx", "lo kala kala", ["kala"]),
    ],
)
def test_what_a_language_doubles_by_grammar_is_no_slip(locale, text, words):
    assert [word.lower() for _, _, word in repetition.doubled(text, "", locale)] == words


def test_what_the_source_doubles_may_be_doubled():
    assert list(repetition.doubled("국경 국경 경비대", "the border border guard", "ko")) == []


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("港の委員会委員会委員会の人", "委員会"),
        ("コンピューターコンピューターを買った", "コンピューター"),
        ("发言人发言人说", "发言人"),
    ],
)
def test_a_word_without_spaces_around_it_can_stand_twice_too(text, word):
    assert next(repetition.doubled(text, "The harbor was quiet.", "ja"))[2] == word


@pytest.mark.parametrize("text", ["研究研究再说", "ドキドキドキドキした", "哈哈哈哈哈哈", "ララララララララ"])
def test_what_languages_without_spaces_double_by_grammar_or_sound_is_no_slip(text):
    assert not list(repetition.doubled(text, "The harbor was quiet.", "ja"))


@pytest.mark.parametrize(
    ("text", "second"),
    [
        ("Los barcos salieron del puerto al caer la noche al caer la noche.", "al caer la noche"),
        ("El barco rojo salió hoy de casa. El barco rojo salió hoy de casa.", "El barco rojo salió hoy de casa"),
        ("船は夜のうちに港を出た夜のうちに港を出た。", "夜のうちに港を出た"),
        ("Los barcos volvieron al puerto viejo al puerto viejo.", "al puerto viejo"),
        ("船は夜中に港から出た夜中に港から出た。", "夜中に港から出た"),
    ],
)
def test_a_stretch_that_is_said_again_at_once_is_found(text, second):
    place = repetition.again(text, "The boats left the harbor at nightfall.")
    assert place
    assert text[slice(*place)] == second


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Día tras día tras día salen los barcos.", "Boats leave day after day."),
        ("Lo repite cada vez, cada vez más alto.", "He says it, says it louder."),
        ("Es un suceso que se repite. Un suceso que se repite vuelve.", "A cyclical event. A cyclical event returns."),
        ("ที่ Nottingham East (Nottingham East) เรือออก", "Boats left Nottingham East."),
        ("Llegó a la isla de San Roque (la isla de San Roque) ayer.", "It reached the isle of San Roque yesterday."),
        ("No, no, no, no, señor. No, no, no, no, señor.", "No, no, no, no, sir. No, no, no, no, sir."),
        ("港を船が出た港を船が出た。", "The boats left."),
        ("A 1 2 3 A 1 2 3", "The steps."),
        ("เสือขาวมาใกล้นา เสื้อข้าวม้าใกล้น้า", "The tiger, the shirt, the rice."),
    ],
)
def test_what_the_source_repeats_too_and_a_gloss_are_not_said_again(text, source):
    assert repetition.again(text, source) is None


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("El consejo de Vigo Vigo se reunió.", "Vigo"),
        ("Cela a coûté 400 400 euros.", "400"),
        ("Es waren 2,6 2,6 Punkte.", "2,6"),
        ("2018년 2018년에 열렸다.", "2018년"),
        ("An amt@kai.example amt@kai.example schreiben.", "amt@kai.example"),
        ("会議はReutersReutersが伝えた。", "Reuters"),
        ("Sie kamen an der Brücke an der Brücke vorbei.", "an der Brücke"),
    ],
)
def test_a_name_a_figure_and_a_phrase_that_stand_twice_are_told(text, word):
    assert [found for *_, found in repetition.doubled(text, "The council met.", "es")] == [word]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Das kostet 200 200 Euro.", "It costs 200,200 euros."),
        ("Duran Duran toca hoy.", "Duran Duran play tonight."),
        ("Marken wie PawPaw.", "Brands such as PawPaw."),
        ("Vigo. Vigo ganó.", "Vigo. It won."),
        ("Er sah Die Die nicht.", "He did not see it."),
        ("Paso a paso, paso a paso llegaron.", "They came slowly."),
        ("Poco a poco a pie.", "Slowly, on foot."),
        ("Den 1. 1. begann es.", "It began on January 1."),
    ],
)
def test_what_stands_twice_for_a_reason_is_not_told(text, source):
    assert list(repetition.doubled(text, source, "de")) == []


def test_a_syllable_that_is_said_on_and_on_with_spaces_is_a_loop_and_laughter_is_none():
    assert repetition.loop("배를 볼 수 수 수 수 수 수 수 있다.")
    assert repetition.loop("크게 웃었다. 하하하하하하하하하") is None
