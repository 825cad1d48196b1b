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
