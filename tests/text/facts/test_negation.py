"""Negation in English and in the languages it is translated into."""

from __future__ import annotations

import pytest

from l10n.text.facts.negation import denied, firm, negations, negative


def test_contractions_count_as_not():
    assert negations("They don’t, can't and cannot; never.") == {"not": 3, "never": 1}


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The guards did not open the gate.", "not"),
        ("He couldn’t leave the village.", "couldn’t"),
        ("They are no longer paid.", "no longer"),
        ("She was unable to sleep.", "unable"),
        ("There is no evidence of that.", "no"),
        ("All went well. He never came back.", "never"),
        ("Neither of them slept.", "Neither"),
        ("No casualties were reported.", "No"),
        ("There was no water in the well.", "no"),
        ("He refused to leave.", "refused to"),
        ("He failed to pay the fine.", "failed to"),
        ("They left without a word.", "without"),
        ("He hardly sleeps.", "hardly"),
    ],
)
def test_a_clear_negation_is_found(text, word):
    assert denied(text) == word


@pytest.mark.parametrize(
    "text",
    [
        "They are not only tired but also hungry.",
        "No doubt they will come.",
        "He can't help laughing.",
        "It did not open until Monday.",
        "It works, doesn't it?",
        "Why don't we leave?",
        "See No. 5 on the list.",
        "We cannot do it without you.",
        "They never fail to come.",
        "It is big, not small.",
        "The function returns None here.",
        "Nobody else came.",
        "It was nothing short of a miracle.",
        "It is nothing less than a scandal.",
        "The day isn't far away.",
        "Such cases are not rare.",
        "No one under 18 may enter.",
        "There is no shortage of rice.",
        "Some have water, but the farms do not.",
        "They did not refuse to pay.",
        "He always wins, with or without a coach.",
        "All went well.",
        "He likes the nets they sell and those they don't and said so.",
    ],
)
def test_idioms_questions_and_double_negation_are_not_clear(text):
    assert denied(text) is None


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ko", "문을 열지 않았다."),
        ("ko", "그는 갈 수 없었다."),
        ("ko", "비가 안 온다."),
        ("ko", "들어가지 마라."),
        ("ko", "그것은 사실이 아니다."),
        ("ko", "출입이 금지됐다."),
        ("ja", "門を開けるな。"),
        ("ja", "門を開けなかった。"),
        ("ja", "行きません。"),
        ("zh", "他没有打开门。"),
        ("es", "No abrieron la puerta."),
        ("fr", "Ils n’ont pas ouvert la porte."),
        ("de", "Sie haben keine Tür geöffnet."),
        ("ar", "لم يفتحوا الباب"),
    ],
)
def test_a_negative_form_is_known(language, text):
    assert negative(text, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ko", "경비병들이 마을 안에서 문을 열었다."),
        ("ko", "그동안 안전한 곳으로 말을 옮겼다."),
        ("ko", "그나마 괜찮은 자리를 점잖게 얻었다."),
        ("ja", "門を開けた。"),
        ("ja", "まず、門を開けるとの判断を示した。"),
        ("ja", "必ず、未来の門を非常に早く開ける。"),
        ("zh", "他打开了门。"),
        ("zh", "他非常特别，未来不久将用无人机打开门。"),
        ("zh", "难民在北非的灾难损失不断，失业。"),
        ("es", "Abrieron la puerta."),
        ("fr", "Ils ont ouvert la porte."),
        ("de", "Sie haben die Tür geöffnet."),
        ("ar", "فتحوا الباب في الصباح"),
    ],
)
def test_a_plain_statement_has_none(language, text):
    assert not negative(text, language)


def test_what_one_is_without_may_have_a_word_of_its_own():
    assert denied("The following places will be without water on Monday.") is None
    assert denied("He left without his coat.") == "without"


@pytest.mark.parametrize(
    "text",
    [
        "문을 열지는 마세요.",
        "문을 열지 **마세요**.",
        "“전혀. 지금도 여기서 잔다.”",
        "문을 열지도 맙시다.",
        "열지를 말라고 했다.",
    ],
)
def test_a_korean_prohibition_is_negative_in_any_form(text):
    assert negative(text, "ko")


def test_a_faint_chance_is_as_good_as_none_in_korean():
    assert negative("통과될 가능성은 희박하다.", "ko")
    assert denied("They could hardly have met on a worse day.") is None


@pytest.mark.parametrize(
    ("locale", "plain", "negated"),
    [
        ("it", "Le guardie hanno aperto.", "Le guardie non hanno aperto."),
        ("pt_BR", "Os guardas abriram.", "Os guardas não abriram."),
        ("nl", "De wachters openden de poort.", "De wachters openden de poort niet."),
        ("ru", "На прошлой неделе ворота открыли.", "Ворота не открыли."),
        ("pl", "W niedzielę otworzyli bramę w Niemczech.", "Nie otworzyli bramy."),
        ("tr", "Muhafızlar kapıyı tamamen açtı.", "Muhafızlar kapıyı açmamaya karar verdi."),
        ("vi", "Lính mở cổng cho hàng không và không khí.", "Lính không mở cổng."),
        ("th", "ยามเปิดประตูอย่างช้า ๆ ทั้งหมด", "ยามไม่เปิดประตู"),
        ("id", "Para penjaga membuka gerbang.", "Para penjaga tidak membuka gerbang."),
        ("zh_TW", "守衛打開城門。", "守衛沒有打開城門。"),
    ],
)
def test_a_negative_form_is_known_in_more_languages(locale, plain, negated):
    assert not negative(plain, locale)
    assert negative(negated, locale)


def test_where_negation_is_not_known_nothing_is_lost():
    assert negative("Porten åbnede.", "da")
    assert denied("Они не открыли ворота.", "ru") is None
    assert not negations("не", "xx")


@pytest.mark.parametrize(
    "text",
    [
        "The harbor master did not answer as loudly as before.",
        "He will not sail before the storm ends, unless somebody pays him.",
        "Nobody doubts that the boats are not safe.",
    ],
)
def test_an_idiom_in_the_clause_of_a_negation_takes_its_clearness(text):
    assert denied(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "The mayor will not sell the pier and a rumor has cast doubts on the next vote.",
        "The guards did not open the gate, but a ship has waited since noon.",
    ],
)
def test_an_idiom_in_another_clause_leaves_a_negation_clear(text):
    assert denied(text) == "not"


def test_a_plain_negative_form_is_one_of_grammar():
    assert negative("船は港にだけ入った。", "ja")
    assert not negative("船は港にだけ入った。", "ja", plainly=True)
    assert negative("船は港に入らなかった。", "ja", plainly=True)
    assert firm("not")
    assert not firm("failed to")
