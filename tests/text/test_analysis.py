import inspect
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from l10n import checks
from l10n.drafting import guard, misaligned
from l10n.memory.slots import slots
from l10n.protocols import Pair, Scope
from l10n.text.analysis import analysed, once
from l10n.text.identity import scripts
from l10n.text.numbers import recognisers, scan
from l10n.text.punctuation import quotes
from l10n.text.sentences.segmentation import sentences

if TYPE_CHECKING:
    from collections.abc import Callable

SOURCE = "The council met on 4 May and voted 12 to 3 for “the seven nets of the old harbor”. It was over at 9:30 p.m."
TARGET = "시의회는 5월 4일 모여 “옛 항구의 그물 일곱 개”를 12 대 3으로 의결했다. 회의는 오후 9시 30분에 끝났다."


def test_a_question_about_a_text_is_answered_once():
    asked = []

    @once
    def letters(text: str, least: int = 0) -> int:
        asked.append((text, least))
        return sum(map(str.isalpha, text))

    assert [letters("a harbor"), letters("a harbor"), letters("a harbor", 2), letters("a harbor", least=2)] == [7] * 4
    assert asked == [("a harbor", 0), ("a harbor", 2), ("a harbor", 2)]


def test_two_questions_about_a_text_do_not_answer_each_other():
    first, second = once(str.upper), once(str.title)
    assert (first("the net"), second("the net"), first("the net")) == ("THE NET", "The Net", "THE NET")


def test_a_text_is_the_same_one_for_everybody_who_asks():
    assert analysed("The nets are wet.") is analysed("The nets are " + "wet.")


def test_all_rules_the_guard_and_the_memory_scan_a_text_for_numbers_once(monkeypatch):
    scanned = []

    class Counted(scan.NumberScan):
        def __init__(self, text: str, locale: str) -> None:
            scanned.append((text, locale))
            super().__init__(text, locale)

    monkeypatch.setattr(recognisers, "NumberScan", Counted)
    analysed.cache_clear()
    pair = Pair(SOURCE, TARGET, "ko", article="a")
    list(checks.inspect([pair, replace(pair, source=f"{SOURCE} 8", target=f"{TARGET} 8")], scopes=tuple(Scope)))
    guard.inspect(SOURCE, TARGET, target_locale="ko")
    misaligned.shifted([SOURCE], [TARGET], "en", "ko")
    slots(SOURCE, "en", ())
    assert (SOURCE, "en") in scanned
    assert (TARGET, "ko") in scanned
    assert max(Counter(scanned).values()) == 1


def test_answers_are_what_the_question_says():
    questions: list[tuple[Callable[..., object], tuple[str, ...]]] = [
        (recognisers.find, (SOURCE, "en")),
        (scripts.count, (TARGET,)),
        (quotes.read, (TARGET, "ko")),
        (sentences, (TARGET, "ko")),
    ]
    for question, given in questions:
        assert question(*given) == question(*given) == inspect.unwrap(question)(*given)
    assert sentences(SOURCE, whole_quotations=False) == inspect.unwrap(sentences)(SOURCE, whole_quotations=False)
