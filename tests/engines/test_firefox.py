"""The engine firefox, with models that the tests make (see `tests.engines.marian`) and the real library."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from importlib.util import find_spec
from pathlib import Path

import pytest

from l10n.engines import EngineSettings, load, models
from l10n.engines.firefox import FirefoxEngine, fits, pieces, spelled
from l10n.engines.firefox.pool import FirefoxPool
from l10n.errors import EngineError, EngineMissingError
from l10n.model import Key, Request
from tests.engines import marian
from tests.growth import grows_evenly

WORDS = {
    "▁A": "▁한",
    "▁The": "▁그",
    "▁the": "▁그",
    "▁and": "▁그리고",
    "▁boat": "▁배",
    "▁came": "▁왔다",
    "▁ferry": "▁나룻배",
    "▁harbour": "▁항구에",
    "▁keeper": "▁등대지기는",
    "▁lamp": "▁등불을",
    "▁lit": "▁켰다",
    "▁said": "▁말했다",
    "▁which": "▁그것은",
}

needs_library = pytest.mark.skipif(
    find_spec("fxtranslate") is None and os.environ.get("L10N_REQUIRE_SYSTEM") != "1",
    reason="fxtranslate is not installed",
)


@pytest.fixture(scope="session")
def word_model():
    return marian.words(WORDS)


@pytest.fixture
def folder(tmp_path, monkeypatch, word_model):
    """A folder of models, with one for Korean that translates word by word."""
    monkeypatch.setenv(models.MODELS, str(tmp_path / "models"))
    marian.installed(tmp_path / "models", word_model)
    return tmp_path / "models"


def ask(*texts):
    return [Request(Key(text), text) for text in texts]


def answers(*texts, target="ko", **settings):
    return [answer.text for answer in FirefoxEngine(**settings).draft(ask(*texts), "en", target)]


@needs_library
@pytest.mark.usefixtures("folder")
def test_texts_are_translated_in_their_order_and_lines():
    assert answers("The keeper lit the lamp.", "A boat came. The ferry came.\n\nThe harbour", "70%", " The boat. ") == [
        "그 등대지기는 켰다 그 등불을.",
        "한 배 왔다. 그 나룻배 왔다.\n\n그 항구에",
        "70%",
        " 그 배. ",
    ]


@needs_library
def test_languages_that_share_a_vocabulary_have_a_model_with_one(tmp_path, monkeypatch):
    monkeypatch.setenv(models.MODELS, str(tmp_path))
    marian.installed(
        tmp_path, marian.words({"▁The": "▁El", "▁keeper": "▁guarda", "▁came": "▁vino"}, shared=True), "en", "es"
    )
    assert sorted(path.name for path in (tmp_path / "en-es").glob("*.spm")) == ["vocab.enes.spm"]
    assert answers("The keeper came.", target="es") == ["El guarda vino."]


@needs_library
@pytest.mark.usefixtures("folder")
def test_a_draft_says_which_model_made_it():
    (answer,) = FirefoxEngine().draft(ask("The boat"), "en", "ko")
    assert answer.engine == "firefox/0.1"


@needs_library
@pytest.mark.usefixtures("folder")
def test_characters_that_a_model_spells_in_bytes_are_put_together():
    assert answers("The boat ☃ 🚢 came.", "The <0xZZ> boat") == ["그 배 ☃ 🚢 왔다.", "그 <0xZZ> 배"]


def test_bytes_that_are_no_character_are_told_by_the_sign_for_that():
    assert spelled("<0xE2><0x98>x") == "\ufffdx"


def test_sentences_are_cut_by_our_own_rules():
    text = "Maj. Gen. Okoro left at 5:45 p.m. EST on the ferry. “Wait. Come back!” she said."
    cut = pieces(text, "en", "ko")
    assert cut is not None
    assert cut.questions == (
        "Maj. Gen. Okoro left at 5:45 p.m. EST on the ferry.",
        "“Wait. Come back!” she said.",
    )


@pytest.mark.parametrize(
    ("target", "joined"), [("ko", "일. 이."), ("es", "일. 이."), ("ja", "일.이."), ("zh_TW", "일.이.")]
)
def test_sentences_are_joined_as_the_target_language_joins_them(target, joined):
    cut = pieces("The boat came.  The lamp burnt.", "en", target)
    assert cut is not None
    assert cut.join(["일.", "이."]) == joined


LONG = "The keeper lit the lamp, " + "which the ferry and the boat came and said, " * 30 + "and the keeper said."


def test_a_sentence_beyond_the_window_is_cut_at_clauses():
    assert not fits(LONG)
    cut = pieces(LONG, "en", "ko")
    assert cut is not None
    assert all(fits(question) for question in cut.questions)
    assert all(question.startswith(("The keeper", "which ", "and the keeper")) for question in cut.questions)
    assert " ".join(cut.questions) == LONG
    japanese = pieces(LONG, "en", "ja")
    assert japanese is not None
    assert japanese.join(["句、"] * len(japanese.asked)) == "句、" * len(japanese.asked)


@needs_library
@pytest.mark.usefixtures("folder")
def test_nothing_of_a_sentence_beyond_the_window_is_lost():
    words = LONG.replace(",", "").replace(".", "").split()
    (answer,) = answers(LONG)
    assert [word.strip(",.") for word in answer.split()] == [WORDS[f"▁{word}"].strip("▁") for word in words]


@needs_library
@pytest.mark.usefixtures("folder")
def test_a_sentence_without_a_place_to_cut_it_has_no_answer():
    first, second = FirefoxEngine().draft(ask("The boat " * 100, "The boat"), "en", "ko")
    assert (first.text, second.text) == (None, "그 배")
    assert "too long" in first.refusal


def test_the_window_counts_what_a_vocabulary_spells_in_pieces():
    assert fits("keeper " * 50)
    assert not fits("7" * 130)
    assert not fits("등" * 50)
    assert not fits("NASA-" * 41)


@pytest.mark.parametrize("piece", ["The boat came. ", "the boat, and ", " ", "\n", "A", "a; ", "“Come!” ", "등, "])
def test_work_grows_with_the_text(piece):
    assert grows_evenly(lambda size: pieces(piece * (size // len(piece)), "en", "ko"), 4_000, 64_000)


@needs_library
def test_a_clause_does_not_end_like_a_sentence_where_its_sentence_goes_on(tmp_path, monkeypatch):
    """As with a model that makes a full stop of every comma."""
    monkeypatch.setenv(models.MODELS, str(tmp_path))
    marian.installed(tmp_path, marian.words(WORDS | {",": "."}))
    (answer,) = answers(LONG)
    cut = pieces(LONG, "en", "ko")
    assert cut is not None
    inside = sum(question[:-1].count(",") for question in cut.questions)
    assert len(cut.questions) > 3
    assert answer.count(".") == inside + 1


@needs_library
@pytest.mark.usefixtures("folder")
def test_any_number_of_processes_gives_the_same_answers():
    texts = [f"The keeper said: {number} and the boat came, {'x' * (number % 7)}." for number in range(40)]
    one, three = answers(*texts, parallel=1), answers(*texts, parallel=3)
    assert one == three
    assert one[3] == "그 등대지기는 말했다: 3 그리고 그 배 왔다, xxx."


@needs_library
def test_there_are_no_more_processes_than_cores_or_texts_for_them(word_model, monkeypatch):
    monkeypatch.setattr("l10n.engines.firefox.pool._cores", lambda: 2)
    pool = FirefoxPool(_parts(word_model), 8, 60.0)
    pool.translate(["The boat", "The lamp"])
    assert len(pool.pids) == 1
    pool.translate([f"The boat {number}" for number in range(40)])
    assert len(pool.pids) == 2


def _parts(files):
    return models.ModelParts(files["model"], files["srcvocab"], files["trgvocab"], files["lex"])


@needs_library
def test_a_process_that_ends_costs_its_text_and_no_other(word_model):
    pool = FirefoxPool(_parts(word_model), 1, 60.0)
    assert pool.translate(["The boat"]) == {"The boat": "그 배"}
    os.kill(pool.pids[0], signal.SIGKILL)
    until_gone(pool.pids[0])
    assert pool.translate(["The lamp came", "The boat"]) == {"The lamp came": None, "The boat": "그 배"}


@needs_library
def test_a_model_whose_processes_end_again_and_again_is_given_up(word_model):
    pool = FirefoxPool(_parts(word_model), 1, 0.0)  # no time for anything: each is ended
    with pytest.raises(EngineError, match="again and again"):
        pool.translate([f"The boat {number}" for number in range(10)])


@needs_library
@pytest.mark.parametrize("kind", ["model", "srcvocab", "trgvocab", "lex"])
@pytest.mark.parametrize("damage", [lambda _: b"", lambda data: data[: len(data) // 2], lambda _: b"\xff" * 99])
def test_a_damaged_model_is_refused_or_answers_but_never_breaks_the_program(word_model, kind, damage):
    """A shorter vocabulary is a vocabulary; all else is told."""
    pool = FirefoxPool(_parts(word_model | {kind: damage(word_model[kind])}), 1, 60.0)
    try:
        assert set(pool.translate(["The boat came."])) == {"The boat came."}
    except EngineError as err:
        assert "cannot be used" in err.message  # noqa: PT017  both ends are right


@needs_library
@pytest.mark.parametrize("damage", [{"model": b"no model" * 100}, {"lex": b""}])
def test_what_makes_the_library_panic_is_told_like_what_it_refuses(word_model, damage):
    pool = FirefoxPool(_parts(word_model | damage), 1, 60.0)
    with pytest.raises(EngineError, match="cannot be used"):
        pool.translate(["The boat"])


@needs_library
def test_a_model_of_garbage_is_told(tmp_path, monkeypatch, word_model):
    monkeypatch.setenv(models.MODELS, str(tmp_path))
    marian.installed(tmp_path, word_model | {"model": b"no model" * 100})
    with pytest.raises(EngineError, match="cannot be used"):
        FirefoxEngine().draft(ask("The boat"), "en", "ko")


@needs_library
def test_a_file_that_is_not_what_was_installed_is_refused(folder):
    (folder / "en-ko" / "trgvocab.enko.spm").write_bytes(b"another")
    with pytest.raises(EngineError, match="damaged"):
        FirefoxEngine().draft(ask("The boat"), "en", "ko")


def test_a_missing_model_names_the_one_command(tmp_path, monkeypatch):
    monkeypatch.setenv(models.MODELS, str(tmp_path))
    pytest.importorskip("fxtranslate")
    with pytest.raises(EngineMissingError) as caught:
        load("firefox", EngineSettings()).draft(ask("The boat"), "en", "pt_BR")
    assert "l10n engine add firefox -l pt_BR" in caught.value.remedy


@pytest.mark.usefixtures("folder")
def test_a_missing_library_names_what_installs_it(monkeypatch):
    monkeypatch.setitem(sys.modules, "fxtranslate", None)
    with pytest.raises(EngineMissingError) as caught:
        load("firefox", EngineSettings()).draft(ask("The boat"), "en", "ko")
    assert 'pip install "article-l10n[firefox]"' in caught.value.remedy
    assert "l10n engine add firefox -l ko" in caught.value.remedy


@needs_library
@pytest.mark.usefixtures("folder")
def test_a_module_beside_the_articles_does_not_take_the_place_of_the_library(tmp_path, monkeypatch):
    (tmp_path / "fxtranslate.py").write_text("raise SystemExit('this ran')\n")
    monkeypatch.chdir(tmp_path)
    assert answers("The boat") == ["그 배"]


@needs_library
@pytest.mark.usefixtures("folder")
def test_no_process_outlives_the_program():
    """However it ends: the processes are told by the end of their input."""
    program = (
        "import os\n"
        "from l10n.engines.firefox import FirefoxEngine\n"
        "from l10n.model import Key, Request\n"
        "engine = FirefoxEngine()\n"
        "engine.draft([Request(Key('The boat'), 'The boat')], 'en', 'ko')\n"
        "print(list(engine.pids), flush=True)\n"
        "os._exit(0)\n"
    )
    done = subprocess.run([sys.executable, "-c", program], stdout=subprocess.PIPE, check=True)
    (pid,) = json.loads(done.stdout)
    until_gone(pid)


def until_gone(pid):
    for _ in range(600):
        status = Path(f"/proc/{pid}/status")
        if not status.exists() or "\nState:\tZ" in status.read_text():
            return
        time.sleep(0.05)
    pytest.fail("it is still there")
