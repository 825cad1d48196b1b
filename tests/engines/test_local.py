"""The engines that stay on this machine, and the table of engines."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from datetime import date
from pathlib import Path

import pytest

from l10n import engines, formats, project
from l10n.drafting.guard import inspect
from l10n.engines import EngineSettings
from l10n.engines.apertium import ApertiumEngine
from l10n.engines.pseudo import pseudo
from l10n.engines.single_lines import cut
from l10n.errors import ConfigError, EngineError, EngineMissingError
from l10n.model import Form, Key, Request
from l10n.stages.draft import draft
from l10n.stages.extract import extract
from l10n.stages.workset import gather
from l10n.text import numbers
from l10n.text.markup.placeholders import parity

CORPUS = Path(os.environ.get("L10N_CORPUS", Path(__file__).parents[2].parent / "shared" / "corpus"))


def ask(*texts):
    return [Request(Key(text), text) for text in texts]


@pytest.fixture
def apertium():
    if shutil.which("apertium") is None and os.environ.get("L10N_REQUIRE_SYSTEM") != "1":
        pytest.skip("Apertium is not installed")
    return ApertiumEngine()


def test_every_engine_of_the_table_loads_and_has_the_members_of_an_engine():
    for name in engines.NAMES:
        engine = engines.load(name, EngineSettings())
        assert engine.name == name
        assert isinstance(engine.form, Form)
        assert isinstance(engine.takes_terms, bool)
        assert engine.destination == engines.destination(name, EngineSettings())


def test_an_unknown_engine_is_refused_with_the_names_there_are():
    with pytest.raises(ConfigError, match="apertium"):
        engines.load("papago", EngineSettings())
    with pytest.raises(ConfigError):
        engines.destination("papago", EngineSettings())


def test_pseudo_keeps_marks_numbers_with_their_words_and_markup_characters():
    text = "On May 25, ⟦1⟧70%⟦2⟧ of 12,000 agents <left> & [went] *home* with $1.3 billion."
    answer = pseudo(text)
    assert re.findall(r"[^A-Za-zÀ-ž ⟪⟫]", answer) == re.findall(r"[^A-Za-z ]", text)
    assert inspect(text, answer, target_locale="en", strict=False) == ""
    assert not set("aeiouAEIOU") & set(answer.replace("May 25", "").replace("1.3 billion", ""))
    assert pseudo("a ⟦unknown⟧ mark").count("⟦unknown⟧") == 1


def test_pseudo_is_a_third_longer_and_always_the_same():
    text = "The keepers can open the old lock for six hours only and then wait until the river has fallen again."
    assert 1.15 < len(pseudo(text)) / len(text) < 1.5
    assert pseudo(text) == pseudo(text)
    assert pseudo(text).startswith("⟪")
    assert pseudo(" \n") == " \n"
    answers = engines.load("pseudo", EngineSettings()).draft(ask("Hello", "Clock"), "en", "xx")
    assert [answer.text for answer in answers] == [pseudo("Hello"), pseudo("Clock")]


def test_a_text_is_cut_into_lines_and_joined_again():
    text = " One.\n\n⟦1⟧ 70%\nTwo. "
    pieces = cut(text)
    assert pieces is not None
    assert pieces.questions == ("One.", "Two.")
    assert pieces.join(["One.", "Two."]) == text
    assert pieces.join([" Uno. ", "Dos."]) == " Uno.\n\n⟦1⟧ 70%\nDos. "


@pytest.mark.system
def test_apertium_answers_each_text_in_its_place(apertium):
    texts = [
        "Hello.",
        "The dog",
        "70%",
        "",
        "One line.\nTwo lines.",
        "A cat. A house.",
        "* * *",
        "x" * 3000,
        "^[]${}/\\@<>",
    ]
    answers = apertium.draft(ask(*texts), "en", "es")
    assert len(answers) == len(texts)
    assert answers[1].text == "El perro"
    assert answers[2].text == "70%"
    assert answers[4].text.count("\n") == 1
    alone = [apertium.draft(ask(text), "en", "es")[0].text for text in texts[:6]]
    assert [answer.text for answer in answers[:6]] == alone


@pytest.mark.system
def test_apertium_moves_no_word_from_one_text_into_the_next(apertium):
    texts = ["40 min", "Questions? Email us.", "Harbor office", "Wait...", "The boats (all red)", "Tuesday:", "U.S."]
    alone = [apertium.draft(ask(text), "en", "es")[0].text for text in texts]
    assert alone[:2] == ["40 min", "Cuestiones? Email nos."]
    assert [answer.text for answer in apertium.draft(ask(*texts), "en", "es")] == alone


@pytest.mark.system
def test_apertium_keeps_marks_that_it_would_take_apart(apertium):
    texts = [
        "⟦1⟧Islanders⟦2⟧ vote today in a ballot on ⟦3⟧renaming⟦4⟧ the harbor's bridge",
        "The ⟦1⟧museum's⟦2⟧ first plan to repair its ⟦3⟧roof⟦4⟧ and ⟦5⟧tower clocks failed.",
        "The ⟦1⟧city ⟦2⟧harbor⟦3⟧ office said there ⟦4⟧were no delays of ferries by 1 p.m.",
    ]
    for text, answer in zip(texts, apertium.draft(ask(*texts), "en", "es"), strict=True):
        assert sorted(re.findall(r"⟦\d+⟧", answer.text)) == sorted(re.findall(r"⟦\d+⟧", text))


@pytest.mark.system
def test_apertium_keeps_the_numbers_of_a_news_article(apertium):
    path = CORPUS / "news-article" / "security-agents.txt"
    if not path.exists():
        pytest.skip("the corpus L10N_CORPUS points at is not here")
    texts = path.read_text(encoding="utf-8").split("\n\n")
    for text, answer in zip(texts, apertium.draft(ask(*texts), "en", "es"), strict=True):
        assert inspect(text, answer.text, target_locale="es") == ""


@pytest.mark.system
@pytest.mark.parametrize(("locale", "word"), [("ko", "another engine"), ("xx", "another engine")])
def test_a_pair_that_apertium_has_not_is_missing(apertium, locale, word):
    with pytest.raises(EngineMissingError, match=word):
        apertium.draft(ask("Hello."), "en", locale)


def test_a_missing_program_is_told_with_the_command_that_installs_it():
    with pytest.raises(EngineMissingError, match=r"apt-get install apertium apertium-eng-spa"):
        ApertiumEngine(program="no-such-apertium").draft(ask("Hello."), "en", "es_MX")


def _program(folder, body, timeout=5.0):
    path = folder / "apertium"
    path.write_text(f'#!/bin/sh\nif [ "$1" = -l ]; then echo "  eng-spa"; exit; fi\n{body}\n')
    path.chmod(0o755)
    return ApertiumEngine(timeout, str(path))


def test_a_failing_program_is_an_engine_error_with_what_it_said(tmp_path):
    with pytest.raises(EngineError, match="exit code 3: dictionary is broken"):
        _program(tmp_path, "cat >/dev/null; echo dictionary is broken >&2; exit 3").draft(ask("Hello."), "en", "es")


def test_a_program_that_hangs_is_ended_with_all_that_it_started(tmp_path, monkeypatch):
    os.mkfifo(tmp_path / "said")
    engine = _program(tmp_path, "exec 3>said; { sleep 60; echo alive >&3; } & echo at work >&3; wait")
    plain, pipes = subprocess.Popen.communicate, []

    def communicate(process, data, seconds):
        """Let the time be over as soon as the program is at work."""
        if "-u" not in process.args:
            return plain(process, data, seconds)
        pipes.append((tmp_path / "said").open("rb"))
        assert pipes[0].readline() == b"at work\n"
        return plain(process, data, 0)

    monkeypatch.setattr(subprocess.Popen, "communicate", communicate)
    monkeypatch.chdir(tmp_path)
    with pytest.raises(EngineError, match="not answered"):
        engine.draft(ask("Hello."), "en", "es")
    with pipes[0] as said:
        assert said.read() == b""  # comes when nobody is left who could write


def test_answers_that_do_not_fit_the_questions_are_asked_one_by_one(tmp_path):
    engine = _program(tmp_path, "tr -s '\\n' | tr a-z A-Z; echo")
    answers = engine.draft(ask("one text", "two texts", "three texts"), "en", "es")
    assert [answer.text for answer in answers] == ["ONE TEXT", "TWO TEXTS", "THREE TEXTS"]


@pytest.mark.system
@pytest.mark.usefixtures("apertium")
@pytest.mark.parametrize("article", ["news", "guide"])
def test_apertium_drafts_an_article_with_its_markup_and_numbers_intact(site, corpus, article):
    """Every text is drafted with its tags, links, code and numbers, save what the guard refuses and names."""
    path = (
        corpus / "news-article" / "security-agents.txt"
        if article == "news"
        else min((corpus / "opensource-guide" / "articles").glob("*.md"))
    )
    site.configure('locales = ["es"]\nengines = ["apertium"]\n')
    site.write(f"articles/{path.name}", path.read_bytes())
    work = gather(project.find(site.root))
    extract(work, today=date(2026, 11, 23))
    done = draft(work, today=date(2026, 11, 23), tell=lambda _: None)
    po = project.find(site.root).catalog(path.name, "es")
    assert po is not None
    fmt = formats.load(work.documents[0].format)
    drafted = [entry for entry in po.catalog if entry.target]
    for entry in drafted:
        spans, found = fmt.inline(entry.key.text), fmt.inline(entry.target)
        assert parity(entry.key.text, spans, entry.target, found) == []
        assert not numbers.compare(entry.key.text, entry.target, "en", "es", spans, found).changed
    assert len(done.left) <= len(drafted) // 20, [left.reasons for left in done.left]
