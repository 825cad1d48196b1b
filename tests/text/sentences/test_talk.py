"""Whoever translates and speaks of that is heard, in the language of the translation."""

from __future__ import annotations

import pytest

from l10n.text.sentences.talk import talk

SOURCE = "The council met in the harbor and voted for the new nets."
GOOD = {
    "ko": "시의회는 항구에서 만나 새 그물을 사기로 의결했다.",
    "es": "El consejo se reunió en el puerto y votó las redes nuevas.",
    "de": "Der Rat tagte im Hafen und stimmte für die neuen Netze.",
    "ja": "市議会は港で開かれ、新しい網を可決した。",
}


@pytest.mark.parametrize(
    ("locale", "behind"),
    [
        ("ko", " 더 도와드릴 일이 있을까요?"),
        ("es", " ¿Desea que ayude con otra cosa?"),
        ("de", " Kann ich noch mit etwas helfen?"),
        ("ja", "ほかにお手伝いできることはありますか？"),
        ("es", " Subtítulos de la casa del puerto"),
        ("de", " Ich habe die Übersetzung kurz gehalten."),
    ],
)
def test_talk_behind_a_translation_is_found(locale, behind):
    text = GOOD[locale] + behind
    place = talk(SOURCE, text, ("en", locale))
    assert place
    assert text[slice(*place)] == behind.strip()


@pytest.mark.parametrize(
    ("locale", "answer"),
    [
        ("es", "Por favor, proporcione el texto que quiere ver en español."),
        ("ko", "번역할 본문을 보내 주세요."),
        ("de", "Bitte senden Sie den Text."),
    ],
)
def test_a_request_instead_of_a_translation_is_found(locale, answer):
    assert talk(SOURCE, answer, ("en", locale)) == (0, len(answer))


@pytest.mark.parametrize("locale", sorted(GOOD))
def test_a_translation_alone_is_none(locale):
    assert talk(SOURCE, GOOD[locale], ("en", locale)) is None


def test_a_source_that_speaks_of_texts_or_asks_is_translated_like_any_other():
    assert talk("Please send the text to the council. It is short.", "Envíe el texto. Es corto.", ("en", "es")) is None
    assert talk("Do you need help? I do.", "¿Necesita ayuda? Yo sí.", ("en", "es")) is None


@pytest.mark.parametrize(
    ("source", "target", "said"),
    [
        (SOURCE, "He traducido el texto. " + GOOD["es"], "He traducido el texto."),
        (
            "Anna Lind runs the harbor. It is wet.",
            "La traducción: Anna Lind dirige el puerto. Llueve.",
            "La traducción:",
        ),
        ("Anna Lind left. The sea was calm.", "Se fue. El mar en calma. texto de la casa", "texto de la casa"),
        (
            "“The sea is calm,” Anna Lind said.",
            "Anna Lind: «El mar está en calma.» texto de la casa",
            "texto de la casa",
        ),
    ],
)
def test_talk_before_a_translation_and_behind_its_stop_is_found(source, target, said):
    place = talk(source, target, ("en", "es"))
    assert place
    assert target[slice(*place)] == said


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("The sailors asked whether the harbor needs help.", "Todos lo preguntan. ¿Necesita ayuda el puerto?"),
        ("Nets Inc. presents a new edition", "Redes S.A. presenta nueva versión"),
        ("US presents new edition of its law", "EE. UU. presenta nueva versión de su ley"),
        ("Who sold the boats? Nobody knows.", "Nadie lo sabe. ¿Quién quiere saberlo?"),
        ("The nets were bought in Portside.", "Compraron las redes. La versión es de Portside."),
        ("The council met, and that was in 1998.", "El consejo se reunió. La versión es de 1998."),
        (
            SOURCE,
            GOOD["es"] + " El original de la ordenanza, que los pescadores guardaban desde hace mucho en una caja de "
            "madera roja, se perdió en el mar con todos los barcos.",
        ),
    ],
)
def test_what_shares_a_fact_with_the_source_or_goes_on_for_long_is_no_talk(source, target):
    assert talk(source, target, ("en", "es")) is None


@pytest.mark.parametrize(
    ("locale", "text", "said"),
    [
        ("ko", "시의회, 새 그물 의결 자막 제공: 바닷가 모임", "자막 제공: 바닷가 모임"),
        ("es", "El consejo vota redes nuevas Subtítulos: Grupo Muelle", "Subtítulos: Grupo Muelle"),
    ],
)
def test_a_credit_behind_a_headline_is_found(locale, text, said):
    place = talk("Council votes for new nets", text, ("en", locale))
    assert place
    assert said in text[slice(*place)]


def test_an_offer_behind_a_headline_without_a_stop_is_found_and_a_headline_with_a_question_is_not():
    assert talk("Council votes for new nets", "市议会通过新渔网还有什么需要我帮忙的吗？", ("en", "zh_CN"))
    assert talk("Does the harbor need new nets?", "港口需要我帮忙换渔网吗？", ("en", "zh_CN")) is None
