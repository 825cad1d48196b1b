"""What a language model leaves around a translation."""

import pytest

from l10n.model import Severity
from l10n.text.markup.llm_artifacts import debris, tokens

ENGLISH = "The harbor reopened on Monday."
KOREAN = "항구가 월요일에 다시 열렸다."


def sure(source, target, locale="ko"):
    return [one.severity is None for one in (*debris(source, target, locale), *tokens(source, target))]


@pytest.mark.parametrize(
    "target",
    [
        f"번역: {KOREAN}",
        f"번역문：{KOREAN}",
        f"**번역:** {KOREAN}",
        f"한국어: {KOREAN}",
        f"다음은 번역입니다:\n{KOREAN}",
        f"다음은 요청하신 글의 한국어 번역입니다.\n\n{KOREAN}",
        f"물론입니다! 번역해 드리겠습니다:\n{KOREAN}",
        f"[번역] {KOREAN}",
        f"아래는 번역문입니다.\n{KOREAN}",
        f"이 문장의 번역은 다음과 같습니다: {KOREAN}",
        f"### 번역\n{KOREAN}",
        f"Here is the translation:\n{KOREAN}",
        f"Here's the Korean translation of the text: {KOREAN}",
        f"Translation: {KOREAN}",
        f"以下は翻訳です：{KOREAN}",
        f"以下は日本語への翻訳です。{KOREAN}",
        f"以下是翻译：{KOREAN}",
        f"译文：{KOREAN}",
        f"Traducción: {KOREAN}",
        f"Aquí está la traducción: {KOREAN}",
        f"Voici la traduction : {KOREAN}",
        f"Traduction : {KOREAN}",
        f"Hier ist die Übersetzung: {KOREAN}",
        f"الترجمة: {KOREAN}",
    ],
)
def test_a_label_before_the_translation_is_certain(target):
    assert sure(ENGLISH, target) == [True]


def test_a_label_is_taken_off_by_its_fix():
    (one,) = debris(ENGLISH, f"번역: {KOREAN}", "ko")
    assert (one.start, one.end, one.fix) == (0, 4, "")


@pytest.mark.parametrize(
    "target",
    [
        "죄송하지만 해당 내용은 번역할 수 없습니다.",
        "죄송합니다. 번역해 드릴 수 없습니다.",
        "죄송하지만, 이 요청은 도와드릴 수 없습니다.",
        "번역할 텍스트를 제공해 주세요.",
        "저는 AI 언어 모델입니다.",
        "I'm sorry, but I can't help with that.",
        "I’m sorry, but I cannot translate this.",
        "申し訳ありませんが、翻訳できません。",
        "Lo siento, pero no puedo traducir este texto.",
        "Désolé, je ne peux pas traduire ce texte.",
        "Es tut mir leid, ich kann diesen Text nicht übersetzen.",
        "抱歉，我无法翻译。",
    ],
)
def test_a_refusal_is_certain(target):
    assert sure(ENGLISH, target) == [True]


@pytest.mark.parametrize(
    "target",
    [
        f"{KOREAN} (번역자 주: 월요일은 5일이다)",
        f"{KOREAN} (역주: 월요일은 5일이다)",
        f"{KOREAN} [참고: 월요일은 5일이다]",
        f"{KOREAN}（訳注：月曜日）",
        f"{KOREAN} (Nota del traductor: lunes)",
        f"{KOREAN} (Note: Monday)",
        f"{KOREAN} [Anm. d. Übers.: Montag]",
        f"{KOREAN} (N.D.T. : lundi)",
        f"{KOREAN}\n\n참고: 월요일은 5일이다.",
        f"{KOREAN}\nNote: Monday",
    ],
)
def test_a_note_may_be_a_translator_s_own(target):
    assert sure(ENGLISH, target) == [False]


@pytest.mark.parametrize(
    ("note", "severity"),
    [
        (" (역주: 월요일은 5일이다)", Severity.INFO),
        ("（訳注：月曜日）", Severity.INFO),
        (" (N.D.T. : lundi)", Severity.INFO),
        (" [Anm. d. Übers.: Montag]", Severity.INFO),
        (" (T/N: Monday)", Severity.INFO),
        (" (참고: 번역기는 월요일에 쉰다)", Severity.WARNING),
        (" (참고: 월요일은 5일이다)", Severity.WARNING),
        (" (Note: Monday)", Severity.WARNING),
        ("\n역주: 월요일은 5일이다", None),
    ],
)
def test_a_note_in_brackets_that_is_signed_is_only_mentioned(note, severity):
    assert [flaw.severity for flaw in debris(ENGLISH, KOREAN + note, "ko")] == [severity]


def test_a_note_about_the_translation_is_certain():
    assert sure(ENGLISH, f"{KOREAN}\n\n참고: 이 번역은 의역입니다.") == [True]
    assert sure(ENGLISH, f"{KOREAN}\n\n이 번역은 격식을 차렸습니다.") == [True]


@pytest.mark.parametrize(
    "target",
    [
        f"```\n{KOREAN}\n```",
        f"<think>항구</think>{KOREAN}",
        f'{{"translation": "{KOREAN}"}}',
        f'["{KOREAN}"]',
        "\\ud56d구",
    ],
)
def test_a_format_of_engines_is_certain(target):
    assert sure(ENGLISH, target)[0]


@pytest.mark.parametrize(
    ("target", "locale"),
    [(f"“{KOREAN}”", "ko"), (f'"{KOREAN}"', "ko"), ("«El puerto abrió.»", "es"), ("„Der Hafen öffnete.“", "de")],
)
def test_quotation_marks_around_the_whole_text_are_told(target, locale):
    assert sure(ENGLISH, target, locale) == [False]


def test_two_translations_are_told():
    assert sure(ENGLISH, "항구가 월요일에 다시 열렸다. / 항구는 월요일에 재개됐다.") == [False]


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Translation: Kim Min", "번역: 김민"),
        ("The translation is good.", "번역: 좋다."),
        ("Korean: 30 percent", "한국어: 30%"),
        ("Sorry, but I can't translate this, he said.", "그는 “죄송하지만 번역할 수 없습니다”라고 했다."),
        ("Note: closed on Monday", "참고: 월요일 휴무"),
        ("It closed (note: only on Monday).", "닫혔다(참고: 월요일만)."),
        ("“The harbor reopened.”", "“항구가 다시 열렸다.”"),
        ("He “left,” and “came back”", "“갔다”가 “돌아왔다”"),
        ("The harbor reopened.", "“항구”는 “다시 열렸다.”"),
        ("A and B", "가 / 나"),
        ("Photo by Kim of the agency", "사진 김 기자 / 통신사"),
        ("Run ```a``` now", "```a```를 실행한다"),
        ('{"a": "b"}', '{"a": "나"}'),
        ("Sure, here is the map:", "물론, 지도는 여기 있다:"),
    ],
)
def test_what_the_source_says_too_is_no_debris(source, target):
    assert sure(source, target) == []
