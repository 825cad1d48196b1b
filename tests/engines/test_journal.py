"""The journal: durable, private, shared by threads and processes, and never the end of a run."""

import sqlite3
import stat
import subprocess
import sys
import threading

import pytest

from l10n.engines.journal import Journal, glossary_digest, question_key
from l10n.model import Term


@pytest.fixture
def path(tmp_path):
    return tmp_path / ".l10n" / "journal.sqlite"


def test_an_answer_is_on_the_disk_when_keep_returns(path):
    code = (
        "import os, sys; from pathlib import Path; from l10n.engines.journal import Journal\n"
        "journal = Journal(Path(sys.argv[1])); journal.keep('k', 'google', '항구'); os._exit(9)"
    )
    assert subprocess.run([sys.executable, "-c", code, str(path)], check=False).returncode == 9
    assert Journal(path).recall("k") == "항구"


def test_the_disk_is_flushed_for_every_answer(path):
    journal = Journal(path)
    journal.keep("k", "google", "one")
    connection = vars(journal)["_connection"]
    assert connection.execute("PRAGMA synchronous").fetchone() == (2,)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert all(stat.S_IMODE(other.stat().st_mode) == 0o600 for other in path.parent.iterdir())


def test_a_journal_that_others_could_read_is_closed_to_them(path):
    path.parent.mkdir()
    path.touch(0o644)
    Journal(path).keep("k", "google", "one")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_reading_an_empty_journal_makes_no_file(path):
    journal = Journal(path)
    assert journal.recall("k") is None
    journal.close()
    assert not path.parent.exists()


def test_a_newer_answer_takes_the_place_of_an_older_one(path):
    journal = Journal(path)
    journal.keep("k", "google", "one")
    journal.keep("k", "google", "two")
    journal.close()
    assert Journal(path).recall("k") == "two"


def test_many_threads_and_two_journals_keep_all_they_are_told(path):
    journals = [Journal(path), Journal(path)]

    def tell(number):
        for index in range(25):
            journals[number % 2].keep(f"{number} {index}", "libre", f"answer {number} {index}")

    threads = [threading.Thread(target=tell, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for journal in journals:
        journal.close()
        assert journal.notices == []
    fresh = Journal(path)
    assert all(fresh.recall(f"{a} {b}") == f"answer {a} {b}" for a in range(8) for b in range(25))


def test_an_answer_that_no_file_can_hold_is_kept_as_a_broken_one(path):
    journal = Journal(path)
    journal.keep("half", "libre", "번\ud83d역")
    journal.keep("whole", "libre", "항구 \ud83d\ude00")
    journal.close()
    assert journal.notices == []
    assert Journal(path).recall("half") == "번\ufffd역"
    assert Journal(path).recall("whole") == "항구 😀"


@pytest.mark.parametrize("content", [b"not a database" * 100, b"SQLite format 3\0" + b"\xff" * 5000])
def test_a_broken_journal_is_set_aside_with_a_notice_and_a_new_one_begun(path, content):
    path.parent.mkdir()
    for number in range(2):
        path.write_bytes(content)
        journal = Journal(path)
        assert journal.recall("k") is None
        journal.keep("k", "google", f"{number}")
        journal.close()
        assert "set aside" in journal.notices[0]
    assert path.with_name("journal.sqlite.damaged-1").read_bytes() == content
    assert path.with_name("journal.sqlite.damaged-2").read_bytes() == content
    assert Journal(path).recall("k") == "1"


def test_a_database_of_something_else_is_set_aside(path):
    path.parent.mkdir()
    connection = sqlite3.connect(path)
    connection.executescript("CREATE TABLE answer (other TEXT); PRAGMA user_version = 1;")
    connection.close()
    journal = Journal(path)
    journal.keep("k", "google", "one")
    assert "set aside" in journal.notices[0]
    assert Journal(path).recall("k") == "one"


def test_a_journal_that_another_program_holds_does_not_stop_a_run(path, monkeypatch):
    monkeypatch.setattr("l10n.engines.journal._WAIT", 0.05)
    first = Journal(path)
    first.keep("a", "google", "one")
    holder = sqlite3.connect(path, isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    journal = Journal(path)
    journal.keep("b", "google", "two")
    assert journal.recall("b") == "two"
    assert "another program" in journal.notices[0]
    holder.execute("ROLLBACK")
    holder.close()
    journal.close()
    assert Journal(path).recall("b") == "two"


def test_a_place_where_nothing_can_be_written_is_told(tmp_path):
    (tmp_path / ".l10n").write_text("a file")
    journal = Journal(tmp_path / ".l10n" / "journal.sqlite")
    journal.keep("k", "google", "one")
    assert journal.recall("k") == "one"
    journal.close()
    assert any("cannot be used" in notice for notice in journal.notices)
    assert any("1 answers are not" in notice for notice in journal.notices)


def test_everything_an_answer_depends_on_names_its_question():
    base = {"engine": "a", "model": "b", "host": "c", "source": "d", "target": "e", "text": "f"}
    keys = {question_key(**base)}
    for field in (*base, "glossary", "prompt"):
        keys.add(question_key(**{**base, field: "other"}))
    keys.add(question_key(**{**base, "engine": "ab", "model": ""}))
    assert len(keys) == 10


def test_the_digest_of_a_glossary_does_not_depend_on_its_order():
    one, two = Term("harbor", "항구"), Term("boat", "배")
    assert glossary_digest(()) == ""
    assert glossary_digest([one, two]) == glossary_digest([two, one])
    assert glossary_digest([one]) != glossary_digest([Term("harbor", "항만")])
