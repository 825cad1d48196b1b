"""Drafting without a project: engines, a memory, a glossary and formats go in, drafts and reasons come out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from l10n import engines, formats
from l10n.drafting.budget import Budget
from l10n.drafting.chain import Chain
from l10n.drafting.estimate import Estimate, estimates
from l10n.drafting.jobs import Brief, DraftJob
from l10n.engines import EngineSettings
from l10n.engines.journal import Journal
from l10n.errors import EngineError, EngineMissingError
from l10n.memory import open_memory
from l10n.model import Key, Term, Translation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from l10n.protocols import AnswerStore, Engine, Memory

BRIEF = Brief("en", "ko", (Term("MSS", "국가보위성"),), formats.load)


@pytest.fixture
def memory(tmp_path) -> Iterator[Memory]:
    opened = open_memory(tmp_path / "memory.sqlite")
    opened.update("ko", "known.md", "1", [Translation("It rained all day.", "종일 비가 내렸다.", "en", "ko")])
    yield opened
    opened.close()


@pytest.fixture
def journal(tmp_path) -> Iterator[Journal]:
    opened = Journal(tmp_path / "journal.sqlite")
    yield opened
    opened.close()


def make(name: str) -> Engine:
    if name == "nowhere":
        raise EngineMissingError("nowhere is not installed")
    return engines.load(name, EngineSettings(url="http://127.0.0.1:9/", key_variable="L10N_NO_KEY"))


def chain_of(memory: Memory, told: list[str], store: AnswerStore | None = None) -> Chain:
    return Chain(BRIEF, memory, make, told.append, store=store)


def job(text: str, *names: str, article: str = "a.md") -> DraftJob:
    return DraftJob(article, "markdown", Key(text), names, "", "")


def test_each_engine_drafts_what_the_ones_before_left_and_twins_share_a_draft(memory):
    told: list[str] = []
    names = ("memory", "nowhere", "pseudo")
    jobs = [job("It rained all day.", *names), job("It was cold.", *names), job("It was cold.", *names, article="b.md")]
    chain = chain_of(memory, told)
    first, second, third = chain.draft(jobs)
    assert (first.text, first.engine, first.reasons) == ("종일 비가 내렸다.", "memory", ())
    assert (second.engine, third.engine) == ("pseudo", "pseudo")
    assert second.text == third.text != ""
    assert (second.job, third.job) == (jobs[1], jobs[2])
    assert told == ["ko: memory (2 open)", "ko: nowhere (1 open)", "ko: pseudo (1 open)"]
    assert list(chain.unusable) == ["nowhere"]


def test_an_engine_that_cannot_be_used_is_asked_once_and_nothing_is_told_of_texts_it_never_saw(memory):
    told: list[str] = []
    chain = chain_of(memory, told)
    for _ in range(2):
        (outcome,) = chain.draft([job("It was cold.", "nowhere")])
        assert (outcome.text, outcome.reasons) == ("", ())
    assert told == ["ko: nowhere (1 open)"]


def test_jobs_with_other_engines_are_no_twins(memory):
    jobs = [job("It rained all day.", "memory"), job("It rained all day.", "pseudo")]
    assert [outcome.engine for outcome in chain_of(memory, []).draft(jobs)] == ["memory", "pseudo"]


def test_a_budget_counts_what_is_asked_gives_back_what_brought_nothing_and_ends(journal):
    budget = Budget(journal, {"paid": 20.0}.__getitem__, most=0.002)
    assert budget.afford("paid", 60)
    assert not budget.afford("paid", 60)
    assert budget.short
    budget.afford("paid", -60)
    assert (budget.cost, budget.characters("paid")) == (0.0, 0)
    assert budget.afford("paid", 100), "what was given back may be spent"
    assert budget.cost == pytest.approx(0.002)


def test_a_budget_that_refreshes_knows_only_what_this_run_was_answered(journal, tmp_path):
    yesterday = Journal(tmp_path / "journal.sqlite")
    yesterday.keep("old", "google", "어제")
    yesterday.close()
    assert Budget(journal, lambda _: 0.0).recall("old") == "어제"
    budget = Budget(journal, lambda _: 0.0, refresh=True)
    assert budget.recall("old") is None
    budget.keep("old", "google", "오늘")
    assert budget.recall("old") == "오늘"


def test_an_estimate_asks_nobody_and_leaves_out_what_the_memory_knows(memory, journal):
    budget = Budget(journal, lambda _: 10.0, dry=True)
    chain = chain_of(memory, [], budget)
    texts = ["It rained all day.", "It was cold.", "It was late.", "It was cold."]
    jobs = [job(text, "memory", "nowhere", "libre") for text in texts]
    missing, row = estimates(chain, budget, jobs, {"libre", "nowhere"})
    assert isinstance(missing, EngineError)
    characters = len("It was cold.") + len("It was late.")
    assert row == Estimate("ko", "libre", 2, characters, characters * 10.0 / 1_000_000)
