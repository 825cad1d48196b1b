"""`l10n draft` with Firefox's models, from an article to its catalogue."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from l10n import formats, project
from l10n.engines import models
from l10n.errors import EngineError
from l10n.text.markup.placeholders import parity
from tests.engines import marian
from tests.engines.test_firefox import needs_library, until_gone

TABLE = {
    "▁The": "▁그",
    "▁the": "▁그",
    "▁keeper": "▁등대지기는",
    "▁lit": "▁켰다",
    "▁lamp": "▁등불을",
    "▁of": "▁곁의",
    "▁harbour": "▁항구",
    "▁on": "▁바로",
    "▁Monday": "▁월요일에",
    "▁Boats": "▁배들이",
    "▁came": "▁들어왔다",
    "▁at": "▁저녁",
    "▁night": "▁밤에",
    "▁and": "▁그리고",
    "▁stayed": "▁머물렀다",
    "▁board": "▁위원회는",
    "▁paid": "▁지불했다",
    "▁for": "▁위해",
    "▁oil": "▁기름을",
}
ARTICLE = """# The keeper lit the lamp

The keeper lit the **lamp** of the harbour on Monday. Boats came at night.

[The board](https://a.example/b) paid for the oil[^1].

- Boats came and **stayed at night**
- `lamp.sh`

[^1]: Boats stayed.
"""


@pytest.fixture
def newsroom(site, tmp_path):
    """A project that drafts Korean with firefox."""
    site.configure('locales = ["ko"]\nengines = ["memory", "firefox"]\n')
    site.write("articles/lamp.md", ARTICLE)
    site.run("extract")

    def drafted(files):
        folder = tmp_path / "models"
        if files:
            marian.installed(folder, files)
        return site.run("draft", **{models.MODELS: str(folder)})

    return site, drafted


def entries(site):
    po = project.find(site.root).catalog("lamp.md", "ko")
    assert po is not None
    return {entry.key.text: entry for entry in po.catalog}


@needs_library
def test_an_article_is_drafted_with_its_markup(newsroom):
    site, drafted = newsroom
    ran = drafted(marian.words(TABLE))
    assert ran.code == 0, ran.err
    found = {source: entry.target for source, entry in entries(site).items()}
    assert found["The keeper lit the **lamp** of the harbour on Monday. Boats came at night."] == (
        "그 등대지기는 켰다 그 **등불을** 곁의 그 항구 바로 월요일에. 배들이 들어왔다 저녁 밤에."
    )
    assert found["[The board](https://a.example/b) paid for the oil[^1]."] == (
        "[그 위원회는](https://a.example/b) 지불했다 위해 그 기름을[^1]."
    )
    fmt = formats.load("markdown")
    for source, target in found.items():
        assert not parity(source, fmt.inline(source), target, fmt.inline(target))
    assert all("# draft: firefox/0.1 " in "\n".join(site.read("locales/ko/lamp.md.po").splitlines()) for _ in found)


@needs_library
def test_a_model_that_talks_nonsense_is_refused_by_the_guard(newsroom):
    site, drafted = newsroom
    known = [piece.strip("▁") for piece in TABLE]
    ran = drafted(marian.noise(marian.Shape(64, 4, 128, 2, 2), 2_000, known=known))
    assert ran.code == 3
    assert not any(entry.target for source, entry in entries(site).items() if " " in source)
    assert "no draft for" in ran.err + ran.out


@needs_library
def test_without_a_model_the_one_command_is_named_and_nothing_is_sent_elsewhere(newsroom):
    site, drafted = newsroom
    ran = drafted({})
    assert ran.code == 3
    assert "`l10n engine add firefox -l ko`" in ran.err + ran.out
    assert not any(entry.target for entry in entries(site).values())


@needs_library
def test_what_the_model_cannot_place_is_left_to_the_next_engine(newsroom):
    site, drafted = newsroom
    site.configure('locales = ["ko"]\nengines = ["firefox", "pseudo"]\n')
    site.write("articles/lamp.md", "The lamp<!-- which? --> of the harbour.\n\nThe keeper lit the lamp.\n")
    site.run("extract")
    ran = drafted(marian.words(TABLE))
    assert ran.code == 0
    texts = entries(site)
    assert texts["The keeper lit the lamp."].target == "그 등대지기는 켰다 그 등불을."
    assert texts["The lamp<!-- which? --> of the harbour."].target.startswith("⟪")


@needs_library
def test_glossary_terms_stand_in_the_draft(newsroom):
    site, drafted = newsroom
    site.write("locales/ko/glossary.tsv", "source\ttarget\nlamp\t램프\n")
    drafted(marian.words(TABLE))
    assert entries(site)["The keeper lit the lamp"].target == "그 등대지기는 켰다 그 램프"


@needs_library
@pytest.mark.skipif(not Path("/proc/self/task").is_dir(), reason="no list of processes")
def test_an_interruption_ends_the_processes_of_the_model_too(newsroom, tmp_path):
    site, _ = newsroom
    site.write("articles/lamp.md", "".join(f"The keeper lit lamp {number}.\n\n" for number in range(3_000)))
    site.run("extract")
    marian.installed(tmp_path / "models", marian.noise(marian.Shape(256, 8, 1024, 2, 2), 8_000))
    program = subprocess.Popen(
        [sys.executable, "-m", "l10n", "draft"],
        cwd=site.root,
        env={**os.environ, models.MODELS: str(tmp_path / "models")},
        stderr=subprocess.PIPE,
    )
    while not (children := _children(program.pid)):
        assert program.poll() is None
        time.sleep(0.05)
    program.send_signal(signal.SIGINT)
    _, said = program.communicate()
    assert program.returncode == 130, said
    for pid in children:
        until_gone(pid)


def _children(pid):
    found: list[int] = []
    for task in Path(f"/proc/{pid}/task").glob("*/children"):
        with contextlib.suppress(OSError):  # a thread that has just ended
            found += map(int, task.read_text().split())
    return found


def test_the_draft_of_a_real_model_passes_the_guard(site, corpus):
    """Where `L10N_FIREFOX_MODELS` names a folder with the model for Korean: at least nine texts of ten."""
    try:
        found = models.find("en", "ko")
    except EngineError:
        found = None
    if found is None:
        pytest.skip(f"set {models.MODELS} to a folder with a model for Korean")
    lines = (corpus / "ntrex-news" / "news.jsonl").read_text(encoding="utf-8").splitlines()
    texts = list(dict.fromkeys(json.loads(line)["eng"] for line in lines))[:100]
    site.configure('locales = ["ko"]\nengines = ["firefox"]\n')
    site.write("articles/news.txt", "\n\n".join(texts) + "\n")
    site.run("extract")
    site.run("draft")
    po = project.find(site.root).catalog("news.txt", "ko")
    assert po is not None
    assert sum(bool(entry.target) for entry in po.catalog) >= 0.9 * len(list(po.catalog))
