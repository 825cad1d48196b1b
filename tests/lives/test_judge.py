"""What the judge of lives calls a fault, on vaults made by hand: each kind is seen, and nothing where all is well."""

from __future__ import annotations

import pytest

from tests.lives.files import Seen, Vault, digest
from tests.lives.judge import Judge, unread

OLD, NEW = "The ferry left at six.", "The ferry left at seven."
TEXT, BETTER = "배는 여섯 시에 떠났다.", "배는 6시에 떠났다."


def seen(
    source: str, text: str, *, fuzzy: bool = False, obsolete: bool = False, before: str = "", line: str = ""
) -> Seen:
    return Seen(source, text, line, fuzzy, obsolete, before)


def vault(*some: Seen, kept: str = "") -> Vault:
    return Vault({"a.md": some}, {}, kept)


@pytest.fixture
def judge() -> Judge:
    judge = Judge()
    judge.reads(OLD, TEXT, 1)
    judge.reads(OLD, BETTER, 2)
    return judge


def test_a_text_that_is_nowhere_is_lost(judge: Judge) -> None:
    for there in (vault(seen(OLD, TEXT)), vault(seen(NEW, "", line=f"x (read): {TEXT}")), vault(kept=TEXT)):
        assert not list(judge.lost({TEXT}, there))
    assert list(judge.lost({TEXT}, vault(seen(OLD, BETTER))))


def test_a_comment_that_is_nowhere_is_told(judge: Judge) -> None:
    judge.remarks.add("ask the desk")
    assert list(judge.silenced({"ask the desk"}, vault(seen(OLD, TEXT))))
    assert not list(judge.silenced({"ask the desk"}, vault(seen(OLD, TEXT, line="ask the desk"))))


def test_a_review_at_an_english_that_nobody_read_is_carried_wrongly(judge: Judge) -> None:
    assert list(judge.miscarried(vault(seen(NEW, TEXT))))
    assert not list(judge.miscarried(vault(seen(OLD, TEXT), seen(NEW, TEXT, fuzzy=True, before=OLD))))


def test_a_newer_review_behind_an_older_stale_text_is_buried(judge: Judge) -> None:
    old, newer = seen(NEW, TEXT, fuzzy=True, before=OLD), seen(OLD, BETTER, obsolete=True)
    assert list(judge.buried(vault(old, newer)))
    assert not list(judge.buried(vault(seen(NEW, TEXT, fuzzy=True, before=OLD, line=f"x (read): {BETTER}"), newer)))
    assert not list(judge.buried(vault(seen(NEW, BETTER, fuzzy=True, before=OLD), seen(OLD, TEXT, obsolete=True))))


@pytest.mark.parametrize("live", [seen(OLD, ""), seen(OLD, "다른 글", fuzzy=True, before=NEW)])
def test_a_review_of_the_exact_english_behind_nothing_or_a_stale_text_is_buried(judge: Judge, live: Seen) -> None:
    assert list(judge.buried(vault(live, seen(OLD, TEXT, obsolete=True))))


def test_a_review_that_a_cosmetic_edit_took_is_told(judge: Judge) -> None:
    spaced = OLD.replace(" ", "  ", 1)
    was = vault(seen(OLD, TEXT))
    assert list(judge.withheld(was, vault(seen(spaced, TEXT, fuzzy=True, before=OLD))))
    assert not list(judge.withheld(was, vault(seen(spaced, TEXT))))


def test_a_review_whose_english_is_back_must_be_one_again(judge: Judge) -> None:
    line = f"stale: 2026-11-29 {digest(TEXT)} {digest(OLD)}"
    waits = vault(seen(NEW, TEXT, fuzzy=True, before=OLD, line=line))
    assert list(judge.withheld(waits, vault(seen(OLD, TEXT, fuzzy=True, line=line))))
    assert not list(judge.withheld(waits, vault(seen(OLD, TEXT))))


def test_what_no_person_read_must_not_be_published_as_read() -> None:
    draft = seen(NEW, TEXT, fuzzy=True)
    assert list(unread("a.md", (draft,), [TEXT], "reviewed"))
    assert not list(unread("a.md", (draft,), [TEXT], "drafts-labelled"))
    assert not list(unread("a.md", (draft,), [NEW], "reviewed"))
    stale = seen(NEW, TEXT, fuzzy=True, before=OLD)
    assert list(unread("a.md", (stale,), [TEXT], "drafts-labelled"))


def test_what_was_read_apart_may_stand_together_and_the_other_way_round(judge: Judge) -> None:
    other, theirs = "It was full.", "배는 만원이었다."
    joined = seen(f"{OLD} {other}", f"{TEXT} {theirs}")
    assert not judge.was_read(joined)
    judge.reads(other, theirs, 3)
    assert judge.was_read(joined)
    assert not judge.was_read(seen(f"{other} {OLD}", f"{TEXT} {theirs}"))
    judge.reads("One came. Two left.", "하나가 왔다. 둘이 떠났다.", 4)
    assert judge.was_read(seen("Two left.", "둘이 떠났다."))
    assert not judge.was_read(seen("Two left.", "하나가 왔다."))
