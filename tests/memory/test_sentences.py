"""The memory by sentence, by neighbours and by terms, and what it tells of itself."""

from __future__ import annotations

import pytest

from l10n.memory import open_memory
from l10n.memory.match import Candidate, Matcher
from l10n.model import Key, Request, Term
from tests.memory.samples import learn

HARBOR = "The harbor reopened on May 25 after the storm."
BOATS = "Some 340 boats had waited for 3 days at sea."
PEOPLE = "Nobody in the town was hurt, the mayor said."
KOREAN = {
    HARBOR: "항구는 폭풍 뒤 5월 25일 다시 열렸다.",
    BOATS: "배 340척가량이 바다에서 3일을 기다렸다.",
    PEOPLE: "시내에서 다친 사람은 없다고 시장은 말했다.",
}
TERMS = (
    Term("harbor", "항구"),
    Term("market", "시장"),
    Term("school", "학교"),
    Term("Ministry of Fishery and Trade", "수산부"),
)


@pytest.fixture
def memory(tmp_path):
    opened = open_memory(tmp_path / "memory.sqlite", terms=lambda _: TERMS)
    yield opened
    opened.close()


def pair(*sentences):
    return " ".join(sentences), " ".join(KOREAN[sentence] for sentence in sentences)


def suggest(memory, text, before="", after="", locale="ko"):
    (answer,) = memory.suggest([Request(Key(text), text, before, after)], "en", locale)
    return answer


def test_a_sentence_of_a_paragraph_is_known(memory):
    learn(memory, "ko", "a.md", "d", [pair(HARBOR, BOATS)])
    answer = suggest(memory, BOATS)
    assert (answer.text, answer.score, answer.engine) == (KOREAN[BOATS], 1.0, "memory")


def test_a_paragraph_is_put_together_from_its_sentences(memory):
    learn(memory, "ko", "a.md", "d", [pair(HARBOR, BOATS)])
    learn(memory, "ko", "b.md", "d", [pair(PEOPLE)])
    answer = suggest(memory, f"{BOATS} {PEOPLE} {HARBOR}")
    assert answer.text == f"{KOREAN[BOATS]} {KOREAN[PEOPLE]} {KOREAN[HARBOR]}"
    assert (answer.score, answer.engine) == (0.99, "memory/0.99")


def test_sentences_that_are_only_alike_lower_the_score_of_their_paragraph(memory):
    learn(memory, "ko", "a.md", "d", [pair(HARBOR, BOATS)])
    learn(memory, "ko", "b.md", "d", [pair(PEOPLE)])
    answer = suggest(memory, f"{PEOPLE} {BOATS.replace('340', '510').replace('at sea', 'at the sea')}")
    assert answer.text == f"{KOREAN[PEOPLE]} {KOREAN[BOATS].replace('340', '510')}"
    assert 0.85 <= answer.score < 0.99


def test_a_paragraph_with_an_unknown_sentence_is_not_guessed(memory):
    learn(memory, "ko", "a.md", "d", [pair(HARBOR, BOATS)])
    text = f"{BOATS} The price of fish doubled within a week. {HARBOR}"
    assert suggest(memory, text).text is None
    parts = memory.by_sentence(text, "en", "ko")
    assert [(sentence, answer.text) for sentence, answer in parts] == [
        (BOATS, KOREAN[BOATS]),
        ("The price of fish doubled within a week.", None),
        (HARBOR, KOREAN[HARBOR]),
    ]


def test_sentences_are_put_together_without_a_space_in_japanese(memory):
    learn(
        memory,
        "ja",
        "a.md",
        "d",
        [(HARBOR, "港は5月25日、嵐の後に再開した。"), (PEOPLE, "町で負傷者はいないと市長は述べた。")],
    )
    assert suggest(memory, f"{HARBOR} {PEOPLE}", locale="ja").text == (
        "港は5月25日、嵐の後に再開した。町で負傷者はいないと市長は述べた。"
    )


def test_a_translation_with_the_same_neighbours_is_preferred_to_one_more_used(memory):
    for article in ("a", "b", "c"):
        learn(memory, "ko", article, "d", [("It is over.", "끝났다.")])
    learn(memory, "ko", "z", "d", [pair(HARBOR), ("It is over.", "다 지나갔다."), pair(BOATS)])
    assert suggest(memory, "It is over.").text == "끝났다."
    assert suggest(memory, "It is over.", before=HARBOR).text == "다 지나갔다."
    assert suggest(memory, "It is over.", after=BOATS).text == "다 지나갔다."
    assert suggest(memory, "It is over.", before=PEOPLE).text == "끝났다."


def test_a_whole_text_is_preferred_to_a_sentence_of_one(memory):
    other = "배 340척쯤이 바다에서 3일을 기다렸다."
    for article in ("a", "b"):
        learn(memory, "ko", article, "d", [pair(HARBOR, BOATS)])
    learn(memory, "ko", "z", "d", [(BOATS, other)])
    assert suggest(memory, BOATS).text == other


def test_an_articles_sentences_go_with_it(memory):
    learn(memory, "ko", "a.md", "d", [pair(HARBOR, BOATS)])
    learn(memory, "ko", "a.md", "e", [])
    assert suggest(memory, BOATS).text is None
    assert memory.held() == []


def test_a_term_is_put_in_though_it_is_the_rarest_word(memory):
    learn(memory, "ko", "a.md", "d", [pair(HARBOR)])
    answer = suggest(memory, HARBOR.replace("harbor", "school"))
    assert answer.text == "학교는 폭풍 뒤 5월 25일 다시 열렸다."


def test_a_term_is_put_in_though_it_is_half_of_the_text(memory):
    learn(memory, "ko", "a.md", "d", [("The harbor closed early.", "항구는 일찍 닫혔다.")])
    answer = suggest(memory, "The Ministry of Fishery and Trade closed early.")
    assert (answer.text, answer.score) == ("수산부는 일찍 닫혔다.", 0.85)


def test_search_shows_what_is_like_a_text_and_what_it_suggests(memory):
    learn(
        memory,
        "ko",
        "a.md",
        "d",
        [pair(HARBOR), ("The harbor did not reopen after the storm.", "항구는 열리지 않았다.")],
    )
    hits = memory.search("The harbor reopened on June 3 after the storm.", "en", "ko", 5)
    assert [(hit.translation.source, hit.translation.article, hit.uses) for hit in hits] == [
        (HARBOR, "a.md", 1),
        ("The harbor did not reopen after the storm.", "a.md", 1),
    ]
    assert hits[0].suggestion == "항구는 폭풍 뒤 6월 3일 다시 열렸다."
    assert hits[1].suggestion is None
    assert 1 > hits[0].score > hits[1].score > 0
    assert len(memory.search(HARBOR, "en", "ko", 1)) == 1
    assert memory.search(HARBOR, "en", "ko", 1)[0].score == 1
    assert memory.search(HARBOR, "en", "ja", 5) == []


def test_what_is_held_is_counted_by_locale(memory, tmp_path):
    assert memory.held() == []
    assert not (tmp_path / "memory.sqlite").exists()
    learn(memory, "ko", "a.md", "d", [pair(HARBOR, BOATS), pair(PEOPLE)])
    learn(memory, "es", "a.md", "d", [(HARBOR, "El puerto reabrió el 25 de mayo tras la tormenta.")])
    assert [(one.locale, one.articles, one.sources, one.paragraphs, one.sentences) for one in memory.held()] == [
        ("es", 1, 1, 1, 0),
        ("ko", 1, 4, 2, 2),
    ]


def test_a_cleared_memory_knows_nothing_and_learns_again(memory, tmp_path):
    memory.clear()
    assert not (tmp_path / "memory.sqlite").exists()
    learn(memory, "ko", "a.md", "d", [pair(HARBOR)])
    memory.clear()
    assert memory.held() == []
    assert memory.digests("ko") == {}
    assert suggest(memory, HARBOR).text is None
    learn(memory, "ko", "a.md", "d", [pair(HARBOR)])
    assert suggest(memory, HARBOR).text == KOREAN[HARBOR]
    assert suggest(memory, HARBOR.replace("reopened", "was reopened")).text == KOREAN[HARBOR]


def test_what_was_learned_after_a_question_is_found_by_its_words(memory):
    learn(memory, "ko", "a.md", "d", [pair(HARBOR)])
    near = PEOPLE.replace("mayor said", "mayor has said")
    assert suggest(memory, near).text is None
    learn(memory, "ko", "b.md", "d", [pair(PEOPLE)])
    assert suggest(memory, near).text == KOREAN[PEOPLE]


def test_near_matches_are_those_of_brute_force(memory):
    nouns = ["harbor", "market", "river", "tower", "bridge", "garden", "school", "tunnel", "island", "station"]
    verbs = ["closed", "flooded", "opened", "moved", "burned"]
    sources = [
        f"The old {noun} of the {other} was {verb} on Monday, and {number} people waited in the rain."
        for number, (noun, other, verb) in enumerate(
            ((noun, other, verb) for noun in nouns for other in nouns for verb in verbs), 2
        )
    ]
    pairs = [(source, f"문장 {number}명") for number, source in enumerate(sources, 2)]
    learn(memory, "ko", "a.md", "d", pairs)
    for source in sources[::37]:
        text = source.replace("in the rain", "in rain").replace("waited", "were waiting")
        matcher = Matcher(text, "en", "ko", TERMS)
        best = matcher.best(Candidate(one, other, "a.md") for one, other in pairs)
        answer = suggest(memory, text)
        assert best == (answer.text, answer.score)
