"""The rules about text that was not translated, or into another language."""

import pytest

from l10n import checks
from l10n.model import Severity, Term
from l10n.protocols import Scope
from tests.checks.telling import flaws, messages, pair

SOURCE = "The harbor council voted against buying the wet nets."


def test_one_word_is_a_warning_and_a_clause_an_error():
    ((_, word),) = flaws("leftover-english", pair(SOURCE, "항구 council은 반대했다."))
    ((_, clause),) = flaws("leftover-english", pair(SOURCE, "시의회는 voted against buying the wet nets."))
    ((_, latin),) = flaws("leftover-english", pair(SOURCE, "El consejo voted against buying the wet nets.", "es"))
    assert word.severity is None
    assert clause.severity is latin.severity is Severity.ERROR


def test_the_place_of_left_over_words_is_told():
    one = pair(SOURCE, "**항구** council은 반대했다.")
    ((_, flaw),) = flaws("leftover-english", one)
    assert one.target[flaw.start : flaw.end] == "council"


def test_a_word_that_stays_english_again_and_again_is_a_choice():
    one, two = pair(SOURCE, "항구 council은 반대했다."), pair("The council met.", "council이 열렸다.")
    assert len(messages("leftover-english", one)) == 1
    assert messages("leftover-english", one, two) == []


def test_a_word_of_the_glossary_may_stay():
    term = Term("council", "council", "approved")
    assert messages("leftover-english", pair(SOURCE, "항구 council은 반대했다.", terms=(term,))) == []


def test_a_title_in_a_link_is_never_an_error():
    ((_, flaw),) = flaws(
        "leftover-english",
        pair("Read [how to buy the wet nets](a.md).", "[how to buy the wet nets](a.md)를 읽는다."),
    )
    assert flaw.severity is Severity.INFO


def test_names_of_several_words_are_asked_for_in_korean_only():
    source = "The State Security Ministry said so."
    assert len(messages("leftover-english", pair(source, "State Security Ministry가 말했다."))) == 1
    assert messages("leftover-english", pair(source, "State Security Ministry说。", "zh_CN")) == []


@pytest.mark.parametrize(
    ("target", "locale"),
    [
        ("The council voted and the nets were not bought by them.", "ko"),
        ("The council voted and the nets were not bought by them.", "es"),
        ("Der Rat hat nicht für die Netze gestimmt, und das war es.", "fr"),
        ("評議会は濡れた網に反対した。", "ko"),
        ("Совет проголосовал против сетей.", "es"),
    ],
)
def test_a_text_in_another_language_is_an_error(target, locale):
    ((_, flaw),) = flaws("wrong-language", pair(SOURCE, target, locale))
    assert flaw.severity is None
    assert (flaw.start, flaw.end) == (0, 0) or locale == "ko"


@pytest.mark.parametrize(
    ("target", "locale"),
    [
        ("시의회가 반대했다.", "ko"),
        ("En este libro hay uno o dos capítulos claros.", "es"),
        ("Diebe stehlen Geld in Newport on the Levee.", "de"),
        ("評議会反対", "ja"),
        ("NASA, FIFA", "ko"),
    ],
)
def test_short_texts_and_names_are_not_called_another_language(target, locale):
    assert messages("wrong-language", pair(SOURCE, target, locale)) == []


def test_two_foreign_letters_are_a_warning():
    ((_, flaw),) = flaws("wrong-language", pair(SOURCE, "시의회는 会议를 열었다."))
    assert flaw.severity is Severity.WARNING


def test_a_text_that_is_english_as_a_whole_is_told_once():
    english = "The council voted and the nets were not bought by them."
    found = [rule.id for _, rule, _ in checks.inspect([pair(SOURCE, english)], scopes=(Scope.SEGMENT, Scope.LOCALE))]
    assert found.count("wrong-language") == 1
    assert "leftover-english" not in found


PARAGRAPH = "The council met in the harbor and voted for the nets that were wet when they came to it."


def test_an_untranslated_text_is_told_once():
    for source, target, rule in (
        (PARAGRAPH, PARAGRAPH, "wrong-language"),
        (PARAGRAPH, PARAGRAPH.replace("wet", "old"), "wrong-language"),
        ("Wet nets dry slowly in harbors without sunlight.",) * 2 + ("identical",),
    ):
        found = [one.id for _, one, _ in checks.inspect([pair(source, target)], scopes=tuple(Scope))]
        assert [one for one in found if one in TOLD] == [rule]


TOLD = {"wrong-language", "identical", "length", "dropped-sentence", "leftover-english"}


@pytest.mark.parametrize(
    "text",
    [
        "// let nets = 20;",
        "_nets/harbor.rs_:",
        '— @harbor, ["It was the best of what they would have been and had"](https://a.org)',
        "[Netmaker](https://netmaker.dev/)",
        "[Ropes](https://github.com/nets/ropes)",
    ],
)
def test_what_nobody_translates_may_be_the_same(text):
    assert messages("identical", pair(text, text)) == messages("wrong-language", pair(text, text)) == []


def test_a_link_with_words_is_translated():
    text = "[wet nets](https://a.org/wet-nets)"
    assert len(messages("identical", pair(text, text))) == 1


def test_a_word_that_stays_english_in_many_articles_is_a_hint():
    pairs = [pair(SOURCE, "항구 council은 반대했다.", article=f"{name}.md") for name in "abc"]
    assert {flaw.severity for _, flaw in flaws("leftover-english", *pairs)} == {Severity.INFO}
    assert {flaw.severity for _, flaw in flaws("leftover-english", *pairs[:2])} == {None}


def test_a_word_that_is_code_in_the_project_is_a_hint():
    code = pair("Call `council` now.", "지금 `council`을 부른다.")
    ((_, flaw),) = flaws("leftover-english", code, pair(SOURCE, "항구 council은 반대했다.", article="b.md"))
    assert flaw.severity is Severity.INFO


def test_the_plural_of_a_kept_term_may_stay():
    term = Term("pull request", "Pull Request", "approved")
    assert messages("leftover-english", pair("Open pull requests.", "pull requests를 연다.", terms=(term,))) == []
