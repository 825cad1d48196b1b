"""In which style do Japanese sentences end?"""

from __future__ import annotations

import pytest

from l10n import checks
from l10n.languages.ja.style import Manner, endings, main_style
from l10n.model import Kind
from l10n.protocols import Pair, Scope

NEWS = ["船は港を出た。", "雨が降っている。", "船員は眠らない。", "船長は喜んだ。", "漁師の網は新しかった。"]
GUIDE = ["網を干します。", "縄は要りません。", "港は近くです。", "船を洗いました。"]


@pytest.mark.parametrize(
    ("text", "styles"),
    [
        ("船は港を出た。", [Manner.PLAIN]),
        ("船は港を出ました。雨が降った。", [Manner.POLITE, Manner.PLAIN]),
        ("船長は「出ました。」と述べた。", [Manner.PLAIN]),
        ("船は港を出た（午後に出ました）。", []),
        ("港を出る見通し。", []),
        ("港に電話してください。", []),
        ("雨が降るでしょう。", []),
    ],
)
def test_the_last_word_tells_the_style(text, styles):
    assert [one.style for one in endings(text)] == styles


def test_a_style_is_that_of_nearly_all_sentences_and_of_more_than_a_few():
    plain, polite = list(endings(NEWS[0])), list(endings(GUIDE[0]))
    assert main_style(plain * 4 + polite) is Manner.PLAIN
    assert main_style(plain * 3) is None
    assert main_style(plain * 4 + polite * 2) is None


def told(*texts, kind=Kind.PARAGRAPH, sources=()):
    pairs = [Pair(source, text, "ja", kind=kind) for text, source in zip(texts, sources or texts, strict=True)]
    wanted = checks.chosen(["mixed-style"])
    return [
        pairs[at].target[flaw.start : flaw.end]
        for at, _, flaw in checks.inspect(pairs, wanted, scopes=(Scope.ARTICLE,))
    ]


def test_a_sentence_of_another_style_is_told_with_its_ending():
    assert told(*NEWS, "彼らは港に戻りました。") == ["戻りました"]
    assert told(*GUIDE, "港は北にある。", "これが網である。") == []
    assert told(*GUIDE, "これが網である。") == ["網である"]
    assert told(*GUIDE, "港は北にある。") == []


def test_cells_and_speech_of_several_paragraphs_are_left_alone():
    assert told(*NEWS, "港に戻りました。", kind=Kind.CELL) == []
    spoken = [*NEWS, "船長はこう語る。「出た。", "港に戻りました。」"]
    sources = [*["A ship left."] * 5, "The captain said: “We left.", "We came back.”"]
    assert told(*spoken, sources=sources) == []
