"""Terms that an engine is not told of: what is taken out of its sight, and what stands there afterwards."""

import pytest

from l10n.model import Span, SpanKind, Term
from l10n.text.markup.placeholders import protect, restore
from l10n.text.markup.protected_terms import fixed

TERMS = (Term("MSS", "국가보위성"), Term("border guard", "국경경비대"), Term("Daily NK", "데일리NK"))


def shielded(text, locale="ko", terms=TERMS, spans=()):
    return protect(text, spans, fixed(text, spans, terms, locale))


def test_all_terms_are_fixed_in_korean_and_only_names_where_nouns_inflect():
    text = "Border guards told Daily NK of the MSS."
    assert shielded(text).text == "⟦1⟧ told ⟦2⟧ of the ⟦3⟧."
    spanish = (Term("border guard", "guardia fronterizo"), Term("Ministry of State", "Ministerio de Estado"))
    assert shielded("A border guard of the Ministry of State.", "es", spanish).text == "A border guard of the ⟦1⟧."


def test_what_is_kept_as_it_is_is_fixed_in_every_language():
    kept = (Term("kubectl", "kubectl"),)
    assert shielded("Run kubectl first.", "es", kept).text == "Run ⟦1⟧ first."
    assert (
        restore(shielded("Run kubectl first.", "es", kept), "Primero ejecute ⟦1⟧.", "es") == "Primero ejecute kubectl."
    )


def test_a_term_inside_markup_stays_with_it():
    text = "Read `MSS` of the MSS."
    assert shielded(text, spans=[Span(5, 10, SpanKind.CODE)]).text == "Read ⟦1⟧ of the ⟦2⟧."


@pytest.mark.parametrize(
    ("answer", "wanted"),
    [
        ("⟦1⟧는 침묵했다.", "국가보위성은 침묵했다."),
        ("⟦1⟧은 침묵했다.", "국가보위성은 침묵했다."),
        ("⟦1⟧ 는 침묵했다.", "국가보위성은 침묵했다."),
        ("⟦1⟧ 요원은 침묵했다.", "국가보위성 요원은 침묵했다."),
        ("⟦1⟧로 갔다.", "국가보위성으로 갔다."),
        ("⟦1⟧ 이 사건", "국가보위성 이 사건"),
        ("‘⟦1⟧’가 침묵했다.", "‘국가보위성’이 침묵했다."),
        ("⟦1⟧(MSS)와 당", "국가보위성(MSS)과 당"),
        ("⟦1⟧ 로부터", "국가보위성으로부터"),
        ("⟦1⟧은(는) 침묵했다.", "국가보위성은 침묵했다."),
        ("⟦1⟧을/를 봤다.", "국가보위성을 봤다."),
    ],
)
def test_the_particle_after_a_term_is_the_one_it_asks_for(answer, wanted):
    assert restore(shielded("The MSS was silent."), answer, "ko") == wanted


def test_the_particle_is_fitted_across_the_markup_around_a_term():
    text = "The **MSS** was silent."
    spans = [Span(4, 6, SpanKind.EMPHASIS), Span(9, 11, SpanKind.EMPHASIS)]
    shield = shielded(text, spans=spans)
    assert shield.text == "The ⟦1⟧⟦2⟧⟦3⟧ was silent."
    assert restore(shield, "⟦1⟧⟦2⟧⟦3⟧를 봤다.", "ko") == "**국가보위성**을 봤다."


def test_other_words_and_other_languages_keep_what_the_engine_wrote():
    assert restore(shielded("The cat sat."), "고양이은 앉았다.", "ko") == "고양이은 앉았다."
    assert (
        restore(shielded("The MSS sat.", "ja", (Term("MSS", "保衛省"),)), "⟦1⟧は座った。", "ja") == "保衛省は座った。"
    )


def test_a_term_before_a_full_stop_keeps_its_distance_from_the_next_word():
    assert (
        restore(shielded("He was arrested by the MSS."), "⟦1⟧ 요원이 그를 체포했다.", "ko")
        == "국가보위성 요원이 그를 체포했다."
    )
    spanish = shielded("He works for Daily NK.", "es", (Term("Daily NK", "Daily NK"),))
    assert restore(spanish, "⟦1⟧ lo emplea.", "es") == "Daily NK lo emplea."


def test_the_plural_of_a_name_is_another_word_where_nouns_inflect():
    german = (Term("Border Guard", "Grenzschützer"),)
    assert shielded("The Border Guards and the Border Guard", "de", german).text == "The Border Guards and the ⟦1⟧"


def test_a_lost_term_is_a_lost_mark():
    assert restore(shielded("The MSS was silent."), "그들은 침묵했다.", "ko") is None
