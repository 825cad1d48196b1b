"""Usual spellings of names, and words that differ from them."""

from __future__ import annotations

import pytest

from l10n import languages
from l10n.text.facts.spelling import by_letters, by_sound, copied, misspelt, transliterated

SOURCES = ["They met Jaime.", "We like Jaime.", "People call Jaime.", "Nobody saw Jaime.", "You are Jaime."]


def sounds(language):
    found = languages.of(language).sounds
    assert found is not None
    return found


def sounded(texts, language="ko"):
    """Look for slips in texts that are an article each."""
    return list(transliterated([by_sound([text], sounds(language)) for text in texts], sounds(language)))


def lettered(texts):
    return list(copied([by_letters([text]) for text in texts]))


def words(sources, targets, language="ko"):
    texts = list(zip(sources, targets, strict=False))
    return [texts[slip.article][1][slip.start : slip.end] for slip in sounded(texts, language)]


def test_particles_and_suffixes_are_no_spelling():
    assert (
        words(SOURCES, ["하이메는 왔다.", "하이메를 봤다.", "하이메에게서 왔다.", "하이메라고 한다.", "하이메들이다."])
        == []
    )


def test_a_particle_that_completes_the_sound_is_no_part_of_the_name():
    sources = ["They met Kiernan.", "We like Kiernan.", "People call Kiernan."]
    assert words(sources, ["키어런은 왔다.", "키어런은 갔다.", "키아런이 잤다."]) == ["키아런"]
    assert words(sources[:2], ["키어런은 왔다.", "키어런이 갔다."]) == []


def test_a_name_begins_a_word_and_only_particles_and_suffixes_follow():
    assert words(SOURCES, ["하이매측은 왔다.", "하이메를 봤다.", "하이메와 왔다."]) == ["하이매"]
    assert words(SOURCES, ["하이매점에 왔다.", "하이메를 봤다.", "하이메와 왔다."]) == []


def test_the_original_beside_a_slip_hides_nothing():
    assert words(SOURCES, ["하이매(Jaime)는 왔다.", "하이메를 봤다.", "하이메와 왔다."]) == ["하이매"]


def test_the_usual_spelling_is_that_of_most_texts():
    targets = ["하이매는 왔다.", "하이메를 봤다.", "하이메와 왔다.", "하이메라고 한다.", "하이메다."]
    (slip,) = sounded(list(zip(SOURCES, targets, strict=True)))
    assert (slip.article, slip.usual, slip.uses, slip.clear, slip.model) == (0, "하이메", 4, True, 1)


def test_two_spellings_of_equal_weight_are_not_clear():
    targets = ["하이매는 왔다.", "하이매를 봤다.", "하이메와 왔다.", "하이메라고 한다."]
    assert [slip.clear for slip in sounded(list(zip(SOURCES, targets, strict=False)))] == [False, False]


@pytest.mark.parametrize("word", ["하얀 매", "제이미", "호세"])
def test_what_is_not_nearly_the_usual_spelling_is_let_be(word):
    assert words(SOURCES, [f"{word}는 왔다.", "하이메를 봤다.", "하이메와 왔다."]) == []


def test_a_word_that_sounds_more_like_another_name_is_not_blamed():
    sources = ["They met Marina.", "We like Marina.", "People call Marina.", "Marino and the mother of Marina came."]
    targets = ["마리나는 왔다.", "마리나를 봤다.", "마리나와 왔다.", "마리노와 그 어머니가 왔다."]
    assert words([*sources[:3], "He said Marino and the mother of Marina came."], targets) == []
    assert words([*sources[:3], "He said the mother of Marina came."], targets) == ["마리노"]


def test_a_name_is_told_once_though_it_stands_in_a_longer_name():
    sources = ["They met Jaime Lopez.", "We like Jaime Lopez.", "People call Jaime Lopez."]
    targets = ["하이메 로페스는 왔다.", "하이메 로페스를 봤다.", "하이메 로패스와 왔다."]
    assert words(sources, targets) == ["로패스"]


@pytest.mark.parametrize(
    ("name", "target", "wrong"),
    [
        ("Pyongyang", "평얀에 갔다.", ["평얀"]),
        ("Pyongyang", "평야에 갔다.", ["평야"]),
        ("Pyongyang", "평소 갔다.", []),
    ],
)
def test_of_two_syllables_one_stroke_may_differ(name, target, wrong):
    sources = [f"They went to {name}.", f"We like {name}.", f"People in {name} sing."]
    assert words(sources, ["평양에 갔다.", "평양이 좋다.", target]) == wrong


def test_words_that_only_begin_sentences_are_no_names():
    sources = ["Martin came.", "Martin went.", "Martin slept."]
    assert words(sources, ["마틴이 왔다.", "마틴이 갔다.", "마튼이 잤다."]) == []


LATIN = ["They left Somerset.", "We like Somerset.", "People in Somerset sing."]


@pytest.mark.parametrize(
    ("target", "wrong"),
    [
        ("Les gens du Sommerset chantent.", ["Sommerset"]),
        ("Les gens du Somerest chantent.", ["Somerest"]),
        ("Les gens du Somersett chantent.", ["Somersett"]),
        ("Les gens du Sómerset chantent.", []),
        ("Somersets Leute singen.", []),
        ("Die Somerseter singen.", []),
        ("Les gens du comté chantent.", []),
    ],
)
def test_a_copied_name_is_copied_without_slips(target, wrong):
    texts = list(zip(LATIN, ["Ils ont quitté Somerset.", "On aime Somerset.", target], strict=True))
    assert [target[slip.start : slip.end] for slip in lettered(texts)] == wrong


def test_words_of_the_language_are_no_slips_of_a_name():
    texts = [
        ("They left the European Parliament.", "Sie verließen das European Parliament."),
        ("We like the European Parliament.", "Wir mögen das European Parliament."),
        ("People in the European Parliament sing.", "Im europäischen Parlament singt man."),
    ]
    assert [slip.usual for slip in lettered(texts)] == ["Parliament"]
    assert not lettered([*texts, ("A parliament sings.", "Es singt.")])
    assert not lettered([*texts, ("They sing.", "Das Parlament singt.")])


def test_a_word_that_is_nearly_a_given_one_is_found():
    assert misspelt("국가보위성", "어제 국가보위선은 떠났다.", sounds("ko")) == (3, 8)
    assert misspelt("국가보위성", "어제 국가보위성은 떠났다.", sounds("ko")) is None
    assert misspelt("함경남도", "함경북도에서 왔다.", sounds("ko")) is None
    assert misspelt("혜산", "해산을 했다.", sounds("ko")) is None
    assert misspelt("Somerset", "Sommerset", sounds("ko")) is None
    assert languages.of("fr").sounds is None
