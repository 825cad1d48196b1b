"""Sentences: news traps, the quotation rule, other languages, and the law of the ranges."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n.text.sentences.segmentation import quotations, sentences
from tests.examples import examples

TRAPS = [
    line
    for line in (Path(__file__).parents[2] / "data" / "segmentation" / "news-traps.txt")
    .read_text(encoding="utf-8")
    .splitlines()
    if line and not line.startswith("#")
]


def cut(text: str, language: str = "en", *, whole_quotations: bool = True) -> list[str]:
    return [text[start:end] for start, end in sentences(text, language, whole_quotations=whole_quotations)]


@pytest.mark.parametrize("trap", TRAPS)
def test_a_news_trap_is_cut_where_a_reader_would(trap: str) -> None:
    assert cut(trap.replace(" ¦ ", " ")) == trap.split(" ¦ ")


def test_the_traps_are_at_least_eighty() -> None:
    assert len(TRAPS) >= 80


def test_without_the_quotation_rule_a_quotation_is_cut() -> None:
    text = "“We will leave. We have no choice,” he said."
    assert cut(text) == [text]
    assert cut(text, whole_quotations=False) == ["“We will leave.", "We have no choice,” he said."]


def test_a_quotation_does_not_reach_over_a_paragraph() -> None:
    text = "“One is here. Two is here.\n\n“Three is here,” he said."
    assert cut(text) == ["“One is here.", "Two is here.", "“Three is here,” he said."]


def test_line_breaks_are_white_space() -> None:
    assert cut("One is\r\nhere. Two\ris here.\nThree.") == ["One is\r\nhere.", "Two\ris here.", "Three."]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("ko", "그는 “갈 수 있다.”라고 말했다. 그는 갔다.", ["그는 “갈 수 있다.”라고 말했다.", "그는 갔다."]),
        ("ko", "“배고프다. 힘들다.”고 전했다. 끝이다.", ["“배고프다. 힘들다.”고 전했다.", "끝이다."]),
        ("ko_KR", '"간다."라고 했다. 갔다.', ['"간다."라고 했다.', "갔다."]),
        ("ja", "彼は「行く。帰る。」と言った。彼は行った。", ["彼は「行く。帰る。」と言った。", "彼は行った。"]),
        ("zh-CN", "他说：“我走。你留。”他走了。", ["他说：“我走。你留。”", "他走了。"]),
        (
            "es",
            "¿Qué pasó? El Sr. García llegó. «Sí. No», dijo.",
            ["¿Qué pasó?", "El Sr. García llegó.", "«Sí. No», dijo."],
        ),
    ],
)
def test_other_languages_keep_quotations_with_their_verb(language: str, text: str, expected: list[str]) -> None:
    assert cut(text, language) == expected


def test_quotations_are_the_outermost_and_closed_ones() -> None:
    text = '“a ‘b.’ c” (d [e] f) "g" ‘h.’ don’t “i'
    assert [text[start:end] for start, end in quotations(text)] == ["“a ‘b.’ c”", "(d [e] f)", '"g"', "‘h.’"]


PIECES = st.sampled_from(
    ["One two", ". ", ".", "! ", "U.S. ", "Mr. ", "“", "”", '"', "(", ")", "\n", "\n\n", "… ", " ", "한국다.", "5"]
)


@examples(300)
@given(
    st.builds("".join, st.lists(PIECES | st.text(max_size=2), max_size=14)),
    st.sampled_from(["en", "ko", "ja", "es", "xx"]),
    st.booleans(),
)
def test_ranges_and_white_space_are_the_text(text: str, language: str, whole: bool) -> None:  # noqa: FBT001 -- a test's parameter
    done = 0
    for start, end in sentences(text, language, whole_quotations=whole):
        assert done <= start < end
        assert not text[done:start].strip()
        assert text[start:end] == text[start:end].strip()
        done = end
    assert not text[done:].strip()


def test_the_golden_rules_of_prose_hold(corpus: Path) -> None:
    rules = json.loads((corpus / "segmentation" / "english-golden-rules.json").read_text(encoding="utf-8"))
    wrong = [rule["rule"] for rule in rules if not 31 <= rule["rule"] <= 40 and cut(rule["text"]) != rule["sentences"]]
    assert wrong == []
