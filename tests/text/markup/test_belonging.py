"""Which words markup belongs to: what proves that two pieces changed places, and what proves nothing."""

from __future__ import annotations

import pytest

from l10n import formats
from l10n.model import Term
from l10n.text.markup.belonging import MarkedText, codes_turned, links_exchanged, stress_moved

INLINE = formats.load("markdown").inline


def side(text: str) -> MarkedText:
    return MarkedText(text, INLINE(text))


def links(source: str, target: str, locale: str, *terms: Term) -> list[tuple[str, str, bool]]:
    found = links_exchanged(side(source), side(target), locale, terms)
    return [(one.one.what, one.other.what, one.sure) for one in found]


def test_links_whose_latin_words_are_each_others_have_changed_places() -> None:
    source = "Both [Quay Line](/q) told us, and so did [Pier](/p)."
    assert links(source, "[Quay Line](/p)과 [Pier](/q)가 말했다.", "ko") == [("/q", "/p", True)]
    assert links(source, "Das sagten [Quay Line](/p) und auch [Pier](/q).", "de") == [("/q", "/p", True)]


def test_links_with_their_own_words_may_stand_in_any_order() -> None:
    source = "[Quay](/q) and [Pier](/p) agreed."
    assert links(source, "[Pier](/p)와 [Quay](/q)가 합의했다.", "ko") == []


def test_links_whose_names_sound_like_each_others_have_changed_places() -> None:
    source = "[Kovalenko](/k) met [Martens](/o)."
    assert links(source, "[코발렌코](/o)가 [마르텐스](/k)를 만났다.", "ko") == [("/k", "/o", True)]
    assert links(source, "[마르텐스](/o)를 [코발렌코](/k)가 만났다.", "ko") == []


def test_the_glossary_tells_which_link_has_whose_words() -> None:
    source = "See [the tide table](/t) in [the annex](/a)."
    terms = Term("tide table", "조석표"), Term("annex", "부속서")
    assert links(source, "[부속서](/t)의 [조석표](/a)를 보라.", "ko", *terms) == [("/t", "/a", True)]
    assert links(source, "[부속서](/a)의 [조석표](/t)를 보라.", "ko", *terms) == []


def test_where_no_word_tells_links_that_are_joined_keep_their_order() -> None:
    source = "Read [the table](/t) and [the list](/l)."
    assert links(source, "[표](/l)와 [목록](/t)을 읽는다.", "ko") == [("/l", "/t", False)]
    assert links(source, "[표](/t)와 [목록](/l)을 읽는다.", "ko") == []


@pytest.mark.parametrize(
    "source",
    [
        "Read [the table](/t) of [the list](/l).",
        "Read [the table](/t) before [the list](/l).",
        "Read [the table](/t), which [the list](/l) explains.",
        "Read [the table](/t). Then [the list](/l) is clear.",
    ],
)
def test_where_words_may_change_their_order_nothing_is_told(source: str) -> None:
    assert links(source, "[목록](/l)과 [표](/t).", "ko") == []


def test_words_that_languages_share_by_chance_prove_nothing() -> None:
    source = "The [last version](/a) came with [another name](/b)."
    assert links(source, "Der [andere name](/a) kam mit [letzter version](/b).", "de") == []


def test_code_of_joined_clauses_keeps_its_order() -> None:
    source = side("Type `ebb` to fall and `flow` to rise.")
    turned = list(codes_turned(source, side("내릴 때는 `flow`, 올릴 때는 `ebb`를 친다.")))
    assert [(one.one.what, one.other.what) for one in turned] == [("flow", "ebb")]
    assert not list(codes_turned(source, side("내릴 때는 `ebb`, 올릴 때는 `flow`를 친다.")))
    assert not list(codes_turned(side("Type `ebb` instead of `flow`."), side("`flow` 대신 `ebb`를 친다.")))


def test_code_that_stands_twice_has_no_place_of_its_own() -> None:
    assert not list(codes_turned(side("`a`, `b` and `a`"), side("`b`, `a`와 `a`")))


def test_stress_on_another_figure_is_told_with_both() -> None:
    source = side("Of **14** boats 3 came back in 2018.")
    moved = [(word, held.words) for word, held in stress_moved(source, side("배 14척 중 **3**척이 2018년에 돌아왔다."))]
    assert moved == [("14", "3")]
    assert not list(stress_moved(source, side("2018년에 배 **14**척 중 3척이 돌아왔다.")))
    assert not list(stress_moved(source, side("2018년에 배 열네 척 중 **3**척이 돌아왔다.")))
