from __future__ import annotations

import json
import os
import re
from pathlib import Path

import pytest

from l10n.drafting.guard import inspect
from l10n.model import Inline, SpanKind
from l10n.text.identity.echo import untranslatable

CORPUS = Path(os.environ.get("L10N_CORPUS", Path(__file__).parents[2].parent / "shared" / "corpus"))
SOURCE = "The agents received 70% of their supplies in the fall, according to the source."
KOREAN = "소식통에 따르면 요원들은 가을에 식량의 70%를 받았다고 한다."
SPANISH = "Los agentes recibieron el 70% de sus provisiones en otoño, según la fuente."


def links(text):
    return [Inline(*match.span(), SpanKind.LINK) for match in re.finditer(r"\[|\]\([^)]*\)", text)]


def test_a_good_answer_may_become_a_draft():
    assert inspect(SOURCE, KOREAN, target_locale="ko") == ""
    assert inspect(SOURCE, SPANISH, target_locale="es") == ""


@pytest.mark.parametrize(
    ("answer", "word"),
    [
        (None, "no answer"),
        ("", "empty"),
        (" \n ", "empty"),
        (SOURCE, "source again"),
        (SOURCE.upper(), "source again"),
        ("MYMEMORY WARNING: YOU USED ALL AVAILABLE FREE TRANSLATIONS", "message"),
        ("<!DOCTYPE html><html><head><title>Sorry</title>", "message"),
        ("Error 500 (Server Error)!!1", "message"),
        ("Here is the translation: " + KOREAN, "message"),
        (KOREAN.replace("70", "17"), "numbers"),
        ("⟦1⟧ " + KOREAN, "marks"),
        (SPANISH, "script"),
        ("情報源によると、要員たちは秋に食糧の70%を受け取ったという。", "script"),
        (KOREAN + " 받았다" * 30, "repeats"),
        ("식량 70%", "characters"),
        (
            KOREAN
            + " 그런데 이 문장에는 원문에 없는 이야기가 아주 길게 이어져서 번역이라고 볼 수 없을 만큼 길어지고 말았다.",
            "characters",
        ),
        (KOREAN.replace("받았다고", "received 70% of their supplies in 받았다고"), "English"),
        (KOREAN.replace("가을", "가\x00을"), "U+0000"),
        (KOREAN.replace("가을", "가\u202e을"), "U+202E"),
        (KOREAN.replace("가을", "가\ufffd을"), "U+FFFD"),
        (KOREAN.replace("가을", "かきくけ"), "kana"),
        (KOREAN.replace("가을", "秋天时候"), "Han"),
    ],
)
def test_a_bad_korean_answer_is_refused_with_its_reason(answer, word):
    assert word in inspect(SOURCE, answer, target_locale="ko")


def test_the_language_of_a_latin_answer_is_looked_at():
    french = "Selon la source, les agents ont reçu 70% de leurs provisions dans le courant de l’automne."
    assert "(fr)" in inspect(SOURCE, french, target_locale="es")
    half = "Los agentes recibieron 70% of their supplies in the fall, según la fuente."
    assert "English" in inspect(SOURCE, half, target_locale="es")


def test_a_lost_or_changed_link_is_refused():
    source, target = "See [the page](https://a.example/x) first.", "먼저 [이 페이지](https://b.example/x)를 보라."
    refusal = inspect(source, target, target_locale="ko", source_spans=links(source), target_spans=links(target))
    assert "https://b.example/x is added" in refusal
    kept = target.replace("b.example", "a.example")
    assert inspect(source, kept, target_locale="ko", source_spans=links(source), target_spans=links(kept)) == ""


@pytest.mark.parametrize(
    "text", ["70%", "MSS", "12 km", "⟦", "A. B. Kim", "Kim Jong Un", "GitHub", "NATO, EU", "…", "KPA 3"]
)
def test_names_acronyms_and_numbers_may_stay_as_they_are(text):
    assert untranslatable(text, "ko")
    assert inspect(text, text, target_locale="ko") == ""


@pytest.mark.parametrize(
    "text", ["agents", "The border guards", "Overview", "North Korea Tightens Control Over People"]
)
def test_words_may_not_stay_as_they_are_in_korean(text):
    assert "source again" in inspect(text, text, target_locale="ko")


def test_a_source_that_speaks_of_warnings_is_translated_like_any_other():
    source = "The page said “Internal Server Error” all day long yesterday."
    assert inspect(source, "그 페이지는 어제 온종일 “Internal Server Error”라고 표시됐다.", target_locale="ko") == ""


def test_pseudo_answers_only_for_markup_marks_and_numbers():
    assert inspect(SOURCE, SOURCE, target_locale="ko", strict=False) == ""
    assert inspect(SOURCE, SOURCE.replace("70", "71"), target_locale="ko", strict=False)
    assert inspect(SOURCE, "⟦1⟧" + SOURCE, target_locale="ko", strict=False)
    assert inspect(SOURCE, "", target_locale="ko", strict=False)


def test_a_transcribed_name_with_its_latin_form_is_not_too_long():
    source = "Ines Calloway: Singer takes the name Io"
    target = "이네스 캘러웨이(Ines Calloway): 가수(Singer)가 이오(Io)라는 이름을 쓰다"
    assert inspect(source, target, target_locale="ko") == ""


@pytest.mark.parametrize(
    ("locale", "column"),
    [("ko", "kor"), ("ja", "jpn"), ("es", "spa"), ("zh_CN", "zho-CN"), ("fr", "fra"), ("de", "deu"), ("ar", "arb")],
)
def test_human_translations_are_hardly_ever_refused(locale, column):
    path = CORPUS / "ntrex-news" / "news.jsonl"
    if not path.exists():
        pytest.skip("the corpus L10N_CORPUS points at is not here")
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()[::3]]
    refused = sum(bool(inspect(row["eng"], row[column], target_locale=locale)) for row in rows)
    assert refused <= 0.02 * len(rows)


@pytest.mark.parametrize(
    "answer",
    [
        "번역: 항구가 다시 열렸다.",
        "```\n항구가 다시 열렸다.\n```",
        "죄송하지만 이 글은 번역할 수 없습니다.",
        "미안하지만 그 요청은 처리할 수 없어요.",
        "“항구가 다시 열렸다.”",
        "항구가 다시 열렸다. / 항구가 재개장했다.",
        "# 항구가 다시 열렸다.",
        "- 항구가 다시 열렸다.",
        "항구가 다시 열렸다.【1†source】",
        "항구가 다시 열렸다.<end_of_turn>",
        "항구가 다시 열렸다.<｜end▁of▁sentence｜>",
        "항구가▁다시▁열렸다.",
        "항구가 다시 열렸다 ⁇",
    ],
)
def test_what_a_model_leaves_around_a_translation_is_refused(answer):
    assert "more than a translation" in inspect("The harbor reopened.", answer, target_locale="ko")
    assert not inspect("The harbor reopened.", answer, target_locale="ko", strict=False)


def test_a_note_that_a_translator_may_have_written_is_not_refused():
    noted = "항구가 다시 열렸다(역주: 월요일)."
    assert not inspect("The harbor reopened.", noted, target_locale="ko", by_hand=True)
    assert "note" in inspect("The harbor reopened.", noted, target_locale="ko")


@pytest.mark.parametrize("answer", ["???", "…", "— ."])
def test_an_answer_without_words_is_refused(answer):
    assert inspect("The harbor reopened on Monday.", answer, target_locale="ko") == "the answer has no words"


COUNCIL = (
    "The council met on Monday evening. Members spoke for three hours about the harbor tax. "
    "No decision was reached before midnight."
)
IN_PARTS = {
    "ko": [
        "시의회는 월요일 저녁 모였다. ",
        "의원들은 항만세를 두고 세 시간 동안 발언했다. ",
        "자정까지 결론은 나지 않았다.",
    ],
    "ja": [
        "議会は月曜の夜に開かれた。",
        "議員らは港湾税について3時間にわたり発言した。",
        "深夜までに結論は出なかった。",
    ],
    "de": [
        "Der Rat trat am Montagabend zusammen. ",
        "Die Mitglieder sprachen drei Stunden lang über die Hafensteuer. ",
        "Vor Mitternacht fiel keine Entscheidung.",
    ],
    "fr": [
        "Le conseil s’est réuni lundi soir. ",
        "Les élus ont parlé pendant trois heures de la taxe portuaire. ",
        "Aucune décision n’a été prise avant minuit.",
    ],
}


@pytest.mark.parametrize("locale", sorted(IN_PARTS))
def test_an_answer_to_a_part_of_the_text_is_refused(locale):
    one, two, three = IN_PARTS[locale]
    assert inspect(COUNCIL, one + two + three, target_locale=locale) == ""
    assert inspect(COUNCIL, one + two, target_locale=locale)
    assert inspect(COUNCIL, one + two, target_locale=locale, by_hand=True) == ""
    assert "breaks off" in inspect(COUNCIL, one + two[: len(two) // 2], target_locale=locale)
    assert "repeats a sentence" in inspect(COUNCIL, one + two + three + " " + two, target_locale=locale)


def test_a_short_sentence_that_breaks_off_is_refused():
    source = "The ferry to Cape Arlen leaves at noon."
    assert inspect(source, "케이프알렌행 여객선은 정오에 떠난다.", target_locale="ko") == ""
    assert inspect(source, "케이프알렌행 여객선은 정오에 떠난다", target_locale="ko") == ""
    assert inspect(source, "케이프알렌행 여객선", target_locale="ko") == "the answer breaks off"


def test_names_left_in_latin_letters_are_no_other_script():
    source = "The incident happened in Killybracket, police said."
    assert inspect(source, "警察称，事件发生在Killybracket。", target_locale="zh_CN") == ""
    assert "script" in inspect(source, "警察称，事件发生在killybracket inci。", target_locale="zh_CN")
    opera = "Opera Kells's Ines Holloway at the Tony Marconi Arena"
    assert inspect(opera, "Opera Kells 的 Ines Holloway 在 Tony Marconi 球场", target_locale="zh_CN") == ""


def test_names_left_in_latin_letters_do_not_make_an_answer_too_long():
    source = "Radio Calder's Ines Holloway at the Tony Marconi Arena"
    answer = "Radio Calder 的 Ines Holloway 在 Tony Marconi 球场报道"
    assert inspect(source, answer, target_locale="zh_CN") == ""


def test_an_answer_in_a_language_that_shares_the_script_is_refused():
    source = "The bridge reopened on Tuesday, and buses run again."
    simplified, traditional = "大桥周二重新开放，公交车恢复运营。", "大橋週二重新開放，公車恢復營運。"
    assert inspect(source, traditional, target_locale="zh_TW") == ""
    assert inspect(source, simplified, target_locale="zh_CN") == ""
    assert "Simplified" in inspect(source, simplified, target_locale="zh_TW")
    assert "Traditional" in inspect(source, traditional, target_locale="zh_CN")
    assert "Chinese" in inspect(source, simplified, target_locale="ja")


@pytest.mark.parametrize(
    ("source", "answer", "locale"),
    [
        ("Step", "단계", "es"),
        ("5 minutes", "5 分", "fr"),
        ("Check", "確認", "ko"),
        ("Wait", "انتظر", "ja"),
        ("Copy", "Копия", "ar"),
    ],
)
def test_a_short_answer_in_another_script_is_refused(source, answer, locale):
    assert "script" in inspect(source, answer, target_locale=locale)


@pytest.mark.parametrize(
    ("source", "answer", "locale"),
    [
        ("Step", "Paso", "es"),
        ("Ω", "Ω", "ko"),
        ("The sign Ω", "Ω", "es"),
        ("USB", "USB", "ja"),
        ("Tokyo", "東京", "ja"),
    ],
)
def test_a_short_answer_in_its_own_script_or_the_sources_is_not_refused(source, answer, locale):
    assert inspect(source, answer, target_locale=locale) == ""


@pytest.mark.parametrize(
    ("locale", "answer", "more"),
    [
        (
            "ko",
            "의회는 월요일 저녁 항만세를 논의하려고 모였다.",
            " 주민들은 이 세금에 크게 분노했고 광장에서 밤새 시위를 벌였다.",
        ),
        ("ja", "議会は月曜の夜、港湾税を議論するために開かれた。", "住民はこの税に激怒し、広場で夜通し抗議した。"),
        (
            "es",
            "El concejo se reunió el lunes para debatir la tasa portuaria.",
            " Los vecinos, furiosos, protestaron en la plaza.",
        ),
    ],
)
def test_an_answer_with_a_sentence_of_its_own_is_refused(locale, answer, more):
    source = "The council met on Monday evening to debate the harbor tax."
    assert inspect(source, answer, target_locale=locale) == ""
    assert "a sentence that the text does not have" in inspect(source, answer + more, target_locale=locale)


def test_a_sentence_that_is_divided_in_translation_is_not_refused():
    source = "The council, which met on Monday evening, debated the harbor tax."
    answer = "El concejo se reunió el lunes por la noche. Debatió la tasa portuaria."
    assert inspect(source, answer, target_locale="es") == ""


def test_what_a_reader_of_plain_text_fills_in_may_stay_or_be_translated():
    source = "Copy <path> to <target dir> now."
    assert not inspect(source, "<path>를 <target dir>로 지금 복사하십시오.", target_locale="ko")
    assert not inspect(source, "Copie ahora <ruta> en <carpeta de destino>.", target_locale="es")
    assert "adds" in inspect(source, "Copie ahora <ruta> en <embed>.", target_locale="es")


@pytest.mark.parametrize(
    ("locale", "source", "answer", "reason"),
    [
        (
            "ko",
            "The ferry will not sail before the ice on the river has melted, said the captain on Friday.",
            "선장은 금요일에 강의 얼음이 녹기 선장은 금요일에 강의 얼음이 녹기 선장은 금요일에 강의 얼음이 녹기",
            "says twice",
        ),
        (
            "ko",
            "The ferry sailed on Friday. It had 60 boxes of apples on board. Captain Holm sold them all in Visby.",
            "여객선은 금요일에 떠났다. 배에는 사과 60상자가 실려 있었다.",
            "leaves something out",
        ),
        (
            "ko",
            "The ban covers apples, plums and other fruit.",
            "사과, 사과 등 과일이 금지 대상이다.",
            "of a list twice",
        ),
        ("ko", "The ferry did not sail on Friday.", "여객선은 금요일에 떠났다.", "no negative form"),
        ("ko", "Eighteen ferries sailed.", "여객선 11척이 떠났다.", "numbers changed"),
        ("ko", "The ferry sailed.", "여객선이 떠났다. 자막 제공: 홍길동", "more than a translation"),
        ("nl", "He went in and took water.", "Hij ging in het water.", ""),
        ("fi", "Oh, no.", "Oh, no.", ""),
    ],
)
def test_a_bad_answer_of_each_kind_is_refused_and_a_short_good_one_is_not(locale, source, answer, reason):
    said = inspect(source, answer, target_locale=locale)
    assert reason in said if reason else said == ""
